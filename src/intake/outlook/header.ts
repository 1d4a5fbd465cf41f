import { parseFiscalYear } from '../../vocabulary/fiscal-year.ts'
import { fold } from '../../vocabulary/folding.ts'
import type { Cell, Row } from '../read/page.ts'

/** 年度の列 — where a fiscal year begins in a table, and the words beside it («決算», «見込み»). */
export type YearColumn = { year: number; column: number; span: number; text: string }
/** 見出しの行 — the years from left to right, the columns with the names, and every other column by its heading. */
export type OutlookHeader = { years: YearColumn[]; first: number; others: { column: number; text: string }[]; at: string }

const ERA = /(令和|平成|R|H)\s*(元|\d{1,2})\s*(?:年度?|$|[^\d.,])/
const BARE = /^(?:FY)?((?:19|20)\d\d)(?:年度?)?(?=$|[^\d.,])/
const SHORT = /^(\d{1,2})\s*年度/

/** 年度の見出しを読む — null where a row names fewer than two fiscal years, or holds figures beside them. */
export function readHeader(row: Row): OutlookHeader | null {
  const years: YearColumn[] = []
  let era: string | null = null
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
function yearOfCell(text: string, era: string | null): { year: number; era: string | null } | null {
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

/** 二段の見出し — under a merged year stand «金額» and «伸び率»: the amount's column is the year's, the others are named for the list of what was not read. */
export function settleSecondRow(header: OutlookHeader, below: Row | undefined): { header: OutlookHeader; used: boolean } {
  if (!below || header.years.every(({ span }) => span === 1) || readHeader(below)) return { header, used: false }
  const labels = below.cells.filter(({ column, text }) => column >= header.first && text !== '')
  if (labels.length < header.years.length || labels.some(({ text }) => /\d/.test(fold(text)))) return { header, used: false }
  const others = [...header.others]
  const years = header.years.map((year) => {
    const own = labels.filter(({ column }) => column >= year.column && column < year.column + year.span)
    const amount = own.find(({ text }) => AMOUNT.test(text) && !RATE.test(text)) ?? own.find(({ text }) => !RATE.test(text)) ?? own[0]
    for (const cell of own) if (cell !== amount) others.push({ column: cell.column, text: `${year.text}${label(cell)}` })
    return { ...year, column: amount?.column ?? year.column, span: 1 }
  })
  return { header: { ...header, years, others }, used: true }
}
const label = ({ text }: Cell): string => text.replace(/\s+/g, '')
