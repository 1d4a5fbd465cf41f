import { type Cell, filled, type Row } from '../../read/page.ts'
import { looksLikeSections } from '../../sections.ts'
import type { Column } from './header.ts'
import { DECISION } from './judgement.ts'

const SENTENCE = /。/
const NUMBERED = /^([（(]\s*\d+\s*[)）]|[①-⑳]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|\d+[.．、\s]|基本方針|重点)/
const NUMBER = /^(no\.?)?[\d０-９①-⑳ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩA-Za-zア-ン.．()（）－-]{1,8}$/i
const FIGURE = /[\d０-９]|^[-－―–ー]$/

/** How well a text suits a column, by what it is: above zero it may well stand there, below zero hardly. */
export function suits(text: string, column: Column): number {
  const isName = looksLikeSections(text) || DECISION.test(text)
  const isSentence = SENTENCE.test(text)
  switch (column.role) {
    case 'section':
    case 'relatedSection':
      return looksLikeSections(text) ? 4 : -4
    case 'decision':
      return DECISION.test(text) ? 4 : -4
    case 'number':
      return NUMBER.test(text) ? 3 : -3
    case 'title':
    case 'before':
    case 'after':
      return isSentence ? -2 : isName ? -3 : NUMBERED.test(text) ? 0 : text.length <= 45 ? 1.5 : 0
    case 'pillar':
    case 'theme':
      return isSentence ? -2 : NUMBERED.test(text) ? 2 : isName ? -3 : 0.3
    case 'description':
    case 'progress':
    case 'issues':
    case 'revision':
    case 'goal':
      return isSentence ? 2 : isName ? -2 : text.length > 30 ? 1 : 0
    case 'evaluation':
      return text.length <= 8 ? 1.5 : -1
    case 'unit':
      return text.length <= 8 ? 1 : -2
    case null:
    case 'note':
    case 'comment':
    case 'indicator':
    case 'reason':
      return 0
    default:
      return FIGURE.test(text) ? 1.5 : text.length > 12 ? -1.5 : 0
  }
}

export type Placed = ReadonlyMap<Column, Cell>

/**
 * Which cell of a row says which column. Columns by position, unless the content contradicts it: a row shifted by a cell
 * (its first cell is missing, or one stands too much) shows it by a section or a decision that stands beside its column.
 */
export function place(row: Row, columns: readonly Column[]): Placed {
  const cells = filled(row)
  const byPosition = new Map<Column, Cell>()
  for (const cell of cells) {
    const column = columns.find((c) => c.at === cell.column)
    if (column) byPosition.set(column, cell)
  }
  return contradicted(cells, columns, byPosition) ? bestPlaces(cells, columns, byPosition) : byPosition
}

const NAMES = new Set<Column['role']>(['title', 'before', 'after', 'pillar', 'theme'])

function contradicted(cells: readonly Cell[], columns: readonly Column[], placed: Placed): boolean {
  if ([...placed].some(([column, cell]) => NAMES.has(column.role) && suits(cell.text, column) <= -2)) return true
  return columns.some((column) => {
    if (column.role !== 'section' && column.role !== 'decision') return false
    const own = placed.get(column)
    if (own && suits(own.text, column) > 0) return false
    const same = columns.filter((c) => c.role === column.role || c.role === 'relatedSection')
    return cells.some((cell) => suits(cell.text, column) > 0 && !same.some((c) => placed.get(c) === cell))
  })
}

/** Cells keep their order; each change of the distance between a cell and its column costs, a text that suits gains. */
function bestPlaces(cells: readonly Cell[], columns: readonly Column[], byPosition: Placed): Placed {
  type Way = { gain: number; columns: readonly number[] }
  let ways: Way[] = [{ gain: 0, columns: [] }]
  cells.forEach((cell, k) => {
    const longer = ways.flatMap((way) => {
      const last = way.columns.at(-1) ?? -1
      const shift = last < 0 ? 0 : (columns[last] as Column).at - (cells[k - 1] as Cell).column
      return columns.flatMap((column, c): Way[] => {
        if (c <= last || columns.length - c < cells.length - k) return []
        const distance = column.at - cell.column
        const cost = 0.5 * Math.abs(distance - shift) + 0.01 * Math.abs(distance)
        return [{ gain: way.gain + suits(cell.text, column) - cost, columns: [...way.columns, c] }]
      })
    })
    ways = bestByEnd(longer)
  })
  const best = ways.reduce<Way | null>((a, b) => (a && a.gain >= b.gain ? a : b), null)
  const standing = [...byPosition].reduce((sum, [column, cell]) => sum + suits(cell.text, column), 0)
  if (!best || (byPosition.size === cells.length && best.gain <= standing + 1)) return byPosition
  return new Map(best.columns.map((c, k) => [columns[c] as Column, cells[k] as Cell]))
}

/** Of all ways that end in the same column only the best can win. */
function bestByEnd<W extends { gain: number; columns: readonly number[] }>(ways: readonly W[]): W[] {
  const best = new Map<number, W>()
  for (const way of ways) {
    const end = way.columns.at(-1) as number
    const known = best.get(end)
    if (!known || way.gain > known.gain) best.set(end, way)
  }
  return [...best.values()]
}
