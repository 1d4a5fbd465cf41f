import { describe, expect, it } from 'vitest'
import { aDecimal, anActual, anIndicator, anInitiative } from '../../town/story/builders.ts'
import type { Cost, Indicator } from '../reform/record.ts'
import { costIn } from './initiative-cost.ts'
import { unitCost } from './unit-cost.ts'

const aCost = (said: Partial<Cost> = {}): Cost => ({
  ...{ fiscalYear: 2024, stage: '予算', label: null, fund: null, amountYen: 1_000, quantity: null, unit: '円', raw: '1,000' },
  ...said,
})
const funds = (...names: (string | null)[]) => names.map((fund) => aCost({ fund, label: '事業費' }))

describe('年度の事業費', () => {
  it.each<{ title: string; costs: Cost[]; says: object }>([
    { title: '一つの額', costs: [aCost()], says: { amountYen: 1_000, of: 'one' } },
    { title: '0円は0円', costs: [aCost({ amountYen: 0, raw: '0' })], says: { amountYen: 0, of: 'one' } },
    { title: '記載なし', costs: [], says: { why: 'not-said' } },
    { title: '空欄は記載なし', costs: [aCost({ amountYen: null, raw: ' ' })], says: { why: 'not-said' } },
    { title: '「－」は額ではない', costs: [aCost({ amountYen: null, raw: '－' })], says: { why: 'not-money' } },
    {
      title: '人数だけでは額ではない',
      costs: [aCost({ amountYen: null, quantity: aDecimal('1.5'), unit: '人', raw: '1.5' })],
      says: { why: 'not-money' },
    },
    { title: 'ほかの年度は入れない', costs: [aCost(), aCost({ fiscalYear: 2023 })], says: { amountYen: 1_000, of: 'one' } },
    { title: '決算は入れない', costs: [aCost(), aCost({ stage: '決算' })], says: { amountYen: 1_000, of: 'one' } },
    {
      title: '合計と書かれた額',
      costs: [...funds('国庫', '一般財源'), aCost({ label: '事業費計', amountYen: 9_000 })],
      says: { amountYen: 9_000, of: 'total' },
    },
    { title: '財源ごとの額は足す', costs: funds('国庫', '県', '一般財源'), says: { amountYen: 3_000, of: 'funds' } },
    { title: '同じ財源が二つなら足さない', costs: funds('国庫', '国庫'), says: { why: 'several' } },
    { title: '財源のない額が混じれば足さない', costs: funds('国庫', null), says: { why: 'several' } },
    { title: '事業費と人件費は足さない', costs: [aCost({ label: '事業費' }), aCost({ label: '人件費' })], says: { why: 'several' } },
  ])('$title', ({ costs, says }) => expect(costIn(anInitiative({ costs }), 2024, '予算')).toEqual(says))
})

describe('単位コスト', () => {
  const costs = [aCost({ amountYen: 900_000 }), aCost({ stage: '決算', amountYen: 810_000 })]
  it.each<{ title: string; indicator: Indicator; costs?: Cost[]; says: object }>([
    {
      title: '決算額÷実績',
      indicator: anIndicator(),
      says: { yen: '9000', costYen: 810_000, stage: '決算', quantity: '90', per: 'actual' },
    },
    {
      title: '決算がなければ予算',
      indicator: anIndicator(),
      costs: [aCost({ amountYen: 900_000 })],
      says: { yen: '10000', stage: '予算' },
    },
    { title: '割り切れない額も端数を失わない', indicator: anIndicator({ actual: '7' }), says: { yen: '115714.28571428571428571429' } },
    {
      title: '割合は分子で割る',
      indicator: anIndicator({ unit: '％', actuals: [anActual('31.8', { numerator: aDecimal('18762'), denominator: aDecimal('59000') })] }),
      says: { per: 'numerator', quantity: '18762' },
    },
    { title: '分子のない割合', indicator: anIndicator({ unit: '％' }), says: { why: 'share' } },
    { title: '実績が空欄', indicator: anIndicator({ actual: '' }), says: { why: 'no-actual' } },
    { title: '実績が「－」', indicator: anIndicator({ actual: '－' }), says: { why: 'not-a-number' } },
    { title: '実績0件', indicator: anIndicator({ actual: '0' }), says: { why: 'not-positive' } },
    { title: '金額の指標', indicator: anIndicator({ unit: '千円' }), says: { why: 'money' } },
    { title: '累計の指標', indicator: anIndicator({ aggregation: 'cumulative' }), says: { why: 'stock' } },
    { title: '減らす指標', indicator: anIndicator({ unit: '分', direction: 'decrease' }), says: { why: 'less-is-better' } },
    { title: '費用の記載なし', indicator: anIndicator(), costs: [], says: { why: 'no-cost' } },
    { title: '費用が幾つもある', indicator: anIndicator(), costs: funds('国庫', null), says: { why: 'several-costs' } },
  ])('$title', ({ indicator, says, ...said }) =>
    expect(unitCost(anInitiative({ costs: said.costs ?? costs }), indicator, 2024)).toMatchObject(says),
  )
})
