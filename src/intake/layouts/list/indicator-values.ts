import type { Actual, Indicator, Target } from '../../../reform/record.ts'
import { readMeasured } from '../../../vocabulary/measured.ts'
import { readTarget } from '../../../vocabulary/target.ts'
import { inUnit } from '../../../vocabulary/yen.ts'
import type { Draft } from '../../draft.ts'
import type { Cell } from '../../read/page.ts'
import { printedUnit } from '../figures.ts'
import type { Column } from '../table/header.ts'
import { yearOf } from './amounts.ts'

/** A text of a cell in a column: the whole cell, or an item of it. */
export type Said = { column: Column; cell: Cell; text: string; beside?: readonly Cell[] }

export function readBaseline(indicator: Indicator, { column, cell, text, beside = [] }: Said, draft: Draft): void {
  for (const year of beside) draft.claim(year, 'fields')
  const said = sayIn(indicator, column, valueIn(text))
  indicator.baseline = { asOf: column.year === null ? null : String(column.year), value: said.value, answer: said.answer, raw: text }
  draft.from(indicator, 'baseline', cell)
  unitFrom(indicator, column, said.unit)
}

export function addTarget(indicator: Indicator, { column, cell, text, beside = [] }: Said, draft: Draft): void {
  for (const year of beside) draft.claim(year, 'fields')
  const said = sayIn(indicator, column, valueIn(text))
  // «年度目標» of a report is the target of its year
  const ofReport = /^(?:当該|本|今)?年度の?目標/.test(column.texts.join('')) ? draft.record.fiscalYear : null
  const target: Target = {
    fiscalYear: column.year ?? ofReport,
    asOf: null,
    comparator: said.value === null ? null : (said.comparator ?? '='),
    value: said.value,
    answer: said.answer,
    raw: text,
    final:
      beside.length > 0 ||
      (column.year === null && ofReport === null && !/中間/.test(column.texts.join(''))) ||
      /最終/.test(column.texts.join('')),
    ...(said.maintain ? { maintain: true } : {}),
  }
  draft.claim(cell, 'fields')
  if (indicator.targets.some((t) => t.fiscalYear === target.fiscalYear && (t.fiscalYear !== null || t.final === target.final))) return
  indicator.targets.push(target)
  draft.from(target, 'value', cell)
  unitFrom(indicator, column, said.unit)
}

export function addActual(indicator: Indicator, { column, cell, text }: Said, draft: Draft): void {
  const said = sayIn(indicator, column, valueIn(text))
  const status = column.phase === '見込み' ? '見込み' : column.phase === '決算' ? '決算' : '実績'
  const actual: Actual = {
    fiscalYear: yearOf(column, draft.record.fiscalYear) ?? draft.record.fiscalYear,
    asOf: null,
    value: said.value,
    answer: said.answer,
    raw: text,
    numerator: null,
    denominator: null,
    status,
  }
  draft.claim(cell, 'fields')
  if (indicator.actuals.some((a) => a.fiscalYear === actual.fiscalYear && a.status === status)) return
  indicator.actuals.push(actual)
  draft.from(actual, 'value', cell)
  unitFrom(indicator, column, said.unit)
}

const unitFrom = (indicator: Indicator, column: Column, said: string | null): void => {
  indicator.unit ??= column.unit ?? said
}

/** The value in the unit that the indicator has. */
const sayIn = (indicator: Indicator, column: Column, said: Value): Value =>
  said.value === null || said.unit === null
    ? said
    : { ...said, value: inUnit(said.value, said.unit, indicator.unit ?? column.unit ?? said.unit) }

type Value = Pick<Target, 'value' | 'answer' | 'comparator' | 'maintain'> & { unit: string | null }

/**
 * What a cell of figures says: a bare number, one with its unit and comparator («85%以上を維持»), with its name
 * («受診率 45％以上»), a dash, or words.
 */
function valueIn(text: string): Value {
  const measured = readMeasured(text)
  if (measured.answer === 'number') return { value: measured.value, answer: 'number', comparator: null, unit: null }
  if (measured.answer !== 'text') return { value: null, answer: measured.answer, comparator: null, unit: null }
  const said = readTarget(text)
  if (!said || said.value === null) return { value: null, answer: 'text', comparator: null, unit: null }
  return {
    value: said.value,
    answer: 'number',
    comparator: said.comparator,
    maintain: said.maintain,
    unit: printedUnit(said.unit, said.per, text),
  }
}
