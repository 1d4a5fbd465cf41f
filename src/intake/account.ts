import type { Accounting } from '../reform/record.ts'
import { countCharacters } from '../vocabulary/folding.ts'
import type { Draft } from './draft.ts'
import { isPageNumber, isRepeatedSheet } from './furniture.ts'
import type { Page, Row } from './read/page.ts'

/**
 * 文字数の内訳と未読 — every non-blank character is a field, prose, furniture of the page, or unread; the four add up
 * because each cell is counted once, whole, and what a reader gave back of it is taken off its claim.
 */
export function account(pages: readonly Page[], draft: Draft): { accounting: Accounting; unread: { at: string; text: string }[] } {
  const accounting: Accounting = { characters: 0, fields: 0, prose: 0, boilerplate: 0, unread: 0 }
  const unread: { at: string; text: string }[] = []
  const printed = timesPrinted(pages)
  for (const page of pages) {
    const repeated = isRepeatedSheet(page)
    for (const row of page.rows)
      for (const cell of row.cells) {
        const count = countCharacters(cell.raw)
        if (count === 0) continue
        accounting.characters += count
        const claim =
          draft.claimOf(cell) ?? (repeated || isFurniture(row, cell.text, printed) ? { as: 'boilerplate' as const, unread: [] } : null)
        const left = claim
          ? Math.min(
              count,
              claim.unread.reduce((sum, text) => sum + countCharacters(text), 0),
            )
          : count
        accounting.unread += left
        if (claim) accounting[claim.as] += count - left
        for (const text of claim ? claim.unread : [cell.text]) if (text.trim() !== '') unread.push({ at: cell.at, text })
      }
  }
  return { accounting, unread }
}

/** Furniture: rules, page numbers, and what is printed on two pages or more; a sheet that only repeats others is so whole. */
const isFurniture = (row: Row, text: string, printed: ReadonlyMap<string, number>): boolean =>
  row.isRule ||
  text === '' ||
  isPageNumber(text) ||
  (row.cells.length === 1 && isPageNumber(row.cells[0]?.raw.trim() ?? '')) ||
  (printed.get(text) ?? 0) >= 2

function timesPrinted(pages: readonly Page[]): Map<string, number> {
  const seen = new Map<string, Set<Page>>()
  for (const page of pages)
    for (const row of page.rows)
      for (const cell of row.cells) if (cell.text) seen.set(cell.text, (seen.get(cell.text) ?? new Set()).add(page))
  return new Map([...seen].map(([text, on]) => [text, on.size]))
}
