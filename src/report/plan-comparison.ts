import { decimalOf, dividedBy } from '../vocabulary/decimal.ts'
import type { EditionIndex } from './edition-index.ts'
import { percentText, yearText } from './figures.ts'
import type { InitiativeList } from './initiative-list.ts'
import { statusCounts } from './initiative-list.ts'
import { rowsOfYear } from './rows-of-year.ts'
import { STATUSES, statusName } from './wording-status.ts'

/** 計画の比較の一行 — one plan on the common core, whatever its own words are. */
export type ComparedPlan = {
  key: string
  municipality: string
  title: string
  year: string
  initiatives: number
  counts: { status: (typeof STATUSES)[number]; count: number }[]
  /** of those that can be told: reached or on the way; null where nothing can be told */
  goodText: string | null
  /** the words that were mapped, for whoever asks what stands behind the numbers */
  scales: string
}
/** 計画の比較 — the statuses that occur, in their order, and a row for each plan. */
export type PlanComparison = { statuses: { status: (typeof STATUSES)[number]; name: string }[]; plans: ComparedPlan[] }

type Known = { index: EditionIndex; list: InitiativeList }

export function planComparison(all: readonly Known[]): PlanComparison {
  const plans = all.filter(({ list }) => list.rows.length > 0).map(comparedPlan)
  const statuses = STATUSES.filter((status) => plans.some(({ counts }) => counts.some((one) => one.status === status && one.count > 0)))
  return { statuses: statuses.map((status) => ({ status, name: statusName[status] })), plans }
}

function comparedPlan({ index, list }: Known): ComparedPlan {
  // the counts of the overview: of the phase that the year belongs to
  const { rows } = rowsOfYear(index, list)
  const counts = statusCounts(rows).map(({ status, count }) => ({ status, count }))
  const of = (...statuses: string[]): number => counts.reduce((sum, { status, count }) => sum + (statuses.includes(status) ? count : 0), 0)
  const known = of('achieved', 'on-track', 'behind', 'not-started')
  const good = of('achieved', 'on-track')
  return {
    key: `${index.edition.municipality.code}/${index.edition.plan}`,
    municipality: index.edition.municipality.name,
    title: index.root.title,
    year: index.year === null ? '年度の記載なし' : yearText(index.year),
    initiatives: rows.length,
    counts,
    goodText: known === 0 ? null : percentText(dividedBy(decimalOf(good), decimalOf(known))),
    scales: (index.edition.judging?.scales ?? [])
      .filter(({ kind }) => kind === 'status')
      .map(({ name }) => name)
      .join('、'),
  }
}
