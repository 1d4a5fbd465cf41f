import { fold, foldTight } from '../../../vocabulary/folding.ts'
import type { Draft } from '../../draft.ts'
import { readNumbered } from '../../join.ts'
import { type Role, readLabel } from '../../labels.ts'
import { filled, isBlank, type Row, textOf } from '../../read/page.ts'
import { continued, type Pieces } from './broken-rows.ts'
import { type Header, headerAt } from './header.ts'

/** 表 — title lines above, the header, the rows, notes below. */
export type Table = { titles: readonly Row[]; header: Header; body: readonly Row[]; notes: readonly Row[]; pieces: Pieces; length: number }

const MOST_TITLES = 8
const NOTE = /^([◎○〇SAＳＡ][：:]|※|[（(]?注|＊|\*|備考[:：])/

/** The table that begins at `start` with its title lines (or with its header); null for none. */
export function tableAt(rows: readonly Row[], start: number): Table | null {
  const titles: Row[] = []
  let at = start
  for (;;) {
    const row = rows[at]
    if (!row || row.page !== (rows[start] as Row).page || titles.length > MOST_TITLES) return null
    if (isBlank(row)) {
      at += 1
      continue
    }
    const header = headerAt(rows, at)
    if (header) return withBody(rows, start, titles, header, at + header.rows.length)
    if (!isTitleLine(row)) return null
    titles.push(row)
    at += 1
  }
}

/** All tables from `start` on that follow one another with nothing but their title lines between them. */
export function tablesFrom(rows: readonly Row[], start: number, belongs: (table: Table) => boolean): { tables: Table[]; length: number } {
  const tables: Table[] = []
  let at = start
  for (;;) {
    while (rows[at] && isBlank(rows[at] as Row)) at += 1
    const next = at < rows.length ? tableAt(rows, at) : null
    if (!next || !belongs(next)) return { tables, length: tables.length === 0 ? 0 : lastFilled(rows, at) - start }
    tables.push(next)
    at += next.length
  }
}

function lastFilled(rows: readonly Row[], before: number): number {
  let end = before
  while (end > 0 && isBlank(rows[end - 1] as Row)) end -= 1
  return end
}

function withBody(rows: readonly Row[], start: number, titles: Row[], header: Header, from: number): Table {
  const body: Row[] = []
  const notes: Row[] = []
  const pieces: Pieces = new Map()
  const width = Math.max(...header.rows.map((r) => r.cells.length))
  let end = from
  for (let at = from; at < rows.length; at += 1) {
    const row = rows[at] as Row
    if (row.page !== (header.rows[0] as Row).page) break
    if (isBlank(row)) continue
    const whole = body.length > 0 && !isNote(row) ? continued(body.at(-1) as Row, row, width, pieces) : null
    if (whole) body[body.length - 1] = whole
    else if (isNote(row)) notes.push(row)
    else if (isInterruption(rows, at, header, titles)) (isHeadingLine(row) ? body : notes).push(row)
    else if (!isBodyRow(row, header) || beginsAnother(rows, at) || (at > end && !isAsWide(row, header))) break
    else body.push(row)
    end = at + 1
  }
  return { titles, header, body, notes, pieces, length: end - start }
}

export const isNote = (row: Row): boolean => filled(row).length === 1 && NOTE.test(filled(row)[0]?.text ?? '')

function isTitleLine(row: Row): boolean {
  const cells = filled(row)
  return cells.length <= 2 && cells.every((c) => c.text.length <= 120 && !/。$/.test(c.text))
}

/**
 * A page number, the page's title again, or a numbered heading between the rows of a table whose header is not repeated:
 * the next row of several cells is as wide as the header, and no header itself.
 */
function isInterruption(rows: readonly Row[], at: number, header: Header, titles: readonly Row[]): boolean {
  const row = rows[at] as Row
  if (row.cells.length !== 1 || !isTitleLine(row)) return false
  const known = new Set(titles.map((title) => foldTight(textOf(title))))
  for (let next = at, seen = 0; next < rows.length && seen <= MOST_TITLES; next += 1) {
    const below = rows[next] as Row
    if (isBlank(below)) continue
    if (headerAt(rows, next)) return false
    if (below.cells.length > 1) return filled(below).length >= 3 && isAsWide(below, header)
    if (!isPageNumber(below) && !known.has(foldTight(textOf(below))) && !isHeadingLine(below)) return false
    seen += 1
  }
  return false
}

const isPageNumber = (row: Row): boolean =>
  /^(?:[-－―–]\s*)?(?:p\.?\s*)?\d{1,3}(?:\s*[-－―–]|\s*[/／]\s*\d{1,3}|頁|ページ)?$/i.test(fold(row.cells[0]?.raw ?? '').trim())

/** «(2) 公共施設の改革» on a line of its own. */
export function isHeadingLine(row: Row): boolean {
  const text = textOf(row)
  const { level, number } = readNumbered(text)
  return row.cells.length === 1 && !isPageNumber(row) && (level !== null || number !== null) && text.length <= 60 && !/。/.test(text)
}

/** After a gap only a row as wide as the header can still belong to the table. */
const isAsWide = (row: Row, header: Header): boolean => Math.abs(row.cells.length - (header.rows[0] as Row).cells.length) <= 1

function isBodyRow(row: Row, { columns }: Header): boolean {
  if (row.headingDepth > 0 || row.bullet !== null) return false
  const cells = filled(row)
  if (cells.length >= 2) return !isLabelled(row)
  // a merged line across the table, or the only cell that is not carried down
  const only = cells[0]
  if (only === undefined || readLabel(only.text) !== null) return false
  return only.columnSpan > 1 || row.cells.length >= Math.max(3, columns.length - 1)
}

const FIGURE_ROLES = new Set<Role>(['total', 'difference', 'fiscalYear', 'target', 'actual', 'rate', 'plan', 'baseline', 'effect', 'cost'])

/** «取組内容 | 案内を改める。»: a label and its value belong to a form, not to the rows of a table. */
export function isLabelled(row: Row): boolean {
  const [first, ...others] = filled(row)
  const role = first ? (readLabel(first.text)?.role ?? null) : null
  if (role === null || FIGURE_ROLES.has(role)) return false
  return (1 + others.filter((cell) => readLabel(cell.text) !== null).length) * 2 >= others.length + 1
}

/** Whether title lines or the header of the next table begin here. */
function beginsAnother(rows: readonly Row[], at: number): boolean {
  const row = rows[at] as Row
  if (headerAt(rows, at)) return true
  const [, beside, ...more] = filled(row)
  // «１　歳出の削減 | （千円）» heads the next table; «令和10年度 | 180» is a row of this one
  if (!isTitleLine(row) || more.length > 0 || (beside && !/^[（(].*[）)]$/.test(beside.text))) return false
  for (let next = at + 1, seen = 0; next < rows.length && seen <= MOST_TITLES; next += 1) {
    const below = rows[next] as Row
    if (isBlank(below)) continue
    if (headerAt(rows, next)) return true
    if (!isTitleLine(below) || below.cells.length === row.cells.length) return false
    seen += 1
  }
  return false
}

/** What was claimed of a cell that was put together holds for its pieces; page numbers and titles between rows are furniture. */
export function claimRest(draft: Draft, { pieces, notes }: Table): void {
  for (const [whole, parts] of pieces) {
    const claim = draft.claimOf(whole)
    if (claim) for (const part of parts) draft.claim(part, claim.as)
  }
  // a note stays unread, as nothing keeps it
  for (const row of notes) if (!isNote(row)) for (const cell of filled(row)) draft.claim(cell, 'boilerplate')
}
