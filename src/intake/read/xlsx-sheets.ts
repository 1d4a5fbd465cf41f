import { zipSync } from 'fflate'
import { type Cell as HucreCell, HucreError, readXlsx, type Sheet } from 'hucre'
import type { Unreadable } from '../../reform/unreadable.ts'
import { no, ok, type Result } from '../../vocabulary/result.ts'
import { NUMBERED_DATE_FORMATS, shownDate } from './date-format.ts'
import { MOST_CELLS, WIDEST_TABLE } from './limits.ts'
import { shownNumber } from './number-format.ts'
import { visibleAreas } from './xlsx-merges.ts'

/** A sheet as plain values, so that it can cross the border of a worker. */
export type SheetCell = [column: number, raw: string, columnSpan: number, rowSpan: number]
export type SheetRow = { number: number; cells: SheetCell[] }
export type PlainSheet = { name: string; rows: SheetRow[] /** 図形の文字 */; boxes: { row: number; text: string }[] }

/** Blank rows in a row say «here a table ends»; a thousand of them say no more than these. */
const LONGEST_GAP = 20

/** A merged heading or field reaches to the edge of a form; one that is wider than this reaches to the edge of Excel. */
const WIDEST_MERGE = 100

/** Inflated parts → the sheets a reader of the printed workbook would see. Hidden sheets hold lists and ids. */
export async function readSheets(parts: Map<string, Uint8Array>): Promise<Result<PlainSheet[], Unreadable>> {
  let sheets: Sheet[]
  try {
    const workbook = await readXlsx(packed(parts), { readStyles: true, sheets: (s) => !s.hidden && !s.veryHidden })
    sheets = workbook.sheets
  } catch (error) {
    return no(problemOf(error as Error))
  }
  const plain: PlainSheet[] = []
  for (const sheet of sheets) {
    const rows = rowsOf(sheet)
    if (!rows.ok) return rows
    const boxes = (sheet.textBoxes ?? []).map((box) => ({ row: box.anchor.from.row + 1, text: box.text }))
    plain.push({ name: sheet.name, rows: rows.value, boxes: boxes.filter((box) => box.text.trim() !== '') })
  }
  return ok(plain)
}

/**
 * The checked parts, packed again without compression: what the reader sees is exactly what the preflight saw,
 * whatever a second directory or a false header says. On the way the numbered date formats are spelt out, and
 * cells that only carry a style go: a border down to row 1,048,576 would count as a million rows.
 */
export function packed(parts: Map<string, Uint8Array>): Uint8Array {
  const files: Record<string, Uint8Array> = Object.create(null)
  for (const [name, part] of parts) {
    if (/styles\.xml$/i.test(name)) files[name] = withDateFormats(part)
    else files[name] = /\/worksheets\/[^/]+$/i.test(name) ? withoutBareCells(part) : part
  }
  return zipSync(files, { level: 0 })
}

function withoutBareCells(sheet: Uint8Array): Uint8Array {
  // latin1 keeps every byte as it is; the tags looked for are ASCII
  const xml = Buffer.from(sheet.buffer, sheet.byteOffset, sheet.byteLength).toString('latin1')
  const bare = xml.replace(/<c( [^<>]*)?\/>/g, '')
  // ふりがな of a text that stands in its cell would be read as part of it
  return Buffer.from(bare.includes('</rPh>') ? bare.replace(/<rPh[ >](?:(?!<\/?rPh)[\s\S])*<\/rPh>/g, '') : bare, 'latin1')
}

function withDateFormats(styles: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(styles)
  const spelt = Object.entries(NUMBERED_DATE_FORMATS)
    .filter(([id]) => !new RegExp(`<(?:\\w+:)?numFmt [^>]*numFmtId="${id}"`).test(xml))
    .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
    .join('')
  const inserted = xml.replace(/<((?:\w+:)?)styleSheet[^>]*(?<!\/)>/, (opening) => `${opening}<numFmts>${spelt}</numFmts>`)
  return new TextEncoder().encode(inserted)
}

export function problemOf(error: Error): Unreadable {
  const spans = /spans (\d+) rows x (\d+) columns/.exec(error.message)
  if (spans && Number(spans[2]) > WIDEST_TABLE) return { kind: 'too-wide', columns: Number(spans[2]), limit: WIDEST_TABLE }
  if (spans) return { kind: 'too-many-cells' }
  if (error instanceof HucreError || error instanceof RangeError || error instanceof TypeError) return { kind: 'truncated' }
  throw error
}

function rowsOf(sheet: Sheet): Result<SheetRow[], Unreadable> {
  const shown = (row: number, column: number): string => shownText(sheet, row, column)
  let width = 0
  let height = 0
  sheet.rows.forEach((row, r) => {
    const last = row.findLastIndex((value, c) => value !== null && shown(r, c).trim() !== '')
    if (last < 0) return
    width = Math.max(width, last + 1)
    height = r + 1
  })
  if (width > WIDEST_TABLE) return no({ kind: 'too-wide', columns: width, limit: WIDEST_TABLE })
  for (const { startRow, startCol, endCol } of sheet.merges ?? []) {
    const isUsed = startRow < height && startCol < width && shown(startRow, startCol).trim() !== ''
    if (isUsed && endCol - startCol < WIDEST_MERGE) width = Math.max(width, endCol + 1)
  }
  const areas = visibleAreas(sheet.merges ?? [], height, width)
  if (!areas) return no({ kind: 'unsafe-archive', fault: 'too-many-merges' })

  const rows: SheetRow[] = []
  let gap = 0
  let count = 0
  for (let r = 0; r < height; r += 1) {
    const cells: SheetCell[] = []
    for (let c = 0; c < width; c += 1) {
      const span = areas.spanAt(r, c)
      if (span) cells.push([c, shown(r, c), span.columns, span.rows])
    }
    const isGap = cells.every(([, raw]) => raw.trim() === '')
    gap = isGap ? gap + 1 : 0
    if (gap > LONGEST_GAP) continue
    rows.push({ number: r + 1, cells: isGap && cells.every(([, , , rowSpan]) => rowSpan === 1) ? [] : cells })
    count += cells.length
    if (count > MOST_CELLS) return no({ kind: 'too-many-cells' })
  }
  return ok(rows)
}

/** The text a reader of the sheet sees: dates and numbers in their display format, formulas by their last result. */
export function shownText(sheet: Sheet, row: number, column: number): string {
  const value = sheet.rows[row]?.[column] ?? null
  if (value === null) return ''
  if (typeof value === 'string') return value
  const format = (sheet.cells?.get(`${row},${column}`) as HucreCell | undefined)?.style?.numFmt
  if (value instanceof Date) return shownDate(value, format)
  return typeof value === 'number' ? shownNumber(value, format) : value ? 'TRUE' : 'FALSE'
}
