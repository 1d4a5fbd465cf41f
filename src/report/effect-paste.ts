import { amountsOf, type EstimateSaid, type GridRowSaid } from '../reform/edit-estimate.ts'
import { drawnEstimate } from '../reform/estimate-said.ts'
import type { ReformRecord } from '../reform/record.ts'
import { foldTight } from '../vocabulary/folding.ts'
import { isOfWhich } from '../vocabulary/of-which.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { readTabSeparated } from '../vocabulary/tab-separated.ts'
import { isTotalScope } from '../vocabulary/total-scope.ts'
import { columnOf, type PastedColumn } from './effect-paste-columns.ts'
import { type OwnerFound, ownerFinder } from './effect-paste-owner.ts'
import { yearShort } from './figures.ts'

export type PasteAsked = { estimate: string; unit: string; status: string; text: string }
export type NoEffectTable =
  | { kind: 'no-rows' }
  | { kind: 'no-years' }
  | { kind: 'no-scope' }
  | { kind: 'year-twice'; header: string }
  | { kind: 'too-many-rows'; most: number }
  | { kind: 'no-estimate' }

/** 一つの額の扱い — `before` is what the plan says now, empty where it says nothing. */
export type PastedAmount = { column: string; before: string; after: string; isText: boolean }
/** 貼り付けた一行の扱い */
export type PastedRow = {
  line: number
  scope: string
  /** the pillar or initiative it was found to be, in words */
  owner: string | null
  verdict: 'new' | 'changed' | 'same' | 'total' | 'of-nothing' | 'of-several' | 'empty'
  amounts: PastedAmount[]
}
export type EffectPaste = { rows: PastedRow[]; said: EstimateSaid; ignored: string[] }

const MOST_ROWS = 500
const MOST_HEADER_ROWS = 10

/**
 * 貼り付けた効果額の表を読む — what every row would do, and the estimate as it would be. An empty cell leaves what is there, totals are
 * computed and never taken over, a row that belongs to no pillar and no initiative waits for a person.
 */
export function readEffectPaste(record: ReformRecord, asked: PasteAsked): Result<EffectPaste, NoEffectTable> {
  const lines = readTabSeparated(asked.text)
  if (lines.length === 0) return no({ kind: 'no-rows' })
  if (asked.estimate.trim() === '') return no({ kind: 'no-estimate' })
  if (lines.length > MOST_ROWS) return no({ kind: 'too-many-rows', most: MOST_ROWS })
  const at = lines.slice(0, MOST_HEADER_ROWS).findIndex((cells) => cells.some((cell) => columnOf(cell).kind === 'year'))
  if (at < 0) return no({ kind: 'no-years' })
  const columns = withScope((lines[at] as string[]).map(columnOf))
  if (!columns.some(({ kind }) => kind === 'scope')) return no({ kind: 'no-scope' })
  const twice = columns.find((one, nth) => one.kind === 'year' && columns.findIndex((other) => isSameYear(one, other)) < nth)
  if (twice) return no({ kind: 'year-twice', header: twice.header })
  const said = withYears(drawnEstimate(record, asked.estimate.trim()), columns, asked.status)
  const findOwner = ownerFinder(record)
  const rows = lines
    .slice(at + 1)
    .flatMap((cells, nth) =>
      cells.every((cell) => cell.trim() === '') ? [] : [rowRead({ cells, columns, line: at + nth + 2, said, asked, findOwner })],
    )
  const ignored = columns.filter(({ kind }) => kind === 'unknown').map(({ header }, nth) => header.trim() || `${nth + 1}列目`)
  return ok({ rows, said, ignored })
}

/** Without a header that says it, the first column that is no year names the rows. */
function withScope(columns: PastedColumn[]): PastedColumn[] {
  if (columns.some(({ kind }) => kind === 'scope')) return columns
  const first = columns.findIndex(({ kind }) => kind === 'unknown')
  return columns.map((column, nth) => (nth === first ? { ...column, kind: 'scope' } : column))
}

const isSameYear = (a: PastedColumn, b: PastedColumn): boolean =>
  a.kind === 'year' && b.kind === 'year' && a.year === b.year && a.status === b.status

/** Years that the estimate does not have yet get a column; one without a status is the column that is there. */
function withYears(said: EstimateSaid, columns: readonly PastedColumn[], status: string): EstimateSaid {
  const all = [...said.columns]
  for (const column of columns)
    if (column.kind === 'year' && placeOf(all, column) < 0)
      all.push({ was: '', year: String(column.year), status: column.status ?? status })
  const rows = said.rows.map((row) => ({ ...row, cells: all.map((_, nth) => row.cells[nth] ?? '') }))
  return { ...said, columns: all, rows }
}

function placeOf(all: EstimateSaid['columns'], { year, status }: PastedColumn): number {
  if (status === null) return all.findLastIndex((one) => one.year === String(year))
  return all.findIndex((one) => one.year === String(year) && one.status === status)
}

type Reading = {
  cells: readonly string[]
  columns: readonly PastedColumn[]
  line: number
  said: EstimateSaid
  asked: PasteAsked
  findOwner: (scope: string, number: string) => OwnerFound
}

function rowRead({ cells, columns, line, said, asked, findOwner }: Reading): PastedRow {
  const text = (kind: PastedColumn['kind']): string => (cells[columns.findIndex((one) => one.kind === kind)] ?? '').trim()
  const scope = text('scope')
  const nothing = { line, scope, owner: null, amounts: [] }
  if (scope === '') return { ...nothing, verdict: 'empty' }
  if (isTotalScope(scope) || isOfWhich(scope)) return { ...nothing, verdict: 'total' }
  const known = said.rows.filter((row) => foldTight(row.scope) === foldTight(scope))
  const found = findOwner(scope, text('number'))
  const of = known[0]?.of ?? (found.kind === 'found' ? found.of : null)
  if (of === null) return { ...nothing, verdict: found.kind === 'several' ? 'of-several' : 'of-nothing' }
  const like = { of, side: text('side'), basis: text('basis'), unit: text('unit') }
  const there = rowLike(said.rows, like, scope)
  const unit = like.unit || there?.unit || asked.unit.trim()
  const row: GridRowSaid = there ?? { was: '', scope, off: '', ...like, unit, cells: said.columns.map(() => '') }
  const amounts = amountsRead(cells, columns, said, row)
  if (!there && amounts.length > 0) said.rows.push(row)
  const verdict = amounts.length === 0 ? 'same' : there && there.was !== '' ? 'changed' : 'new'
  return { line, scope, owner: found.kind === 'found' ? found.name : null, verdict, amounts }
}

/** The row that these amounts belong to: of the same owner, side and basis, and by the same name where there are several. */
function rowLike(
  rows: readonly GridRowSaid[],
  like: Pick<GridRowSaid, 'of' | 'side' | 'basis' | 'unit'>,
  scope: string,
): GridRowSaid | null {
  const own = rows.filter(
    (row) => row.of === like.of && row.side === like.side && row.basis === like.basis && (like.unit === '' || row.unit === like.unit),
  )
  return own.find((row) => foldTight(row.scope) === foldTight(scope)) ?? (like.of !== '' && own.length === 1 ? (own[0] ?? null) : null)
}

/** Writes the cells into the row and tells what changes. */
function amountsRead(cells: readonly string[], columns: readonly PastedColumn[], said: EstimateSaid, row: GridRowSaid): PastedAmount[] {
  return columns.flatMap((column, nth) => {
    const after = (cells[nth] ?? '').trim()
    if (column.kind !== 'year' || column.year === null || after === '') return []
    const place = placeOf(said.columns, column)
    const before = row.cells[place] ?? ''
    if (before.trim() === after) return []
    row.cells[place] = after
    const status = said.columns[place]?.status
    const { amountYen, quantity } = amountsOf(after, row.unit || null)
    const isText = amountYen === null && quantity === null
    return [{ column: `${yearShort(column.year)}${status ? `（${status}）` : ''}`, before, after, isText }]
  })
}
