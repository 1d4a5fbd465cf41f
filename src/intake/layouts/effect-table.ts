import type { Effect, EffectTotal } from '../../reform/record.ts'
import { foldTight } from '../../vocabulary/folding.ts'
import { readYen } from '../../vocabulary/yen.ts'
import type { Draft } from '../draft.ts'
import { initiativeOf, readNumbered } from '../join.ts'
import { type Cell, filled } from '../read/page.ts'
import type { Layout } from './layout.ts'
import { addEffect } from './list/amounts.ts'
import { settleColumns } from './list/columns.ts'
import { enterPart, numberedTitle } from './list/initiatives.ts'
import { Above, cellOf, cellsOf, isSum, type ListRow, listRows, nameIn } from './list/rows.ts'
import { type Table, tablesFrom } from './table/block.ts'
import type { Column } from './table/header.ts'
import { claimHeader, onlyPlan } from './table/plans.ts'
import { besides, NO_SETTING, readTitles, type Setting } from './table/titles.ts'
import { yearIn } from './table/years-down.ts'

/** 効果額の表 — pillars or initiatives by fiscal year, with a total and perhaps the difference to an earlier estimate. */
export const effectTable: Layout = {
  name: 'effect-table',
  claim: (rows, start) => tablesFrom(rows, start, isEffectTable).length,
  read: ({ rows }, draft) => {
    let setting = NO_SETTING
    for (const table of tablesFrom(rows, 0, isEffectTable).tables) {
      setting = readTitles(table.titles, draft, besides(setting))
      setting.plan ??= onlyPlan(draft)
      readTable(table, setting, draft)
    }
  },
}

const MONEY = /円[）)】]?$|効果額|削減額|増収額|効果見込/
const NO_EFFECTS = new Set(['progress', 'issues', 'description', 'indicator', 'evaluation', 'decision', 'before', 'after', 'goal', 'cost'])

export function isEffectTable(table: Table): boolean {
  const columns = settleColumns(table)
  if (table.body.length === 0 || columns.some((c) => c.role !== null && NO_EFFECTS.has(c.role))) return false
  const titles = table.titles.flatMap(filled).some((c) => MONEY.test(foldTight(c.text)))
  const isMoney = titles || columns.some((c) => c.role === 'effect' || (c.unit ?? '').endsWith('円'))
  if (table.header.yearsDown) return isMoney
  return isMoney && columns.some(isAmount) && scopeColumn(columns) !== null
}

/** Columns that hold amounts: of a year, of an effect, or of a year told as 前年度. */
const isAmount = (column: Column): boolean =>
  column.role === 'effect' ||
  ((column.role === 'fiscalYear' || column.role === 'actual' || column.role === 'target') && column.year !== null) ||
  /^(前年度|本年度|当年度|今年度)(の)?(計画|実績|見込)/.test(column.texts.join(''))

const scopeColumn = (columns: readonly Column[]): Column | null =>
  columns.findLast((c) => c.role === 'title') ??
  columns.findLast((c) => c.role === 'pillar' || c.role === 'theme') ??
  columns.find((c) => c.role === 'section' || (c.role === null && !isAmount(c))) ??
  null

function readTable(table: Table, setting: Setting, draft: Draft): void {
  if (table.header.yearsDown) {
    readYearsDown(table, setting, draft)
    return
  }
  const columns = settleColumns(table)
  const scope = scopeColumn(columns)
  claimHeader(draft, table.header, columns)
  for (const column of columns) if (column === scope || isAmount(column)) for (const cell of column.cells) draft.claim(cell, 'fields')
  const above = new Above(
    draft,
    columns.filter((c) => c !== scope),
  )
  for (const row of listRows(table.body, columns, draft)) {
    above.take(row)
    const name = scopeOf(row, scope)
    if (name) readRow(row, name, columns, { setting, above }, draft)
  }
}

/** Years one below the other: each column is what other tables have as a row, and the sum at the foot its total. */
function readYearsDown(table: Table, setting: Setting, draft: Draft): void {
  const [, ...scopes] = table.header.columns
  for (const column of table.header.columns) for (const cell of column.cells) draft.claim(cell, 'fields')
  for (const row of listRows(table.body, table.header.columns, draft)) {
    const first = filled(row.row)[0] as Cell
    const said = yearIn(first.text)
    if (!said && !isSum(first.text)) continue
    draft.claim(first, 'fields')
    for (const column of scopes) {
      const cell = row.cells.get(column)
      if (!cell) continue
      const scope = (column.texts[0] as string).replace(/\s*\n\s*/g, '')
      const of = isSum(scope) ? null : knownNode(scope, draft)
      const year = said ? (said.year as Column['year']) : null
      if (said) addEffect(draft, { ...column, role: 'effect', year, phase: said.phase as Column['phase'] }, cell, { scope, of, setting })
      else addTotal(scope, { total: { cell, yen: readYen(cell.text, column.unit ?? setting.unit) }, difference: null }, setting, draft)
    }
  }
}

/** A sum stands in the first column, even where the names of rows stand in another. */
function scopeOf(row: ListRow, scope: Column | null): Cell | null {
  const first = filled(row.row)[0]
  if (first && isSum(first.text)) return first
  const cell = scope ? row.cells.get(scope) : undefined
  return cell && cell.text !== '' ? cell : null
}

function readRow(row: ListRow, name: Cell, columns: readonly Column[], at: { setting: Setting; above: Above }, draft: Draft): void {
  const { setting } = at
  const scope = nameIn(name)
  const of = isSum(scope) ? ofSum(scope, at) : ofRow(row, name, columns, at, draft)
  draft.claim(name, 'fields')
  const kind = kindOfRow(row, draft)
  for (const [column, cell] of row.cells)
    if (isAmount(column))
      addEffect(draft, column, cell, { scope, of, setting: { ...setting, side: kind.side ?? setting.side }, basis: kind.basis })
  readTotals(row, columns, scope, setting, draft)
}

/** «歳入» or «継続» in a cell of its own says it for all amounts of the row. */
function kindOfRow(row: ListRow, draft: Draft): { side: Effect['side']; basis: Effect['basis'] } {
  const kind: { side: Effect['side']; basis: Effect['basis'] } = { side: null, basis: null }
  for (const [column, cell] of row.cells) {
    const said = /^(歳入|歳出)(?:確保|削減|増加?|面)?$|^(単年度|継続)(?:的?効果)?$/.exec(foldTight(cell.text))
    if (!said) continue
    if (said[1]) kind.side = said[1] as '歳入' | '歳出'
    if (said[2]) kind.basis = said[2] as '単年度' | '継続'
    for (const used of [cell, ...column.cells]) draft.claim(used, 'fields')
  }
  return kind
}

/** 小計 is of the pillar it stands under, or of the heading; 合計 of everything below the heading. */
function ofSum(scope: string, { setting, above }: { setting: Setting; above: Above }): Effect['of'] {
  const node = /小/.test(scope) ? above.node(setting.plan, setting.node) : setting.node
  return node ? { node } : null
}

/** What a row is about: an initiative where the column names initiatives, otherwise a node that the record knows. */
function ofRow(row: ListRow, name: Cell, columns: readonly Column[], at: { setting: Setting; above: Above }, draft: Draft): Effect['of'] {
  const { setting, above } = at
  if (columns.some((c) => c.role === 'title' && row.cells.get(c) === name)) {
    const { number, title } = numberedTitle(nameIn(name))
    const node = above.node(setting.plan, setting.node)
    const initiative = initiativeOf(draft, title, name, { plan: setting.plan, node, number: cellOf(row, 'number')?.text ?? number })
    enterPart(draft, initiative, { description: null, goal: null, sections: cellsOf(row, 'section'), related: [] }, false)
    return { initiative: initiative.id }
  }
  return knownNode(nameIn(name), draft)
}

function knownNode(name: string, draft: Draft): Effect['of'] {
  const { title } = readNumbered(name)
  const known = draft.record.nodes.filter((n) => foldTight(n.title) === foldTight(title))
  return known.length === 1 && known[0] ? { node: known[0].id } : null
}

type Amount = { cell: Cell; yen: number | null }

function readTotals(row: ListRow, columns: readonly Column[], scope: string, setting: Setting, draft: Draft): void {
  const said = (role: 'total' | 'difference'): Amount | null => {
    // «計» below a year is the sum of that year's columns, not of the row
    for (const column of columns.filter((c) => c.role === role && !(c.texts.length > 1 && c.year !== null))) {
      const cell = row.cells.get(column)
      const yen = cell ? readYen(cell.text, column.unit ?? setting.unit) : null
      if (cell && yen !== null) return { cell, yen }
    }
    return null
  }
  addTotal(scope, { total: said('total'), difference: said('difference') }, setting, draft)
}

function addTotal(
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
  if (total) draft.from(totals, 'amountYen', total.cell)
  if (difference) draft.from(totals, 'differenceYen', difference.cell)
}
