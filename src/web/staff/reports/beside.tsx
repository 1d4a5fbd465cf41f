import type { ReactNode } from 'react'
import { inOrder } from '../../../kit/in-order.ts'
import type { ReportField } from '../../../reform/report-content.ts'
import type { FieldNotes } from '../../../report/report-notes.ts'
import { fieldAnchor } from '../../../report/wording-reports.ts'

/** What a field is described by, for those who hear the page: the notes under it come and go. */
export const describedBy = (field: ReportField, notes: FieldNotes, withFaults: boolean): string | undefined =>
  notes.returned || notes.remarks.length > 0 || (withFaults && notes.faults.length > 0) ? `${fieldAnchor(field)}-notes` : undefined

/** 欄の脇の指摘 — of the return, what is missing (once it was asked for), and what is worth a second look. */
export function Notes({ field, notes, withFaults }: { field: ReportField; notes: FieldNotes; withFaults: boolean }): ReactNode {
  const faults = withFaults ? notes.faults : []
  if (!notes.returned && notes.remarks.length === 0 && faults.length === 0) return null
  return (
    <ul className="notes" id={`${fieldAnchor(field)}-notes`}>
      {notes.returned && <li className="wrong">差戻しで直すように言われた欄です。</li>}
      {inOrder(faults).map(({ key, it }) => (
        <li key={key} className="wrong">
          {it}
        </li>
      ))}
      {inOrder(notes.remarks).map(({ key, it }) => (
        <li key={key}>{it}</li>
      ))}
    </ul>
  )
}
