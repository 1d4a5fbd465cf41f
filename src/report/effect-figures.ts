import { type Compared, comparableEstimates, compareEstimates } from '../evaluate/effect-comparison.ts'
import { cumulated, statusesOver, sumsOver, yearsIn } from '../evaluate/effect-sums.ts'
import { type EffectMeasure, estimatesOf, termsIn } from '../evaluate/effect-terms.ts'
import type { Effect, ReformRecord } from '../reform/record.ts'
import type { Decimal } from '../vocabulary/decimal.ts'
import { estimateName, measureName, measuresIn, type ShownIn, shownFigure, shownIn } from './effect-amounts.ts'

/** 年度別の合計と累計 — one row an estimate, measure and year; figures in the unit of the page. */
export type EffectSumRow = {
  estimate: string
  measure: string
  unit: string
  fiscalYear: number
  status: Effect['status']
  sum: Decimal | null
  cumulative: Decimal
}
/** 見積りの比較 — one row a pair, measure, pillar and year; null: all of them together. */
export type EffectComparisonRow = {
  earlier: string
  later: string
  measure: string
  unit: string
  pillar: string | null
  fiscalYear: number | null
  before: Decimal | null
  after: Decimal | null
  difference: Decimal
}

export const effectSumRows = (record: ReformRecord): EffectSumRow[] =>
  measuresIn(record.effects).flatMap((measure) => estimatesOf(record).flatMap((estimate) => sumsOf(record, estimate, measure)))

function sumsOf(record: ReformRecord, estimate: string | null, measure: EffectMeasure): EffectSumRow[] {
  const shown = shownIn(record, measure)
  const terms = termsIn(record, estimate, measure)
  const years = yearsIn(terms)
  const { years: sums } = sumsOver(terms, years)
  const [statuses, cumulative] = [statusesOver(terms, years), cumulated(sums)]
  return years.map((fiscalYear, nth) => ({
    ...{ estimate: estimateName(estimate), measure: measureName(measure), unit: shown.unit, fiscalYear },
    status: statuses[nth] ?? null,
    sum: figure(sums[nth] ?? null, shown),
    cumulative: shownFigure(cumulative[nth] as Decimal, shown),
  }))
}

const figure = (value: Decimal | null, shown: ShownIn): Decimal | null => (value === null ? null : shownFigure(value, shown))

export function effectComparisonRows(record: ReformRecord): EffectComparisonRow[] {
  const all = comparableEstimates(record)
  return all.flatMap((earlier, nth) =>
    all.slice(nth + 1).flatMap((later) => {
      const own = record.effects.filter(({ estimate }) => estimate === earlier || estimate === later)
      return measuresIn(own).flatMap((measure) => comparedRows(record, measure, [earlier, later]))
    }),
  )
}

function comparedRows(record: ReformRecord, measure: EffectMeasure, [earlier, later]: readonly [string, string]): EffectComparisonRow[] {
  const shown = shownIn(record, measure)
  const { years, rows, sums, total } = compareEstimates(record, measure, [earlier, later])
  const head = { earlier, later, measure: measureName(measure), unit: shown.unit }
  const row = (pillar: string | null, fiscalYear: number | null, one: Compared): EffectComparisonRow => ({
    ...{ ...head, pillar, fiscalYear },
    before: figure(one.before, shown),
    after: figure(one.after, shown),
    difference: shownFigure(one.difference, shown),
  })
  const over = (pillar: string | null, cells: readonly Compared[], whole: Compared): EffectComparisonRow[] => [
    ...cells.map((one, nth) => row(pillar, years[nth] ?? null, one)),
    row(pillar, null, whole),
  ]
  return [...rows.flatMap(({ label, years: cells, total: whole }) => over(label, cells, whole)), ...over(null, sums, total)]
}
