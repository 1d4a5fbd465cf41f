import type { Label } from '../../labels.ts'
import type { Cell } from '../../read/page.ts'
import type { Form } from './state.ts'

/** 欄 — a label of the form and the cell or cells that answer it. `text` is the value without its label. */
export type Field = { label: Label; at: Cell; text: string; cells: readonly Cell[]; number: { text: string; cell: Cell } | null }

/** «令和7年度の予定» in the report of 令和6年度 is said in that report. */
export const yearOfReport = (form: Form, { label }: Field): number | null =>
  (label.role === 'issues' && /予定|計画|今後|次年度|方針/.test(label.text) ? null : label.year) ??
  form.year ??
  form.draft.record.fiscalYear
