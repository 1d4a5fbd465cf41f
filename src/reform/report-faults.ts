import type { ItemSheet, ProposedChange, ReportContent, ReportField } from './report-content.ts'

/** 提出できない理由 — fields without an answer. A dash or a text is an answer, an empty field is none. */
export type ReportFault = { field: ReportField; kind: 'missing' | 'too-long' | 'unknown-target'; name: string }

export const LONGEST_TEXT = 20_000

/** 提出前の確かめ — what keeps a draft from being submitted. 「変更なし」 answers for the text, never for a figure. */
export function reportFaults(content: ReportContent, sheet: ItemSheet): ReportFault[] {
  const faults: ReportFault[] = []
  if (!content.unchanged && content.progress.trim() === '') faults.push({ field: 'progress', kind: 'missing', name: '取組状況' })
  for (const { id, name } of sheet.indicators) {
    const said = content.actuals.find(({ indicator }) => indicator === id)
    if (!said || said.raw.trim() === '') faults.push({ field: `actual:${id}`, kind: 'missing', name })
  }
  for (const field of ['progress', 'issues', 'revision'] as const)
    if (content[field].length > LONGEST_TEXT) faults.push({ field, kind: 'too-long', name: field })
  for (const change of content.changes) {
    if (change.after.trim() === '' || change.reason.trim() === '') faults.push({ field: 'changes', kind: 'missing', name: '計画の見直し' })
    if (!isMeant(change, sheet)) faults.push({ field: 'changes', kind: 'unknown-target', name: change.of ?? '（選ばれていません）' })
  }
  return faults
}

/** A target is of an indicator of the sheet, a schedule of one of its activities; «…@2026» names the year. */
function isMeant({ kind, of }: ProposedChange, sheet: ItemSheet): boolean {
  if (kind === 'title' || kind === 'section') return true
  const name = (of ?? '').replace(/@\d{4}$/, '')
  return kind === 'target' ? sheet.indicators.some(({ id }) => id === name) : sheet.activities.some((activity) => activity.name === name)
}
