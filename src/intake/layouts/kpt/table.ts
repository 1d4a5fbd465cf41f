import type { Review } from '../../../reform/record.ts'
import { splitItems } from '../../../vocabulary/items.ts'
import type { Draft } from '../../draft.ts'
import { type Cell, filled, isBlank, type Row } from '../../read/page.ts'
import { namePlan } from '../table/plans.ts'
import { type Kind, kindIn } from './lines.ts'

const TITLES = 6

/** KPTの表 — Keep, Problem and Try as the heads of columns. Rows from `start` that belong to it, title lines included; 0 for none. */
export function kptTableLength(rows: readonly Row[], start: number): number {
  const head = headAt(rows, start)
  if (head === null) return 0
  let end = head + 1
  for (let at = end; at < rows.length; at += 1) {
    const row = rows[at] as Row
    if (isBlank(row)) continue
    if (row.headingDepth > 0 || row.page !== (rows[head] as Row).page || filled(row).length < 2) break
    end = at + 1
  }
  return end - start
}

/** The row that heads the columns, with nothing but short lines before it. */
function headAt(rows: readonly Row[], start: number): number | null {
  for (let at = start, seen = 0; at < rows.length && seen <= TITLES; at += 1) {
    const row = rows[at] as Row
    if (isBlank(row)) continue
    if (isHead(row)) return at
    if (filled(row).length > 1 || (filled(row)[0] as Cell).text.length > 60) return null
    seen += 1
  }
  return null
}

const isHead = (row: Row): boolean => filled(row).length >= 2 && filled(row).filter((c) => kindIn(c.text)).length >= 2

/** Reads the rows below the head; false where there is no such table. */
export function readKptTable(rows: readonly Row[], review: Review, draft: Draft): boolean {
  const head = rows.findIndex(isHead)
  if (head < 0) return false
  for (const row of rows.slice(0, head)) for (const cell of filled(row)) if (namePlan(draft, cell)) draft.claim(cell, 'fields')
  const kinds = new Map<number, Kind>()
  for (const cell of filled(rows[head] as Row)) {
    const kind = kindIn(cell.text)
    if (kind) kinds.set(cell.column, kind)
    if (kind) draft.claim(cell, 'fields')
  }
  for (const row of rows.slice(head + 1))
    for (const cell of filled(row)) {
      const kind = kinds.get(cell.column)
      if (kind) for (const { key, text } of splitItems(cell.text)) addItem(review, kind, key, text, cell, draft)
    }
  // column by column, as one reads it
  const order: Kind[] = ['keep', 'problem', 'try']
  review.items.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  return true
}

function addItem(review: Review, kind: Kind, number: string | null, text: string, cell: Cell, draft: Draft): void {
  const item = { kind, number, text, new: [], existing: [], other: [] }
  review.items.push(item)
  draft.from(item, 'text', cell)
}
