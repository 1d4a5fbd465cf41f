import type { Heading, Layout, Stretch } from './layouts/layout.ts'
import { isBlank, type Row, textOf } from './read/page.ts'

/**
 * 範囲分け — which stretch of a document is what: row by row the first layout that recognises itself takes its rows.
 * Rows nobody recognises stand alone; marked-up headings are remembered for what comes after them.
 */
export function segment(rows: readonly Row[], layouts: readonly Layout[]): Stretch[] {
  const stretches: Stretch[] = []
  const headings: Heading[] = []
  let at = 0
  while (at < rows.length) {
    const row = rows[at] as Row
    if (isBlank(row)) {
      at += 1
      continue
    }
    const claimed = claimAt(rows, at, layouts, headings)
    if (claimed) {
      stretches.push({ layout: claimed.layout.name, rows: rows.slice(at, at + claimed.length), headings: [...headings] })
      // headings inside the stretch hold for what follows it
      for (const inside of rows.slice(at, at + claimed.length)) remember(headings, inside)
      at += claimed.length
    } else {
      remember(headings, row)
      at += 1
    }
  }
  return stretches
}

function claimAt(
  rows: readonly Row[],
  at: number,
  layouts: readonly Layout[],
  headings: readonly Heading[],
): { layout: Layout; length: number } | null {
  for (const layout of layouts) {
    const length = layout.claim(rows, at, headings)
    if (length > 0) return { layout, length }
  }
  return null
}

function remember(headings: Heading[], row: Row): void {
  const depth = row.headingDepth
  if (depth === 0) return
  while (headings.length > 0 && (headings.at(-1) as Heading).depth >= depth) headings.pop()
  headings.push({ depth, text: textOf(row), row })
}
