import { foldTight } from '../vocabulary/folding.ts'
import type { HiddenIds, ReadForm } from './form.ts'
import { changeKindOf, isLabel, labels, TEXT_FIELDS, targetOf } from './labels.ts'
import { type ColumnMark, columnMarksOf, type FormMark, type RowMark, rowMarkOf } from './mark.ts'
import type { At, Rows, SheetCells } from './sheet-cells.ts'
import { NAMED, Taking } from './take.ts'

/** A stretch of a sheet that holds one form: its rows, and what its hidden mark and its number say. */
export type Stretch = Rows & { mark: FormMark | null; number: At | null }

/** The labels over the entry columns; text boxes stand under «令和6年度の記入欄». */
const HEADS: Record<string, (text: string) => boolean> = {
  entry: (text) => foldTight(text).endsWith(foldTight(labels.entry)),
  actual: (text) => isLabel(text, 'actual'),
  status: (text) => isLabel(text, 'status'),
  effect: (text) => isLabel(text, 'effect'),
  kind: (text) => isLabel(text, 'kind'),
  of: (text) => isLabel(text, 'of'),
  after: (text) => isLabel(text, 'after'),
  reason: (text) => isLabel(text, 'reason'),
}
const HEAD_NAMES: Record<string, string> = labels

/** 一枚の様式を読む — each value where its row mark and column mark meet, or its label and its head; never by position. */
export function readStretch(cells: SheetCells, stretch: Stretch, fromMeta: HiddenIds | null): ReadForm {
  return new FormReading(cells, stretch, stretch.mark?.ids ?? fromMeta).read()
}

class FormReading {
  private readonly taking: Taking
  private readonly marks: { row: number; column: number; mark: RowMark }[]
  private readonly columns = new Map<ColumnMark, number>()
  private readonly found = new Map<string, number | null>()
  private readonly cells: SheetCells
  private readonly stretch: Stretch

  constructor(cells: SheetCells, stretch: Stretch, hidden: HiddenIds | null) {
    this.cells = cells
    this.stretch = stretch
    this.taking = new Taking(cells, 'sheets', hidden)
    const found = [...cells.within(stretch)].flatMap(({ row, column, text }) => {
      const mark = rowMarkOf(text)
      return mark ? [{ row, column, mark }] : []
    })
    // what is typed into an entry cell is no mark: those stand in one column, left of everything, and the columns' in one row
    const markColumn = Math.min(...found.map(({ column }) => column))
    this.marks = found.filter(({ column }) => column === markColumn)
    for (const { row, column, text } of cells.within(stretch))
      if (!this.marks.some((one) => one.row === row))
        for (const name of columnMarksOf(text)) if (!this.columns.has(name)) this.columns.set(name, column)
  }

  read(): ReadForm {
    this.identity()
    this.texts()
    this.figures('actual', 'indicator')
    this.figures('effect', 'scope')
    this.changes()
    return this.taking.form
  }

  private identity(): void {
    const { number, mark } = this.stretch
    const { form } = this.taking
    if (number) this.taking.number(number.row, number.column)
    for (const key of ['number', 'title', 'section'] as const) {
      const label = this.cells.label(this.stretch, key)
      const value = label && this.cells.rightOf(label)
      if (value && !Object.keys(labels).some((one) => isLabel(value.text, one as keyof typeof labels))) form.seen[key] = value.text
      if (key === 'title' && mark && label && value) this.taking.expect(value.row, value.column, mark.title)
    }
  }

  private texts(): void {
    for (const field of ['unchanged', ...TEXT_FIELDS] as const) {
      const found = this.rowOf(field)
      const column = found && this.column('entry', found.row)
      if (!found || column === null) continue
      if (field === 'unchanged') this.taking.unchanged(found.row, column)
      else {
        this.taking.field(field, found.row, column)
        this.strays(found, column)
      }
    }
  }

  /** The row of a text field, by its mark or by its label; a mark beside another label is a form that was rebuilt. */
  private rowOf(field: 'unchanged' | (typeof TEXT_FIELDS)[number]): { row: number; labelColumn: number } | null {
    const marked = this.marks.find(({ mark }) => mark.field === field)
    if (!marked) {
      const label = this.cells.label(this.stretch, field)
      return label && { row: label.row, labelColumn: label.column }
    }
    const label = this.cells.inRow(marked.row).find(({ text }) => isLabel(text, field))
    if (label) return { row: marked.row, labelColumn: label.column }
    this.moved(marked.row, marked.column, labels[field])
    return null
  }

  private moved(row: number, markColumn: number, expected: string): void {
    const first = this.cells
      .inRow(row)
      .filter(({ column, text }) => column > markColumn && text !== '')
      .toSorted((a, b) => a.column - b.column)[0]
    const at = this.cells.place(row, markColumn + 1)
    const found = first?.column === markColumn + 1 ? first.text : ''
    this.taking.form.problems.push({ kind: 'label-moved', at, expected, found })
  }

  /** The column of what is typed in, checked against the nearest head above. */
  private column(mark: string, above: number): number | null {
    const known = this.found.get(mark)
    if (known !== undefined) return known
    const column = this.findColumn(mark, above)
    this.found.set(mark, column)
    return column
  }
  private findColumn(mark: string, above: number): number | null {
    const is = HEADS[mark] as (text: string) => boolean
    const rows = { from: this.stretch.from, to: above }
    const marked = this.columns.get(mark)
    if (marked === undefined) return this.cells.find(rows, ({ text }) => is(text))?.column ?? null
    if (this.cells.find(rows, ({ column, text }) => column === marked && is(text))) return marked
    const elsewhere = this.cells.find(rows, ({ text }) => is(text))
    const row = elsewhere?.row ?? Math.max(this.stretch.from, above - 1)
    const problem = {
      kind: 'label-moved',
      at: this.cells.place(row, marked),
      expected: HEAD_NAMES[mark] ?? mark,
      found: this.cells.textAt(row, marked),
    } as const
    if (!this.taking.form.problems.some((one) => one.kind === 'label-moved' && one.at === problem.at))
      this.taking.form.problems.push(problem)
    return null
  }

  /** An area that was unmerged has cells below its first; what somebody wrote there would be lost. */
  private strays({ row, labelColumn }: { row: number; labelColumn: number }, column: number): void {
    const marked = this.marks.map((one) => one.row)
    for (const below of this.cells.after(row, this.stretch.to)) {
      if (marked.includes(below) || this.cells.textAt(below, labelColumn) !== '') return
      const text = this.cells.textAt(below, column)
      if (text.trim() !== '') this.taking.form.problems.push({ kind: 'stray-text', at: this.cells.place(below, column), text })
    }
  }

  private figures(kind: 'actual' | 'effect', head: 'indicator' | 'scope'): void {
    const header = this.cells.label(this.stretch, head)
    const marked = this.marks.filter(({ mark }) => mark.field.startsWith(`${kind}:`))
    const names = new Set<string>()
    for (const { row, column, mark } of marked) {
      const name = this.cells.inRow(row).find(({ column: at, text }) => at !== column && foldTight(text) === foldTight(mark.label))
      if (name) this.figure(kind, mark.field.slice(kind.length + 1), row)
      else this.moved(row, header ? header.column - 1 : column, mark.label)
    }
    if (!header) return
    for (let row = header.row + 1; row <= this.stretch.to; row += 1) {
      const name = this.cells.textAt(row, header.column)
      if (name.trim() === '' || isLabel(name, 'scope') || isLabel(name, 'indicator') || HEADS.entry?.(name)) return
      if (this.marks.some((one) => one.row === row)) continue
      if (names.has(foldTight(name)))
        this.taking.form.problems.push({ kind: 'unknown-row', at: this.cells.place(row, header.column), name })
      else this.figure(kind, `${NAMED}${name}`, row)
      names.add(foldTight(name))
    }
  }
  private figure(kind: 'actual' | 'effect', key: string, row: number): void {
    const column = this.column(kind, row)
    if (column === null) return
    if (kind === 'effect') this.taking.effect(key, row, column)
    else this.taking.actual(key, row, column, this.column('status', row))
  }

  private changes(): void {
    const marked = this.marks.find(({ mark }) => mark.field === 'changes')
    const header = marked?.row ?? this.cells.label(this.stretch, 'kind')?.row
    if (header === undefined) return
    const [kind, of, after, reason] = ['kind', 'of', 'after', 'reason'].map((mark) => this.column(mark, header))
    if (typeof kind !== 'number' || typeof of !== 'number' || typeof after !== 'number' || typeof reason !== 'number') return
    this.taking.form.at.changes = this.cells.place(header, kind)
    for (const row of this.cells.after(header, this.stretch.to)) this.change(row, { kind, of, after, reason })
  }

  private change(row: number, columns: Record<'kind' | 'of' | 'after' | 'reason', number>): void {
    const said = (column: number): string | null => this.taking.text(row, column)
    const [kindText, of, after, reason] = [said(columns.kind), said(columns.of), said(columns.after), said(columns.reason)]
    if (kindText === null || of === null || after === null || reason === null) {
      delete this.taking.form.at.changes
      return
    }
    if ([kindText, of, after, reason].every((text) => text.trim() === '')) return
    const kind = changeKindOf(kindText)
    if (kind) this.taking.form.content.changes.push({ kind, of: of === '' ? null : targetOf(of), after, reason })
    else {
      this.taking.unknown(row, columns.kind, kindText)
      delete this.taking.form.at.changes
    }
  }
}
