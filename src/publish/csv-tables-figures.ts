import type { Indicator } from '../reform/record.ts'
import { effectComparisonRows, effectSumRows } from '../report/effect-figures.ts'
import { throughRows } from '../report/through-lines.ts'
import type { Answer } from '../vocabulary/measured.ts'
import { type AnyTable, ownerId, ownerKind, table, VALUE_STATUS } from './csv-table.ts'

const indicators = table('indicators', '指標', (r) => r.indicators, [
  ['indicator_id', (i) => i.id],
  ['owner_type', (i) => ownerKind(i.of)],
  ['owner_id', (i) => ownerId(i.of)],
  ['name', (i) => i.name],
  ['unit', (i) => i.unit],
  ['kind', (i) => i.kind],
  ['direction', (i) => i.direction],
  ['direction_source', (i) => i.directionSource],
  ['aggregation', (i) => i.aggregation],
])

type Value = {
  indicator: string
  phase: 'baseline' | 'target' | 'actual'
  fiscalYear?: number | null
  asOf: string | null
  comparator?: string | null
  value: string | null
  answer: Answer
  numerator?: string | null
  denominator?: string | null
  status?: string | null
  raw: string
}
function valuesOf({ id, baseline, targets, actuals }: Indicator): Value[] {
  return [
    ...(baseline ? [{ indicator: id, phase: 'baseline' as const, ...baseline }] : []),
    ...targets.map((target) => ({ indicator: id, phase: 'target' as const, ...target })),
    ...actuals.map((actual) => ({ indicator: id, phase: 'actual' as const, ...actual })),
  ]
}
const indicatorValues = table('indicator_values', '指標の値', (r) => r.indicators.flatMap(valuesOf), [
  ['indicator_id', (v) => v.indicator],
  ['fiscal_year', (v) => v.fiscalYear ?? null],
  ['as_of', (v) => v.asOf],
  ['phase', (v) => v.phase],
  ['comparator', (v) => v.comparator ?? null],
  ['value', (v) => v.value],
  ['value_status', (v) => VALUE_STATUS[v.answer]],
  ['numerator', (v) => v.numerator ?? null],
  ['denominator', (v) => v.denominator ?? null],
  ['settlement', (v) => v.status ?? null],
  ['raw', (v) => v.raw],
])

const effects = table('effects', '効果額', (r) => r.effects, [
  ['estimate', (e) => e.estimate],
  ['owner_type', (e) => ownerKind(e.of)],
  ['owner_id', (e) => ownerId(e.of)],
  ['scope', (e) => e.scope],
  ['fiscal_year', (e) => e.fiscalYear],
  ['phase', (e) => e.status],
  ['effect_kind', (e) => e.side],
  ['basis', (e) => e.basis],
  ['amount_yen', (e) => e.amountYen],
  ['quantity', (e) => e.quantity],
  ['unit', (e) => e.unit],
  ['raw', (e) => e.raw],
])

const effectTotals = table('effect_totals', '効果額の合計', (r) => r.effectTotals, [
  ['estimate', (t) => t.estimate],
  ['scope', (t) => t.scope],
  ['amount_yen', (t) => t.amountYen],
  ['difference_yen', (t) => t.differenceYen],
  ['raw', (t) => t.raw],
])

/** Computed: the same figures as on the pages, in the unit of the pages. */
const effectSums = table('effect_sums', '効果額の年度別の合計と累計（計算値）', effectSumRows, [
  ['estimate', (row) => row.estimate],
  ['measure', (row) => row.measure],
  ['unit', (row) => row.unit],
  ['fiscal_year', (row) => row.fiscalYear],
  ['phase', (row) => row.status],
  ['sum', (row) => row.sum],
  ['cumulative', (row) => row.cumulative],
])

/** Computed; an empty pillar is all pillars, an empty year all years. */
const effectComparisons = table('effect_comparisons', '効果額の見積りの比較（計算値）', effectComparisonRows, [
  ['earlier_estimate', (row) => row.earlier],
  ['later_estimate', (row) => row.later],
  ['measure', (row) => row.measure],
  ['unit', (row) => row.unit],
  ['pillar', (row) => row.pillar],
  ['fiscal_year', (row) => row.fiscalYear],
  ['before', (row) => row.before],
  ['after', (row) => row.after],
  ['difference', (row) => row.difference],
])

const series = table('series', '数値の系列', (r) => r.series.flatMap((s) => s.points.map((point) => ({ ...s, point }))), [
  ['name', (s) => s.name],
  ['breakdown', (s) => s.breakdown],
  ['unit', (s) => s.unit],
  ['at', (s) => s.point.at],
  ['value', (s) => s.point.value],
  ['value_status', (s) => VALUE_STATUS[s.point.answer]],
  ['settlement', (s) => s.point.status],
  ['raw', (s) => s.point.raw],
])

/** One row a value of the whole line of initiatives, seen from each of them; a break has no value and says what became of what. */
const through = table('indicator_through', '系譜を通した指標の実績', throughRows, [
  ['indicator_id', (row) => row.own.id],
  ['indicator', (row) => row.own.name],
  ['unit', (row) => row.own.unit],
  ['fiscal_year', ({ line }) => line.year],
  ['row', ({ line }) => line.kind],
  ['initiative', ({ line }) => line.title],
  ['value', ({ line }) => line.value || null],
  ['note', ({ line }) => line.note],
])

export const FIGURE_TABLES: readonly AnyTable[] = [
  indicators,
  indicatorValues,
  through,
  effects,
  effectTotals,
  effectSums,
  effectComparisons,
  series,
]
