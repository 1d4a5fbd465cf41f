import type { Check } from '../../reform/record.ts'
import { absolute, compare, type Decimal, dividedBy, minus, plus, rounded, times } from '../../vocabulary/decimal.ts'
import { type CheckKind, checked, type FigureSeen, figuresOf, type Looking, shown, valueBefore, wordsOf } from '../looking.ts'
import { agreementOf } from '../tolerance.ts'

/**
 * %とポイント — the change of a share printed in %: «42.9% （前年度比 21.7%増）» means a share of 21.2 before if it means
 * points, and 35.3 if it means percent. The value of the year before tells which; without it nobody can.
 */
export const percentPoints: CheckKind = (looking) =>
  figuresOf(looking.record).flatMap(({ figures }) => figures.flatMap((seen) => pointCheck(looking, seen) ?? []))

function pointCheck(looking: Looking, seen: FigureSeen): Check | null {
  const { value, unit, change } = seen.figure
  const words = wordsOf(seen.figure)
  if (!value || !change || unit !== '%' || words?.change?.kind !== 'ratio') return null
  const asPoints = minus(value, change)
  const growth = plus('1' as Decimal, dividedBy(change, '100' as Decimal))
  const asRatio = compare(growth, '0' as Decimal) > 0 ? dividedBy(value, growth) : null
  const readings = `ポイントなら前の値は${shown(asPoints)}%、比率なら${asRatio ? `${shown(rounded(asRatio, 1))}%` : '計算できません'}`
  const said = { stated: seen.figure.raw, at: looking.placesOf(seen.pointer) }
  const before = knownBefore(looking, seen, words.previous?.value ?? null)
  const name = `「${seen.figure.label}」の増減（${shown(absolute(change))}%）`
  if (before === null)
    return checked('percent-point', 'remark', {
      ...said,
      computed: null,
      message: `割合の${name}が%で書かれています。${readings}です。ポイントの意味か確かめてください。`,
    })
  if (asRatio && agreementOf(change, times(minus(dividedBy(value, before), '1' as Decimal), '100' as Decimal)) !== 'differs')
    return checked('percent-point', 'holds', {
      ...said,
      computed: `${shown(before)}%`,
      message: `${name}は前の値${shown(before)}%に対する比率として合います。`,
    })
  const points = minus(value, before)
  const nearer = !asRatio || compare(absolute(minus(asPoints, before)), absolute(minus(asRatio, before))) <= 0
  const off = agreementOf(change, points) === 'differs' ? `ただし前年度の値は${shown(before)}%で、差は${shown(points)}ポイントです。` : ''
  const meaning = nearer ? 'ポイントを%と書いたと見られます。' : 'どちらの意味でも前の値と合いません。'
  return checked('percent-point', 'remark', {
    ...said,
    computed: `${shown(points)}ポイント`,
    message: `割合の${name}は、${readings}です。${meaning}${off}`,
  })
}

function knownBefore(looking: Looking, { figure, report }: FigureSeen, beside: Decimal | null): Decimal | null {
  if (beside !== null) return beside
  const indicator = looking.record.indicators.find((i) => i.id === figure.indicator)
  const before = indicator ? valueBefore(indicator, report.fiscalYear) : null
  return before !== null && compare(before, '0' as Decimal) > 0 ? before : null
}
