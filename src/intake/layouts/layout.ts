import type { Draft } from '../draft.ts'
import type { Row } from '../read/page.ts'

/** 見出し — a heading above a stretch, outermost first. */
export type Heading = { depth: number; text: string; row: Row }

/** 範囲 — rows of a document that one layout reads, with the headings they stand under. */
export type Stretch = { layout: string; rows: readonly Row[]; headings: readonly Heading[] }

/**
 * 書式の族 — one family of layouts. It recognises itself by what stands in the rows (header vocabulary,
 * label words, numbering, content of cells), never by a file, a city or a line number.
 */
export type Layout = {
  readonly name: string
  /** How many rows from `start` on are one stretch of this layout; 0 for none. Looks, changes nothing. */
  claim(rows: readonly Row[], start: number, headings: readonly Heading[]): number
  /** Reads a stretch. What it does not place stays unclaimed, and so becomes unread. */
  read(stretch: Stretch, draft: Draft): void
}
