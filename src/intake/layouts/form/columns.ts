import { type Label, type Role, readLabel } from '../../labels.ts'
import { type Cell, filled, type Row } from '../../read/page.ts'
import { halvesOf, type YearColumn, yearColumns } from '../schedule.ts'
import { kindOf } from './row-kind.ts'
import { saidIn } from './said.ts'

/** 表の列 — the columns of a table inside a form, from its header of one, two or three rows. */
export type Column = { role: Role; label: Label; from: number; to: number; cell: Cell }
export type Header = { rows: Row[]; columns: Column[]; years: YearColumn[] }

/** The header that begins at `at`: rows of labels only, as long as they go on and say something new of the columns below. */
export function headerAt(rows: readonly Row[], at: number): Header | null {
  const first = rows[at]
  if (!first || kindOf(first) !== 'labels' || filled(first).length < 2) return null
  const header = [first]
  for (let i = at + 1; i < rows.length && header.length < 3; i += 1) {
    const row = rows[i] as Row
    if (kindOf(row) !== 'labels' || filled(row).length < 2 || !goesOn(header, row)) break
    header.push(row)
  }
  const years = yearsOf(header)
  return { rows: header, columns: columnsOf(header), years }
}

/** A second header row names years, halves, or 目標/実績 under a heading of the first: it does not begin at the left edge anew. */
function goesOn(header: readonly Row[], row: Row): boolean {
  const labels = filled(row).map((c) => readLabel(c.text))
  const above = header.flatMap((r) => filled(r).map((c) => readLabel(c.text)))
  if (labels.some((l) => l?.role === 'fiscalYear' && l.year !== null))
    return !above.some((l) => l?.role === 'fiscalYear' && l.year !== null)
  return (
    above.some((l) => l?.year !== null && l?.year !== undefined) &&
    labels.every((l) => l?.role === 'target' || l?.role === 'actual' || l?.role === 'rate')
  )
}

function yearsOf(header: readonly Row[]): YearColumn[] {
  const width = Math.max(...header.flatMap((r) => r.cells.map((c) => c.column + c.columnSpan)))
  const row = header.find((r) => r.cells.some((c) => readLabel(c.text)?.role === 'fiscalYear' && readLabel(c.text)?.year !== null))
  if (!row) return []
  // what stands in the first row right of the years (目標値) ends the last one
  const heads = header.flatMap((r) => filled(r)).sort((a, b) => a.column - b.column)
  const years = yearColumns([...row.cells], width).map((y) => ({
    ...y,
    to: Math.min(y.to, heads.find((c) => c.column > y.from && readLabel(c.text)?.role !== 'schedule')?.column ?? y.to),
  }))
  const under = header[header.indexOf(row) + 1]
  return under ? halvesOf(years, under.cells) : years
}

function columnsOf(header: readonly Row[]): Column[] {
  const named = header.flatMap((r) => saidIn(r).flatMap((s) => (s.kind === 'label' ? [{ cell: s.cell, label: s.label }] : [])))
  const columns = named.map(({ cell, label }) => {
    const above = named.find((n) => n.cell !== cell && n.label.year !== null && label.year === null && covers(n.cell, cell, header))
    return {
      role: label.role,
      label: above ? { ...label, year: above.label.year } : label,
      from: cell.column,
      to: cell.column + cell.columnSpan,
      cell,
    }
  })
  const lowest = columns.filter(
    (c) => !columns.some((other) => other !== c && isUnder(other.cell, c.cell, header) && other.from >= c.from && other.from < c.to),
  )
  return lowest
    .sort((a, b) => a.from - b.from)
    .map((column, i, all) => ({ ...column, to: Math.max(column.to, all[i + 1]?.from ?? column.to) }))
}

const rowOf = (cell: Cell, header: readonly Row[]): number => header.findIndex((r) => r.cells.includes(cell))
const isUnder = (lower: Cell, upper: Cell, header: readonly Row[]): boolean => rowOf(lower, header) > rowOf(upper, header)

/** A year over 目標 and 実績: merged in a workbook; in text it reaches to the next heading of its row. */
function covers(upper: Cell, lower: Cell, header: readonly Row[]): boolean {
  if (!isUnder(lower, upper, header) || lower.column < upper.column) return false
  const next = header[rowOf(upper, header)]?.cells.find((c) => c.text !== '' && c.column > upper.column)
  return lower.column < Math.max(upper.column + upper.columnSpan, next?.column ?? Number.POSITIVE_INFINITY)
}

/** The cell of a row that stands under a column. */
export const under = (row: Row, column: { from: number; to: number }): Cell | null =>
  row.cells.find((c) => c.text !== '' && c.column >= column.from && c.column < column.to) ?? null
