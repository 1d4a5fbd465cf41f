import { findDates } from './dated.ts'
import { figureTokens } from './figure-token.ts'
import type { Item } from './items.ts'
import { foldInPlace } from './same-length.ts'

/** A figure in a list: where it is said, by what name, and when. */
type Listed = { start: number; end: number; label: string; asOf: string | null; group: string | null }

/** Whether words hold a figure themselves; then they name nothing. What stands in brackets does not count. */
export const hasFigure = (label: string): boolean =>
  figureTokens(foldInPlace(label.replace(/[(（][^()（）]*[)）]/g, ''))).some((t) => t.unit !== null)

/** The heading without the bracket it opens, a 【…】 of its own and the date that belongs to the first figure. */
function headWords(head: string): string {
  const words = head
    .replace(/[\s:：→(（<※]+$|(?:は|が|として)、$/, '')
    .replace(/【[^】]*】$/, '')
    .trim()
  const date = findDates(words).at(-1)
  return date && date.end === words.length ? words.slice(0, date.start).trim() : words
}

/** 見出し付きの一覧 — the words of an item before its first figure, or that figure's name, stand over the others. */
export function grouped<T extends Listed>(text: string, item: Item, found: T[]): T[] {
  const [first, ...others] = found
  if (!first) return found
  const head = text.slice(item.start, first.start).trim()
  if (head !== '') {
    const group = headWords(head)
    if (group === '' || group.length > 40 || /[。、→]|[にをでとが]$/.test(group) || hasFigure(group)) return found
    const asOf = findDates(group)[0]
    return found.map((q) => ({ ...q, group, asOf: q.asOf ?? (asOf ? group.slice(asOf.start, asOf.end) : null) }))
  }
  const between = foldInPlace(text.slice(first.end, others.at(-1)?.start ?? first.end))
  if (others.length < 2 || !/^\s/.test(between) || /[(※]/.test(between)) return found
  return [first, ...others.map((q) => ({ ...q, group: first.label }))]
}
