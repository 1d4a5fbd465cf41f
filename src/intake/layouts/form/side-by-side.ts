import { filled, type Row } from '../../read/page.ts'
import { saidIn } from './said.ts'

/** 左右に並ぶ様式 — two forms beside each other on one sheet are read one after the other: the left one, then the right one. */
export function besideEachOther(rows: readonly Row[]): readonly Row[] {
  const titles = rows.map(titleColumns).find((columns) => columns.length >= 2)
  if (!titles) return rows
  const left = Math.min(...rows.flatMap((r) => filled(r).map((c) => c.column)))
  const [first, ...others] = titles as [number, ...number[]]
  const starts = [left, ...others.map((column) => column - (first - left))]
  // a cell across the boundary belongs to both (the cover line): then they are not two forms that can be cut apart
  return starts.flatMap((from, i) => rows.map((row) => cut(row, from, starts[i + 1] ?? Number.POSITIVE_INFINITY)))
}

/** The columns of the titles of a row that have their value beside them; a row of text has one cell and is never cut. */
function titleColumns(row: Row): number[] {
  const said = saidIn(row)
  return said.flatMap((s, i) => (s.kind === 'label' && s.label.role === 'title' && said[i + 1]?.kind === 'value' ? [s.cell.column] : []))
}

const cut = (row: Row, from: number, to: number): Row => ({ ...row, cells: row.cells.filter((c) => c.column >= from && c.column < to) })
