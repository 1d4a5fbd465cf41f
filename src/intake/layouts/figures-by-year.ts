import type { Indicator, Series, ValueStatus } from '../../reform/record.ts'
import { foldTight } from '../../vocabulary/folding.ts'
import { readMeasured } from '../../vocabulary/measured.ts'
import { readTarget } from '../../vocabulary/target.ts'
import type { Draft } from '../draft.ts'
import { type Cell, filled } from '../read/page.ts'
import { isCarryOver } from './carry-over.ts'
import { isEffectTable } from './effect-table.ts'
import type { Layout } from './layout.ts'
import { settleColumns } from './list/columns.ts'
import { addActual, addTarget, readBaseline } from './list/indicator-values.ts'
import { newIndicator } from './list/indicators.ts'
import { listRows, nameIn } from './list/rows.ts'
import { isList } from './progress-list.ts'
import { claimRest, type Table, tablesFrom } from './table/block.ts'
import { isFigure } from './table/figure-cell.ts'
import type { Column } from './table/header.ts'
import { claimHeader, onlyPlan } from './table/plans.ts'
import { besides, NO_SETTING, readTitles, type Setting } from './table/titles.ts'
import { yearIn } from './table/years-down.ts'

/** 年度別の数値の表 — figures by year that are no effects: headcount, rates, counts; or one indicator with its years one below the other. */
export const figuresByYear: Layout = {
  name: 'figures-by-year',
  claim: (rows, start) => tablesFrom(rows, start, isFiguresByYear).length,
  read: ({ rows }, draft) => {
    let setting = NO_SETTING
    for (const table of tablesFrom(rows, 0, isFiguresByYear).tables) {
      const indicator = table.header.yearsDown ? indicatorHeading(table) : null
      setting = readTitles(
        table.titles.filter((row) => filled(row)[0] !== indicator?.cell),
        draft,
        besides(setting),
      )
      setting.plan ??= onlyPlan(draft)
      if (indicator) readIndicatorYears(table, indicator, setting, draft)
      else readSeries(table, setting, draft)
      claimRest(draft, table)
    }
  },
}

const isValue = (text: string): boolean => text === '' || isFigure(text) || /^[-ー―－–—]$/.test(foldTight(text))

export function isFiguresByYear(table: Table): boolean {
  if (table.body.length === 0 || isCarryOver(table) || isEffectTable(table) || isList(table)) return false
  if (table.header.yearsDown)
    return table.body.every((row) => filled(row).every((c, i) => i === 0 || isValue(c.text) || c.column >= table.header.columns.length))
  const [first, ...others] = settleColumns(table)
  if (!first || first.year !== null || others.filter(isYear).length < 2) return false
  return (
    others.every((column) => isYear(column) || column.role === 'total' || column.role === 'unit' || column.role === 'difference') &&
    table.body.every((row) => filled(row).every((c) => !others.some((o) => o.at === c.column && isYear(o)) || isValue(c.text)))
  )
}

const isYear = (column: Column): boolean =>
  column.year !== null && (column.role === 'fiscalYear' || column.role === 'actual' || column.role === 'target')

type Heading = { cell: Cell; name: string; unit: string | null }

/** «指標１　帳票の種類（単位：種類）» above years with 目標 and 実績. */
function indicatorHeading(table: Table): Heading | null {
  if (!table.header.columns.some((c) => c.role === 'target')) return null
  const cell = table.titles.flatMap(filled).at(-1)
  if (!cell || cell.text.length > 80) return null
  const unit = /[（(]\s*単位\s*[:：]\s*([^）)]+)[）)]/.exec(cell.text)?.[1] ?? null
  const name = cell.text
    .replace(/[（(]\s*単位.*$|[\s　]+(?:担当|所管)(?:課|部署)?\s*[:：].*$/, '')
    .replace(/^[■●○◆・\s]*(?:(?:成果|数値)?(?:指標|目標)|KPI|評価指標)?\s*[0-9０-９①-⑳]*\s*[.．、:：)）】\s　]*/i, '')
  return name === '' ? null : { cell, name, unit }
}

function readIndicatorYears(table: Table, heading: Heading, setting: Setting, draft: Draft): void {
  const { columns } = table.header
  const of: Indicator['of'] = setting.node ? { node: setting.node } : setting.plan ? { plan: setting.plan } : null
  const indicator = newIndicator(heading.name, of, draft)
  draft.from(indicator, 'name', heading.cell)
  if (heading.unit) draft.put(indicator, 'unit', heading.unit, heading.cell)
  for (const column of columns) for (const cell of column.cells) draft.claim(cell, 'fields')
  for (const row of listRows(table.body, columns, draft)) {
    const first = filled(row.row)[0] as Cell
    const said = yearIn(first.text)
    if (!said) continue
    draft.claim(first, 'fields')
    for (const [column, cell] of row.cells) {
      const ofYear = { column: { ...column, year: said.year }, cell, text: cell.text }
      if (cell === first || cell.text === '') continue
      if (column.role === 'target') addTarget(indicator, ofYear, draft)
      else if (said.phase === '基準') readBaseline(indicator, ofYear, draft)
      else if (column.role === 'actual' || column.role === 'progress') addActual(indicator, ofYear, draft)
    }
  }
}

/** A row (or, where years stand one below the other, a column) of figures is one series. */
function readSeries(table: Table, setting: Setting, draft: Draft): void {
  const columns = table.header.yearsDown ? table.header.columns : settleColumns(table)
  const [first, ...others] = columns
  claimHeader(draft, table.header, columns)
  for (const column of columns) for (const cell of column.cells) draft.claim(cell, 'fields')
  const rows = listRows(table.body, columns, draft)
  if (table.header.yearsDown)
    for (const column of others) {
      const series = newSeries((column.texts[0] as string).replace(/[（(].*$/, ''), column.unit ?? setting.unit, draft)
      for (const row of rows) addPoint(series, yearIn(filled(row.row)[0]?.text ?? ''), row.cells.get(column), draft)
      for (const row of rows) if (yearIn(filled(row.row)[0]?.text ?? '')) draft.claim(filled(row.row)[0] as Cell, 'fields')
    }
  else
    for (const row of rows) {
      const name = first ? row.cells.get(first) : undefined
      if (!name || name.text === '') continue
      const unit = [...row.cells].find(([c]) => c.role === 'unit')?.[1].text
      const series = newSeries(nameIn(name), unit ?? setting.unit, draft)
      draft.from(series, 'name', name)
      for (const column of others.filter(isYear))
        addPoint(series, { year: column.year as number, phase: column.phase }, row.cells.get(column), draft)
    }
}

function newSeries(name: string, unit: string | null, draft: Draft): Series {
  const series: Series = { name, unit, breakdown: null, thresholds: {}, points: [] }
  draft.record.series.push(series)
  return series
}

function addPoint(series: Series, at: { year: number; phase: string | null } | null, cell: Cell | undefined, draft: Draft): void {
  if (!at || !cell || cell.text === '') return
  const measured = readMeasured(cell.text)
  const said = measured.answer === 'text' ? readTarget(cell.text) : null
  const value = measured.answer === 'number' ? measured.value : (said?.value ?? null)
  series.unit ??= said?.unit ?? null
  const status: ValueStatus | null = at.phase === '見込み' || at.phase === '実績' || at.phase === '決算' ? at.phase : null
  const point = { at: String(at.year), value, answer: value === null ? measured.answer : ('number' as const), raw: cell.text, status }
  series.points.push(point)
  draft.from(point, 'value', cell)
}
