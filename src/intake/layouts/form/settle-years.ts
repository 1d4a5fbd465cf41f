import type { Report } from '../../../reform/record.ts'
import type { Draft } from '../../draft.ts'

/** A field without a year of its own is of the year that the other fields of the same form name, the last of them. */
export function settleYears(draft: Draft): void {
  for (const initiative of draft.record.initiatives) {
    const years = new Set(initiative.reports.flatMap((r) => (r.fiscalYear === null ? [] : [r.fiscalYear])))
    const [open] = initiative.reports.filter((r) => r.fiscalYear === null)
    if (years.size === 0) continue
    const year = Math.max(...years)
    for (const evaluation of initiative.evaluations) if (evaluation.fiscalYear === null && years.size === 1) evaluation.fiscalYear = year
    if (!open) continue
    const known = initiative.reports.find((r) => r.fiscalYear === year && r.parts.join() === open.parts.join())
    // of several years it is the last one's only by guess
    const guessed = years.size > 1
    if (!known)
      draft.put(open, 'fiscalYear', year, draft.placesOf(initiative.reports.find((r) => r.fiscalYear === year) ?? open, 'fiscalYear'), {
        guessed,
      })
    else if (mergeInto(known, open, guessed, draft)) initiative.reports = initiative.reports.filter((r) => r !== open)
  }
}

function mergeInto(known: Report, open: Report, guessed: boolean, draft: Draft): boolean {
  const keys = (['progress', 'issues', 'revision'] as const).filter((key) => open[key] !== null)
  if (keys.some((key) => known[key] !== null)) return false
  for (const key of keys) draft.put(known, key, open[key], draft.placesOf(open, key), { guessed })
  known.figures.push(...open.figures)
  return true
}
