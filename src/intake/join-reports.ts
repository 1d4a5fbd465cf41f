import type { Initiative, Report } from '../reform/record.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { Draft } from './draft.ts'

/** 同じ報告の重なり — a workbook that has a list and a form of each initiative prints one report twice; it is one. */
export function joinReports(draft: Draft): void {
  for (const initiative of draft.record.initiatives) {
    const kept: Report[] = []
    for (const report of initiative.reports) {
      const same = kept.find((known) => isSame(initiative, known, report))
      if (same) fill(draft, same, report)
      else kept.push(report)
    }
    initiative.reports = kept
  }
}

/** One year and one text; sections and parts are the same, or one of the two does not say. Two sections may write the same text. */
function isSame(initiative: Initiative, a: Report, b: Report): boolean {
  const text = (report: Report): string => foldTight(`${report.progress ?? ''}|${report.issues ?? ''}|${report.revision ?? ''}`)
  const every = initiative.parts.map((part) => part.id)
  const partsOf = (report: Report): string => (report.parts.length === 0 ? every : [...report.parts].sort()).join()
  const sections = a.section === null || b.section === null || foldTight(a.section) === foldTight(b.section)
  const parts = a.parts.length === 0 || b.parts.length === 0 || partsOf(a) === partsOf(b)
  return a.fiscalYear === b.fiscalYear && sections && parts && text(a) !== '||' && text(a) === text(b)
}

function fill(draft: Draft, known: Report, other: Report): void {
  for (const key of ['section', 'progress', 'issues', 'revision'] as const) {
    if (other[key] === null) continue
    if (known[key] === null) known[key] = other[key]
    draft.from(known, key, draft.placesOf(other, key))
  }
  if (known.parts.length === 0) known.parts = other.parts
  if (known.figures.length === 0) known.figures = other.figures
}
