import { filled, isBlank, type Row, textOf } from '../read/page.ts'
import { looksLikeSections } from '../sections.ts'
import type { Layout } from './layout.ts'
import { CHART, ITEM, TITLE } from './organization-changes/lines.ts'
import { changesListedAs, kindOfList, listedChanges } from './organization-changes/list.ts'
import { readReorganisation } from './organization-changes/read.ts'
import { changesIn } from './organization-changes/sentences.ts'
import { changeOfRow, columnsOf } from './organization-changes/table.ts'

/** 組織改正 — a numbered heading a change, sentences or a table of old and new units below it. */
export const organizationChanges: Layout = {
  name: 'organization-changes',

  claim(rows, start) {
    if (!opensReorganisation(rows, start)) return 0
    let end = start + 1
    for (let at = start + 1; at < rows.length; at += 1) {
      const row = rows[at] as Row
      if (isBlank(row) || row.isRule) continue
      if (!belongs(rows, at)) break
      end = at + 1
    }
    return end - start
  },

  read: ({ rows }, draft) => readReorganisation(rows, draft),
}

const says = (row: Row): boolean => changesIn(textOf(row)).length > 0 || listedChanges(textOf(row)).length > 0
const filledFrom = (rows: readonly Row[], from: number, count: number): Row[] => {
  const found: Row[] = []
  for (let at = from; at < rows.length && found.length < count && at < from + 80; at += 1) {
    const row = rows[at] as Row
    if (!isBlank(row) && !row.isRule) found.push(row)
  }
  return found
}

/** Whether a reorganisation begins here: its title or a numbered item, with a change that can be read soon after. */
export function opensReorganisation(rows: readonly Row[], at: number): boolean {
  const text = rows[at] ? textOf(rows[at] as Row) : ''
  if (rows[at] && isTableAt(rows[at] as Row, filledFrom(rows, at + 1, 1)[0])) return true
  if (text.length > 80 || (!TITLE.test(text) && !ITEM.test(text))) return false
  if (ITEM.test(text)) return filledFrom(rows, at + 1, 2).some((row) => changesIn(textOf(row)).length > 0)
  const next = filledFrom(rows, at + 1, 14)
  if (next.some((row, i) => ITEM.test(textOf(row)) && next.slice(i + 1).some(says))) return true
  if (next.slice(0, 6).some((row) => columnsOf(row) !== null)) return true
  // an initiative may be called «③ 組織の再編» too: a title of a reorganisation has no number and speaks of 改正 or the like
  const isTitle = /改正|改編|再編|変更|機構改革/.test(text) && !/^[（(]?[0-9０-９①-⑳ア-コ]{1,2}[）).．、\s　]/.test(text.trim())
  if (!isTitle) return next.slice(0, 6).some((row) => listedChanges(textOf(row)).length > 0)
  return next.slice(0, 3).some(says) || next.slice(0, 4).some((row, i) => isListAt(row, next[i + 1]))
}

const isListAt = (row: Row, next: Row | undefined): boolean => {
  const kind = kindOfList(textOf(row))
  return kind !== null && next !== undefined && changesListedAs(kind, textOf(next)).length > 0
}

/** It goes on as long as something of it still comes: an item, a table, a sentence of change a few lines on. */
function belongs(rows: readonly Row[], at: number): boolean {
  const row = rows[at] as Row
  const text = textOf(row)
  if (row.headingDepth === 1 && !TITLE.test(text)) return false
  if (ITEM.test(text) || CHART.test(text) || columnsOf(row) !== null || filled(row).length > 1 || says(row)) return true
  if (row.bullet !== null && (/。$/.test(text) || text.length <= 40)) return true
  const next = filledFrom(rows, at, 8)
  return next.some((other, i) => says(other) || isTableAt(other, next[i + 1]) || isListAt(other, next[i + 1]))
}

/** «現行 | 改正後» over the names of units. */
function isTableAt(row: Row, next: Row | undefined): boolean {
  const columns = columnsOf(row)
  const read = columns && next ? changeOfRow(next, columns) : null
  return read !== null && [...read.change.from, ...read.change.to].every(looksLikeSections)
}
