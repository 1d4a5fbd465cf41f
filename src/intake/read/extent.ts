import type { Unreadable } from '../../reform/unreadable.ts'
import { MOST_CELLS, WIDEST_TABLE } from './limits.ts'

const LINE_FEED = 10
const CARRIAGE_RETURN = 13

/**
 * 大きさの見積り — counts what would become cells before any is made: 20 MB of separators are as many cells,
 * and as many objects. Widths are only known where quotes cannot hide a separator.
 */
export function tooBig(text: string, separators: string, quotes: 'none' | 'possible'): Unreadable | null {
  const codes = new Set([...separators].map((separator) => separator.charCodeAt(0)))
  let cells = 1
  let width = 1
  let widest = 1
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const isEnd = code === LINE_FEED || code === CARRIAGE_RETURN
    if (!isEnd && !codes.has(code)) continue
    cells += 1
    width = isEnd ? 1 : width + 1
    if (width > widest) widest = width
  }
  if (quotes === 'none' && widest > WIDEST_TABLE) return { kind: 'too-wide', columns: widest, limit: WIDEST_TABLE }
  return cells > MOST_CELLS ? { kind: 'too-many-cells' } : null
}
