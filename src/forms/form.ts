import type { ReportContent, ReportField } from '../reform/report-content.ts'
import type { Round, RoundItem } from '../reform/round.ts'
import type { FormNumber } from './form-number.ts'

/** 配付する様式 — the form of one item of a round, as it leaves the office: with its number and the version it shows. */
export type IssuedForm = { number: FormNumber; round: Round; item: RoundItem; municipality: { code: string; name: string } }

/** 様式の形 — a sheet for each initiative, or one list with a row for each. */
export type FormVariant = 'sheets' | 'list'

/** What a form carries unseen, so that it is known again whatever its file is called. */
export type HiddenIds = { municipality: string; round: string; item: string; number: string; version: number }

/** 読み取れないところ — the cell, what was found, and what to do; said in words by report/wording-forms.ts. */
export type FormProblem =
  | { kind: 'formula'; at: string; text: string }
  | { kind: 'too-long'; at: string; length: number }
  | { kind: 'missing-cell'; field: ReportField; name: string }
  | { kind: 'label-moved'; at: string; expected: string; found: string }
  | { kind: 'unknown-choice'; at: string; text: string }

/** 戻ってきた様式 — one form found in a workbook; `at` says in which cell each value stood. */
export type ReadForm = {
  sheet: string
  hidden: HiddenIds | null
  /** 帳票番号 as it stands on the form; null where it is missing or its check digit does not fit */
  number: FormNumber | null
  content: ReportContent
  at: Partial<Record<ReportField, string>>
  problems: FormProblem[]
}
