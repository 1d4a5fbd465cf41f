import type { ScheduleCell } from '../../reform/record.ts'
import type { FiscalYear } from '../../vocabulary/fiscal-year.ts'
import { fold } from '../../vocabulary/folding.ts'
import { type Label, readLabel } from '../labels.ts'
import type { Cell } from '../read/page.ts'

/** 年度の列 — the columns (from ≤ column < to) that stand under one fiscal year, or under a half of it. */
export type YearColumn = { year: FiscalYear; half: 'H1' | 'H2' | null; from: number; to: number; phase: Label['phase'] }

const HALF = /^(?:上(?:半)?期|前(?:半)?期)$/
const LATER_HALF = /^(?:下(?:半)?期|後(?:半)?期)$/

/** The year a cell names and nothing else: «2022年度（令和4年度）», «R6», «令和6年度». */
export function yearOf(cell: Cell): FiscalYear | null {
  const label = readLabel(cell.text)
  return label?.role === 'fiscalYear' ? label.year : null
}

/** 年度の見出し行 — its columns; a year reaches to the next header cell, the last one as far as the one before it did. */
export function yearColumns(header: readonly Cell[], end: number): YearColumn[] {
  const columns: YearColumn[] = []
  for (const cell of header) {
    const label = readLabel(cell.text)
    if (label?.role === 'fiscalYear' && label.year !== null)
      columns.push({ year: label.year, half: null, from: cell.column, to: cell.column + cell.columnSpan, phase: label.phase })
  }
  return columns.map((column, i) => {
    const before = columns[i - 1]
    const step = before ? column.from + (column.from - before.from) : end
    return { ...column, to: Math.max(column.to, columns[i + 1]?.from ?? Math.min(step, end)) }
  })
}

/** 上期・下期 printed under the years: each column is a half. */
export function halvesOf(columns: readonly YearColumn[], row: readonly Cell[]): YearColumn[] {
  const halves = columns.flatMap((column) => {
    const under = row.filter((c) => c.column >= column.from && c.column < column.to && c.text !== '')
    return under.flatMap((cell, i) => {
      const half = HALF.test(fold(cell.text)) ? ('H1' as const) : LATER_HALF.test(fold(cell.text)) ? ('H2' as const) : null
      return half ? [{ ...column, half, from: cell.column, to: under[i + 1]?.column ?? column.to }] : []
    })
  })
  return halves.length >= columns.length ? halves : [...columns]
}

/** One sentence that the form has cut over the years: the piece ends in a particle or comma, or the next one begins with one. */
const CUT_BEFORE = /(?:、|における|において|について|[をにでとがは]|の)$/
const CUT_AFTER = /^(?:の|を|に|が|へ|および|及び|、)/

type Piece = { columns: YearColumn[]; text: string; cells: Cell[] }

/** 行動計画の行 — what stands under each year. A cell that is blank says nothing: whether a bar goes on is not printed. */
export function readSchedule(row: readonly Cell[], columns: readonly YearColumn[]): { cells: ScheduleCell[]; from: Cell[] } {
  const pieces: Piece[] = []
  for (const column of columns) {
    const under = row.filter((c) => c.text !== '' && c.column >= column.from && c.column < column.to)
    if (under.length > 0)
      pieces.push({ columns: [column, ...spanned(under, column, columns)], text: under.map((c) => c.text).join(' '), cells: under })
  }
  return { cells: joined(pieces).flatMap(toCells), from: pieces.flatMap((p) => p.cells) }
}

/** A merged cell stands under more than one year: there the document does say where the bar ends. */
const spanned = (under: readonly Cell[], column: YearColumn, columns: readonly YearColumn[]): YearColumn[] => {
  const end = Math.max(...under.map((c) => c.column + c.columnSpan))
  return columns.filter((c) => c.from > column.from && c.from < end)
}

function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    if (last && (CUT_BEFORE.test(last.text) || CUT_AFTER.test(piece.text)))
      whole[whole.length - 1] = {
        columns: [...last.columns, ...piece.columns],
        text: `${last.text}${piece.text}`,
        cells: [...last.cells, ...piece.cells],
      }
    else whole.push(piece)
  }
  return whole
}

/** «システムの運用 ● 交付開始»: a bar and a milestone in one cell. */
function toCells({ columns, text }: Piece): ScheduleCell[] {
  const first = columns[0] as YearColumn
  const last = columns.at(-1) as YearColumn
  const name = (c: YearColumn): string => (c.half ? `${c.year}-${c.half}` : `${c.year}`)
  const to = columns.length > 1 ? name(last) : null
  return text
    .split(/\s*(?=●)/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ from: name(first), to: part.startsWith('●') ? null : to, text: part.trim(), milestone: part.startsWith('●') }))
}
