import { fold } from '../vocabulary/folding.ts'
import { isRepeated } from '../vocabulary/repeated.ts'
import { filled, type Page, type Row } from './read/page.ts'

/** «- 3 -», «－３－», «3/12», «p.3», «3ページ»: what a page prints of itself. */
export const isPageNumber = (text: string): boolean => OF_PAGES.test(fold(text).trim()) || ORDINAL.test(fold(text).trim())

const ORDINAL = /^([-‐–—―ー~]\s*\d{1,3}\s*[-‐–—―ー~]|p(age)?\.?\s*\d{1,3}|\d{1,3}\s*(ページ|頁)|<\s*\d{1,3}\s*>)$/i
const OF_PAGES = /^\d+\s*\/\s*\d+$/

/** 再掲のシートか — its title says that it repeats what other sheets of the book say: read again, it would be told twice. */
export function isRepeatedSheet(page: Page): boolean {
  const [first, ...others] = page.name === null ? [] : (page.rows.map(filled).find((cells) => cells.length > 0) ?? [])
  return first !== undefined && others.length === 0 && isRepeated(first.text)
}

/**
 * ノンブルの行 — a page number alone on its line of plain text. It stands between the rows of a table or the lines of a
 * paragraph that the page broke, and says nothing to them. «1/3» may as well be a value, and stays.
 */
export function isPageNumberRow(row: Row): boolean {
  if (row.page.name !== null || filled(row).length > 1) return false
  return ORDINAL.test(fold(row.cells.map((cell) => cell.raw).join('')).trim())
}
