import type { Cell, Page, Row } from './page.ts'

type RawCell = { raw: string; at: string; column: number; columnSpan?: number; rowSpan?: number }

/** Cells of a table file → a page: line ends of every system are \n, white space around lines is layout. */
export function pageOf(name: string | null, rows: readonly { at: string; cells: readonly RawCell[] }[]): Page {
  const page: Page = { name, rows: [] }
  page.rows = rows.map(
    ({ at, cells }, index): Row => ({ at, index, page, headingDepth: 0, bullet: null, isRule: false, cells: cells.map(cellOf) }),
  )
  return page
}

const cellOf = ({ raw, at, column, columnSpan = 1, rowSpan = 1 }: RawCell): Cell => ({
  raw,
  text: seen(raw),
  at,
  column,
  columnSpan,
  rowSpan,
})

const seen = (raw: string): string =>
  raw
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
    .trim()
