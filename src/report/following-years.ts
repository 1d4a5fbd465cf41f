import type { EditionJudging } from '../reform/edition.ts'
import type { Plan } from '../reform/record.ts'

type Said = { plans: readonly Plan[]; initiatives: readonly { reports: readonly { fiscalYear: number | null }[] }[] }

/**
 * 評価の年度 — those of the plan in which something was reported or judged; chosen is the one that is asked for, else
 * the youngest judged one (what follows a judgement is of little use for a year half reported), else the youngest.
 */
export function followingYears(
  { plans, initiatives }: Said,
  judgements: EditionJudging['judgements'],
  asked: string,
): { years: number[]; year: number } {
  const reported = initiatives.flatMap(({ reports }) => reports.flatMap(({ fiscalYear }) => fiscalYear ?? []))
  const known = [...new Set([...reported, ...judgements.map(({ fiscalYear }) => fiscalYear)])].toSorted((a, b) => b - a)
  const years = known.length > 0 ? known : plans.flatMap(({ period }) => period?.from ?? []).slice(0, 1)
  const wanted = Number(asked)
  const judged = years.find((year) => judgements.some(({ fiscalYear }) => fiscalYear === year))
  return { years, year: years.includes(wanted) ? wanted : (judged ?? years[0] ?? 0) }
}
