import { foldTight } from '../vocabulary/folding.ts'
import type { FormOrigin, ReadForm } from './form.ts'
import { isLabel, labels, TEXT_FIELDS } from './labels.ts'
import { columnMarksOf, type ItemMark, isListMark, itemMarkOf } from './mark.ts'
import type { At, Rows, SheetCells } from './sheet-cells.ts'
import { NAMED, Taking } from './take.ts'

/** The heads of a list: 帳票番号 or 取組番号, 取組名, and something to report, in one row. */
export function listHeader(cells: SheetCells, rows: Rows, entries: ReadonlySet<number> = new Set()): number | null {
  for (const row of cells.after(rows.from - 1, rows.to)) {
    if (entries.has(row)) continue
    const heads = cells.inRow(row)
    const has = (label: keyof typeof labels): boolean => heads.some(({ text }) => isLabel(text, label))
    if ((has('formNumber') || has('title')) && (has('progress') || has('issues') || has('unchanged'))) return row
  }
  return null
}

/** A form has its value beside «帳票番号»; a list has it below. A list of the city's own has no such column, and is none of ours. */
export const isList = (cells: SheetCells, entries: ReadonlySet<number>): boolean =>
  cells.find({ from: 0, to: 20 }, ({ row, text }) => !entries.has(row) && isListMark(text)) !== null ||
  hasNumber(cells, listHeader(cells, { from: 0, to: 40 }, entries))

const hasNumber = (cells: SheetCells, header: number | null): boolean =>
  header !== null && cells.inRow(header).some(({ text }) => isLabel(text, 'formNumber'))

/** 一覧を読む — a form for each row that says whose it is or was filled in. */
export function readList(cells: SheetCells): ReadForm[] {
  const all = { from: 0, to: cells.rows.at(-1) ?? 0 }
  const header = listHeader(cells, all)
  if (header === null) return []
  const columns = new ListColumns(cells, header)
  return cells.rows.filter((row) => row > header).flatMap((row) => readRow(cells, columns, row, 'list') ?? [])
}

/** Which column holds what: by the hidden marks above, checked against the heads, else by the heads. */
export class ListColumns {
  readonly marked = new Map<string, number>()
  private readonly found = new Map<string, number | null>()
  private readonly counts = new Map<string, number>()
  readonly moved: { row: number; column: number; expected: string }[] = []
  private readonly heads: At[]
  readonly header: number

  constructor(cells: SheetCells, header: number) {
    this.header = header
    this.heads = cells.inRow(header).filter(({ text }) => text.trim() !== '')
    for (const { column, text } of cells.within({ from: 0, to: header - 1 }))
      for (const mark of columnMarksOf(text)) if (!this.marked.has(mark)) this.check(cells, mark, column)
  }

  private check(cells: SheetCells, mark: string, column: number): void {
    const [kind = '', nth] = mark.split(':')
    const expected = `${labels[kind as keyof typeof labels] ?? kind}${nth ?? ''}`
    if (foldTight(cells.textAt(this.header, column)) === foldTight(expected)) this.marked.set(mark, column)
    else this.moved.push({ row: this.header, column, expected })
  }

  column(label: keyof typeof labels, nth?: number): number | null {
    const mark = nth === undefined ? label : `${label}:${nth}`
    const known = this.found.get(mark)
    if (known !== undefined) return known
    const column = this.findColumn(mark, label, nth)
    this.found.set(mark, column)
    return column
  }
  private findColumn(mark: string, label: keyof typeof labels, nth: number | undefined): number | null {
    const marked = this.marked.get(mark)
    if (marked !== undefined) return marked
    const word = foldTight(`${labels[label]}${nth ?? ''}`)
    const is = ({ text }: At): boolean => (nth === undefined ? isLabel(text, label) : foldTight(text) === word)
    return this.heads.find(is)?.column ?? null
  }
  /** Numbered groups: 指標名1, 実績値1, 区分1 … */
  count(label: 'actual' | 'effect'): number {
    const known = this.counts.get(label)
    if (known !== undefined) return known
    const word = foldTight(labels[label])
    const count = Math.max(0, ...this.heads.map(({ text }) => Number(foldTight(text).match(new RegExp(`^${word}(\\d{1,2})$`))?.[1] ?? 0)))
    this.counts.set(label, count)
    return count
  }
}

/** `more` takes what a list of ours does not have: the columns of a web form that are named as its indicators are. */
export function readRow(
  cells: SheetCells,
  columns: ListColumns,
  row: number,
  from: FormOrigin,
  more: (taking: Taking) => void = () => {},
): ReadForm | null {
  const mark = cells.inRow(row).reduce<ItemMark | null>((found, { text }) => found ?? itemMarkOf(text), null)
  const taking = new Taking(cells, from, mark?.ids ?? null)
  const number = columns.column('formNumber')
  if (number !== null) taking.number(row, number)
  for (const key of ['number', 'title', 'section'] as const) {
    const column = columns.column(key)
    if (column !== null) taking.form.seen[key] = cells.textAt(row, column) || null
  }
  const title = columns.column('title')
  // of a list that was sorted by some of its columns only, no value can be believed
  const isWhole = !mark || title === null || taking.expect(row, title, mark.title)
  for (const { column, expected, row: head } of columns.moved)
    taking.form.problems.push({ kind: 'label-moved', at: cells.place(head, column), expected, found: cells.textAt(head, column) })
  if (isWhole) takeRow(taking, columns, row)
  if (isWhole) takeFigures(taking, cells, columns, row, mark)
  if (isWhole) more(taking)
  const { form } = taking
  const saysSomething = Object.values(form.seen).some(Boolean) || form.number !== null || form.hidden !== null || form.problems.length > 0
  return saysSomething || form.content.progress.trim() !== '' ? form : null
}

function takeRow(taking: Taking, columns: ListColumns, row: number): void {
  const unchanged = columns.column('unchanged')
  if (unchanged !== null) taking.unchanged(row, unchanged)
  for (const field of TEXT_FIELDS) {
    const column = columns.column(field)
    if (column !== null) taking.field(field, row, column)
  }
}

function takeFigures(taking: Taking, cells: SheetCells, columns: ListColumns, row: number, mark: ItemMark | null): void {
  const keyOf = (ids: readonly string[] | undefined, label: 'indicator' | 'scope', nth: number): string | null => {
    if (ids) return ids[nth - 1] ?? null
    const named = columns.column(label, nth)
    const name = named === null ? '' : cells.textAt(row, named)
    return name === '' ? null : `${NAMED}${name}`
  }
  for (let nth = 1; nth <= Math.max(columns.count('actual'), mark?.indicators.length ?? 0); nth += 1) {
    const [key, column] = [keyOf(mark?.indicators, 'indicator', nth), columns.column('actual', nth)]
    if (key !== null && column !== null) taking.actual(key, row, column, columns.column('status', nth))
  }
  for (let nth = 1; nth <= Math.max(columns.count('effect'), mark?.effects.length ?? 0); nth += 1) {
    const [key, column] = [keyOf(mark?.effects, 'scope', nth), columns.column('effect', nth)]
    if (key !== null && column !== null) taking.effect(key, row, column)
  }
}
