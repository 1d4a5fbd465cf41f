import { parseDay } from '../vocabulary/calendar-day.ts'
import { readDated } from '../vocabulary/dated.ts'
import { parseFiscalYear } from '../vocabulary/fiscal-year.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { chosen, type EditFault, type RowSaid, rowsAfter, said } from './edit-rows.ts'
import { readTargetCell } from './plan-change.ts'
import type { Actual, Baseline, Indicator, Target } from './record.ts'
import { readCounted, readReported } from './reported-value.ts'

export type TargetSaid = RowSaid & { year: string; final: string; raw: string }
export type ActualSaid = RowSaid & { year: string; raw: string; status: string }
export type IndicatorSaid = {
  name: string
  kind: string
  unit: string
  /** a guess of the import is offered as «guessed»; choosing a direction states it */
  direction: string
  aggregation: string
  baseline: string
  baselineAt: string
  /** «part:<id>», or empty for the whole initiative */
  of: string
  targets: TargetSaid[]
  actuals: ActualSaid[]
}

export const emptyIndicator = (id: Indicator['id'], of: Indicator['of']): Indicator => ({
  id,
  of,
  name: '',
  kind: null,
  unit: null,
  direction: null,
  directionSource: null,
  aggregation: null,
  baseline: null,
  targets: [],
  actuals: [],
})

const KINDS = ['output', 'outcome', 'population'] as const
const DIRECTIONS = ['increase', 'decrease', 'maintain'] as const
const AGGREGATIONS = ['annual', 'cumulative', 'gross'] as const
const STATUSES = ['実績', '見込み', '決算'] as const

/** 指標を直す — figures are kept as printed beside what they are read as. Refused: no name, a year that is none, one year twice. */
export function withIndicator(indicator: Indicator, typed: IndicatorSaid): Result<Indicator, EditFault[]> {
  const faults: EditFault[] = []
  if (typed.name.trim() === '') faults.push({ field: 'name', kind: 'missing' })
  const unit = said(typed.unit, indicator.unit)
  const baseline = baselineAfter(indicator.baseline, typed, unit, faults)
  const targets = rowsAfter(indicator.targets, typed.targets, (row, was, nth) => targetAfter(row, was, `targets.${nth}`, faults))
  const actuals = rowsAfter(indicator.actuals, typed.actuals, (row, was, nth) => actualAfter(row, was, unit, `actuals.${nth}`, faults))
  if (faults.length > 0) return no(faults)
  return ok({
    ...indicator,
    name: said(typed.name, indicator.name) ?? indicator.name,
    kind: chosen(typed.kind, KINDS),
    unit,
    ...directionAfter(indicator, typed.direction),
    aggregation: chosen(typed.aggregation, AGGREGATIONS),
    baseline,
    targets,
    actuals,
  })
}

function directionAfter(indicator: Indicator, typed: string): Pick<Indicator, 'direction' | 'directionSource'> {
  const { direction, directionSource } = indicator
  if (typed === 'guessed' && directionSource === 'guessed') return { direction, directionSource }
  const stated = chosen(typed, DIRECTIONS)
  return { direction: stated, directionSource: stated === null ? null : 'stated' }
}

/** 時点 — «令和5年度末», «令和6年3月31日», «2023»: as the record keeps it; null where the text is no date. */
export function readAsOf(text: string): string | null {
  const day = parseDay(text)
  if (day.ok) return day.value
  const dated = readDated(text)
  if (!dated) return null
  switch (dated.kind) {
    case 'date':
    case 'year-end':
      return dated.date
    case 'month':
      return dated.month
    case 'fiscal-year':
      return String(dated.year)
    default:
      return null
  }
}

function baselineAfter(old: Baseline | null, typed: IndicatorSaid, unit: string | null, faults: EditFault[]): Baseline | null {
  const raw = said(typed.baseline, old?.raw ?? null)
  const at = typed.baselineAt.trim()
  const asOf = at === '' ? null : at === old?.asOf ? old.asOf : readAsOf(at)
  if (at !== '' && asOf === null) faults.push({ field: 'baselineAt', kind: 'not-a-year' })
  if (raw === null) return asOf === null ? null : { asOf, value: null, answer: 'blank', raw: '' }
  if (old && raw === old.raw) return asOf === old.asOf ? old : { ...old, asOf }
  const read = readReported(raw, unit)
  return { asOf, value: read.answer === 'number' ? read.value : null, answer: read.answer, raw }
}

function yearIn(text: string, field: string, faults: EditFault[]): number | null {
  if (text.trim() === '') return null
  const year = parseFiscalYear(text)
  if (!year.ok) faults.push({ field, kind: 'not-a-year' })
  return year.ok ? year.value : null
}

function targetAfter(row: TargetSaid, was: Target | null, at: string, faults: EditFault[]): Target | null {
  const raw = row.raw.trim()
  if (raw === '' && (was === null || was.raw.trim() !== '')) return null
  const fiscalYear = yearIn(row.year, `${at}.year`, faults)
  const final = row.final !== undefined && row.final !== ''
  if (fiscalYear === null && !final && !was?.asOf && row.year.trim() === '') faults.push({ field: `${at}.year`, kind: 'missing' })
  if (was && raw === was.raw.trim()) return { ...was, fiscalYear, final }
  return { fiscalYear, asOf: was?.asOf ?? null, ...readTargetCell(raw), final, ...(/維持/.test(raw) ? { maintain: true } : {}) }
}

function actualAfter(row: ActualSaid, was: Actual | null, unit: string | null, at: string, faults: EditFault[]): Actual | null {
  const raw = row.raw.trim()
  if (raw === '' && (was === null || was.raw.trim() !== '')) return null
  const fiscalYear = yearIn(row.year, `${at}.year`, faults)
  if (fiscalYear === null && !was?.asOf && row.year.trim() === '') faults.push({ field: `${at}.year`, kind: 'missing' })
  const status = chosen(row.status, STATUSES)
  if (was && raw === was.raw.trim()) return { ...was, fiscalYear, status }
  const { measured: read, numerator, denominator } = readCounted(raw, unit)
  const value = read.answer === 'number' ? read.value : null
  return { asOf: was?.asOf ?? null, numerator, denominator, fiscalYear, value, answer: read.answer, raw, status }
}
