import type { OutlookReport } from '../../../report/outlook-reconciliation.ts'
import type { ReconciliationBoard, RowSaid } from '../../../report/reconciliation-board.ts'
import type { Reconciling } from '../../../workflows/reconciling.ts'
import type { Staff } from '../staff.ts'

/** What was typed, by the field of the form: «each.0», «row», «rest». */
export type RowTyped = Record<string, RowSaid>

export type ReconcilingSaid = {
  staff: Staff
  now: Reconciling
  why: readonly string[]
  /** the row whose form is open */
  row: string | null
  /** what was typed in a form that came back */
  typed: RowTyped | null
  done: number | null
}
/** What every part of the page needs. */
export type At = ReconcilingSaid & { report: OutlookReport; board: ReconciliationBoard; family: string; mayMark: boolean; query: string }
