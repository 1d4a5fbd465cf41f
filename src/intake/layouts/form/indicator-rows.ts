import type { Indicator } from '../../../reform/record.ts'
import type { FiscalYear } from '../../../vocabulary/fiscal-year.ts'
import { fold } from '../../../vocabulary/folding.ts'
import { readMeasured } from '../../../vocabulary/measured.ts'
import { readTarget } from '../../../vocabulary/target.ts'
import type { Draft } from '../../draft.ts'
import { readLabel } from '../../labels.ts'
import { type Cell, filled, type Row } from '../../read/page.ts'
import { type Column, type Header, under } from './columns.ts'
import { beginsAnother } from './reports.ts'
import { kindOf } from './row-kind.ts'
import { guessDirection, indicatorNamed } from './state.ts'

const VALUES = ['target', 'actual', 'baseline']

/** 指標の表 — a name of an indicator and its values, by columns or by the years of the header. */
export const isIndicatorHeader = (header: Header): boolean =>
  !header.columns.some((c) => c.role === 'title') &&
  header.columns.some((c) => c.role === 'indicator') &&
  (header.columns.some((c) => roleIn(c) !== null) || header.years.length > 0)

/** «令和5年度実績» heads the results of a year here, not what was done in it. */
const roleIn = (column: Column): string | null =>
  VALUES.includes(column.role) ? column.role : column.role === 'progress' && column.label.phase === '実績' ? 'actual' : null

type Context = { header: Header; draft: Draft; of: Indicator['of']; year: number | null }

export function readIndicatorRows(rows: readonly Row[], at: number, context: Context): { rows: number; found: Indicator[] } {
  const { header, draft } = context
  for (const row of header.rows) for (const cell of filled(row)) draft.claim(cell, 'fields')
  const found: Indicator[] = []
  let i = at + header.rows.length
  for (; i < rows.length; i += 1) {
    const row = rows[i] as Row
    if (kindOf(row) === 'blank' || beginsAnother(row) || filled(row).length < 2) break
    const indicator = readIndicatorRow(row, context, found.at(-1) ?? null)
    if (indicator && !found.includes(indicator)) found.push(indicator)
  }
  for (const indicator of found) guessDirection(draft, indicator)
  return { rows: i - at, found }
}

function readIndicatorRow(row: Row, { header, draft, of, year }: Context, above: Indicator | null): Indicator | null {
  const nameColumn = header.columns.findLast((c) => c.role === 'indicator' && under(row, c) !== null)
  const nameCell = nameColumn ? under(row, nameColumn) : null
  const indicator = nameCell ? indicatorNamed(draft, nameCell.text, of, nameCell) : above
  if (!indicator) return null
  const unitColumn = header.columns.find((c) => c.role === 'unit')
  const unit = unitColumn ? under(row, unitColumn) : null
  if (unit && indicator.unit === null) draft.put(indicator, 'unit', fold(unit.text), unit)
  const kind = rowKind(row, header)
  for (const column of header.columns) {
    if (column === unitColumn || column.role === 'indicator') continue
    const cell = under(row, column)
    if (!cell) continue
    const role = roleIn(column) ?? (column.role === 'fiscalYear' && column.label.year !== null ? kind : null)
    if (role) addValue(indicator, role, cell, column.label.year ?? year, column, draft)
  }
  return indicator
}

/** «目標 | 10 | 20», «実績 | 9 | 18»: the row says what its years are. */
function rowKind(row: Row, header: Header): string | null {
  const first = header.years[0]?.from ?? 0
  for (const cell of filled(row).filter((c) => c.column < first)) {
    const role = readLabel(cell.text)?.role
    if (role === 'target' || role === 'actual') return role
    if (/^(計画|計画値)$/.test(fold(cell.text))) return 'target'
    if (/^(実績|実績値|結果)$/.test(fold(cell.text))) return 'actual'
  }
  return null
}

/** One value of an indicator; a blank cell says nothing and adds nothing. */
export function addValue(
  indicator: Indicator,
  role: string,
  cell: Cell,
  year: number | null,
  column: Pick<Column, 'label'>,
  draft: Draft,
): void {
  const said = readValue(cell.text)
  if (said.answer === 'blank') return
  const { value, answer, comparator, maintain, unit } = said
  const fiscalYear = year as FiscalYear | null
  const raw = cell.text
  if (indicator.unit === null && unit !== null) draft.put(indicator, 'unit', unit, cell)
  if (role === 'baseline') {
    indicator.baseline = { asOf: fiscalYear === null ? null : (printedYear(column.label.text) ?? String(fiscalYear)), value, answer, raw }
    draft.from(indicator, 'baseline', cell)
  } else if (role === 'target' && answer === 'not-applicable') draft.claim(cell, 'fields')
  else if (role === 'target') {
    const target = { fiscalYear, asOf: null, comparator, value, answer, raw, final: true, ...(maintain ? { maintain } : {}) }
    for (const earlier of indicator.targets) if ((earlier.fiscalYear ?? 0) < (fiscalYear ?? 0)) earlier.final = false
    indicator.targets.push(target)
    draft.from(target, 'value', cell)
  } else {
    const status = /決算/.test(column.label.text)
      ? ('決算' as const)
      : /見込/.test(`${column.label.text}${raw}`)
        ? ('見込み' as const)
        : ('実績' as const)
    const actual = { fiscalYear, asOf: null, value, answer, raw, numerator: null, denominator: null, status }
    indicator.actuals.push(actual)
    draft.from(actual, 'value', cell)
  }
}

const printedYear = (label: string): string | null =>
  /(?:令和|平成|[RHＲＨ])\s?(?:元|[0-9０-９]{1,2})年?度?末?|(?:19|20)\d\d年度?末?/.exec(label)?.[0]?.trim() ?? null

type Value = Pick<Indicator['targets'][number], 'value' | 'answer' | 'comparator'> & { maintain: boolean; unit: string | null }

function readValue(text: string): Value {
  const measured = readMeasured(text)
  if (measured.answer === 'blank') return { value: null, answer: 'blank', comparator: null, maintain: false, unit: null }
  if (measured.answer === 'number') return { value: measured.value, answer: 'number', comparator: '=', maintain: false, unit: null }
  if (measured.answer === 'not-applicable') return { value: null, answer: 'not-applicable', comparator: null, maintain: false, unit: null }
  const item = readTarget(text)
  if (!item || item.value === null || item.name !== '')
    return { value: null, answer: 'text', comparator: null, maintain: false, unit: null }
  return { value: item.value, answer: 'number', comparator: item.comparator, maintain: item.maintain, unit: item.unit }
}
