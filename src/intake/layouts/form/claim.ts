import type { Role } from '../../labels.ts'
import { filled, isBlank, type Row, textOf } from '../../read/page.ts'
import { isScheduleHeader } from './activities.ts'
import { headerAt } from './columns.ts'
import { isIndicatorHeader } from './indicator-rows.ts'
import { isReportHeader } from './reports.ts'
import { kindOf, nodeHeading } from './row-kind.ts'
import { saidIn } from './said.ts'

/** What a stretch of form rows is made of; the layouts of the family tell themselves apart by it. */
export type Evidence = { length: number; titles: number; roles: Set<Role>; tables: number; inline: number; stacked: number }

const PREAMBLE = 10
const SILENCE = 25
/** A form says what it is within so many rows, or it is none: nothing is scanned to its end in vain. */
const ENOUGH_ROWS = 80

/**
 * 様式の範囲 — from a heading, cover line or label on, as far as labels go on. It is a form when a title (取組名, 実施計画名…)
 * has its value beside it or below it, and other labels of the same record follow.
 */
export function formFrom(rows: readonly Row[], start: number): Evidence | null {
  return evidenceFrom(rows, start, 'title') ?? evidenceFrom(rows, start, 'theme') ?? evidenceFrom(rows, start, 'plan')
}

/**
 * What the office calls the thing that is tracked: 取組名 and its like, or, in forms that have no such word, what is
 * elsewhere a group of initiatives (改革項目, 推進項目) or a plan (計画名).
 */
export const titleRoleOf = (rows: readonly Row[]): Role =>
  (['title', 'theme', 'plan'] as const).find((role) => rows.some((_row, i) => hasTitle(rows, i, role))) ?? 'title'

function evidenceFrom(rows: readonly Row[], start: number, role: Role): Evidence | null {
  const first = firstTitle(rows, start, role)
  if (first === null) return null
  const evidence: Evidence = { length: 0, titles: 0, roles: new Set(), tables: 0, inline: 0, stacked: 0 }
  let last = first
  let silent = 0
  for (let i = first; i < rows.length && silent < SILENCE; i += 1) {
    const row = rows[i] as Row
    if (i - first > ENOUGH_ROWS && !saysEnough(evidence, 2)) break
    if (isListHeader(rows, i)) break
    if (row.page !== rows[i - 1]?.page && i > first && !goesOnOnPage(rows, i)) break
    if (isBlank(row) || row.isRule) continue
    if (weigh(rows, i, role, evidence)) {
      last = i
      silent = 0
    } else silent += 1
  }
  if (!saysEnough(evidence, 2)) return null
  // a group without initiatives may be any heading: only one that names its section is a form of its own
  if (role !== 'title' && (!evidence.roles.has('section') || !saysEnough(evidence, 3))) return null
  evidence.length = endOf(rows, last) - start
  return evidence
}

/** The first title within reach of `start`, with nothing but headings, short lines and labels before it. */
function firstTitle(rows: readonly Row[], start: number, role: Role): number | null {
  let seen = 0
  for (let i = start; i < rows.length && seen < PREAMBLE; i += 1) {
    const row = rows[i] as Row
    if (row.page !== rows[start]?.page) return null
    if (isBlank(row) || row.isRule) continue
    if (isListHeader(rows, i)) return null
    if (hasTitle(rows, i, role)) return i
    if (!mayPrecede(row)) return null
    seen += 1
  }
  return null
}

const mayPrecede = (row: Row): boolean => {
  const kind = kindOf(row)
  return (
    kind === 'fields' ||
    kind === 'node' ||
    kind === 'labels' ||
    (filled(row).length === 1 && [...textOf(row)].length <= 60 && !/。$/.test(textOf(row)))
  )
}

/** A title with its value in the row; or alone in a row of labels whose values stand below. */
export function hasTitle(rows: readonly Row[], at: number, role: Role): boolean {
  const said = saidIn(rows[at] as Row)
  const title = said.findIndex((s) => s.kind !== 'value' && s.label.role === role)
  if (title < 0) return false
  if (said[title]?.kind === 'field') return true
  return said[title + 1]?.kind === 'value' || (said.every((s) => s.kind === 'label') && isAnsweredBelow(rows, at))
}

/** One row of values and then other labels: a list has row after row of values. */
function isAnsweredBelow(rows: readonly Row[], at: number): boolean {
  const kinds = rows
    .slice(at + 1, at + 8)
    .map(kindOf)
    .filter((k) => k !== 'blank')
  return kinds[0] === 'values' && (kinds[1] === 'labels' || kinds[1] === 'fields' || kinds[1] === 'marks')
}

/** Header of a list of initiatives: three labels or more, a title among them, and rows of several values below. */
export function isListHeader(rows: readonly Row[], at: number): boolean {
  const row = rows[at] as Row
  const said = saidIn(row)
  if (said.length < 3 || !said.every((s) => s.kind === 'label') || !said.some((s) => s.kind === 'label' && s.label.role === 'title'))
    return false
  return !isAnsweredBelow(rows, at)
}

function weigh(rows: readonly Row[], at: number, role: Role, evidence: Evidence): boolean {
  const row = rows[at] as Row
  const said = saidIn(row)
  const labels = said.flatMap((s) => (s.kind === 'value' ? [] : [s]))
  if (labels.length === 0) return nodeHeading(row) !== null
  for (const { label } of labels) evidence.roles.add(label.role)
  if (hasTitle(rows, at, role)) evidence.titles += 1
  if (labels.some((s) => s.kind === 'field')) evidence.inline += 1
  if (said.length === 1 && said[0]?.kind === 'label' && row.cells.length === 1) evidence.stacked += 1
  const header = headerAt(rows, at)
  if (header && (isScheduleHeader(header) || isReportHeader(header) || isIndicatorHeader(header))) evidence.tables += 1
  return true
}

/** A form goes on over a page break when the page says something of a form near its top. */
function goesOnOnPage(rows: readonly Row[], at: number): boolean {
  const page = rows[at]?.page
  const top = rows.slice(at, at + 20).filter((r) => r.page === page && !isBlank(r))
  return top.some((r, i) => kindOf(r) === 'fields' && i < 12)
}

/** The last label's values belong to it: the rows behind it up to a blank one, and those of a table. */
function endOf(rows: readonly Row[], last: number): number {
  let end = last + 1
  const page = rows[last]?.page
  const answers = kindOf(rows[last] as Row) === 'labels'
  if (answers) while (end < rows.length && isBlank(rows[end] as Row)) end += 1
  while (end < rows.length && rows[end]?.page === page && !isBlank(rows[end] as Row) && (rows[end] as Row).headingDepth === 0) end += 1
  return end
}

/** How many different things a form says of an initiative, besides its title. */
export const saysEnough = ({ roles }: Evidence, least: number): boolean =>
  [...roles].filter((r) => !['title', 'number', 'fiscalYear', 'pillar', 'theme', 'note', 'unit'].includes(r)).length >= least
