import { balanced, widthOf } from './text-width.ts'

/** 地図 — marks in the cells of a grid; `columns` are headings over them. */
export type MapMark = { text: string; tone: string; title: string; href: string | null }
export type MarkMap = { columns: readonly string[]; rows: readonly { head: string; cells: readonly (readonly MapMark[])[] }[] }

export const MAP_WIDTH = 860
/** 一枚の高さ — of A4 upright under its heading, at the width of the page */
export const MAP_SHEET = 1140
/** the first stands under the head of its page */
export const FIRST_SHEET = 760
const HEAD_MOST = 190
const HEAD_FONT = 12
const LINE = 16
export const MARK = { height: 24, font: 12, gap: 4 }
const PAD = 6

export type PlacedMark = { mark: MapMark; x: number; y: number }
export type PlacedRow = { y: number; height: number; head: string[]; marks: PlacedMark[] }
export type MapSheet = { height: number; headHeight: number; rows: PlacedRow[] }
export type MapLayout = {
  markWidth: number
  headWidth: number
  columns: { x: number; width: number; lines: string[] }[]
  sheets: MapSheet[]
}

/** 印の置き方 — every mark as wide as the widest, so that a cell is read as a number of equal marks. A sheet ends between two rows. */
export function mapLayout({ columns, rows }: MarkMap, most: number = MAP_SHEET, first: number = Math.min(most, FIRST_SHEET)): MapLayout {
  const texts = rows.flatMap((r) => r.cells.flatMap((c) => c.map((m) => m.text)))
  const markWidth = Math.max(MARK.height, Math.ceil(Math.max(0, ...texts.map(widthOf)) * MARK.font) + 8)
  const headWidth = Math.min(HEAD_MOST, Math.ceil(Math.max(4, ...rows.map((r) => widthOf(r.head))) * HEAD_FONT) + 10)
  const column = Math.floor((MAP_WIDTH - headWidth) / Math.max(1, columns.length))
  const perLine = Math.max(1, Math.floor((column - 2 * PAD + MARK.gap) / (markWidth + MARK.gap)))
  const placed = columns.map((title, i) => ({ x: headWidth + i * column, width: column, lines: balanced(title, (column - 8) / HEAD_FONT) }))
  const headHeight = Math.max(1, ...placed.map((c) => c.lines.length)) * LINE + 10
  const sheets: MapSheet[] = []
  for (const row of rows) {
    const head = balanced(row.head, (headWidth - 8) / HEAD_FONT)
    const lines = Math.max(1, ...row.cells.map((cell) => Math.ceil(cell.length / perLine)))
    const height = Math.max(head.length * LINE, lines * (MARK.height + MARK.gap) - MARK.gap) + 2 * PAD
    let sheet = sheets.at(-1)
    if (!sheet || sheet.height + height > (sheets.length === 1 ? first : most)) {
      sheet = { height: headHeight, headHeight, rows: [] }
      sheets.push(sheet)
    }
    const y = sheet.height
    const marks = row.cells.flatMap((cell, c) =>
      cell.map((mark, i) => ({
        mark,
        x: (placed[c]?.x ?? 0) + PAD + (i % perLine) * (markWidth + MARK.gap),
        y: y + PAD + Math.floor(i / perLine) * (MARK.height + MARK.gap),
      })),
    )
    sheet.rows.push({ y, height, head, marks })
    sheet.height += height
  }
  return { markWidth, headWidth, columns: placed, sheets }
}
