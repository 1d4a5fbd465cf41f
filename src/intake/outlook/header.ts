import { parseFiscalYear } from '../../vocabulary/fiscal-year.ts'
import { fold } from '../../vocabulary/folding.ts'
import { type Cell, filled, type Row } from '../read/page.ts'
import { isTotalName, kindIn } from './words.ts'

/** 年度の列 — where a fiscal year begins in a table, and the words beside it («決算», «見込み»). */
export type YearColumn = { year: number; column: number; span: number; text: string }
/** 見出しの行 — the years from left to right, the columns with the names, and every other column by its heading. */
export type OutlookHeader = { years: YearColumn[]; first: number; others: { column: number; text: string }[]; at: string }

const ERA = /(令和|平成|R|H)\s*(元|\d{1,2})\s*(?:年度?|$|[^\d.,])/
const BARE = /^(?:FY)?((?:19|20)\d\d)(?:年度?)?(?=$|[^\d.,])/
const SHORT = /^(\d{1,2})\s*年度/
const ERA_ALONE = /^(?:令和|平成)$/

/** 年度の見出しを読む — null where a row names fewer than two fiscal years, or holds figures beside them. «令和» may stand in the row `above`. */
export function readHeader(row: Row, above?: Row): OutlookHeader | null {
  const years: YearColumn[] = []
  let era: string | null = above?.cells.find(({ text }) => ERA_ALONE.test(text))?.text ?? null
  for (const cell of row.cells) {
    const said = yearOfCell(cell.text, era)
    if (!said) continue
    era = said.era ?? era
    years.push({ year: said.year, column: cell.column, span: cell.columnSpan, text: fold(cell.text).replace(/\s+/g, '') })
  }
  if (years.length < 2) return null
  const first = years[0]?.column ?? 0
  // «市税 2023 2024 …» would be amounts: years ascend, and what stands before them is no figure
  if (years.some(({ year }, nth) => nth > 0 && year < (years[nth - 1]?.year ?? 0))) return null
  const before = row.cells.filter(({ column }) => column < first).map(({ text }) => fold(text))
  if (before.some((text) => /^[▲△-]?[\d,.]+$/.test(text))) return null
  const others = row.cells
    .filter((cell) => cell.text !== '' && !years.some(({ column }) => column === cell.column))
    // what stands before the years names the lines, but for a column of units
    .filter((cell) => cell.column > first || cell.text.replace(/\s+/g, '') === '単位')
    .map((cell) => ({ column: cell.column, text: cell.text.replace(/\s+/g, '') }))
  return { years, first, others, at: row.at }
}

/** «令和5年度（決算見込）», «R5», «2023», «2023年度\n(R5)»; «6年度» after «令和5年度» goes on in its era. */
export function yearOfCell(text: string, era: string | null): { year: number; era: string | null } | null {
  const plain = fold(text).replace(/\s+/g, '')
  if (plain === '' || plain.length > 24 || /～|~|まで|から/.test(plain)) return null
  const named = ERA.exec(plain)
  if (named && /^[(（]?(?:令和|平成|R|H)/.test(plain)) return yearOf(`${named[1]}${named[2]}`, named[1] ?? null)
  const western = BARE.exec(plain)
  if (western) return yearOf(western[1] ?? '', era)
  const short = SHORT.exec(plain)
  return short && era ? yearOf(`${era}${short[1]}`, era) : null
}

function yearOf(text: string, era: string | null): { year: number; era: string | null } | null {
  const read = parseFiscalYear(text)
  return read.ok ? { year: read.value, era } : null
}

const AMOUNT = /見込|見通し|金額|計画|推計|予算|決算|額$/
const RATE = /率|比|増減|構成/
/** 年度の立場 — whether a column holds a settled account, a budget or a forecast. */
export const STANDING = /決算|予算|見込|推計|推定|実績|計画/

/**
 * 二段の見出し — under a year stand «金額» and «伸び率»: the amount's column is the year's, the others are named for the list of what was
 * not read. A CSV has lost the merged cell: there the year goes on over the blank cells beside it. «決算», «予算», «見込» say what a year is.
 */
export function settleSecondRow(header: OutlookHeader, row: Row, below: Row | undefined): { header: OutlookHeader; used: boolean } {
  if (!below || readHeader(below)) return { header, used: false }
  const spans = header.years.map((year, nth) => Math.max(year.span, blankSpan(header, row, nth)))
  const labels = below.cells.filter(({ column, text }) => column >= header.first && text !== '')
  if (labels.length < header.years.length || labels.some(({ text }) => /\d/.test(fold(text)))) return { header, used: false }
  if (spans.every((span) => span === 1) && !labels.every(({ text }) => STANDING.test(text))) return { header, used: false }
  const others = [...header.others]
  const years = header.years.map((year, nth) => {
    const own = labels.filter(({ column }) => column >= year.column && column < year.column + (spans[nth] ?? 1))
    const amount = own.find(({ text }) => AMOUNT.test(text) && !RATE.test(text)) ?? own.find(({ text }) => !RATE.test(text)) ?? own[0]
    for (const cell of own) if (cell !== amount) others.push({ column: cell.column, text: `${year.text}${label(cell)}` })
    const said = amount && STANDING.test(amount.text) ? label(amount) : ''
    return { ...year, column: amount?.column ?? year.column, span: 1, text: `${year.text}${said}` }
  })
  return { header: { ...header, years, others }, used: true }
}
const label = ({ text }: Cell): string => text.replace(/\s+/g, '')

/** How many columns a year reaches over the blank cells of its row. */
function blankSpan({ years, others }: OutlookHeader, row: Row, nth: number): number {
  const from = years[nth]?.column ?? 0
  const ends = [...years.map(({ column }) => column), ...others.map(({ column }) => column), (row.cells.at(-1)?.column ?? 0) + 1]
  return Math.min(...ends.filter((column) => column > from)) - from
}

/**
 * «市税 | 1980 | 1990 | 2000» in a table whose years are known: amounts that look like years. A line is named by its kind, a header by
 * «区分»; and figures without 年度 that are the years of the table once more are its header again.
 */
export function isAmounts(row: Row, open: OutlookHeader): boolean {
  const cells = filled(row).filter(({ column }) => column >= open.first)
  const names = filled(row).filter(({ column }) => column < open.first)
  if (names.length === 0 || !cells.every(({ text }) => /^\d{4}$/.test(fold(text)))) return false
  const again = cells.map(({ text }) => Number(fold(text))).join() === open.years.map(({ year }) => year).join()
  return !again && names.some(({ text }) => kindIn(text) !== null || isTotalName(text))
}
