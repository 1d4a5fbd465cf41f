import { readLabel } from '../labels.ts'
import { filled, isBlank, type Row } from '../read/page.ts'
import { isCarryOver } from './carry-over.ts'
import { isEffectTable } from './effect-table.ts'
import type { Layout } from './layout.ts'
import { settleColumns } from './list/columns.ts'
import { type ListState, readRow } from './list/initiative-row.ts'
import { Above, isGroupLine, listRows, rowsOfParts } from './list/rows.ts'
import { claimRest, isLabelled, type Table, tablesFrom } from './table/block.ts'
import type { Column } from './table/header.ts'
import { claimHeader, onlyPlan, readLevels } from './table/plans.ts'
import { besides, NO_SETTING, openHeading, readTitles, scaleIn } from './table/titles.ts'

/** 取組一覧・進捗一覧 — a table with a row for each initiative (or each part of one), whatever its columns are called and ordered. */
export const progressList: Layout = {
  name: 'progress-list',
  claim: (rows, start) => {
    const { tables, length } = tablesFrom(rows, start, isList)
    return isForm(tables, rows, start + length) ? 0 : length
  },
  read: ({ rows }, draft) => {
    const state: ListState = {
      draft,
      setting: NO_SETTING,
      above: new Above(draft, []),
      title: null,
      section: null,
      titleNode: null,
      several: new Set(),
      indicator: null,
    }
    let before: Table | null = null
    const { tables } = tablesFrom(rows, 0, isList)
    const settled = settledByHeader(tables)
    for (const table of tables) {
      readTable(table, columnsOf(table, settled.get(headerOf(table)) ?? []), state, before)
      before = table
    }
  },
}

const TOLD = new Set([
  'section',
  'description',
  'progress',
  'issues',
  'revision',
  'evaluation',
  'decision',
  'goal',
  'effect',
  'cost',
  'marks',
])

/** A list names initiatives and says something of each; or it names indicators and gives their figures. */
export function isList(table: Table): boolean {
  const roles = settleColumns(table).map((c) => c.role)
  if (table.body.length === 0 || isCarryOver(table) || isEffectTable(table)) return false
  const figures = roles.filter((r) => r === 'target' || r === 'actual' || r === 'baseline' || r === 'fiscalYear').length
  if (roles.includes('title')) return roles.some((r) => r !== null && TOLD.has(r)) || (roles.includes('indicator') && figures > 0)
  return roles.includes('indicator') && figures > 0
}

/** Labels, one row of values, labels again: a form with its values below its labels, and no list. */
function isForm(tables: readonly Table[], rows: readonly Row[], end: number): boolean {
  const last = tables.at(-1)
  if (last?.body.length !== 1) return false
  const next = rows[rows.findIndex((row, index) => index >= end && !isBlank(row))]
  if (!next || next.page !== last.body[0]?.page) return false
  return isLabelled(next) || filled(next).every((cell) => readLabel(cell.text) !== null)
}

/** What the columns of all pages with one header say together: one page of figures does not make a report a result. */
function settledByHeader(tables: readonly Table[]): Map<string, Column[]> {
  const alike = Map.groupBy(tables, headerOf)
  return new Map(
    [...alike].map(([header, same]) => [
      header,
      settleColumns({ header: (same[0] as Table).header, body: same.flatMap((table) => table.body) }),
    ]),
  )
}

const columnsOf = (table: Table, settled: readonly Column[]): Column[] =>
  table.header.columns.map((column, i) => ({ ...column, role: settled[i]?.role ?? null }))

const headerOf = (table: Table | null): string => table?.header.columns.map((c) => c.texts.join()).join('|') ?? ''

/** A page with the same header goes on where the page before it ended: blank cells and headings still hold. */
function readTable(table: Table, columns: readonly Column[], state: ListState, before: Table | null): void {
  const { draft } = state
  const goesOn = headerOf(before) === headerOf(table)
  state.setting = readTitles(table.titles, draft, goesOn ? state.setting : besides(state.setting))
  state.setting.plan ??= onlyPlan(draft)
  state.setting.scale ??= scaleIn(table.notes, draft)
  claimHeader(draft, table.header, columns)
  readLevels(draft, state.setting.plan, columns)
  const above = new Above(draft, columns)
  if (goesOn) above.goOnFrom(state.above)
  else state.title = null
  state.above = above
  const rows = listRows(table.body, columns, draft)
  state.several = rowsOfParts(rows)
  for (const row of rows) {
    const only = filled(row.row)[0]
    if (only && isGroupLine(row.row, columns)) {
      openHeading(only, draft, state.setting)
      state.title = null
    } else readRow(row, columns, state)
  }
  claimRest(draft, table)
}
