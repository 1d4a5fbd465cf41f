import type { Effect } from '../../reform/record.ts'
import { foldTight } from '../../vocabulary/folding.ts'
import { isOfWhich } from '../../vocabulary/of-which.ts'
import type { Draft } from '../draft.ts'
import { initiativeOf } from '../join.ts'
import { type Cell, filled } from '../read/page.ts'
import { goesOnWith, kindOfRow, shiftedRight } from './effects/row-kind.ts'
import { knownNode, readTotals } from './effects/totals.ts'
import { readYearsDown } from './effects/years-down-rows.ts'
import type { Layout } from './layout.ts'
import { addEffect } from './list/amounts.ts'
import { settleColumns } from './list/columns.ts'
import { enterPart, numberedTitle } from './list/initiatives.ts'
import { Above, cellOf, cellsOf, isSum, type ListRow, listRows, nameIn } from './list/rows.ts'
import { claimRest, type Table, tablesFrom } from './table/block.ts'
import type { Column } from './table/header.ts'
import { claimHeader, onlyPlan } from './table/plans.ts'
import { besides, NO_SETTING, readTitles, type Setting } from './table/titles.ts'

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
      claimRest(draft, table)
    }
  },
}

const MONEY = /円[）)】]?$|効果額|削減額|増収額|効果見込/
/** Money that a town has, earns or spends, and that no reform has saved: a series of figures. */
const ACCOUNTS =
  /見通し|収支|推計|決算(?:額)?の?(?:状況|推移|概要)|予算(?:額)?の?(?:状況|推移|概要)|残高|基金|地方債|市債|町債|村債|当初予算|歳入歳出/
const NO_EFFECTS = new Set(['progress', 'issues', 'description', 'indicator', 'evaluation', 'decision', 'before', 'after', 'goal', 'cost'])

export function isEffectTable(table: Table): boolean {
  const columns = settleColumns(table)
  if (table.body.length === 0 || columns.some((c) => c.role !== null && NO_EFFECTS.has(c.role))) return false
  const titles = table.titles.flatMap(filled).some((c) => MONEY.test(foldTight(c.text)))
  const words = [...table.titles.flatMap(filled).map((c) => c.text), ...columns.flatMap((c) => c.texts)].map(foldTight)
  if (words.some((w) => ACCOUNTS.test(w)) && !words.some((w) => /効果|削減額|縮減額|増収額/.test(w))) return false
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
  let before: Cell | null = null
  for (const row of shiftedRight(listRows(table.body, columns, draft), columns, scope)) {
    above.take(row)
    const name: Cell | null = scopeOf(row, scope) ?? goesOnWith(row, before)
    if (name) readRow(row, name, columns, { setting, above }, draft)
    before = name
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
  const kind = kindOfRow(row, name, isAmount, draft)
  const unitOf = (column: Column): Column => (kind.unit === null ? column : { ...column, unit: kind.unit })
  for (const [column, cell] of row.cells)
    if (isAmount(column))
      addEffect(draft, unitOf(column), cell, {
        scope,
        of,
        setting: { ...setting, side: kind.side ?? setting.side },
        basis: kind.basis,
        status: kind.status,
      })
  readTotals(row, columns, scope, { ...setting, own: kind.unit }, draft)
}

/** 小計 is of the pillar it stands under, or of the heading; 合計 of everything below the heading. */
function ofSum(scope: string, { setting, above }: { setting: Setting; above: Above }): Effect['of'] {
  const node = /小/.test(scope) ? above.node(setting.plan, setting.node) : setting.node
  return node ? { node } : null
}

/** What a row is about: an initiative where the column names initiatives, otherwise a node that the record knows. */
function ofRow(row: ListRow, name: Cell, columns: readonly Column[], at: { setting: Setting; above: Above }, draft: Draft): Effect['of'] {
  const { setting, above } = at
  const column = columns.find((c) => row.cells.get(c) === name)
  if (isOfWhich(nameIn(name))) return null
  if (column?.role === 'title' && namesInitiatives(column, columns)) {
    const { number, title } = numberedTitle(nameIn(name))
    const node = above.node(setting.plan, setting.node)
    const initiative = initiativeOf(draft, title, name, { plan: setting.plan, node, number: cellOf(row, 'number')?.text ?? number })
    enterPart(draft, initiative, { description: null, goal: null, sections: cellsOf(row, 'section'), related: [] }, false)
    return { initiative: initiative.id }
  }
  const same = draft.record.initiatives.filter((i) => foldTight(i.title) === foldTight(nameIn(name)))
  return same.length === 1 && same[0] ? { initiative: same[0].id } : knownNode(nameIn(name), draft)
}

/** «取組名» names initiatives; «項目» may name anything, unless a section is responsible for it. */
const namesInitiatives = (column: Column, columns: readonly Column[]): boolean =>
  /取組|取り組み|事業|施策|アクション|プログラム/.test(column.texts.join('')) || columns.some((c) => c.role === 'section')
