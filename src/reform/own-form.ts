import type { ReportField } from './report-content.ts'
import type { Unreadable } from './unreadable.ts'

/** 様式に書き込めない理由 — the cell and what stands against it; worded in report/wording-forms.ts. */
export type CannotPatch =
  | Unreadable
  | { kind: 'no-such-sheet'; at: string }
  | { kind: 'no-such-cell'; at: string }
  | { kind: 'formula-cell'; at: string }
  /** the cell lies under a merged one and is never seen */
  | { kind: 'covered-cell'; at: string }
  | { kind: 'too-long-for-cell'; at: string; length: number }

/** 別の様式 — less of the form is where it was than would make it the same one; `share` of its cells, 0 to 1. */
export type AnotherForm = { kind: 'another-form'; share: number }

/**
 * 市の様式の記入欄 — `takesOver`: the cell holds last year's value, which this year's takes the place of; `also` are emptied;
 * `number`: last year's value is a number there, so a plain number is written as one into the empty cell beside it.
 */
export type OwnFormCell = { field: ReportField; at: string; also: string[]; takesOver: boolean; number?: boolean }

/**
 * 市の様式の対応 — which cells of an imported workbook hold the fields of this year's report. `unplaced` are fields that have no
 * cell of their own; `years` are labels of the former year, which are left as they are; `fingerprint` are all other cells.
 */
export type OwnFormMap = {
  cells: OwnFormCell[]
  unplaced: { field: ReportField; name: string }[]
  years: { at: string; text: string }[]
  fingerprint: Record<string, string>
}
