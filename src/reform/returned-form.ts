import type { ReportContent, ReportField } from './report-content.ts'

/** 様式が見えないところに持つもの — what a form carries unseen, so that it is known again whatever its file is called. */
export type HiddenIds = { municipality: string; round: string; item: string; number: string; version: number }

/**
 * 様式の読み取れないところ — the cell, what was found, and what to do; worded in report/wording-forms.ts. A field with a problem
 * has no value: what the cell says is not taken silently.
 */
export type FormProblem =
  | { kind: 'formula'; at: string; text: string }
  | { kind: 'too-long'; at: string; length: number }
  | { kind: 'missing-cell'; field: ReportField; name: string }
  | { kind: 'label-moved'; at: string; expected: string; found: string }
  | { kind: 'unknown-choice'; at: string; text: string }
  /** text beside the entry box, which would be lost */
  | { kind: 'stray-text'; at: string; text: string }
  /** the number that is seen is not the one the sheet carries hidden: a sheet was copied and its number typed over */
  | { kind: 'number-differs'; at: string; hidden: string; seen: string }
  | { kind: 'bad-number'; at: string; text: string }
  /** a row or column names an indicator or an effect that is not asked for, or two that are called the same */
  | { kind: 'unknown-row'; at: string; name: string }

/** 様式に見える取組 — what a form says of itself in words, for forms that lost their hidden ids and their number. */
export type SeenIdentity = { number: string | null; title: string | null; section: string | null }

/**
 * 戻ってきた様式 — one form found in a workbook or CSV; `at` says in which cell each value stood. A field without a cell is not
 * said, and is not compared. `number` is null where it is missing or its check digit does not fit.
 */
export type ReturnedForm = {
  sheet: string
  hidden: HiddenIds | null
  number: string | null
  seen: SeenIdentity
  content: ReportContent
  at: Partial<Record<ReportField, string>>
  problems: FormProblem[]
}
