import type { Actual, Indicator, Target } from '../../../reform/record.ts'
import { foldTight } from '../../../vocabulary/folding.ts'
import { readMeasured } from '../../../vocabulary/measured.ts'
import { readTarget } from '../../../vocabulary/target.ts'
import type { Draft } from '../../draft.ts'
import type { Cell } from '../../read/page.ts'
import { printedUnit } from '../figures.ts'
import type { Column } from '../table/header.ts'
import { yearOf } from './amounts.ts'
import { ROW_KIND } from './columns.ts'
import { cellOf, type ListRow, nameIn } from './rows.ts'

type Figures = { baseline: [Column, Cell] | null; targets: [Column, Cell][]; actuals: [Column, Cell][] }

/** 指標 — the yardstick of a row with its baseline, its targets and its results by year. */
export function readIndicator(row: ListRow, of: Indicator['of'], carried: Indicator | null, draft: Draft): Indicator | null {
  const figures = figuresOf(row)
  const name = cellOf(row, 'indicator') ?? namedTarget(figures)
  if (!name && !(carried && rowKind(row))) return null
  const known = name
    ? draft.record.indicators.find(
        (i) => foldTight(i.name) === foldTight(indicatorName(name)) && JSON.stringify(i.of) === JSON.stringify(of),
      )
    : carried
  const indicator = known ?? newIndicator(name as Cell, of, draft)
  if (name) draft.from(indicator, 'name', name)
  const unit = cellOf(row, 'unit')
  if (unit && indicator.unit === null) draft.put(indicator, 'unit', unit.text, unit)
  if (figures.baseline) readBaseline(indicator, figures.baseline, draft)
  for (const cell of rowKind(row)?.cells ?? []) draft.claim(cell, 'fields')
  for (const said of figures.targets) addTarget(indicator, said, draft)
  for (const said of figures.actuals) addActual(indicator, said, draft)
  return indicator
}

function newIndicator(name: Cell, of: Indicator['of'], draft: Draft): Indicator {
  const indicator: Indicator = {
    id: draft.id('indicator'),
    of,
    name: indicatorName(name),
    kind: null,
    unit: null,
    direction: null,
    directionSource: null,
    aggregation: null,
    baseline: null,
    targets: [],
    actuals: [],
  }
  draft.record.indicators.push(indicator)
  return indicator
}

/** «受診率 45％以上»: a target that says what it measures needs no column for the name. */
const namedTarget = (figures: Figures): Cell | null =>
  figures.targets.find(
    ([column, cell]) => column.year === null && (readTarget(cell.text)?.name ?? '') !== '' && readTarget(cell.text)?.value !== null,
  )?.[1] ?? null
const indicatorName = (cell: Cell): string => {
  const said = readTarget(cell.text)
  return said && said.value !== null && said.name !== '' ? said.name : nameIn(cell)
}

/** «目標» or «実績» in a cell of its own says what the year columns of this row hold. */
export function rowKind(row: ListRow): { said: string; cells: readonly Cell[] } | null {
  for (const [column, cell] of row.cells)
    if (column.role === null || column.role === 'note' || column.role === 'decision') {
      const said = ROW_KIND.exec(foldTight(cell.text))?.[1]
      if (said) return { said, cells: [cell, ...column.cells] }
    }
  return null
}

function figuresOf(row: ListRow): Figures {
  const figures: Figures = { baseline: null, targets: [], actuals: [] }
  const kind = rowKind(row)
  for (const [column, cell] of row.cells) {
    if (cell.text === '') continue
    if (column.role === 'baseline') figures.baseline = [column, cell]
    else if (column.role === 'target') figures.targets.push([column, cell])
    else if (column.role === 'actual') figures.actuals.push([column, cell])
    else if (column.role === 'fiscalYear' && column.year !== null) {
      const said = column.phase ?? kind?.said
      if (said && /^(目標|計画)/.test(said)) figures.targets.push([column, cell])
      else if (said && /^(実績|見込)/.test(said)) figures.actuals.push([column, cell])
    }
  }
  return figures
}

function readBaseline(indicator: Indicator, [column, cell]: [Column, Cell], draft: Draft): void {
  const said = valueIn(cell.text)
  indicator.baseline = { asOf: column.year === null ? null : String(column.year), value: said.value, answer: said.answer, raw: cell.text }
  draft.from(indicator, 'baseline', cell)
  unitFrom(indicator, column, said.unit)
}

function addTarget(indicator: Indicator, [column, cell]: [Column, Cell], draft: Draft): void {
  const said = valueIn(cell.text, true)
  const target: Target = {
    fiscalYear: column.year,
    asOf: null,
    comparator: said.value === null ? null : (said.comparator ?? '='),
    value: said.value,
    answer: said.answer,
    raw: cell.text,
    final: column.year === null || /最終/.test(column.texts.join('')),
    ...(said.maintain ? { maintain: true } : {}),
  }
  draft.claim(cell, 'fields')
  if (indicator.targets.some((t) => t.fiscalYear === target.fiscalYear)) return
  indicator.targets.push(target)
  draft.from(target, 'value', cell)
  unitFrom(indicator, column, said.unit)
}

function addActual(indicator: Indicator, [column, cell]: [Column, Cell], draft: Draft): void {
  const said = valueIn(cell.text)
  const status = column.phase === '見込み' ? '見込み' : column.phase === '決算' ? '決算' : '実績'
  const actual: Actual = {
    fiscalYear: yearOf(column, draft.record.fiscalYear) ?? draft.record.fiscalYear,
    asOf: null,
    value: said.value,
    answer: said.answer,
    raw: cell.text,
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

type Value = Pick<Target, 'value' | 'answer' | 'comparator' | 'maintain'> & { unit: string | null }

/** What a cell of figures says: a bare number, one with its unit and comparator («85%以上を維持»), a dash or words. */
function valueIn(text: string, withName = false): Value {
  const measured = readMeasured(text)
  if (measured.answer === 'number') return { value: measured.value, answer: 'number', comparator: null, unit: null }
  if (measured.answer !== 'text') return { value: null, answer: measured.answer, comparator: null, unit: null }
  const said = readTarget(text)
  if (!said || said.value === null || (said.name !== '' && !withName)) return { value: null, answer: 'text', comparator: null, unit: null }
  return {
    value: said.value,
    answer: 'number',
    comparator: said.comparator,
    maintain: said.maintain,
    unit: printedUnit(said.unit, said.per, text),
  }
}
