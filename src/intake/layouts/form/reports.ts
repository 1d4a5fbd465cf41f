import type { Initiative, RecordId, Report } from '../../../reform/record.ts'
import { readDated } from '../../../vocabulary/dated.ts'
import type { FiscalYear } from '../../../vocabulary/fiscal-year.ts'
import type { Cell, Row } from '../../read/page.ts'
import { filled } from '../../read/page.ts'
import { readDatedFigures } from '../figures.ts'
import { yearOf } from '../schedule.ts'
import type { Column, Header } from './columns.ts'
import { stageOf } from './evaluation.ts'
import { kindOf } from './row-kind.ts'
import { readSaid } from './said.ts'
import { addText, type Form, isDash, partFor, reportFor } from './state.ts'
import { addValue } from './values.ts'

type ReportKey = 'progress' | 'issues' | 'revision'
const KEYS: Partial<Record<string, ReportKey>> = { progress: 'progress', issues: 'issues', revision: 'revision' }
const OTHERS = ['evaluation', 'comment', 'target', 'actual', 'plan', 'schedule', 'activity', 'description']

/** 年度 | 実績 | 計画の見直し: a header that has a column for the year, and one at least for what is said of it. */
export const isReportHeader = (header: Header): boolean =>
  header.years.length === 0 &&
  header.columns.some((c) => c.role === 'fiscalYear') &&
  header.columns.some((c) => KEYS[c.role] !== undefined || c.role === 'actual') &&
  !header.columns.some((c) => c.role === 'title')

/** The parts a report answers for: those that none has answered for yet; a later table of the same part is its own. */
export function partsToReport(form: Form): RecordId[] {
  const open = form.unreported.length > 0 ? form.unreported : form.part ? [form.part] : []
  return open.map((p) => p.id)
}

export function readReportTable(rows: readonly Row[], at: number, header: Header, form: Form): number {
  for (const row of header.rows) for (const cell of filled(row)) form.draft.claim(cell, 'fields')
  const parts = partsToReport(form)
  let last: Written | null = null
  let i = at + header.rows.length
  for (; i < rows.length; i += 1) {
    const row = rows[i] as Row
    const kind = kindOf(row)
    if (kind === 'blank') {
      // a blank line inside a table is noise only if the table goes on behind it
      if (yearCellOf(rows[i + 1] ?? row) === null) break
    } else if (yearCellOf(row)) last = readReportRow(row, header, form, parts) ?? last
    else if (last && isWrapped(row, kind)) {
      const [cell] = filled(row) as [Cell]
      addText(form.draft, last.report, last.key, cell.text, cell)
      if (last.key === 'progress') last.report.figures.push(...figuresOf(form, cell))
    } else break
  }
  form.unreported = []
  return i - at
}

/** The year of a row, in its first cell or behind a label at its side (進捗状況). */
function yearCellOf(row: Row): Cell | null {
  const [first, second] = filled(row)
  if (first && yearOf(first) !== null) return first
  return first && second && readSaid(first).kind === 'label' && yearOf(second) !== null ? second : null
}

/** A hard line break inside a cell leaves the rest of it on a line of its own. */
const isWrapped = (row: Row, kind: string): boolean =>
  filled(row).length === 1 && row.cells.length <= 2 && (kind === 'values' || /^[・●▼※]/.test(filled(row)[0]?.text ?? ''))

type Written = { report: Report; key: ReportKey; cell: Cell }

/** 一年度分の行 — with or without a header above it. */
export function readReportRow(row: Row, header: Header | null, form: Form, parts: readonly RecordId[]): Written | null {
  const { draft, initiative } = form
  const cells = filled(row)
  const yearCell = yearCellOf(row)
  const year = yearCell ? yearOf(yearCell) : null
  if (!initiative || !yearCell || year === null) return null
  const after = cells.indexOf(yearCell) + 1
  for (const cell of cells.slice(0, after)) draft.claim(cell, 'fields')
  let last: Written | null = null
  for (const { role, cell, column, guessed } of placed(cells.slice(after), yearCell, header)) {
    const key = KEYS[role]
    if (isDash(cell.text)) draft.claim(cell, 'fields')
    else if (!key) addOther(form, initiative, role, year, cell, column)
    else {
      const report = reportFor(initiative, year, parts)
      draft.from(report, 'fiscalYear', yearCell)
      addText(draft, report, key, cell.text, cell)
      if (guessed) draft.guess(report, key)
      if (key === 'progress') report.figures.push(...figuresOf(form, cell))
      last = { report, key, cell }
    }
  }
  return last
}

/** What else a year's row says: an evaluation, a value of the open indicator, what was planned for the year. */
function addOther(form: Form, initiative: Initiative, role: string, year: FiscalYear, cell: Cell, column: Column | null): void {
  const { draft } = form
  const last = initiative.evaluations.at(-1)
  if (role === 'evaluation') {
    const evaluation = {
      fiscalYear: year,
      stage: stageOf(column?.label.text ?? ''),
      criterion: null,
      scale: null,
      raw: cell.text,
      comment: null,
    }
    initiative.evaluations.push(evaluation)
    draft.from(evaluation, 'raw', cell)
  } else if (role === 'comment' && last?.fiscalYear === year) addText(draft, last, 'comment', cell.text, cell)
  else if ((role === 'target' || role === 'actual') && form.indicator && column) addValue(form.indicator, role, cell, year, column, draft)
  else if (role === 'plan' || role === 'schedule' || role === 'activity' || role === 'description') addPlanned(form, initiative, year, cell)
}

/** The initiative's own schedule, a year a row. */
function addPlanned(form: Form, initiative: Initiative, year: FiscalYear, cell: Cell): void {
  const part = partFor(form, initiative)
  const known = part.activities.find((a) => a.name === initiative.title)
  const activity = known ?? { name: initiative.title, schedule: [] }
  if (!known) part.activities.push(activity)
  activity.schedule.push({ from: `${year}`, to: null, text: cell.text, milestone: false })
  form.draft.from(activity, 'schedule', cell)
}

type Placed = { role: string; cell: Cell; column: Column | null; guessed: boolean }

/**
 * Which text is what: by the columns in their order where every one is filled, else by the nearest column. A header
 * that has lost its 実績 leaves the year's text under 計画の見直し; what was done comes first, so it is the progress.
 */
function placed(cells: readonly Cell[], yearCell: Cell, header: Header | null): Placed[] {
  const columns = (header?.columns ?? []).filter((c) => c.from > yearColumn(header).from)
  if (columns.length === 0) return cells.slice(0, 1).map((cell) => ({ role: 'progress', cell, column: null, guessed: false }))
  if (columns.every((c) => c.role === 'revision'))
    return cells.map((cell, i) => ({ role: i === 0 ? 'progress' : 'revision', cell, column: null, guessed: true }))
  const shift = yearCell.column - yearColumn(header).from
  return cells.map((cell, i) => {
    const column = cells.length === columns.length ? (columns[i] as Column) : nearest(columns, cell, shift)
    return { role: roleIn(column, columns), cell, column, guessed: false }
  })
}

/** «実績» beside «目標値» is a value; beside words it is what was done. */
function roleIn(column: Column, all: readonly Column[]): string {
  if (column.role === 'actual') return all.some((c) => c.role === 'target') ? 'actual' : 'progress'
  return KEYS[column.role] || OTHERS.includes(column.role) ? column.role : 'note'
}

const yearColumn = (header: Header | null): { from: number } => header?.columns.find((c) => c.role === 'fiscalYear') ?? { from: 0 }

function nearest(columns: readonly Column[], cell: Cell, shift: number): Column {
  const away = (c: Column): number => Math.abs(c.from + shift - cell.column)
  return columns.reduce((best, c) => (away(c) < away(best) ? c : best))
}

/** The figures of a progress cell that have a name; a date beside one tells whether it is of another year. */
export function figuresOf(form: Form, cell: Cell, text = cell.text): Report['figures'] {
  return readDatedFigures(text).flatMap(({ figure, asOf }) => {
    if (figure.label === '') return []
    form.draft.from(figure, 'raw', cell)
    const year = asOf === null ? null : (readDated(asOf)?.year ?? null)
    if (year !== null) form.dated.set(figure, year)
    return [figure]
  })
}

/** A single field («実績：…», «令和6年度の取組実績 | …») of the year that its label names, or of the report's own year. */
export function addReportField(
  form: Form,
  initiative: Initiative,
  key: ReportKey,
  text: string,
  year: FiscalYear | number | null,
  cell: Cell,
): void {
  const report = reportFor(initiative, year, partsToReport(form))
  addText(form.draft, report, key, text, cell)
  if (key === 'progress') report.figures.push(...figuresOf(form, cell, text))
}

/** Whether a row begins something else than a further row of the table above it. */
export function beginsAnother(row: Row): boolean {
  const kind = kindOf(row)
  if (kind === 'marks' || kind === 'node' || kind === 'part' || kind === 'report') return true
  if (kind === 'labels') return filled(row).length >= 2 || isStrong(row)
  return kind === 'fields' && isStrong(row)
}

const ROW_NAMES = ['plan', 'target', 'actual', 'fiscalYear', 'baseline', 'unit', 'rate', 'indicator', 'activity', 'schedule', 'note']
function isStrong(row: Row): boolean {
  const [first] = filled(row)
  const said = first ? readSaid(first) : null
  return said !== null && said.kind !== 'value' && !ROW_NAMES.includes(said.label.role) && !/^(?:実績|結果)$/.test(said.label.text.trim())
}
