import type { Indicator, RecordId } from '../../reform/record.ts'
import { foldTight } from '../../vocabulary/folding.ts'
import type { Draft } from '../draft.ts'
import { initiativeOf, nodeOf } from '../join.ts'
import type { Cell } from '../read/page.ts'
import type { Layout } from './layout.ts'
import { addCost, addEffect } from './list/amounts.ts'
import { settleColumns } from './list/columns.ts'
import { readEvaluations } from './list/evaluations.ts'
import { readIndicator } from './list/indicators.ts'
import { enterPart, numberedTitle, type PartSaid, sectionsSaid } from './list/initiatives.ts'
import { readMarks, readSchedule } from './list/marks.ts'
import { readReports } from './list/reports.ts'
import { Above, cellOf, cellsOf, isGroupLine, isSum, type ListRow, listRows, nameIn } from './list/rows.ts'
import { claimPieces, type Table, tablesFrom } from './table/block.ts'
import type { Column } from './table/header.ts'
import { claimHeader, onlyPlan, readLevels } from './table/plans.ts'
import { NO_SETTING, readTitles, type Setting, scaleIn } from './table/titles.ts'

/** 取組一覧・進捗一覧 — a table with a row for each initiative (or each part of one), whatever its columns are called and ordered. */
export const progressList: Layout = {
  name: 'progress-list',
  claim: (rows, start) => tablesFrom(rows, start, isList).length,
  read: ({ rows }, draft) => {
    const state: State = { draft, setting: NO_SETTING, above: null, title: null, titleNode: null, indicator: null }
    for (const table of tablesFrom(rows, 0, isList).tables) readTable(table, state)
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
  if (table.body.length === 0 || roles.includes('before') || roles.includes('after')) return false
  const figures = roles.filter((r) => r === 'target' || r === 'actual' || r === 'baseline' || r === 'fiscalYear').length
  if (roles.includes('title')) return roles.some((r) => r !== null && TOLD.has(r)) || (roles.includes('indicator') && figures > 0)
  return roles.includes('indicator') && figures > 0
}

type State = {
  draft: Draft
  setting: Setting
  above: Above | null
  title: Cell | null
  titleNode: RecordId | null
  indicator: Indicator | null
}

function readTable(table: Table, state: State): void {
  const { draft } = state
  state.setting = readTitles(table.titles, draft, { ...state.setting, node: null })
  state.setting.plan ??= onlyPlan(draft)
  state.setting.scale ??= scaleIn(table.notes, draft)
  const columns = settleColumns(table)
  claimHeader(draft, table.header, columns)
  readLevels(draft, state.setting.plan, columns)
  const above = new Above(draft, columns)
  if (state.above) above.goOnFrom(state.above)
  state.above = above
  const rows = listRows(table.body, columns)
  for (const row of rows) {
    if (isGroupLine(row.row, table.header)) openGroup(row, state)
    else readRow(row, rows, columns, state)
  }
  claimPieces(draft, table)
}

function openGroup(row: ListRow, state: State): void {
  const cell = [...row.own][0] ?? row.row.cells.find((c) => c.text !== '')
  if (!cell) return
  state.setting.node = nodeOf(state.draft, nameIn(cell), cell, { plan: state.setting.plan, parent: null }).id
  state.title = null
}

function readRow(row: ListRow, rows: readonly ListRow[], columns: readonly Column[], state: State): void {
  const { draft, setting } = state
  const above = state.above as Above
  const first = [...row.cells.values()].find((c) => c.text !== '')
  if (!first || isSum(first.text) || isSum(cellOf(row, 'title')?.text ?? '')) return
  if (above.take(row)) state.title = null
  const title = cellOf(row, 'title')
  if (title && (row.own.has(title) || state.title === null)) {
    state.title = title
    state.titleNode = above.node(setting.plan, setting.node)
  }
  const told = [...row.cells].some(([c]) => c.role !== 'pillar' && c.role !== 'theme' && c.role !== 'number')
  if (state.title && told) readInitiative(row, rows, columns, state)
  else if (columns.every((c) => c.role !== 'title')) {
    const node = above.node(setting.plan, setting.node)
    state.indicator = readIndicator(row, node ? { node } : setting.plan ? { plan: setting.plan } : null, state.indicator, draft)
  }
}

function readInitiative(row: ListRow, rows: readonly ListRow[], columns: readonly Column[], state: State): void {
  const { draft, setting } = state
  const titleCell = state.title as Cell
  const { number: inTitle, title } = numberedTitle(nameIn(titleCell))
  const numberCell = row.own.has(titleCell) ? cellOf(row, 'number') : null
  const initiative = initiativeOf(draft, title, titleCell, {
    plan: setting.plan,
    node: state.titleNode,
    number: numberCell?.text ?? inTitle,
  })
  if (numberCell) draft.from(initiative, 'number', numberCell)
  const said = partSaid(row)
  const isContinued = !row.own.has(titleCell) && !said.description && said.sections.length === 0
  const part = isContinued ? (initiative.parts.at(-1) ?? null) : enterPart(draft, initiative, said, isOneOfSeveral(row, rows, titleCell))
  const sections = isContinued ? (part ?? initiative).sections : sectionsSaid(said)
  readReports(row, initiative, part, sections, draft)
  readEvaluations(row, columns, initiative, setting.scale, draft)
  readMarks(row, initiative, draft)
  readSchedule(row, initiative, part, draft)
  const ofIndicator: Indicator['of'] = part ? { part: part.id } : { initiative: initiative.id }
  state.indicator = readIndicator(row, ofIndicator, row.own.has(titleCell) ? null : state.indicator, draft)
  for (const [column, cell] of row.cells) {
    if (!row.own.has(cell)) continue
    if (column.role === 'effect') addEffect(draft, column, cell, { scope: initiative.title, of: { initiative: initiative.id }, setting })
    if (column.role === 'cost') addCost(draft, column, cell, initiative, setting)
  }
}

const partSaid = (row: ListRow): PartSaid => ({
  description: cellOf(row, 'description'),
  goal: cellOf(row, 'goal'),
  sections: cellsOf(row, 'section'),
  related: cellsOf(row, 'relatedSection'),
})

/** Whether another row of this table is of the same initiative and says another description: then each is a part. */
function isOneOfSeveral(row: ListRow, rows: readonly ListRow[], title: Cell): boolean {
  const at = rows.indexOf(row)
  const description = cellOf(row, 'description')
  const others = rows.slice(rows.findIndex((r) => r.own.has(title)))
  for (const [i, other] of others.entries()) {
    const own = cellOf(other, 'title')
    if (i > 0 && own && other.own.has(own) && foldTight(own.text) !== foldTight(title.text)) break
    if (rows.indexOf(other) === at) continue
    const theirs = cellOf(other, 'description')
    if (theirs && description && foldTight(theirs.text) !== foldTight(description.text)) return true
  }
  return false
}
