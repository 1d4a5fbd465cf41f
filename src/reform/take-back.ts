import type { Brand } from '../vocabulary/brand.ts'
import type { AnotherForm } from './own-form.ts'
import type { ReportContent, ReportField } from './report-content.ts'
import type { CannotStep } from './report-steps.ts'
import type { FormProblem, ReturnedForm } from './returned-form.ts'
import type { RoundId, RoundItemId } from './round.ts'
import type { Unreadable } from './unreadable.ts'

export type TakeBackId = Brand<string, 'TakeBackId'>
/** 回収の状態 — 読み取り中, 決定待ち, 取込み済み, 取りやめ. */
export type TakeBackState = 'reading' | 'pending' | 'decided' | 'discarded'

/** 様式の回収 — a batch of files that came back for a round; compared, then decided or discarded as one. */
export type TakeBack = {
  id: TakeBackId
  round: RoundId
  takenBy: string
  takenAt: Date
  state: TakeBackState
  decidedBy: string | null
  decidedAt: Date | null
  /** as it was decided: what was compared, and what was chosen */
  outcome: { comparison: TakeBackComparison; choices: TakeBackChoices; written: number; submitted: number } | null
}

/** ファイルとして読めない理由 — `beside`: what an operating system leaves in a folder (Thumbs.db), no answer of anybody; `broken`: a mistake of ours, logged. */
export type FileFault =
  | { kind: 'unreadable'; problem: Unreadable }
  | { kind: 'no-form' }
  | { kind: 'no-answers'; heads: string[] }
  | AnotherForm
  | { kind: 'empty-archive' }
  | { kind: 'archive-in-archive' }
  | { kind: 'broken' }
  | { kind: 'beside' }

/** 回収したファイル — `read` is null until it has been read. */
export type TakenFile = {
  nth: number
  name: string
  sha256: string
  size: number
  read: { forms: ReturnedForm[]; fault: FileFault | null } | null
}

/** 配付の控え — a form number, the item it stands for, and what the item said each time the form was issued. */
export type IssuedNumber = { number: string; item: RoundItemId; round: RoundId; bases: { version: number; content: ReportContent }[] }

/** 取り込めない理由 — of one form. */
export type FormRefusal =
  | { kind: 'no-number' }
  | { kind: 'unknown-number'; number: string }
  | { kind: 'number-differs'; number: string; hidden: string }
  | { kind: 'other-municipality'; code: string }
  | { kind: 'other-round'; title: string | null; fiscalYear: number | null }
  | { kind: 'not-yours'; section: string | null }
  | { kind: 'cannot-save'; problem: CannotStep }
  | { kind: 'twice-in-book'; sheets: string[] }
  | { kind: 'cells'; problems: FormProblem[] }

/**
 * 項目の判定 — `unchanged`: as it was issued; `kept`: not touched on the form, changed in the database since; `already`: the form
 * says what the database says by now; `new`: filled in; `conflict`: the database says something else since the form was issued;
 * `between-files`: two forms of the same item say different things.
 */
export type FieldVerdict = 'unchanged' | 'kept' | 'already' | 'new' | 'conflict' | 'between-files'

/** 様式の値とその場所 — one value, and the cells of the files in which it stands. */
export type ReturnedValue = { value: string; from: { file: number; form: number; at: string }[] }
export type ComparedField = {
  field: ReportField
  name: string
  verdict: FieldVerdict
  /** the value in the database */
  now: string
  values: ReturnedValue[]
  /** a text where the indicator has always been a number: worth a look, no reason to refuse */
  remark: 'not-a-number' | null
}

/** 一件の比較 — everything the files say of one item of the round. */
export type ComparedItem = {
  item: RoundItemId
  number: string | null
  section: string | null
  title: string
  version: number
  fields: ComparedField[]
}
export type ComparedForm = { sheet: string; number: string | null; item: RoundItemId | null; refusal: FormRefusal | null }
export type ComparedFile = { nth: number; name: string; fault: FileFault | null; forms: ComparedForm[] }
/** 回収の比較 */
export type TakeBackComparison = { files: ComparedFile[]; items: ComparedItem[] }

/** 決めた値 — «item/field» → `now` (今の値を残す) or the place of the value among those the files give. */
export type TakeBackChoices = Record<string, 'now' | number>
export const choiceKey = (item: string, field: string): string => `${item}/${field}`

/** 決めるもの — nothing is written before each of them is decided. */
export const needsDecision = ({ verdict }: ComparedField): boolean => verdict === 'conflict' || verdict === 'between-files'
/** 書き込むもの — whether the item would change, or may. */
export const wouldWrite = ({ fields }: ComparedItem): boolean => fields.some((field) => field.verdict === 'new' || needsDecision(field))

/** 回収のまとめ — a file is ready where nothing in it was refused and nothing waits for a decision. */
export type TakeBackSummary = {
  files: number
  ready: number
  toCheck: number
  /** of those to check: with a form that is not taken */
  refused: number
  beside: number
  newValues: number
  decisions: number
}

const isRefused = ({ fault, forms }: ComparedFile): boolean =>
  fault ? fault.kind !== 'beside' : forms.some(({ refusal }) => refusal !== null)

/** 確認が必要なファイル — those in which something is refused or waits for a decision, by their place in the batch. */
export function filesToCheck({ files, items }: TakeBackComparison): ReadonlySet<number> {
  const open = items.flatMap(({ fields }) => fields.filter(needsDecision))
  const waiting = open.flatMap(({ values }) => values.flatMap(({ from }) => from.map(({ file }) => file)))
  return new Set([...files.filter(isRefused).map(({ nth }) => nth), ...waiting])
}

export function takeBackSummary(comparison: TakeBackComparison): TakeBackSummary {
  const { files, items } = comparison
  const fields = items.flatMap((item) => item.fields)
  const beside = files.filter(({ fault }) => fault?.kind === 'beside').length
  const toCheck = filesToCheck(comparison).size
  return {
    files: files.length,
    ready: files.length - beside - toCheck,
    toCheck,
    refused: files.filter(isRefused).length,
    beside,
    newValues: fields.filter(({ verdict }) => verdict === 'new').length,
    decisions: fields.filter(needsDecision).length,
  }
}
