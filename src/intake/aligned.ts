import { readLabel } from './labels.ts'
import { type Cell, filled, isBlank, type Page, type Row } from './read/page.ts'
import { looksLikeSections } from './sections.ts'

/** Two blanks, or a full-width one, part columns in a text that keeps its layout; one blank, where a copy has lost it. */
const WIDE = /(?<=[ 　]{2}|　)(?=[^ 　])/
const ANY = /(?<=[ 　])(?=[^ 　])/
const LEAST_COLUMNS = 3

/**
 * 空白でそろえた表 — a table copied from a PDF has blanks where its columns were. A line of label words and, right below it,
 * lines with as many pieces are a header and its rows; a line with more or fewer pieces stays unread where nobody can tell
 * which of them belong together.
 */
export function divideAligned(page: Page): void {
  if (page.name !== null) return
  for (let at = 0; at < page.rows.length; at += 1) {
    const table = alignedAt(page.rows, at)
    if (!table) continue
    for (const [i, cells] of table) page.rows[i] = { ...(page.rows[i] as Row), cells }
    at = Math.max(...table.keys())
  }
}

function alignedAt(rows: readonly Row[], at: number): Map<number, Cell[]> | null {
  for (const between of [WIDE, ANY]) {
    const header = piecesOf(rows[at] as Row, between)
    if (!header || !isHeader(header)) continue
    const found = new Map([[at, header]])
    let rowsFound = 0
    for (let i = at + 1; i < rows.length && !endsTable(rows[i] as Row); i += 1) {
      if (isBlank(rows[i] as Row)) continue
      const pieces = piecesOf(rows[i] as Row, between) ?? []
      const cells = fitted(pieces, header)
      if (cells) rowsFound += 1
      else if (pieces.length < header.length) break
      found.set(i, cells ?? besides(rows[i] as Row, header.length))
    }
    if (rowsFound >= 2) return found
  }
  return null
}

const NUMBER = /^[(（]?[0-9０-９①-⑳ⅠⅡⅢⅣⅤ]{1,3}(?:[-－.．][0-9０-９①-⑳]{1,3})*[)）.．]?$/

/** As many cells as the header; of more pieces some neighbours are one, where only one run of them can be. */
function fitted(pieces: readonly Cell[], header: readonly Cell[]): Cell[] | null {
  const more = pieces.length - header.length
  if (more === 0) return suitsAll(pieces, header) ? [...pieces] : null
  if (more < 0 || more > MOST_BLANKS) return null
  const ways = header.map((_, k) => merged(pieces, k, more)).filter((cells) => suitsAll(cells, header))
  return ways.length === 1 ? (ways[0] as Cell[]) : null
}

const MOST_BLANKS = 4

/** The pieces from `k` on, `more` of them after the first, as one cell. */
function merged(pieces: readonly Cell[], k: number, more: number): Cell[] {
  const run = pieces.slice(k, k + more + 1)
  const one: Cell = { ...(run[0] as Cell), raw: run.map((c) => c.raw).join(''), text: run.map((c) => c.text).join(' ') }
  return [...pieces.slice(0, k), one, ...pieces.slice(k + more + 1)].map((cell, column) => ({ ...cell, column }))
}

/** Sections stand in their column and in no other, numbers in theirs. */
const suitsAll = (cells: readonly Cell[], header: readonly Cell[]): boolean =>
  cells.every((cell, i) => {
    const role = readLabel((header[i] as Cell).text)?.role
    if (role === 'section' || role === 'relatedSection') return cell.text.split(/[ 　]+/).every(looksLikeSections)
    if (role === 'number') return NUMBER.test(cell.text)
    if (role === 'evaluation') return /^\S{1,8}$/.test(cell.text)
    return !cell.text.split(/[ 　]/).some((piece) => /[課室]$/.test(piece) && looksLikeSections(piece))
  })

/** A line that is no row of the table stands in none of its columns, so that it stays unread. */
const besides = (row: Row, columns: number): Cell[] => {
  const whole = row.cells[0] as Cell
  const blank = Array.from({ length: columns }, (_, column): Cell => ({ ...whole, raw: '', text: '', column }))
  return [...blank, { ...whole, column: columns }]
}

const endsTable = (row: Row): boolean => row.headingDepth > 0 || row.isRule || row.cells.length > 1

function piecesOf(row: Row, between: RegExp): Cell[] | null {
  const only = row.cells[0]
  if (row.cells.length !== 1 || !only || row.bullet !== null || filled(row).length === 0 || only.raw.length > 400) return null
  const [first = '', ...rest] = only.raw.split(between)
  const pieces = first.trim() === '' && rest.length > 0 ? [`${first}${rest[0]}`, ...rest.slice(1)] : [first, ...rest]
  if (pieces.length < LEAST_COLUMNS) return null
  return pieces.map((raw, column) => ({ ...only, raw, text: raw.trim(), column }))
}

/** Nothing but label words, of two roles at least, and one that names what the rows are. */
function isHeader(cells: readonly Cell[]): boolean {
  const roles = cells.map((cell) => (cell.text.length <= 16 ? (readLabel(cell.text)?.role ?? null) : null))
  const known = roles.filter((role) => role !== null)
  return known.length >= cells.length * 0.75 && new Set(known).size >= 3 && known.some((role) => role === 'title' || role === 'indicator')
}
