import { parseFiscalYear } from '../vocabulary/fiscal-year.ts'
import { readMeasured } from '../vocabulary/measured.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { MONEY_UNITS } from '../vocabulary/units.ts'
import { readYen } from '../vocabulary/yen.ts'
import { chosen, LONGEST_FIELD } from './edit-rows.ts'
import { type EstimateGrid, type GridRow, gridOf } from './estimate-grid.ts'
import type { Effect, ReformRecord } from './record.ts'
import type { RecordId } from './record-id.ts'

/** 列の入力 — `was`: which column of the table it was drawn from, «» for a new one. */
export type ColumnSaid = { was: string; year: string; status: string }
/** 行の入力 — `of`: «node:…», «initiative:…», or «» for the plan as a whole; `off` is said where the row is to go. */
export type GridRowSaid = {
  was: string
  of: string
  scope: string
  side: string
  basis: string
  unit: string
  cells: string[]
  off: string
}
export type EstimateSaid = { estimate: string; columns: ColumnSaid[]; rows: GridRowSaid[] }

export type EstimateFault = {
  field: string
  kind: 'missing' | 'not-a-year' | 'column-twice' | 'not-a-choice' | 'too-long' | 'scope-missing' | 'not-in-yen'
}
export const MOST_GRID_ROWS = 500
export const MOST_GRID_COLUMNS = 40

/**
 * 見積りの表を書く — the whole table of one estimate. A cell that says what it said stays the same object and keeps its source; an
 * empty one says nothing any more. Every fault is told by its field.
 */
export function withEstimate(record: ReformRecord, said: EstimateSaid): Result<ReformRecord, EstimateFault[]> {
  const estimate = said.estimate.trim()
  const grid = gridOf(record, estimate)
  const faults = faultsIn(record, said, grid)
  if (faults.length > 0) return no(faults)
  const columns = said.columns.map(({ year, status }) => ({ year: yearOf(year), status: statusOf(status) }))
  const after = new Map<Effect, Effect | null>()
  const added: Effect[] = []
  for (const row of said.rows) {
    const was = rowIn(grid, row.was)
    if (was === null && isEmpty(row)) continue
    for (const [nth, column] of columns.entries()) {
      const before = cellIn(was, said.columns[nth])
      const raw = row.off === '' ? (row.cells[nth] ?? '').trim() : ''
      const effect = raw === '' || column.year === null ? null : written({ estimate, row, record, was, before, column, raw })
      if (before) after.set(before, effect)
      else if (effect) added.push(effect)
    }
  }
  return ok({ ...record, effects: placed(record.effects, estimate, after, added) })
}

/** New amounts follow the last one of their estimate, so that its table stays together. */
function placed(
  effects: readonly Effect[],
  estimate: string,
  after: ReadonlyMap<Effect, Effect | null>,
  added: readonly Effect[],
): Effect[] {
  const kept = effects.flatMap((effect) => {
    const now = after.get(effect)
    return now === null ? [] : [now ?? effect]
  })
  const last = kept.findLastIndex((effect) => effect.estimate === estimate)
  const at = last < 0 ? kept.length : last + 1
  return [...kept.slice(0, at), ...added, ...kept.slice(at)]
}

type Written = {
  estimate: string
  row: GridRowSaid
  record: ReformRecord
  was: GridRow | null
  before: Effect | null
  column: { year: number | null; status: Effect['status'] }
  raw: string
}

function written({ estimate, row, record, was, before, column, raw }: Written): Effect {
  const unit = row.unit.trim() || null
  const isUnchanged = before !== null && before.raw.trim() === raw && before.unit === unit
  const of = ownerOf(row.of)
  const effect: Effect = {
    estimate,
    of,
    scope: row.scope.trim() || was?.scope || titleOf(record, of),
    fiscalYear: column.year,
    ...(isUnchanged ? { amountYen: before.amountYen, quantity: before.quantity } : amountsOf(raw, unit)),
    unit,
    side: chosen(row.side, ['歳入', '歳出']),
    basis: chosen(row.basis, ['単年度', '継続']),
    status: column.status,
    raw: isUnchanged ? before.raw : raw,
  }
  return before !== null && JSON.stringify(effect) === JSON.stringify(inOrder(before)) ? before : effect
}

/** The fields in one order, however the object came about. */
const inOrder = (e: Effect): Effect => ({
  ...{ estimate: e.estimate, of: e.of, scope: e.scope, fiscalYear: e.fiscalYear, amountYen: e.amountYen, quantity: e.quantity },
  ...{ unit: e.unit, side: e.side, basis: e.basis, status: e.status, raw: e.raw },
})

/** 額を読む — money as integer yen, anything else counted as it is; a text stays a text. */
export function amountsOf(raw: string, unit: string | null): Pick<Effect, 'amountYen' | 'quantity'> {
  const amountYen = readYen(raw, unit)
  const read = readMeasured(raw)
  return { amountYen, quantity: amountYen === null && read.answer === 'number' ? read.value : null }
}

/** A figure in a unit of money that is no whole number of yen, or too large to be exact, would be missing from every sum. */
function isLostMoney(raw: string, unit: string): boolean {
  const { amountYen, quantity } = amountsOf(raw, unit || null)
  return unit.normalize('NFKC') in MONEY_UNITS && amountYen === null && quantity !== null
}

function faultsIn(record: ReformRecord, said: EstimateSaid, grid: EstimateGrid): EstimateFault[] {
  const faults: EstimateFault[] = []
  if (said.estimate.trim() === '') faults.push({ field: 'estimate', kind: 'missing' })
  if (said.estimate.length > LONGEST_FIELD) faults.push({ field: 'estimate', kind: 'too-long' })
  const seen = new Set<string>()
  for (const [nth, column] of said.columns.entries()) {
    const year = yearOf(column.year)
    const key = `${year} ${statusOf(column.status)}`
    if (year === null) faults.push({ field: `columns.${nth}.year`, kind: 'not-a-year' })
    else if (seen.has(key)) faults.push({ field: `columns.${nth}.status`, kind: 'column-twice' })
    seen.add(key)
  }
  for (const [nth, row] of said.rows.entries()) {
    if (row.off !== '' || (rowIn(grid, row.was) === null && isEmpty(row))) continue
    const field = `rows.${nth}`
    if (row.of !== '' && !isOwner(record, ownerOf(row.of))) faults.push({ field: `${field}.of`, kind: 'not-a-choice' })
    if (row.of === '' && row.scope.trim() === '') faults.push({ field: `${field}.scope`, kind: 'scope-missing' })
    if ([row.scope, row.unit, ...row.cells].some((text) => text.length > LONGEST_FIELD))
      faults.push({ field: `${field}.scope`, kind: 'too-long' })
    const was = rowIn(grid, row.was)
    const isNew = (raw: string, nth: number): boolean => raw.trim() !== (cellIn(was, said.columns[nth])?.raw.trim() ?? '')
    if (row.cells.some((raw, nth) => isNew(raw, nth) && isLostMoney(raw.trim(), row.unit.trim())))
      faults.push({ field: `${field}.scope`, kind: 'not-in-yen' })
  }
  return faults
}

/** An empty row that was offered is no row. */
const isEmpty = (row: GridRowSaid): boolean => row.of === '' && row.scope.trim() === '' && row.cells.every((cell) => cell.trim() === '')
const rowIn = ({ rows }: EstimateGrid, was: string): GridRow | null => (was === '' ? null : (rows[Number(was)] ?? null))
const cellIn = (was: GridRow | null, column: ColumnSaid | undefined): Effect | null =>
  was === null || column === undefined || column.was === '' ? null : (was.cells[Number(column.was)] ?? null)
const statusOf = (text: string): Effect['status'] => chosen(text, ['計画', '見込み', '実績'])
function yearOf(text: string): number | null {
  const year = parseFiscalYear(text)
  return year.ok ? year.value : null
}

/** 「node:…」「initiative:…」 */
export function ownerOf(text: string): Effect['of'] {
  const [, kind, id] = /^(node|initiative):(.+)$/.exec(text) ?? []
  if (!kind || !id) return null
  return kind === 'node' ? { node: id as RecordId } : { initiative: id as RecordId }
}
export const ownerText = (of: Effect['of']): string => (of === null ? '' : 'node' in of ? `node:${of.node}` : `initiative:${of.initiative}`)

const isOwner = ({ nodes, initiatives }: ReformRecord, of: Effect['of']): boolean =>
  of !== null && ('node' in of ? nodes.some(({ id }) => id === of.node) : initiatives.some(({ id }) => id === of.initiative))

function titleOf({ nodes, initiatives }: ReformRecord, of: Effect['of']): string {
  if (of === null) return ''
  const found = 'node' in of ? nodes.find(({ id }) => id === of.node) : initiatives.find(({ id }) => id === of.initiative)
  return [found?.number, found?.title].filter(Boolean).join(' ')
}
