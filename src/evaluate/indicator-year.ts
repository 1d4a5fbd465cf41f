import type { Actual, Indicator, Target, ValueStatus } from '../reform/record.ts'

/** その年度に問われる目標 — the year's own target; otherwise the next one that comes due, at last the final one. */
export function targetIn(indicator: Indicator, year: number): Target | null {
  const own = indicator.targets.findLast((t) => t.fiscalYear === year)
  if (own) return own
  const later = indicator.targets.filter((t) => t.fiscalYear !== null && t.fiscalYear > year)
  const next = later.toSorted((a, b) => (a.fiscalYear ?? 0) - (b.fiscalYear ?? 0))[0]
  return next ?? indicator.targets.findLast((t) => t.final) ?? null
}

/** 目標の期限がその年度より後か — such a target can be met early, but cannot be missed yet. */
export const isDueLater = (target: Target, year: number): boolean => target.fiscalYear !== null && target.fiscalYear > year

const SETTLED: readonly (ValueStatus | null)[] = ['決算', '実績', null, '見込み']

/** その年度の実績 — 決算 before 実績 before 見込み; of two alike the later one. */
export function actualIn(indicator: Indicator, year: number): Actual | null {
  const said = indicator.actuals.filter((a) => a.fiscalYear === year)
  for (const status of SETTLED) {
    const found = said.findLast((a) => a.status === status)
    if (found) return found
  }
  return null
}
