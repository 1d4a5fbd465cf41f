import { EMPTY_CONTENT, type ReportedActual, type ReportField } from '../reform/report-content.ts'
import { LONGEST_TEXT } from '../reform/report-faults.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { FormOrigin, HiddenIds, ReadForm } from './form.ts'
import { type FormNumber, parseFormNumber } from './form-number.ts'
import { CHOSEN, STATUS_CHOICES } from './labels.ts'
import type { SheetCells } from './sheet-cells.ts'

const YES: readonly string[] = [CHOSEN, '〇', '◯', 'レ', '✓', '✔', '☑', '変更なし', '変更無し', 'はい', '有', 'O', 'o', '1', 'TRUE']
const NO: readonly string[] = ['', '×', '✕', '-', 'ー', '変更あり', '変更有り', 'いいえ', '無', '0', 'FALSE']

/** 一つの様式の読み取り — values are taken cell by cell; a cell that cannot be believed becomes a problem and gives no value. */
export class Taking {
  readonly form: ReadForm
  private readonly cells: SheetCells

  constructor(cells: SheetCells, from: FormOrigin, hidden: HiddenIds | null) {
    this.cells = cells
    this.form = {
      from,
      sheet: cells.name,
      hidden,
      number: null,
      seen: { number: null, title: null, section: null },
      content: { ...EMPTY_CONTENT, actuals: [], effects: [], changes: [] },
      at: {},
      problems: [],
    }
  }

  number(row: number, column: number): void {
    const text = this.cells.textAt(row, column)
    if (text.trim() === '') return
    const at = this.cells.place(row, column)
    const read = parseFormNumber(text)
    if (!read.ok) this.form.problems.push({ kind: 'bad-number', at, text })
    else this.takeNumber(read.value, at)
  }
  private takeNumber(number: FormNumber, at: string): void {
    this.form.number = number
    const { hidden } = this.form
    if (hidden && hidden.number !== number) this.form.problems.push({ kind: 'number-differs', at, hidden: hidden.number, seen: number })
  }

  /** What the hidden mark says must be seen: a list of which only some columns were sorted is noticed here. */
  expect(row: number, column: number, expected: string): boolean {
    const found = this.cells.textAt(row, column)
    if (foldTight(found) === foldTight(expected)) return true
    this.form.problems.push({ kind: 'label-moved', at: this.cells.place(row, column), expected, found })
    return false
  }

  /** The text of an entry cell to its last blank; null where it is no value. */
  text(row: number, column: number): string | null {
    const cell = this.cells.at(row, column)
    const at = this.cells.place(row, column)
    const text = cell?.text ?? ''
    if (cell?.formula) this.form.problems.push({ kind: 'formula', at, text: cell.formula })
    else if (text.length > LONGEST_TEXT) this.form.problems.push({ kind: 'too-long', at, length: text.length })
    else return text
    return null
  }

  field(field: 'progress' | 'issues' | 'revision', row: number, column: number): void {
    const text = this.text(row, column)
    if (text === null) return
    this.form.content[field] = text
    this.form.at[field] = this.cells.place(row, column)
  }

  unchanged(row: number, column: number): void {
    const text = this.text(row, column)
    if (text === null) return
    const said = foldTight(text)
    const is = (words: readonly string[]): boolean => words.some((word) => foldTight(word) === said)
    if (!is(YES) && !is(NO)) this.unknown(row, column, text)
    else {
      this.form.content.unchanged = is(YES)
      this.form.at.unchanged = this.cells.place(row, column)
    }
  }

  actual(key: string, row: number, column: number, statusColumn: number | null): void {
    const raw = this.text(row, column)
    const status = statusColumn === null ? null : this.status(row, statusColumn)
    if (raw === null || status === undefined) return
    if (raw !== '' || status !== null) this.form.content.actuals.push({ indicator: key as ReportedActual['indicator'], raw, status })
    this.form.at[`actual:${key}`] = this.cells.place(row, column)
  }
  private status(row: number, column: number): ReportedActual['status'] | undefined {
    const text = this.text(row, column)
    if (text === null) return undefined
    const tight = foldTight(text)
    if (tight === '') return null
    const status = STATUS_CHOICES.find((choice) => foldTight(choice) === tight)
    if (!status) this.unknown(row, column, text)
    return status
  }

  effect(key: string, row: number, column: number): void {
    const raw = this.text(row, column)
    if (raw === null) return
    if (raw !== '') this.form.content.effects.push({ row: key, raw })
    this.form.at[`effect:${key}`] = this.cells.place(row, column)
  }

  has(field: ReportField): boolean {
    return field in this.form.at
  }
  unknown(row: number, column: number, text: string): void {
    this.form.problems.push({ kind: 'unknown-choice', at: this.cells.place(row, column), text })
  }
}

/** The key of a row whose hidden id is gone, until `settleForm` finds it by its name. */
export const NAMED = 'name:'
/** A column of a web form's answers: an indicator, an effect, or something that is not asked. */
export const COLUMN = 'column:'
