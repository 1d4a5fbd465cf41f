import type { Indicator, Initiative } from '../reform/record.ts'
import { type Decimal, decimalOf, dividedBy, isPositive } from '../vocabulary/decimal.ts'
import { actualIn } from './indicator-year.ts'
import { type CostStage, costIn } from './initiative-cost.ts'

export type NoUnitCost =
  | 'no-cost'
  | 'several-costs'
  | 'no-actual'
  | 'not-a-number'
  | 'not-positive'
  | 'share'
  | 'money'
  | 'stock'
  | 'less-is-better'

/** 単位コスト — 決算 (before it is settled 予算) ÷ 実績; of a share its numerator. Where that would mean nothing, why. */
export type UnitCost =
  | { yen: Decimal; costYen: number; stage: CostStage | null; quantity: Decimal; per: 'actual' | 'numerator' }
  | { why: NoUnitCost }

const SHARE = /[%％‰]|割|ポイント|倍|率|比|点|指数|位|度$/
const MONEY = /円$/
const STOCK = /累計|延べ総数|総数|残高/

export function unitCost(initiative: Initiative, indicator: Indicator, year: number): UnitCost {
  const stage = (['決算', '予算', null] as const).find((one) => 'amountYen' in costIn(initiative, year, one))
  if (stage === undefined) return { why: hasSeveral(initiative, year) ? 'several-costs' : 'no-cost' }
  const cost = costIn(initiative, year, stage)
  if (!('amountYen' in cost)) return { why: 'no-cost' }
  const counted = quantityOf(indicator, year)
  if ('why' in counted) return counted
  const yen = dividedBy(decimalOf(cost.amountYen), counted.quantity)
  return { yen, costYen: cost.amountYen, stage, ...counted }
}

const hasSeveral = (initiative: Initiative, year: number): boolean =>
  (['決算', '予算', null] as const).some((stage) => {
    const found = costIn(initiative, year, stage)
    return 'why' in found && found.why === 'several'
  })

function quantityOf(indicator: Indicator, year: number): { quantity: Decimal; per: 'actual' | 'numerator' } | { why: NoUnitCost } {
  const actual = actualIn(indicator, year)
  if (!actual || actual.answer === 'blank') return { why: 'no-actual' }
  const unit = indicator.unit ?? ''
  if (MONEY.test(unit)) return { why: 'money' }
  const isShare = SHARE.test(unit) || SHARE.test(indicator.name.slice(-1))
  const quantity = isShare ? actual.numerator : actual.value
  if (quantity === null) return { why: isShare ? 'share' : 'not-a-number' }
  if (indicator.aggregation === 'cumulative' || indicator.aggregation === 'gross' || STOCK.test(indicator.name)) return { why: 'stock' }
  if (!isShare && indicator.direction === 'decrease') return { why: 'less-is-better' }
  if (!isPositive(quantity)) return { why: 'not-positive' }
  return { quantity, per: isShare ? 'numerator' : 'actual' }
}
