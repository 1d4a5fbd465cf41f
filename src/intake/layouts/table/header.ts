import type { FiscalYear } from '../../../vocabulary/fiscal-year.ts'
import { fold, foldTight } from '../../../vocabulary/folding.ts'
import { type Label, type Role, readLabel } from '../../labels.ts'
import { type Cell, filled, type Row } from '../../read/page.ts'
import { DECISION, JUDGEMENT, ROW_KIND } from './judgement.ts'
import { isYearsDown } from './years-down.ts'

/** 列 — what one column of a table says, put together from all header cells above it. */
export type Column = {
  at: number
  role: Role | null
  year: FiscalYear | null
  phase: Label['phase']
  unit: string | null
  /** header texts from the top down: «R5» «目標» */
  texts: readonly string[]
  cells: readonly Cell[]
}
/** `yearsDown`: the years stand one below the other in the first column, and each other column is a row of other tables. */
export type Header = { rows: readonly Row[]; columns: readonly Column[]; yearsDown: boolean }

/** Words that stand only below another header. */
const SUB_LABEL =
  /^(必要性|有効性|効率性|妥当性|公平性|緊急性|優先性|達成度|方向性|総合|金額|人数|時間数?|件数|数値|数|額|計画|実績|見込み?|予定|目標|前期|後期|上期|下期|上半期|下半期|単年度|継続的?(?=効果)|歳入|歳出|増減|年度末|(金額|額)?\((千|百万|万|億)?円\))$/
const AMOUNT = /^(?:計画|見込み?|実績|目標)額(?:\((?:千|百万|万|億)?円\))?$/
const MOST_ROWS = 3
/** A wider row is no table that anybody filled in by hand. */
const MOST_COLUMNS = 200

/** The header that begins at `at`: one row of label words, or two or three over one another; null for none. */
export function headerAt(rows: readonly Row[], at: number): Header | null {
  const first = rows[at]
  if (!first || first.headingDepth > 0) return null
  if (isYearsDown(rows, at)) return { rows: [first], columns: columnsOf([first]), yearsDown: true }
  if (!isLabelRow(first)) return null
  const all = [first]
  while (all.length < MOST_ROWS) {
    const next = rows[at + all.length]
    if (!next || next.page !== first.page || !goesOn(next, all)) break
    all.push(next)
  }
  const columns = withKinds(columnsOf(all), rows.slice(at + all.length, at + all.length + SAMPLE), first)
  return columns.filter((c) => c.role !== null).length >= 2 ? { rows: all, columns, yearsDown: false } : null
}

/** «区分 | R5 | R6 | R7»: years, and in front of them a word that heads whatever the rows are called. */
function isFiguresHeader([first, ...years]: readonly Cell[]): boolean {
  const isYear = (cell: Cell): boolean => readLabel(cell.text)?.year !== null && readLabel(cell.text)?.year !== undefined
  return first !== undefined && HEADS.test(foldTight(first.text)) && years.length >= 2 && years.every(isYear)
}
const HEADS = /^(?:区分|項目|内訳|種別|科目|費目|款|職種|部門|会計|名称|指標|数値|分類)(?:名|別)?$/

const SAMPLE = 12

/** «目標» and «実績» one below the other under a blank header: a column all the same. */
function withKinds(columns: Column[], below: readonly Row[], first: Row): Column[] {
  const counts = new Map<number, number>()
  for (const row of below)
    for (const cell of row.page === first.page ? filled(row) : [])
      if (ROW_KIND.test(foldTight(cell.text)) && !columns.some((c) => c.at === cell.column))
        counts.set(cell.column, (counts.get(cell.column) ?? 0) + 1)
  const kinds = [...counts].filter(([, times]) => times >= 2).map(([at]): Column => ({ at, ...NAMELESS }))
  return kinds.length === 0 ? columns : [...columns, ...kinds].sort((a, b) => a.at - b.at)
}

const NAMELESS = { role: null, year: null, phase: null, unit: null, texts: [], cells: [] } as const

function isLabelRow(row: Row): boolean {
  const cells = filled(row)
  if (cells.length < 3 || cells.length > MOST_COLUMNS || cells.some((c) => c.text.length > 40 || /。/.test(c.text))) return false
  const roles = cells.map((c) => readLabel(c.text)?.role ?? null)
  const known = roles.filter((r) => r !== null)
  const judged = cells.filter(
    (c) => JUDGEMENT.test(foldTight(c.text)) || DECISION.test(foldTight(c.text)) || AMOUNT.test(foldTight(c.text)),
  )
  // years alone are the second half of a header, or of a small table of figures; a list names what its rows are
  if (isFiguresHeader(cells)) return true
  return known.length + judged.length >= cells.length * 0.6 && new Set(known).size >= 2
}

/** A second header row leaves blank what the row above has named for good, and says label words below the rest. */
function goesOn(row: Row, above: readonly Row[]): boolean {
  const cells = filled(row)
  const top = above[0] as Row
  const firstTop = filled(top)[0] as Cell
  if (cells.length === 0 || cells.some((c) => c.column <= firstTop.column)) return false
  const bases = cells.some((c) => /^単年度/.test(c.text))
  // «取組状況» over «未着手 | 取組中 | 完了»: words of a scale, no marks, and several of them
  const scale = cells.filter((c) => c.text.length > 1 && JUDGEMENT.test(foldTight(c.text))).length >= 2
  if (
    !cells.every(
      (c) => isSubLabel(c.text) || isMarkName(c, top) || (bases && /^継続/.test(c.text)) || (scale && JUDGEMENT.test(foldTight(c.text))),
    )
  )
    return false
  // text under an own header that needs nothing more would be a row of the table
  return cells.some((c) => covering(above, c.column) !== null)
}

const isSubLabel = (text: string): boolean => {
  const plain = fold(text).replace(/\s+/g, '')
  return text.length <= 30 && (SUB_LABEL.test(plain) || AMOUNT.test(plain) || readLabel(text) !== null)
}
const isMarkName = (cell: Cell, top: Row): boolean => readLabel(covering([top], cell.column)?.text ?? '')?.role === 'marks'

/** The lowest header cell above a column: the one that spans it, or the nearest one to the left of blank cells. */
function covering(rows: readonly Row[], column: number): Cell | null {
  for (const row of rows.toReversed()) {
    const cell = filled(row).findLast((c) => c.column <= column)
    if (cell) return cell
  }
  return null
}

function columnsOf(rows: readonly Row[]): Column[] {
  const places = [...new Set(rows.flatMap((row) => filled(row).map((c) => c.column)))].sort((a, b) => a - b)
  return places.map((at) => columnAt(rows, at))
}

function columnAt(rows: readonly Row[], at: number): Column {
  const own = rows.map((row) => filled(row).find((c) => c.column === at) ?? null)
  const lowest = own.findLastIndex((c) => c !== null)
  // above the lowest own cell a wider header may stand; what stands beside a header on its right does not cover it
  const cells = own.slice(0, lowest + 1).flatMap((cell, depth) => {
    const above = cell ?? filled(rows[depth] as Row).findLast((c) => c.column < at) ?? null
    return above ? [above] : []
  })
  return { at, ...meaning(cells.map((c) => c.text)), texts: cells.map((c) => c.text), cells }
}

/** What header texts over one another mean together: «R5» + «目標» is the target of R5, «効果額» + «令和5年度（実績）» an effect. */
function meaning(texts: readonly string[]): Pick<Column, 'role' | 'year' | 'phase' | 'unit'> {
  const labels = texts.map((text) => readLabel(text))
  const last = <T>(pick: (label: Label) => T | null): T | null =>
    labels.reduce<T | null>((found, label) => (label ? (pick(label) ?? found) : found), null)
  const phases = texts.flatMap((text) => {
    const said = /^(計画|見込み?|実績|目標|決算|予算)(?:額|値)?(?:\(.*\))?$/.exec(fold(text).replace(/\s+/g, ''))
    return said ? [(said[1] as string).replace(/^見込$/, '見込み') as Label['phase']] : []
  })
  // «R6計画» is a year's plan, not the name of a plan
  const roles = labels.map((label) => (label?.role === 'plan' && label.year !== null ? 'fiscalYear' : (label?.role ?? null)))
  const role = roleOf(roles)
  return {
    // «見込額», «実績額» beside names: amounts of what the table is about
    role: role ?? (AMOUNT.test(fold(texts.at(-1) ?? '').replace(/\s+/g, '')) ? 'effect' : null),
    year: last((l) => l.year),
    phase: phases.at(-1) ?? last((l) => l.phase),
    unit: last((l) => l.unit),
  }
}

function roleOf(roles: readonly (Role | null)[]): Role | null {
  const said = roles.filter((role) => role !== null)
  const money = said.find((role) => role === 'effect' || role === 'cost' || role === 'marks')
  const below = said.at(-1) ?? null
  if (money && below !== 'total' && below !== 'difference') return money
  const named = said.filter((role) => role !== 'fiscalYear')
  // «R5» over «実績» is the figure of that year; «成果指標» over «目標値» the target of an indicator
  if (named.length === 0) return below
  const inner = named.at(-1) as Role
  return inner === 'progress' && said.includes('fiscalYear') && said.length > 1 ? 'actual' : inner
}
