import type { Activity, Initiative } from '../../../reform/record.ts'
import type { FiscalYear } from '../../../vocabulary/fiscal-year.ts'
import { fold } from '../../../vocabulary/folding.ts'
import type { Label } from '../../labels.ts'
import { type Cell, filled, type Row } from '../../read/page.ts'
import { readSchedule } from '../schedule.ts'
import { readTargetCells } from '../targets.ts'
import { applyField } from './apply.ts'
import type { Column, Header } from './columns.ts'
import { addYardstick } from './indicators.ts'
import { beginsAnother } from './reports.ts'
import { kindOf } from './row-kind.ts'
import { readSaid, saidIn } from './said.ts'
import { type Form, partFor } from './state.ts'

/** 行動計画の表 — years in the header, and no word that makes it a table of indicators. */
export const isScheduleHeader = (header: Header): boolean =>
  header.years.length >= 2 && !header.columns.some((c) => ['indicator', 'unit', 'title', 'actual', 'effect', 'cost'].includes(c.role))

type Table = {
  header: Header
  names: Column | null
  target: Column | null
  first: number
  last: number
  form: Form
  initiative: Initiative
}

/** Reads the activities with their years, and the targets packed into the column at the right, which may fill several rows. */
export function readActivities(rows: readonly Row[], at: number, header: Header, form: Form): number {
  const { initiative, draft } = form
  for (const row of header.rows) for (const cell of filled(row)) draft.claim(cell, 'fields')
  if (!initiative) return header.rows.length
  form.years = header.years
  const first = header.years[0]?.from ?? 1
  const last = Math.max(...header.years.map((y) => y.to))
  const names = header.columns.findLast((c) => c.from < first) ?? null
  const target = header.columns.find((c) => c.role === 'target' && c.from >= last) ?? null
  const table: Table = { header, names, target, first, last, form, initiative }
  const targets: Cell[] = []
  // years under «年度別計画» and no column for names: the rows are the initiative's own schedule
  let name: string | null = !names || names.role === 'schedule' || names.role === 'fiscalYear' ? initiative.title : null
  let i = at + header.rows.length
  for (; i < rows.length; i += 1) {
    const row = rows[i] as Row
    if (row.isRule) continue
    if (kindOf(row) === 'blank') break
    const byYear = fieldByYear(row, table)
    if (byYear) {
      readByYear(row, byYear, table)
      continue
    }
    if (beginsAnother(row) || isOneField(row) || (row.cells.length === 1 && filled(row)[0]?.columnSpan === 1)) break
    name = readActivityRow(row, table, name, targets)
  }
  const year = target?.label.year ?? (header.years.at(-1)?.year as FiscalYear)
  const { found, left } = readTargetCells(targets, year)
  for (const yardstick of found) addYardstick(form, yardstick)
  for (const { cell, text } of left) draft.leaveUnread(cell, text)
  return i - at
}

/** «KPI | 平均待ち時間» below the years is a field of the form and no activity; so is what begins with two labels. */
function isOneField(row: Row): boolean {
  const [first, second, ...more] = saidIn(row)
  if (first?.kind !== 'label' || ['plan', 'note', 'activity', 'schedule'].includes(first.label.role)) return false
  return second?.kind === 'label' || (second?.kind === 'value' && more.length === 0)
}

/** One row: its name (or the one carried down), what stands under the years, and the target cell. */
function readActivityRow(row: Row, table: Table, carried: string | null, targets: Cell[]): string | null {
  const { form, first } = table
  const { target, schedule } = divided(row, table)
  if (target) {
    form.draft.claim(target, 'fields')
    targets.push(target)
  }
  const named = filled(row).filter((c) => c.column < first)
  const own = named.at(-1) ?? null
  const name = own ? activityName(own, table) : carried
  const read = readSchedule(schedule.cells, table.header.years)
  if (name === null || (read.cells.length === 0 && !own)) return name
  const part = partFor(form, table.initiative)
  const activity: Activity = { name, schedule: read.cells }
  part.activities.push(activity)
  if (own) form.draft.from(activity, 'name', own)
  for (const cell of named) form.draft.claim(cell, 'fields')
  for (const cell of read.from) form.draft.from(activity, 'schedule', cell)
  if (schedule.shifted) form.draft.guess(activity, 'schedule')
  return name
}

/** «計画» in front of the years names no activity: the row is the initiative's own schedule. */
const activityName = (cell: Cell, { initiative }: Table): string =>
  /^(計画|当初計画|予定|スケジュール)$/.test(fold(cell.text)) ? initiative.title : cell.text

const BY_YEAR = ['progress', 'issues', 'revision', 'evaluation', 'comment', 'cost', 'effect', 'target', 'actual']

/** «事業費（千円） | 1,200 | 3,400», «実績 | … | …», «評価 | Ａ | Ｂ»: a field of the form that the table answers year by year. */
function fieldByYear(row: Row, { header, first, last }: Table): Label | null {
  const [head, ...values] = filled(row)
  const said = head && head.column < first ? readSaid(head) : null
  if (said?.kind !== 'label' || !BY_YEAR.includes(said.label.role) || said.label.year !== null) return null
  const inYears = values.every((c) => c.column >= first && c.column < last && c.columnSpan < Math.max(2, (last - first) / 2))
  const full = row.cells.length > header.years.length || values.length > 1
  return inYears && full ? said.label : null
}

function readByYear(row: Row, label: Label, { header, form }: Table): void {
  form.draft.claim(filled(row)[0] as Cell, 'fields')
  for (const { year, from, to, phase } of header.years) {
    const cell = row.cells.find((c) => c.text !== '' && c.column >= from && c.column < to)
    const field = cell && { label: { ...label, year, phase: label.phase ?? phase }, at: cell, text: cell.text, cells: [cell], number: null }
    if (cell && field && applyField(form, field)) form.draft.claim(cell, 'fields')
  }
}

type Divided = { target: Cell | null; schedule: { cells: readonly Cell[]; shifted: boolean } }

/**
 * The target is the last text right of the years. Where a row has one more cell than its header, what stands between
 * belongs to the years, and to which of them the text does not tell.
 */
function divided(row: Row, { target, first, last }: Table): Divided {
  const cells = row.cells.filter((c) => c.column >= first && c.column < last)
  const beyond = target ? filled(row).filter((c) => c.column >= last) : []
  return { target: beyond.at(-1) ?? null, schedule: { cells, shifted: beyond.length > 1 } }
}
