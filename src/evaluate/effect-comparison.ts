import type { ReformRecord } from '../reform/record.ts'
import { type Decimal, dividedBy, isPositive, minus } from '../vocabulary/decimal.ts'
import { foldTight } from '../vocabulary/folding.ts'
import { type EffectFilter, EVERY_EFFECT, filteredTerms } from './effect-filter.ts'
import { pathTo } from './effect-place.ts'
import { statusesOver, sumsOver, totalOf, type YearSums, yearsIn } from './effect-sums.ts'
import { type EffectMeasure, type EffectTerm, estimatesOf, isOnlyResults } from './effect-terms.ts'

/** 比較の一組 — what one estimate says and what another says of the same; null: that estimate says nothing of it. */
export type Compared = { before: Decimal | null; after: Decimal | null; difference: Decimal }
export type ComparedRow = { label: string; years: Compared[]; total: Compared }
/** 計画に対する実績 — over the years that the later estimate tells as 実績 and the earlier one planned. */
export type AgainstPlan = { fiscalYears: number[]; planned: Decimal; actual: Decimal; rate: Decimal | null }
/** 見積時点の比較 — of any two estimates, by pillar and year. What one of them does not name counts as nothing there. */
export type EffectComparison = {
  earlier: string | null
  later: string | null
  years: number[]
  rows: ComparedRow[]
  sums: Compared[]
  total: Compared
  against: AgainstPlan | null
}

/** 比べられる見積時点 — in the order in which they were said; what sections only reported is no estimate of the whole. */
export const comparableEstimates = (record: ReformRecord): string[] =>
  estimatesOf(record).filter((estimate): estimate is string => estimate !== null && !isReportedOnly(record, estimate))

/** Named, and yet only reported by sections after the year: 実績報告. */
const isReportedOnly = (record: ReformRecord, estimate: string): boolean =>
  isOnlyResults(record, estimate) && record.effects.every((e) => e.estimate !== estimate || (e.of !== null && 'initiative' in e.of))

export function compareEstimates(
  record: ReformRecord,
  measure: EffectMeasure,
  [earlier, later]: readonly [string | null, string | null],
  filter: EffectFilter = EVERY_EFFECT,
): EffectComparison {
  const before = filteredTerms(record, earlier, measure, filter)
  const after = filteredTerms(record, later, measure, filter)
  const years = yearsIn([...before, ...after])
  const pillarOf = pillars(record)
  const [own, next] = [Map.groupBy(before, (term) => pillarOf(term).key), Map.groupBy(after, (term) => pillarOf(term).key)]
  const keys = [...new Set([...own.keys(), ...next.keys()])]
  const rows = keys.map((key) => {
    const [was, is] = [own.get(key) ?? [], next.get(key) ?? []]
    const label = [...is, ...was].map((term) => pillarOf(term).label)[0] ?? key
    return { label, ...comparedOver(was, is, years) }
  })
  const { years: sums, total } = comparedOver(before, after, years)
  return { earlier, later, years, rows, sums, total, against: againstPlan(before, after) }
}

const ZERO = '0' as Decimal
const compared = (before: Decimal | null, after: Decimal | null): Compared => ({
  before,
  after,
  difference: minus(after ?? ZERO, before ?? ZERO),
})

function comparedOver(before: readonly EffectTerm[], after: readonly EffectTerm[], years: readonly number[]): Omit<ComparedRow, 'label'> {
  const [was, is]: YearSums[] = [sumsOver(before, years), sumsOver(after, years)]
  return {
    years: years.map((_, nth) => compared(was?.years[nth] ?? null, is?.years[nth] ?? null)),
    total: compared(before.length > 0 ? totalOf(before) : null, after.length > 0 ? totalOf(after) : null),
  }
}

type Pillar = { key: string; label: string }

/** The pillar an amount belongs to, by its title; what stands in none is a row of its own. */
function pillars(record: ReformRecord): (term: EffectTerm) => Pillar {
  const nodes = new Map(record.nodes.map((node) => [node.id, node]))
  const initiatives = new Map(record.initiatives.map((it) => [it.id, it]))
  return ({ effect: { of, scope } }) => {
    const it = of && 'initiative' in of ? initiatives.get(of.initiative) : undefined
    const id = of && 'node' in of ? of.node : (it?.node ?? null)
    const node = id === null ? undefined : nodes.get(id)
    const top = node ? pathTo(node, nodes)[0] : undefined
    if (!top) return { key: `row ${foldTight(it?.title ?? scope)}`, label: it?.title ?? scope }
    return { key: `pillar ${foldTight(top.title)}`, label: [top.number, top.title].filter(Boolean).join(' ') }
  }
}

function againstPlan(before: readonly EffectTerm[], after: readonly EffectTerm[]): AgainstPlan | null {
  const years = yearsIn(after)
  const statuses = statusesOver(after, years)
  const done = years.filter((year, nth) => statuses[nth] === '実績' && before.some(({ fiscalYear }) => fiscalYear === year))
  if (done.length === 0) return null
  const over = (terms: readonly EffectTerm[]): Decimal => totalOf(terms.filter(({ fiscalYear }) => done.includes(fiscalYear)))
  const [planned, actual] = [over(before), over(after)]
  return { fiscalYears: done, planned, actual, rate: isPositive(planned) ? dividedBy(actual, planned) : null }
}
