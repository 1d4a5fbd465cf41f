import type { Review } from '../../reform/record.ts'
import { filled, isBlank, type Row, textOf } from '../read/page.ts'
import { kindOf, linksIn, listOf, numbered } from './kpt/lines.ts'
import { readSlides } from './kpt/slides.ts'
import { kptTableLength, readKptTable } from './kpt/table.ts'
import type { Layout } from './layout.ts'
import { linkTitles } from './list/links.ts'

const NEAR = 8

/** KPTの総括 — lists of what to keep, what went wrong and what to try (or a table of them), and a slide for each try with the initiatives it leads to. */
export const kptSlides: Layout = {
  name: 'kpt-slides',
  claim: (rows, start) => kptTableLength(rows, start) || slidesLength(rows, start),
  read: ({ rows }, draft) => {
    const known = draft.record.reviews.find((r) => r.method === 'KPT')
    const review: Review = known ?? { method: 'KPT', items: [] }
    if (!known) draft.record.reviews.push(review)
    if (!readKptTable(rows, review, draft)) readSlides(rows, review, draft)
    linkTitles(draft)
  },
}

function slidesLength(rows: readonly Row[], start: number): number {
  if (!kptFollows(rows, start)) return 0
  let end = start
  for (let at = start; at < rows.length; at += 1) {
    const row = rows[at] as Row
    if (isBlank(row)) continue
    const leaves = filled(row).length > 2 || (row.headingDepth > 0 && isForeign(row) && !kptFollows(rows, at))
    if (leaves) break
    end = at + 1
  }
  return end - start
}

/** Only headings and short lines stand between here and a line that says Keep, Problem or Try. */
function kptFollows(rows: readonly Row[], start: number): boolean {
  for (let at = start, seen = 0; at < rows.length && seen < NEAR; at += 1) {
    const row = rows[at] as Row
    if (isBlank(row)) continue
    if (kindOf(row)) return true
    if (row.headingDepth === 0 && (filled(row).length > 1 || textOf(row).length > 60 || row.bullet !== null)) return false
    seen += 1
  }
  return false
}

/** A heading that belongs to no slide of a try. */
const isForeign = (row: Row): boolean => {
  const text = textOf(row)
  return !numbered(text) && !listOf(row) && !linksIn(text).some((l) => l.sections.length > 0)
}
