import type { Effect } from '../../../reform/record.ts'
import { foldTight } from '../../../vocabulary/folding.ts'
import type { Draft } from '../../draft.ts'
import { type Cell, filled } from '../../read/page.ts'
import type { ListRow } from '../list/rows.ts'
import type { Column } from '../table/header.ts'

const STATUS = /^[（(]?(計画|目標|予算|見込み?|実績|決算)(?:効果)?(?:額|値)?[）)]?$/
const STATUSES: Record<string, Effect['status']> = {
  ...{ 計画: '計画', 目標: '計画', 予算: '計画' },
  ...{ 見込: '見込み', 見込み: '見込み', 実績: '実績', 決算: '実績' },
}
/** «実績», «計画効果額», «（計画）» — what a cell says of all amounts of its row. */
export const statusSaid = (text: string): Effect['status'] => STATUSES[STATUS.exec(foldTight(text))?.[1] ?? ''] ?? null
const saysStatus = (row: ListRow): boolean => [...row.cells.values()].some((cell) => statusSaid(cell.text) !== null)

const UNIT = /^(?:(?:千|百万|万|億)?円|人|名|件|時間|日|回|台|枚|人日|人役|か所|箇所)$/

export type RowKind = Pick<Effect, 'side' | 'basis' | 'status'> & { unit: string | null }

/** «歳入», «継続», «時間» in a cell of its own says it for all amounts of the row. */
export function kindOfRow(row: ListRow, name: Cell, isAmount: (column: Column) => boolean, draft: Draft): RowKind {
  const kind: RowKind = { side: null, basis: null, status: null, unit: unitBeside(row, name, isAmount, draft) }
  for (const [column, cell] of row.cells) {
    const text = foldTight(cell.text)
    const status = isAmount(column) ? null : statusSaid(text)
    const said = /^(歳入|歳出)(?:確保|削減|増加?|面)?$|^(単年度|継続)(?:的?効果)?$/.exec(text)
    if (!said && !status) continue
    if (status) kind.status = status
    if (said?.[1]) kind.side = said[1] as '歳入' | '歳出'
    if (said?.[2]) kind.basis = said[2] as '単年度' | '継続'
    for (const used of [cell, ...column.cells]) draft.claim(used, 'fields')
  }
  return kind
}

/** 行の単位 — wins over the unit above the table: «（単位：千円）» does not make hours of money. */
function unitBeside(row: ListRow, name: Cell, isAmount: (column: Column) => boolean, draft: Draft): string | null {
  // «人» may be the name of a pillar
  const others = new Set([name, ...[...row.cells].flatMap(([column, cell]) => (isAmount(column) ? [cell] : []))])
  const cell = [...row.cells.values(), ...filled(row.row)].find((one) => !others.has(one) && UNIT.test(foldTight(one.text)))
  if (!cell) return null
  draft.claim(cell, 'fields')
  return foldTight(cell.text)
}

/** «実績» below «計画» goes on with the name above it. */
export const goesOnWith = <Name>(row: ListRow, before: Name | null): Name | null => (saysStatus(row) ? before : null)

/**
 * 左に詰まった行 — text whose second row begins with «実績» instead of a blank cell under the name: its cells belong as many
 * columns further to the right as the kinds stand beside the names.
 */
export function shiftedRight(rows: readonly ListRow[], columns: readonly Column[], scope: Column | null): ListRow[] {
  const at = scope ? columns.indexOf(scope) : -1
  const kinds = columns.findIndex((column, nth) => nth > at && rows.some((row) => statusSaid(row.cells.get(column)?.text ?? '') !== null))
  if (!scope || kinds < 0) return [...rows]
  return rows.map((row) => {
    if (statusSaid(row.cells.get(scope)?.text ?? '') === null) return row
    const moved = [...row.cells].map(([column, cell]) => [columns[columns.indexOf(column) + kinds - at], cell] as const)
    return moved.every(([column]) => column) ? { ...row, cells: new Map(moved as [Column, (typeof moved)[number][1]][]) } : row
  })
}
