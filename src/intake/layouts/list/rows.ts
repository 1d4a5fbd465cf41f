import type { RecordId } from '../../../reform/record.ts'
import { foldTight } from '../../../vocabulary/folding.ts'
import type { Draft } from '../../draft.ts'
import { nodeOf, readNumbered } from '../../join.ts'
import type { Role } from '../../labels.ts'
import { type Cell, filled, type Row } from '../../read/page.ts'
import { isHeadingLine } from '../table/block.ts'
import { place } from '../table/fit.ts'
import type { Column } from '../table/header.ts'

/** 行の内容 — the cells of one row by column: its own, and those of merged areas that reach down to it. */
export type ListRow = { row: Row; cells: ReadonlyMap<Column, Cell>; own: ReadonlySet<Cell> }

const DITTO = /^(?:同上|〃|″|々|”)$/

/** Rows with the cells that merged areas carry into them; 「同上」 says what the row above says. */
export function listRows(body: readonly Row[], columns: readonly Column[], draft: Draft): ListRow[] {
  const before = new Map<Column, Cell>()
  const reaching = new Map<Column, { cell: Cell; until: number }>()
  return body.map((row) => {
    const placed = place(row, columns)
    const cells = new Map(placed)
    for (const [column, { cell, until }] of reaching) if (row.index <= until && !cells.has(column)) cells.set(column, cell)
    for (const [column, cell] of placed) {
      const same = DITTO.test(cell.text) ? before.get(column) : undefined
      if (same) {
        cells.set(column, same)
        draft.claim(cell, 'fields')
      } else if (cell.text !== '') before.set(column, cell)
    }
    for (const [column, cell] of placed) if (cell.rowSpan > 1) reaching.set(column, { cell, until: row.index + cell.rowSpan - 1 })
    return { row, cells, own: new Set(placed.values()) }
  })
}

export const cellsOf = (row: ListRow, role: Role): Cell[] =>
  [...row.cells].filter(([column, cell]) => column.role === role && cell.text !== '').map(([, cell]) => cell)
export const cellOf = (row: ListRow, role: Role): Cell | null => cellsOf(row, role)[0] ?? null

/** A name that was broken over lines in its cell is one name. */
export const nameIn = (cell: Cell): string => cell.text.replace(/\s*\n\s*/g, '')

/** Rows that follow one title and say different descriptions: each is a part of the initiative. */
export function rowsOfParts(rows: readonly ListRow[]): Set<ListRow> {
  const several = new Set<ListRow>()
  let group: ListRow[] = []
  const close = (): void => {
    const said = new Set(group.flatMap((r) => cellOf(r, 'description') ?? []).map((c) => foldTight(c.text)))
    if (said.size > 1) for (const row of group) several.add(row)
    group = []
  }
  let title = ''
  for (const row of rows) {
    const own = cellOf(row, 'title')
    const tight = own ? foldTight(own.text) : title
    if (tight !== title) close()
    title = tight
    group.push(row)
  }
  close()
  return several
}

export const isSum = (text: string): boolean =>
  /^[（(【]?(?:(?:歳入|歳出|収入|支出|全体|(?:財政|改善|改革改善)?効果額?)?(?:小|合|総|累|中)?計|総合計|合計額)[）)】]?$/.test(
    foldTight(text),
  )

/** A line across the table («１ 歳入の確保» merged over all columns, or alone and numbered) that stands over the rows below it. */
export function isGroupLine(row: Row, columns: readonly Column[]): boolean {
  const cells = filled(row)
  const only = cells[0]
  if (cells.length !== 1 || !only || isSum(only.text) || only.text.length > 60 || /。/.test(only.text)) return false
  if (only.columnSpan > columns.length / 2 || isHeadingLine(row)) return true
  const { level, number } = readNumbered(only.text)
  const column = columns.find((c) => c.at === only.column)
  return (level !== null || number !== null) && (column?.role === 'title' || column?.role === 'number')
}

/**
 * 柱・区分の繰り下げ — pillar and theme columns, left to right; a blank cell means the one above, and a new pillar
 * ends the theme below it.
 */
export class Above {
  private readonly current: (Cell | null)[]
  private readonly levels: readonly Column[]
  private readonly draft: Draft
  private last: { plan: RecordId | null; under: RecordId | null; node: RecordId | null } | null = null
  constructor(draft: Draft, columns: readonly Column[]) {
    this.draft = draft
    this.levels = columns.filter((c) => c.role === 'pillar' || c.role === 'theme')
    this.current = this.levels.map(() => null)
  }

  /** Takes the row's own pillar and theme cells; says whether one of them is new. */
  take(row: ListRow): boolean {
    let isNew = false
    this.levels.forEach((column, depth) => {
      const cell = row.cells.get(column)
      if (!cell || cell.text === '') return
      const before = this.current[depth]
      this.draft.claim(cell, 'fields')
      if (before && foldTight(before.text) === foldTight(cell.text)) return
      this.current[depth] = cell
      this.current.fill(null, depth + 1)
      this.last = null
      isNew = true
    })
    return isNew
  }

  /** The row's own cells in the columns of pillars and themes. */
  ownCells(row: ListRow): Cell[] {
    return this.levels.flatMap((column) => row.cells.get(column) ?? []).filter((cell) => row.own.has(cell))
  }

  cells(): readonly (Cell | null)[] {
    return this.current
  }

  /** The lowest node the row stands under. */
  node(plan: RecordId | null, under: RecordId | null): RecordId | null {
    if (this.last && this.last.plan === plan && this.last.under === under) return this.last.node
    let parent = under
    this.current.forEach((cell, depth) => {
      const column = this.levels[depth] as Column
      if (cell) parent = nodeOf(this.draft, nameIn(cell), cell, { plan, parent, level: nameIn(column.cells.at(-1) as Cell) }).id
    })
    this.last = { plan, under, node: parent }
    return parent
  }

  /** Goes on from another table of the same kind: the page broke, and blank cells still mean what stood above. */
  goOnFrom(other: Above): void {
    other.current.forEach((cell, depth) => {
      if (depth < this.current.length) this.current[depth] = cell
    })
    this.last = other.last
  }
}
