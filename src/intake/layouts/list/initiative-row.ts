import type { Indicator, RecordId } from '../../../reform/record.ts'
import { similarity } from '../../../vocabulary/similarity.ts'
import type { Draft } from '../../draft.ts'
import { initiativeOf } from '../../join.ts'
import type { Cell } from '../../read/page.ts'
import type { Column } from '../table/header.ts'
import type { Setting } from '../table/titles.ts'
import { addCost, addEffect } from './amounts.ts'
import { readEvaluations } from './evaluations.ts'
import { readIndicator } from './indicators.ts'
import { enterPart, numberedTitle, type PartSaid, sectionsSaid } from './initiatives.ts'
import { readMarks } from './marks.ts'
import { readReports } from './reports.ts'
import { type Above, cellOf, cellsOf, isSum, type ListRow, nameIn } from './rows.ts'
import { readSchedule } from './schedule.ts'

/** What the rows above leave open for the next one. */
export type ListState = {
  draft: Draft
  setting: Setting
  above: Above
  title: Cell | null
  /** the section of the rows above, where sections stand to the left of what they are responsible for */
  section: Cell | null
  titleNode: RecordId | null
  /** rows of initiatives that have several parts */
  several: ReadonlySet<ListRow>
  indicator: Indicator | null
}

export function readRow(row: ListRow, columns: readonly Column[], state: ListState): void {
  const { draft, setting, above } = state
  const first = [...row.cells.values()].find((c) => c.text !== '')
  if (!first) return
  const sum = [first, cellOf(row, 'title'), ...above.ownCells(row)].find((c) => c && isSum(c.text))
  if (sum) {
    readSum(row, sum, sum === first, state)
    return
  }
  if (above.take(row)) state.title = null
  const title = cellOf(row, 'title')
  if (title && (row.own.has(title) || state.title === null)) {
    state.title = title
    state.titleNode = above.node(setting.plan, setting.node)
  }
  const told = [...row.cells].some(([c]) => c.role !== 'pillar' && c.role !== 'theme' && c.role !== 'number')
  if (state.title && told) readInitiative(row, columns, state)
  else if (columns.every((c) => c.role !== 'title')) {
    const node = above.node(setting.plan, setting.node)
    state.indicator = readIndicator(row, node ? { node } : setting.plan ? { plan: setting.plan } : null, state.indicator, null, draft)
  }
}

/** 小計 is the sum of the heading it stands under, 合計 in the first column that of everything. */
function readSum(row: ListRow, sum: Cell, isFirst: boolean, { draft, setting, above }: ListState): void {
  const node = isFirst && !/小/.test(sum.text) ? null : above.node(setting.plan, setting.node)
  for (const [column, cell] of row.cells)
    if (column.role === 'effect' && row.own.has(cell)) {
      addEffect(draft, column, cell, { scope: nameIn(sum), of: node ? { node } : null, setting })
      draft.claim(sum, 'fields')
    }
}

function readInitiative(row: ListRow, columns: readonly Column[], state: ListState): void {
  const { draft, setting } = state
  const titleCell = state.title as Cell
  const { number: inTitle, title } = numberedTitle(nameIn(titleCell))
  const numberCell = row.own.has(titleCell) ? cellOf(row, 'number') : null
  const known = draft.record.initiatives.length
  const initiative = initiativeOf(draft, title, titleCell, {
    plan: setting.plan,
    node: state.titleNode,
    number: numberCell?.text ?? inTitle,
  })
  if (draft.record.initiatives.length > known) remarkAlike(draft, initiative, titleCell)
  if (numberCell) draft.from(initiative, 'number', numberCell)
  const said = partSaid(row, columns, state)
  const saysMore = [said.description, ...said.sections].some((cell) => cell && row.own.has(cell))
  const isContinued = !row.own.has(titleCell) && !saysMore
  const part = isContinued ? (initiative.parts.at(-1) ?? null) : enterPart(draft, initiative, said, state.several.has(row))
  const sections = isContinued ? (part ?? initiative).sections : sectionsSaid(said)
  readReports(row, initiative, part, sections, draft)
  readEvaluations(row, columns, initiative, setting.scale, draft)
  readMarks(row, initiative, draft)
  readSchedule(row, columns, initiative, part, draft)
  const ofIndicator: Indicator['of'] = part ? { part: part.id } : { initiative: initiative.id }
  state.indicator = readIndicator(row, ofIndicator, row.own.has(titleCell) ? null : state.indicator, titleCell, draft)
  for (const [column, cell] of row.cells) {
    if (!row.own.has(cell)) continue
    if (column.role === 'effect') addEffect(draft, column, cell, { scope: initiative.title, of: { initiative: initiative.id }, setting })
    if (column.role === 'cost') addCost(draft, column, cell, initiative, setting)
  }
}

/** A title that is spelt differently after a page break stands near the other. */
const NEAR = 40

/** Two titles under one heading that differ by a letter or two: perhaps one initiative, spelt differently after a page break. */
function remarkAlike(draft: Draft, initiative: { title: string; node: RecordId | null }, at: Cell): void {
  const alike = draft.record.initiatives
    .slice(-NEAR)
    .find(
      (i) =>
        i !== initiative && i.node === initiative.node && i.title !== initiative.title && similarity(i.title, initiative.title) >= 0.85,
    )
  if (alike)
    draft.remark(`取組名の表記が揺れています：「${alike.title}」と「${initiative.title}」`, [
      ...draft.placesOf(alike, 'title').slice(0, 1),
      at.at,
    ])
}

/** Sections to the left of the titles head the rows below them; beside the title each row has its own. */
function partSaid(row: ListRow, columns: readonly Column[], state: ListState): PartSaid {
  const roles = columns.map((c) => c.role)
  const heads = roles.includes('section') && roles.indexOf('section') < roles.indexOf('title')
  const own = cellsOf(row, 'section')
  state.section = own[0] ?? (heads ? state.section : null)
  return {
    description: cellOf(row, 'description'),
    goal: cellOf(row, 'goal'),
    sections: own.length > 0 ? own : heads && state.section ? [state.section] : [],
    related: cellsOf(row, 'relatedSection'),
  }
}
