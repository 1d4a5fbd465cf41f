import type { Effect, EffectTotal } from '../../../reform/record.ts'
import { foldTight } from '../../../vocabulary/folding.ts'
import { readYen } from '../../../vocabulary/yen.ts'
import type { Draft } from '../../draft.ts'
import { readNumbered } from '../../join.ts'
import type { Cell } from '../../read/page.ts'
import { mainFigure } from '../list/amounts.ts'
import type { ListRow } from '../list/rows.ts'
import type { Column } from '../table/header.ts'
import type { Setting } from '../table/titles.ts'

/** The node that a printed row means, where the record knows just one of that name: «I 窓口の改革» is 基本方針1 窓口の改革. */
export function knownNode(name: string, draft: Draft): Effect['of'] {
  const { title } = readNumbered(name)
  const known = draft.record.nodes.filter((n) => foldTight(n.title) === foldTight(title))
  return known.length === 1 && known[0] ? { node: known[0].id } : null
}

export type Amount = { cell: Cell; yen: number | null }

/** 合計欄と比較欄 of a row; `own` is the unit that the row itself prints. */
export function readTotals(
  row: ListRow,
  columns: readonly Column[],
  scope: string,
  { own, ...setting }: Setting & { own: string | null },
  draft: Draft,
): void {
  const said = (role: 'total' | 'difference'): Amount | null => {
    // «計» below a year is the sum of that year's columns, not of the row
    for (const column of columns.filter((c) => c.role === role && !(c.texts.length > 1 && c.year !== null))) {
      const cell = row.cells.get(column)
      const yen = cell ? readYen(mainFigure(cell.text), own ?? column.unit ?? setting.unit) : null
      if (cell && yen !== null) return { cell, yen }
    }
    return null
  }
  addTotal(scope, { total: said('total'), difference: said('difference') }, setting, draft)
}

export function addTotal(
  scope: string,
  { total, difference }: { total: Amount | null; difference: Amount | null },
  setting: Setting,
  draft: Draft,
): void {
  const raw = (total ?? difference)?.cell.text
  if (raw === undefined || ((total?.yen ?? null) === null && (difference?.yen ?? null) === null)) return
  const totals: EffectTotal = {
    estimate: setting.estimate,
    scope,
    amountYen: total?.yen ?? null,
    differenceYen: difference?.yen ?? null,
    raw,
  }
  draft.record.effectTotals.push(totals)
  draft.from(totals, 'raw', (total ?? difference)?.cell as Cell)
  if (total) draft.from(totals, 'amountYen', total.cell)
  if (difference) draft.from(totals, 'differenceYen', difference.cell)
}
