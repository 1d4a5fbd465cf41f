import type { Initiative, Part, ScheduleCell } from '../../../reform/record.ts'
import type { Draft } from '../../draft.ts'
import { addPart } from '../../join.ts'
import { readSchedule as readBars, type YearColumn } from '../schedule.ts'
import { isFigure } from '../table/figure-cell.ts'
import type { Column } from '../table/header.ts'
import { periodIn } from '../table/plan-title.ts'
import { rowKind } from './indicators.ts'
import { cellOf, type ListRow, nameIn } from './rows.ts'

const ARROW = /^[\s→⇒➡➔⟶ー―─-]*[→⇒➡➔⟶][\s→⇒➡➔⟶ー―─-]*$/

const DASH = /^\s*[-ー―－–—]\s*$/

/** 年度別計画 — words in the columns of years: what is done in each; an arrow lengthens the bar before it. */
export function readSchedule(row: ListRow, columns: readonly Column[], initiative: Initiative, part: Part | null, draft: Draft): void {
  const kind = rowKind(row)
  if (kind && !/^計画|^見込|^目標/.test(kind.said)) return
  const years = columns.filter(isYear)
  const said = years.flatMap((c) => row.cells.get(c) ?? []).filter((cell) => row.own.has(cell) && cell.text !== '')
  // a dash says that nothing is to be done in that year
  for (const cell of said) if (DASH.test(cell.text)) draft.claim(cell, 'fields')
  const cells = said.filter((cell) => !DASH.test(cell.text))
  // figures below bare years are amounts or results of something, not what is to be done
  if (cells.length > 0 && years.every((c) => c.phase === null) && cells.every((cell) => isFigure(cell.text))) return
  const schedule = cells.length > 0 ? barsOf(row, years, draft) : periodOf(row, draft)
  if (schedule.length === 0) return
  for (const cell of kind?.cells ?? []) draft.claim(cell, 'fields')
  const target = part ?? initiative.parts[0] ?? addPart(draft, initiative)
  const named = cellOf(row, 'activity')
  const activity = { name: named ? nameIn(named) : initiative.title, schedule }
  target.activities.push(activity)
  draft.from(activity, 'schedule', cells.length > 0 ? cells : [])
  if (named) draft.from(activity, 'name', named)
}

const isYear = (column: Column): boolean =>
  (column.role === 'fiscalYear' || column.role === 'schedule') &&
  column.year !== null &&
  (column.phase === null || column.phase === '計画' || column.phase === '目標')

function barsOf(row: ListRow, years: readonly Column[], draft: Draft): ScheduleCell[] {
  const spans = years.map((c): YearColumn => ({ year: c.year as YearColumn['year'], half: null, from: c.at, to: c.at + 1, phase: null }))
  // cells as they were placed: a shifted row stands under its own years
  const cells = years.flatMap((c) => {
    const cell = row.cells.get(c)
    return cell && !DASH.test(cell.text) ? [{ ...cell, column: c.at }] : []
  })
  const bars: ScheduleCell[] = []
  for (const bar of readBars(cells, spans).cells) {
    const before = bars.at(-1)
    if (ARROW.test(bar.text) && before) before.to = bar.to ?? bar.from
    else bars.push(bar)
  }
  for (const bar of bars)
    draft.from(
      bar,
      'text',
      years.flatMap((c) => (String(c.year) === bar.from ? (row.cells.get(c) ?? []) : [])),
    )
  return bars
}

/** «令和5年度～令和7年度» in a column of its own. */
function periodOf(row: ListRow, draft: Draft): ScheduleCell[] {
  const cell = cellOf(row, 'period') ?? cellOf(row, 'schedule')
  const period = cell ? periodIn(cell.text) : null
  if (!cell || !period) return []
  const bar: ScheduleCell = { from: String(period.from), to: String(period.to), text: cell.text, milestone: false }
  draft.from(bar, 'text', cell)
  return [bar]
}
