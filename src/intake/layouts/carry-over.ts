import type { Lineage, RecordId } from '../../reform/record.ts'
import type { Draft } from '../draft.ts'
import { initiativeOf } from '../join.ts'
import { type Cell, filled, type Row } from '../read/page.ts'
import type { Layout } from './layout.ts'
import { settleColumns } from './list/columns.ts'
import { enterPart, numberedTitle } from './list/initiatives.ts'
import { linkTitles } from './list/links.ts'
import { Above, cellOf, cellsOf, isSum, type ListRow, listRows, nameIn } from './list/rows.ts'
import { claimRest, type Table, tablesFrom } from './table/block.ts'
import type { Column } from './table/header.ts'
import { transitionIn } from './table/plan-title.ts'
import { claimHeader, nameTransition, onlyPlan, readLevels } from './table/plans.ts'
import { besides, NO_SETTING, readTitles, type Setting } from './table/titles.ts'

/** 取組整理表 — old initiative, decision (継続・新規・廃止), new initiative: what became of each when a plan changes over. */
export const carryOver: Layout = {
  name: 'carry-over',
  claim: (rows, start) => tablesFrom(rows, start, isCarryOver).length,
  read: ({ rows }, draft) => {
    let setting = NO_SETTING
    let above: Above | null = null
    for (const table of tablesFrom(rows, 0, isCarryOver).tables) {
      setting = readTitles(table.titles, draft, besides(setting))
      const moved = movedTo(table.titles, draft)
      if (moved) setting.plan = moved
      setting.plan ??= onlyPlan(draft)
      above = readTable(table, setting, above, draft)
    }
    linkTitles(draft)
  },
}

export function isCarryOver(table: Table): boolean {
  const roles = settleColumns(table).map((c) => c.role)
  const ends = roles.filter((r) => r === 'before' || r === 'after').length
  return roles.includes('decision') && (ends > 1 || (ends === 1 && roles.includes('title')))
}

function movedTo(titles: readonly Row[], draft: Draft): RecordId | null {
  for (const cell of titles.flatMap(filled)) {
    const move = transitionIn(cell.text)
    if (move) return nameTransition(draft, cell, move).id
  }
  return null
}

function readTable(table: Table, setting: Setting, before: Above | null, draft: Draft): Above {
  const columns = settleColumns(table).map((c): Column => (c.role === 'title' ? { ...c, role: otherEnd(table) } : c))
  claimHeader(draft, table.header, columns)
  readLevels(draft, setting.plan, columns)
  const above = new Above(draft, columns)
  if (before) above.goOnFrom(before)
  for (const row of listRows(table.body, columns, draft)) {
    above.take(row)
    readRow(row, above, setting, draft)
  }
  claimRest(draft, table)
  return above
}

/** «取組項目» beside «前期の取組» is the new one, beside «後期の取組» the old one. */
const otherEnd = (table: Table): 'before' | 'after' => (table.header.columns.some((c) => c.role === 'before') ? 'after' : 'before')

function readRow(row: ListRow, above: Above, setting: Setting, draft: Draft): void {
  const decision = cellOf(row, 'decision')
  const from = titleIn(cellOf(row, 'before'))
  const to = titleIn(cellOf(row, 'after'))
  const number = cellOf(row, 'number')
  if (number) draft.claim(number, 'fields')
  for (const dash of [...cellsOf(row, 'before'), ...cellsOf(row, 'after')]) if (titleIn(dash) === null) draft.claim(dash, 'fields')
  if (!decision || (!from && !to) || isSum(decision.text)) return
  const { kind, reason } = readDecision(decision.text)
  // «担当課» and «新担当課»: the one that goes on with it
  const section = cellsOf(row, 'section').findLast((c) => !/^[-ー―－–]$/.test(c.text)) ?? null
  const note = cellOf(row, 'reason') ?? cellOf(row, 'note')
  const under = standsUnder(above, setting)
  const lineage: Lineage = {
    from: from ? [{ title: numberedTitle(nameIn(from)).title, initiative: null }] : [],
    to: to ? [{ title: numberedTitle(nameIn(to)).title, initiative: newInitiative(row, to, section, above, setting, draft) }] : [],
    kind,
    reason: reason ?? note?.text ?? null,
    section: section?.text ?? null,
    pillar: under.pillar?.text ?? null,
    theme: under.theme?.text ?? null,
  }
  draft.record.lineage.push(lineage)
  draft.from(lineage, 'kind', decision)
  for (const key of ['pillar', 'theme'] as const) if (under[key]?.cell) draft.from(lineage, key, under[key].cell)
  if (from) draft.from(lineage, 'from', from)
  if (to) draft.from(lineage, 'to', to)
  if (section) draft.from(lineage, 'section', section)
  if (reason) draft.from(lineage, 'reason', decision)
  if (note && !reason) draft.from(lineage, 'reason', note)
}

type Under = { text: string; cell: Cell | null } | null

/** Pillar and theme as printed: the cells of their columns, or the headings above a table that has none. */
function standsUnder(above: Above, { open }: Setting): { pillar: Under; theme: Under } {
  const [pillar, ...themes] = above.cells()
  const inCell = (cell: Cell | null | undefined): Under => (cell ? { text: nameIn(cell), cell } : null)
  if (pillar !== undefined) return { pillar: inCell(pillar), theme: inCell(themes.findLast((c) => c !== null)) }
  const [first, ...others] = [...open.values()].map((heading): Under => ({ text: heading.text, cell: null }))
  return { pillar: first ?? null, theme: others.at(-1) ?? null }
}

const titleIn = (cell: Cell | null): Cell | null => (cell && cell.text !== '' && !/^[-ー―－–]$/.test(cell.text) ? cell : null)

/** «廃止（取組を集約）» ends for a reason; «継続（新規）» is a kind of its own, and stays whole. */
export function readDecision(printed: string): { kind: string; reason: string | null } {
  const said = /^((?:廃止|完了|終了|統合|休止|中止|集約)[^（(]*)[（(](.+)[）)]$/s.exec(printed.trim())
  return said ? { kind: (said[1] as string).trim(), reason: (said[2] as string).trim() } : { kind: printed.trim(), reason: null }
}

function newInitiative(row: ListRow, to: Cell, section: Cell | null, above: Above, setting: Setting, draft: Draft): RecordId {
  const node = above.node(setting.plan, setting.node)
  const number = cellOf(row, 'number')
  const { number: inTitle, title } = numberedTitle(nameIn(to))
  const initiative = initiativeOf(draft, title, to, { plan: setting.plan, node, number: inTitle ?? number?.text ?? null })
  if (number) draft.from(initiative, 'number', number)
  enterPart(
    draft,
    initiative,
    { description: cellOf(row, 'description'), goal: null, sections: section ? [section] : [], related: [] },
    false,
  )
  return initiative.id
}
