import type { Initiative, RecordId, Report } from '../../../reform/record.ts'
import { readDated } from '../../../vocabulary/dated.ts'
import type { FiscalYear } from '../../../vocabulary/fiscal-year.ts'
import type { Cell, Row } from '../../read/page.ts'
import { filled } from '../../read/page.ts'
import { readDatedFigures } from '../figures.ts'
import { yearOf } from '../schedule.ts'
import type { Column, Header } from './columns.ts'
import { kindOf } from './row-kind.ts'
import { readSaid } from './said.ts'
import { addText, type Form, isDash, reportFor } from './state.ts'

type ReportKey = 'progress' | 'issues' | 'revision'
const KEYS: Partial<Record<string, ReportKey>> = { progress: 'progress', actual: 'progress', issues: 'issues', revision: 'revision' }

/** 年度 | 実績 | 計画の見直し: a header that has a column for the year, and one at least for what is said of it. */
export const isReportHeader = (header: Header): boolean =>
  header.years.length === 0 &&
  header.columns.some((c) => c.role === 'fiscalYear') &&
  header.columns.some((c) => KEYS[c.role] !== undefined) &&
  !header.columns.some((c) => c.role === 'title')

/** The parts a report answers for: those that none has answered for yet; a later table of the same part is its own. */
export function partsToReport(form: Form): RecordId[] {
  const open = form.unreported.length > 0 ? form.unreported : form.part ? [form.part] : []
  return open.map((p) => p.id)
}

export function readReportTable(rows: readonly Row[], at: number, header: Header, form: Form): number {
  for (const row of header.rows) for (const cell of filled(row)) form.draft.claim(cell, 'fields')
  const parts = partsToReport(form)
  let last: { report: Report; key: ReportKey; cell: Cell } | null = null
  let i = at + header.rows.length
  for (; i < rows.length; i += 1) {
    const row = rows[i] as Row
    const kind = kindOf(row)
    if (kind === 'blank') {
      // a blank line inside a table is noise only if the table goes on behind it
      if (kindOf(rows[i + 1] ?? row) !== 'report') break
    } else if (kind === 'report') last = readReportRow(row, header, form, parts) ?? last
    else if (last && isWrapped(row, kind)) {
      const [cell] = filled(row) as [Cell]
      addText(form.draft, last.report, last.key, cell.text, cell)
      if (last.key === 'progress') last.report.figures.push(...figuresOf(form, cell))
    } else break
  }
  form.unreported = []
  return i - at
}

/** A hard line break inside a cell leaves the rest of it on a line of its own. */
const isWrapped = (row: Row, kind: string): boolean =>
  filled(row).length === 1 && row.cells.length <= 2 && (kind === 'values' || /^[・●▼※]/.test(filled(row)[0]?.text ?? ''))

/** 一年度分の行 — with or without a header above it. */
export function readReportRow(
  row: Row,
  header: Header | null,
  form: Form,
  parts: readonly RecordId[],
): { report: Report; key: ReportKey; cell: Cell } | null {
  const { draft, initiative } = form
  const cells = filled(row)
  const at = cells.findIndex((c) => yearOf(c) !== null)
  const yearCell = cells[at]
  if (!initiative || !yearCell) return null
  for (const cell of cells.slice(0, at + 1)) draft.claim(cell, 'fields')
  const report = reportFor(initiative, yearOf(yearCell), parts)
  draft.from(report, 'fiscalYear', yearCell)
  let last: { report: Report; key: ReportKey; cell: Cell } | null = null
  for (const { key, cell, guessed } of placed(cells.slice(at + 1), yearCell, header)) {
    draft.claim(cell, 'fields')
    if (isDash(cell.text)) continue
    addText(draft, report, key, cell.text, cell)
    if (guessed) draft.guess(report, key)
    if (key === 'progress') report.figures.push(...figuresOf(form, cell))
    last = { report, key, cell }
  }
  return last
}

type Placed = { key: ReportKey; cell: Cell; guessed: boolean }

/**
 * Which text is what: by the columns in their order where every one is filled, else by the nearest column. A header
 * that has lost its 実績 leaves the year's text under 計画の見直し; what was done comes first, so it is the progress.
 */
function placed(cells: readonly Cell[], yearCell: Cell, header: Header | null): Placed[] {
  const columns = (header?.columns ?? []).filter((c) => KEYS[c.role] !== undefined && c.from > yearColumn(header).from)
  if (columns.length === 0) return cells.slice(0, 1).map((cell) => ({ key: 'progress', cell, guessed: false }))
  if (!columns.some((c) => KEYS[c.role] === 'progress'))
    return cells.map((cell, i) => ({ key: i === 0 ? 'progress' : 'revision', cell, guessed: true }))
  if (cells.length === columns.length) return cells.map((cell, i) => ({ key: keyOf(columns[i] as Column), cell, guessed: false }))
  const shift = yearCell.column - yearColumn(header).from
  return cells.map((cell) => ({ key: keyOf(nearest(columns, cell, shift)), cell, guessed: false }))
}

const keyOf = (column: Column): ReportKey => KEYS[column.role] as ReportKey
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

const ROW_NAMES = ['plan', 'target', 'actual', 'fiscalYear', 'baseline', 'unit', 'rate', 'indicator', 'activity', 'schedule']
function isStrong(row: Row): boolean {
  const [first] = filled(row)
  const said = first ? readSaid(first) : null
  return said !== null && said.kind !== 'value' && !ROW_NAMES.includes(said.label.role)
}
