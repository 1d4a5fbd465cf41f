import type { Indicator } from '../../../reform/record.ts'
import { type FiscalYear, parseFiscalYear } from '../../../vocabulary/fiscal-year.ts'
import { fold, foldTight } from '../../../vocabulary/folding.ts'
import { splitItems } from '../../../vocabulary/items.ts'
import { readTarget } from '../../../vocabulary/target.ts'
import { UNITS } from '../../../vocabulary/units.ts'
import type { Draft } from '../../draft.ts'
import type { Cell } from '../../read/page.ts'
import { isFigure } from '../table/figure-cell.ts'
import type { Column } from '../table/header.ts'
import { ROW_KIND } from '../table/judgement.ts'
import { readTargetCells } from '../targets.ts'
import { addActual, addTarget, readBaseline, type Said } from './indicator-values.ts'
import { numberedTitle } from './initiatives.ts'
import { cellOf, type ListRow, nameIn } from './rows.ts'

/** What a row says of one indicator; a packed row says it of several, an item for each. */
type Figures = { name: { text: string; cell: Cell } | null; unit: Said | null; baseline: Said | null; targets: Said[]; actuals: Said[] }

/** 指標 — the yardsticks of a row with baseline, targets and results by year; the last one, for a row that goes on with it. */
export function readIndicator(
  row: ListRow,
  of: Indicator['of'],
  carried: Indicator | null,
  title: Cell | null,
  draft: Draft,
): Indicator | null {
  const kind = rowKind(row)
  const figures = figuresOf(row, kind?.said ?? null)
  const hasFigures = figures.targets.length + figures.actuals.length > 0 || figures.baseline !== null
  let last: Indicator | null = null
  for (const said of figures.name ? unpacked(figures) : namedByTarget(figures, row, draft)) {
    last = known(said, of, draft) ?? newIndicator((said.name as { text: string }).text, of, draft)
    enter(last, said, draft)
  }
  if (!last && !carried && title && (isYardstick(figures) || (/^(?:目標|計画)/.test(kind?.said ?? '') && areFigures(figures.targets)))) {
    const { title: name } = numberedTitle(nameIn(title))
    last = known({ ...figures, name: { text: name, cell: title } }, of, draft) ?? newIndicator(name, of, draft)
    draft.guess(last, 'name')
    enter(last, { ...figures, name: { text: name, cell: title } }, draft)
  }
  if (!last && carried && kind && hasFigures) {
    last = carried
    enter(carried, figures, draft)
  }
  if (last && figures.name) yearOfResult(last, row, figures, draft)
  if (last) for (const cell of kind?.cells ?? []) draft.claim(cell, 'fields')
  return last
}

/** A target and a result in figures beside a title that says what they measure, and no name of their own. */
const areFigures = (all: readonly Said[]): boolean => all.length > 0 && all.every((said) => isFigure(said.text))
const isYardstick = ({ targets, actuals }: Figures): boolean =>
  targets.some((said) => isFigure(said.text)) && actuals.some((said) => isFigure(said.text))

const known = ({ name }: Figures, of: Indicator['of'], draft: Draft): Indicator | undefined =>
  draft.record.indicators.find((i) => foldTight(i.name) === foldTight(name?.text ?? '') && JSON.stringify(i.of) === JSON.stringify(of))

export function newIndicator(name: string, of: Indicator['of'], draft: Draft): Indicator {
  const indicator: Indicator = {
    id: draft.id('indicator'),
    of,
    name,
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

function enter(indicator: Indicator, { name, unit, baseline, targets, actuals }: Figures, draft: Draft): void {
  if (name) draft.from(indicator, 'name', name.cell)
  // «職員数（人）»: the unit stands behind the name
  const behind = name ? /[（(](?:単位\s*[:：]\s*)?([^（）()]{1,6})[）)]$/.exec(name.text)?.[1] : undefined
  if (name && !unit && behind && indicator.unit === null && UNITS.includes(fold(behind))) draft.put(indicator, 'unit', behind, name.cell)
  if (unit && indicator.unit === null) draft.put(indicator, 'unit', unit.text, unit.cell)
  if (baseline && indicator.baseline === null) readBaseline(indicator, baseline, draft)
  for (const said of targets) addTarget(indicator, said, draft)
  for (const said of actuals) addActual(indicator, said, draft)
}

/** A target without a year beside a result without one, with a rate of the two: it is the target of that year. */
function yearOfResult(indicator: Indicator, row: ListRow, figures: Figures, draft: Draft): void {
  const [target] = indicator.targets
  const year = indicator.actuals[0]?.fiscalYear ?? null
  const hasRate = [...row.cells.keys()].some((c) => c.role === 'rate')
  const alone = figures.targets.length === 1 && figures.actuals.length === 1 && figures.actuals[0]?.column.year === null
  if (!target || target.fiscalYear !== null || year === null || !hasRate || !alone) return
  target.fiscalYear = year
  target.final = false
  draft.guess(target, 'fiscalYear')
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

function figuresOf(row: ListRow, kind: string | null): Figures {
  const name = cellOf(row, 'indicator')
  const [since, until] = [yearBeside(row, /^(?:基準|現状)年(?:度|次)?$/), yearBeside(row, /^目標年(?:度|次)?$/)]
  const figures: Figures = { name: name && { text: nameIn(name), cell: name }, unit: null, baseline: null, targets: [], actuals: [] }
  for (const [column, cell] of row.cells) {
    const said: Said = { column, cell, text: cell.text }
    if (cell.text === '') continue
    if (column.role === 'unit') figures.unit = said
    else if (column.role === 'baseline') figures.baseline = withYear(said, since)
    else if (column.role === 'target') figures.targets.push(withYear(said, until))
    else if (column.role === 'actual') figures.actuals.push(said)
    else if (column.role === 'fiscalYear' && column.year !== null) {
      const phase = column.phase ?? kind ?? (isBeforeResults(column, row) ? '実績' : '')
      if (/^(目標|計画)/.test(phase)) figures.targets.push(said)
      else if (/^(実績|見込|決算)/.test(phase)) figures.actuals.push(said)
    }
  }
  return figures
}

/** «目標年度 | 目標値»: the year of a value in a column of its own. */
function yearBeside(row: ListRow, header: RegExp): { year: FiscalYear; cells: readonly Cell[] } | null {
  for (const [column, cell] of row.cells) {
    const year = header.test(foldTight(column.texts.at(-1) ?? '')) ? parseFiscalYear(cell.text) : null
    if (year?.ok) return { year: year.value, cells: [cell, ...column.cells] }
  }
  return null
}

const withYear = (said: Said, beside: ReturnType<typeof yearBeside>): Said =>
  beside && said.column.year === null ? { ...said, column: { ...said.column, year: beside.year }, beside: beside.cells } : said

/** «R1 | R2 | R3 | R4（見込み） | 目標値（R7）»: years without a word, before one that has a result, have results too. */
function isBeforeResults({ year }: Column, row: ListRow): boolean {
  const columns = [...row.cells.keys()]
  const results = columns.flatMap((c) =>
    c.year !== null && (c.role === 'actual' || /^(?:見込|実績|決算)/.test(c.phase ?? '')) ? [c.year] : [],
  )
  return columns.some((c) => c.role === 'target') && results.some((result) => year !== null && year < result)
}

/** «① 受講者数 ② 満足度» beside «① 50人 ② 80％»: as many items in each cell, one indicator for each. */
function unpacked(figures: Figures): Figures[] {
  const names = splitItems((figures.name as { cell: Cell }).cell.text)
  const all = [...figures.targets, ...figures.actuals, ...(figures.baseline ? [figures.baseline] : [])]
  const divided = new Map(all.map((said) => [said, splitItems(said.text)]))
  const isDash = (text: string): boolean => /^[-ー―－–—]$/.test(foldTight(text))
  const fits = names.length > 1 && all.length > 0 && all.every((said) => isDash(said.text) || divided.get(said)?.length === names.length)
  if (!fits) return [figures]
  const units = figures.unit ? splitItems(figures.unit.text) : []
  const item = (said: Said, i: number): Said => ({ ...said, text: isDash(said.text) ? said.text : (divided.get(said)?.[i]?.text ?? '') })
  return names.map((name, i) => ({
    name: { text: name.text, cell: (figures.name as { cell: Cell }).cell },
    unit: figures.unit && { ...figures.unit, text: units.length === names.length ? (units[i]?.text ?? '') : figures.unit.text },
    baseline: figures.baseline && item(figures.baseline, i),
    targets: figures.targets.map((said) => item(said, i)),
    actuals: figures.actuals.map((said) => item(said, i)),
  }))
}

/** «受診率 45％以上»: a target that says what it measures needs no column for the name. */
function namedByTarget(figures: Figures, row: ListRow, draft: Draft): Figures[] {
  const [first, ...others] = figures.targets
  if (!first) return []
  const { found, left } = readTargetCells([first.cell], first.column.year)
  const named = found.filter((y) => y.name !== '' && y.targets.some((t) => t.value !== null))
  if (named.length === 0) return []
  for (const { cell, text } of left) draft.leaveUnread(cell, text)
  const only = named.length === 1
  return named.map((yardstick) => ({
    name: { text: yardstick.name, cell: first.cell },
    unit: yardstick.unit === null ? null : { ...first, text: yardstick.unit },
    baseline: only ? figures.baseline : null,
    targets: [{ ...first, text: yardstick.targets.at(-1)?.raw ?? first.text }, ...(only ? others : [])],
    // of several results in one cell each belongs to the yardstick it names
    actuals: only
      ? resultsOf(figures, yardstick.unit, row)
      : figures.actuals.flatMap((said) => resultOf(said, yardstick.name, yardstick.key)),
  }))
}

/** A figure of the same unit in the column of what was done is the result of the only target beside it. */
function resultsOf(figures: Figures, unit: string | null, row: ListRow): Said[] {
  if (figures.actuals.length > 0 || unit === null) return figures.actuals
  const done = [...row.cells].filter(([column, cell]) => column.role === 'progress' && isFigure(cell.text))
  const [only] = done
  const item = only ? readTarget(only[1].text) : null
  const isSame = item?.unit === unit || (unit.endsWith('円') && item?.unit?.endsWith('円'))
  return only && done.length === 1 && isSame ? [{ column: only[0], cell: only[1], text: only[1].text }] : []
}

function resultOf(said: Said, name: string, key: string | null): Said[] {
  const item = splitItems(said.text).find((i) => foldTight(i.text).startsWith(foldTight(name)) || (key !== null && i.key === key))
  return item ? [{ ...said, text: item.text }] : []
}
