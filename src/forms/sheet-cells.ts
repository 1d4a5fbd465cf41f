import type { FilledCell, FilledSheet } from '../intake/read/filled-sheet.ts'
import { letters } from './form-grid.ts'
import { isLabel, type labels } from './labels.ts'

export type At = { row: number; column: number; text: string; formula: string | null }
export type Rows = { from: number; to: number }

/** シートの升目 — the filled cells of a sheet, row by row, and how a place in it is called. */
export class SheetCells {
  readonly name: string
  readonly rows: number[]
  private readonly cells = new Map<number, Map<number, At>>()
  private readonly nameOf: (row: number, column: number) => string

  constructor(name: string, filled: readonly FilledCell[], nameOf?: (row: number, column: number) => string) {
    this.name = name
    this.nameOf = nameOf ?? ((row, column) => `${name}!${letters(column)}${row + 1}`)
    for (const [row, column, text, formula] of filled) {
      const inRow = this.cells.get(row) ?? new Map<number, At>()
      inRow.set(column, { row, column, text, formula: formula ?? null })
      this.cells.set(row, inRow)
    }
    this.rows = [...this.cells.keys()].toSorted((a, b) => a - b)
  }

  static of = ({ name, cells }: FilledSheet): SheetCells => new SheetCells(name, cells)

  at(row: number, column: number): At | undefined {
    return this.cells.get(row)?.get(column)
  }
  textAt(row: number, column: number): string {
    return this.at(row, column)?.text ?? ''
  }
  /** «様式!F14», or «行12 列「取組状況」» in the answers of a web form */
  place(row: number, column: number): string {
    return this.nameOf(row, column)
  }
  inRow(row: number): At[] {
    return [...(this.cells.get(row)?.values() ?? [])]
  }
  *within({ from, to }: Rows): Generator<At> {
    for (let nth = this.firstFrom(from); nth < this.rows.length; nth += 1) {
      const row = this.rows[nth] as number
      if (row > to) return
      yield* this.inRow(row)
    }
  }
  /** Where the rows from this one on begin: a workbook may hold hundreds of forms under each other. */
  private firstFrom(row: number): number {
    let [low, high] = [0, this.rows.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.rows[middle] as number) < row) low = middle + 1
      else high = middle
    }
    return low
  }
  /** Rows that hold something, after `row` and up to `to`. */
  after(row: number, to: number): number[] {
    return this.rows.slice(this.firstFrom(row + 1), this.firstFrom(to + 1))
  }
  find(rows: Rows, is: (cell: At) => boolean): At | null {
    for (const cell of this.within(rows)) if (is(cell)) return cell
    return null
  }
  label(rows: Rows, label: keyof typeof labels): At | null {
    return this.find(rows, ({ text }) => isLabel(text, label))
  }
  /** The next cell to the right that says something: a merged value stands in its first column. */
  rightOf({ row, column }: At): At | null {
    return this.inRow(row)
      .filter((cell) => cell.column > column && cell.text !== '')
      .reduce<At | null>((next, cell) => (next && next.column < cell.column ? next : cell), null)
  }
}
