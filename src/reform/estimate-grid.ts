import { isTotalScope } from '../vocabulary/total-scope.ts'
import type { Effect, ReformRecord } from './record.ts'

/** 表の列 — one fiscal year in one status: 見込み and 実績 of a year may stand side by side. */
export type GridColumn = { year: number; status: Effect['status'] }
export type GridRow = Pick<Effect, 'of' | 'scope' | 'side' | 'basis' | 'unit'> & { cells: (Effect | null)[] }
/** 見積りの表 — one estimate as a table: rows over columns, each cell the amount of the record that stands there. */
export type EstimateGrid = { columns: GridColumn[]; rows: GridRow[] }

/** 各課の報告から移した実績 — the estimate under which accepted reports are kept; it is written by them and not by hand. */
export const REPORTED = '実績報告'

const STATUSES: readonly Effect['status'][] = [null, '計画', '見込み', '実績']

/** What the table does not hold stays as it is: printed totals, and amounts without a year. */
export const isInGrid = (effect: Effect): boolean => effect.fiscalYear !== null && !isTotalScope(effect.scope)

/** 見積時点 that can be written by hand, in the order in which they were said. */
export const writtenEstimates = ({ effects }: ReformRecord): string[] => [
  ...new Set(effects.flatMap(({ estimate }) => (estimate === null || estimate === REPORTED ? [] : [estimate]))),
]

/** A row that says two amounts for one year and status is two rows: none may hide the other. */
export function gridOf({ effects }: ReformRecord, estimate: string): EstimateGrid {
  const own = effects.filter((effect) => effect.estimate === estimate && isInGrid(effect))
  const columns = columnsOf(own)
  const rows: GridRow[] = []
  for (const effect of own) {
    const column = columns.findIndex(({ year, status }) => year === effect.fiscalYear && status === effect.status)
    const free = rows.find((row) => isRowOf(row, effect) && row.cells[column] === null)
    const row = free ?? { ...rowOf(effect), cells: columns.map(() => null) }
    row.cells[column] = effect
    if (!free) rows.push(row)
  }
  return { columns, rows }
}

function columnsOf(effects: readonly Effect[]): GridColumn[] {
  const years = [...new Set(effects.map(({ fiscalYear }) => fiscalYear as number))].toSorted((a, b) => a - b)
  return years.flatMap((year) =>
    STATUSES.filter((status) => effects.some((e) => e.fiscalYear === year && e.status === status)).map((status) => ({ year, status })),
  )
}

const rowOf = ({ of, scope, side, basis, unit }: Effect): Omit<GridRow, 'cells'> => ({ of, scope, side, basis, unit })

const isRowOf = (row: GridRow, effect: Effect): boolean => JSON.stringify(rowOf(effect)) === JSON.stringify({ ...row, cells: undefined })
