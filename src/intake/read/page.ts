import type { DocumentKind } from '../../reform/record.ts'

/**
 * セル — one piece of text that knows where it stood. A line of plain text without tabs is a row of one cell.
 * `text` is what a reader sees (markup taken off, line breaks of a list kept as \n); `raw` is what the file says.
 * Column and span count from 0; a merged area is one cell with its span, and the covered cells do not exist.
 */
export type Cell = {
  readonly text: string
  readonly raw: string
  /** «line 105», «様式2!F14» */
  readonly at: string
  readonly column: number
  readonly columnSpan: number
  readonly rowSpan: number
}

/** 行 — cells from left to right, blank ones included where the file separates them (two tabs in a row). */
export type Row = {
  readonly cells: readonly Cell[]
  readonly at: string
  /** number of the row on its page, from 0 */
  readonly index: number
  readonly page: Page
  /** Markdown heading depth («## 前期» → 2); 0 where the row is not marked up as a heading */
  readonly headingDepth: number
  /** «- » or «・» bullets that markup, not the author, put in front; null where none */
  readonly bullet: string | null
  /** a rule such as «---» that separates and says nothing */
  readonly isRule: boolean
}

/** 頁 — a sheet of a workbook, a page of a PDF, or a whole text. */
export type Page = { readonly name: string | null; rows: Row[] }

export type ReadDocument = {
  name: string
  sha256: string
  kind: DocumentKind
  pages: Page[] /** 空白を除いた総文字数 */
  characters: number
}

export type { Unreadable } from '../../reform/unreadable.ts'

export const textOf = (row: Row): string =>
  row.cells
    .map((c) => c.text)
    .join('\t')
    .trim()
export const filled = (row: Row): Cell[] => row.cells.filter((c) => c.text !== '')
export const isBlank = (row: Row): boolean => row.cells.every((c) => c.text === '')
