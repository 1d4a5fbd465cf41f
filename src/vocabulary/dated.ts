import { type FiscalYear, parseFiscalYear } from './fiscal-year.ts'
import { foldInPlace } from './same-length.ts'

/**
 * 時点 — a printed date, month, year or range. `year` is always the fiscal year it falls in: R6.1.30 is in 令和5年度,
 * 2021年度末 in 2021, 令和3年3月 in 2020. A calendar year («2021年») does not say which.
 */
export type Dated =
  | { kind: 'fiscal-year'; year: FiscalYear; to: FiscalYear | null; raw: string }
  | { kind: 'date'; date: string; year: FiscalYear; raw: string }
  | { kind: 'month'; month: string; year: FiscalYear; raw: string }
  | { kind: 'year-end'; date: string; year: FiscalYear; raw: string }
  | { kind: 'calendar-year'; calendarYear: number; year: null; raw: string }
  | { kind: 'years-after'; years: number; year: null; raw: string }

/** A date found in a text; `dated` is null where it is a date whose year cannot be told («22年度», «10月»). */
export type DateFound = { start: number; end: number; dated: Dated | null }

const YEAR = '(?:(?<![A-Za-z])(?:令和|平成|昭和|[RHS])\\s?(?:元|\\d{1,2})|(?<![\\d,.])(?:19|20)\\d{2})(?!\\d)'
const LATER = '(?:の?時点|現在|付け?|末)?'
const SHAPES: readonly [kind: string, pattern: string][] = [
  ['fiscal-year', `(${YEAR})\\s?年?度?\\s?\\(\\s?(?:令和|平成|昭和|[RHS]|19|20)\\s?(?:元|\\d{1,2})\\s?年?度?\\)`],
  ['range', `(${YEAR})\\s?(?:年度?)?\\s?(?:[~-]|から)\\s?(${YEAR}|\\d{1,2}(?=年度))\\s?(?:年度)?(?![\\d./]|年\\d)`],
  ['date', `(${YEAR})\\s?(?:年|[./])\\s?(\\d{1,2})\\s?(?:月|[./])\\s?(\\d{1,2})(?!\\d)日?(?:の?時点|現在|付け?)?`],
  ['month', `(${YEAR})\\s?年\\s?(\\d{1,2})\\s?月(?:末)?(?:の?時点|現在)?`],
  ['month', `(${YEAR})[./](1[0-2]|0?[1-9])(?![\\d.,%/]|[件名人倍日時])(?:の?時点|現在)?`],
  ['year-end', `(${YEAR})\\s?年度?末(?:の?時点|現在)?`],
  ['fiscal-year', `(${YEAR})\\s?年度(?:の?時点|現在)?`],
  ['calendar-year', `(${YEAR})\\s?年(?![間度])(?:の?時点|現在)?`],
  ['fiscal-year', '((?<![A-Za-z0-9])[RHS]\\s?(?:元|\\d{1,2}))(?![\\dA-Za-z.%-])'],
  ['fiscal-year', '((?<![\\d,./-])(?:19|20)\\d{2})(?=$|[\\s:,、。)~→-])'],
  ['years-after', '(\\d{1,2})(?:年|か年|ヶ年|カ年)後(?:まで(?:に)?)?'],
  ['unknown', `(?<![\\d,.])\\d{1,2}\\s?(?:月\\s?\\d{1,2}\\s?日|年度末?|月(?!間)(?:末|上旬|中旬|下旬)?)${LATER}`],
]
const FINDERS = SHAPES.map(([kind, pattern]) => ({ kind, finder: new RegExp(pattern, 'g') }))

/** 文中の日付・年度 — from left to right, without overlaps. Offsets are those of the given text. */
export function findDates(text: string): DateFound[] {
  const plain = foldInPlace(text)
  const found: DateFound[] = []
  if (!/\d|元年/.test(plain)) return found
  for (const { kind, finder } of FINDERS)
    for (const said of plain.matchAll(finder)) {
      const start = said.index
      const end = start + said[0].length
      if (found.some((f) => start < f.end && f.start < end)) continue
      found.push({ start, end, dated: datedOf(kind, said, text.slice(start, end)) })
    }
  return found.sort((a, b) => a.start - b.start)
}

/** 時点の読み取り — of a text that is nothing but a date, brackets and «現況値» beside it allowed. */
export function readDated(text: string): Dated | null {
  const bare = foldInPlace(text)
    .trim()
    .replace(/^[(<[【](.*)[)>\]】]$/, '$1')
  const inner = bare.replace(/(?:の)?(?:現況値|現状値|基準値|実績値|目標値?|実績)$/, '').replace(/まで(?:に|の)?$/, '')
  const [first, ...others] = findDates(inner)
  if (!first?.dated || others.length > 0 || inner.slice(0, first.start).trim() !== '') return null
  return inner.slice(first.end).trim() === '' ? { ...first.dated, raw: text.trim() } : null
}

function datedOf(kind: string, said: RegExpMatchArray, raw: string): Dated | null {
  if (kind === 'years-after') return { kind, years: Number(said[1]), year: null, raw }
  const year = calendarYear(said[1] ?? '')
  if (year === null) return null
  switch (kind) {
    case 'fiscal-year':
      return { kind, year: year as FiscalYear, to: null, raw }
    case 'range': {
      // 「平成20年度から24年度」: the second year carries the era of the first.
      const to = calendarYear(said[2] ?? '') ?? calendarYear((said[1] ?? '').replace(/\d+$/, said[2] ?? ''))
      return to === null || to < year ? null : { kind: 'fiscal-year', year: year as FiscalYear, to: to as FiscalYear, raw }
    }
    case 'year-end': {
      const fiscal = /年度/.test(raw)
      return { kind, date: fiscal ? `${year + 1}-03-31` : `${year}-12-31`, year: year as FiscalYear, raw }
    }
    case 'calendar-year':
      return { kind, calendarYear: year, year: null, raw }
    default:
      return dayOf(year, Number(said[2]), said[3] === undefined ? null : Number(said[3]), raw)
  }
}

function dayOf(calendar: number, month: number, day: number | null, raw: string): Dated | null {
  if (month < 1 || month > 12) return null
  const year = (month <= 3 ? calendar - 1 : calendar) as FiscalYear
  const printed = `${calendar}-${String(month).padStart(2, '0')}`
  if (day === null) return { kind: 'month', month: printed, year, raw }
  const lastDay = new Date(Date.UTC(calendar, month, 0)).getUTCDate()
  return day < 1 || day > lastDay ? null : { kind: 'date', date: `${printed}-${String(day).padStart(2, '0')}`, year, raw }
}

/** The western year of «令和4», «R 4», «2022»; parseFiscalYear knows the eras, and names a year the same way. */
function calendarYear(text: string): number | null {
  const read = parseFiscalYear(text)
  return read.ok ? read.value : null
}
