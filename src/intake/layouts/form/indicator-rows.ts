import type { Indicator } from '../../../reform/record.ts'
import { fold } from '../../../vocabulary/folding.ts'
import { UNITS } from '../../../vocabulary/units.ts'
import type { Draft } from '../../draft.ts'
import { type Cell, filled, type Row } from '../../read/page.ts'
import { type Column, type Header, under } from './columns.ts'
import { guessDirection, indicatorNamed } from './indicators.ts'
import { beginsAnother } from './reports.ts'
import { kindOf } from './row-kind.ts'
import { addValue } from './values.ts'

const VALUES = ['target', 'actual', 'baseline']

/** 指標の表 — a name of an indicator and its values, by columns or by the years of the header. */
export const isIndicatorHeader = (header: Header): boolean =>
  !header.columns.some((c) => c.role === 'title') &&
  (isValueHeader(header) || header.columns.some((c) => c.role === 'indicator')) &&
  (header.columns.some((c) => roleIn(c) !== null) || header.years.length > 0)

/** «令和5年度実績» heads the results of a year here, not what was done in it. */
const roleIn = (column: Column): string | null =>
  VALUES.includes(column.role) ? column.role : column.role === 'progress' && column.label.phase === '実績' ? 'actual' : null

/** «目標 | R6 | R7 | R8»: the head of the names says what the years below it hold. */
const isValueHeader = ({ columns, years }: Header): boolean =>
  years.length >= 2 && columns[0] !== undefined && roleIn(columns[0]) !== null && columns[0].to <= (years[0]?.from ?? 0)

type Context = { header: Header; draft: Draft; of: Indicator['of']; year: number | null }

export function readIndicatorRows(rows: readonly Row[], at: number, context: Context): { rows: number; found: Indicator[] } {
  const { header, draft } = context
  for (const row of header.rows) for (const cell of filled(row)) draft.claim(cell, 'fields')
  const found: Indicator[] = []
  let i = at + header.rows.length
  for (; i < rows.length; i += 1) {
    const row = rows[i] as Row
    if (row.isRule) continue
    if (kindOf(row) === 'blank' || beginsAnother(row) || filled(row).length < 2) break
    const indicator = readIndicatorRow(row, context, found.at(-1) ?? null)
    if (indicator && !found.includes(indicator)) found.push(indicator)
  }
  for (const indicator of found) guessDirection(draft, indicator)
  return { rows: i - at, found }
}

function readIndicatorRow(row: Row, { header, draft, of, year }: Context, above: Indicator | null): Indicator | null {
  const first = isValueHeader(header) ? header.columns[0] : undefined
  const nameColumn = header.columns.findLast((c) => (c.role === 'indicator' || c === first) && under(row, c) !== null)
  const nameCell = nameColumn ? under(row, nameColumn) : null
  const indicator = nameCell ? indicatorNamed(draft, nameCell.text, of, nameCell) : above
  if (!indicator) return null
  const unitColumn = header.columns.find((c) => c.role === 'unit')
  const unit = unitColumn ? under(row, unitColumn) : null
  if (unit && indicator.unit === null) draft.put(indicator, 'unit', unit.text, unit)
  if (nameCell && !unit) unitInName(indicator, nameCell, draft)
  const said = rowKind(row, header, draft)
  const kind = said?.role ?? (first ? roleIn(first) : null)
  for (const column of header.columns) {
    if (column === unitColumn || column === nameColumn || column.role === 'indicator') continue
    const cell = under(row, column)
    if (!cell || cell === said?.cell) continue
    const role = roleIn(column) ?? (column.role === 'fiscalYear' && column.label.year !== null ? kind : null)
    if (role) addValue(indicator, role, cell, column.label.year ?? (/最終|中間/.test(column.label.text) ? null : year), column, draft)
  }
  return indicator
}

/** «平均待ち時間（分）»: the unit stands behind the name. */
function unitInName(indicator: Indicator, cell: Cell, draft: Draft): void {
  const unit = /[（(](?:単位\s*[:：]\s*)?([^（）()]{1,6})[）)]$/.exec(cell.text)?.[1]
  if (unit && indicator.unit === null && UNITS.includes(fold(unit))) draft.put(indicator, 'unit', unit, cell)
}

/** «目標 | 10 | 20», «実績 | 9 | 18»: the row says what its years are. */
function rowKind(row: Row, header: Header, draft: Draft): { role: string; cell: Cell } | null {
  const first = header.years[0]?.from ?? 0
  for (const cell of filled(row).filter((c) => c.column < first)) {
    const said = /^(?:目標|計画|目標値|計画値)$/.test(fold(cell.text))
      ? 'target'
      : /^(?:実績|実績値|結果)$/.test(fold(cell.text))
        ? 'actual'
        : null
    if (said) {
      draft.claim(cell, 'fields')
      return { role: said, cell }
    }
  }
  return null
}
