import type { Indicator } from '../../../reform/record.ts'
import { findDates } from '../../../vocabulary/dated.ts'
import type { FiscalYear } from '../../../vocabulary/fiscal-year.ts'
import { readMeasured } from '../../../vocabulary/measured.ts'
import { readTarget } from '../../../vocabulary/target.ts'
import { inUnit } from '../../../vocabulary/yen.ts'
import type { Draft } from '../../draft.ts'
import type { Cell } from '../../read/page.ts'
import { asOfSaid } from '../targets.ts'
import type { Column } from './columns.ts'

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
  const { answer, comparator, maintain, unit } = said
  const fiscalYear = year as FiscalYear | null
  const raw = cell.text
  if (indicator.unit === null && unit !== null) draft.put(indicator, 'unit', unit, cell)
  const value = said.value === null ? null : inUnit(said.value, unit, indicator.unit)
  if (role === 'baseline') {
    indicator.baseline = { asOf: asOfIn(column.label.text, fiscalYear), value, answer, raw }
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

/** «現状値（令和4年度末）» names a day, «基準値（R4）» a year. */
function asOfIn(label: string, year: number | null): string | null {
  const [date] = findDates(label)
  return date ? asOfSaid(label.slice(date.start, date.end)) : year === null ? null : String(year)
}

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
