import { MOST_OUTLOOK_LINES, type OutlookFault } from '../../reform/outlook-rules.ts'
import type { OutlookTyped } from '../../reform/outlook-typed.ts'
import { parseDay } from '../../vocabulary/calendar-day.ts'
import { parseFiscalYear } from '../../vocabulary/fiscal-year.ts'
import { fold } from '../../vocabulary/folding.ts'
import { no, ok, type Result } from '../../vocabulary/result.ts'
import { filled, isBlank, type ReadDocument, type Row, textOf } from '../read/page.ts'
import { isAmounts, type OutlookHeader, readHeader, STANDING, settleSecondRow } from './header.ts'
import { type FoundLine, type Going, readLine, settleLines } from './lines.ts'
import { uprightRows } from './upright.ts'
import { headOf, unitIn } from './words.ts'

/** 読み取った見通し — as the grid takes it, every kind and role that is a guess marked; and what was not read, with its place. */
export type OutlookDraft = { typed: OutlookTyped; unread: { at: string; text: string }[] }
/** No table with fiscal years across, or its years do not fit. */
export type NotAnOutlook = { kind: 'no-year-table' } | { kind: 'years-do-not-fit'; faults: OutlookFault[] }

type Table = { header: OutlookHeader; lines: FoundLine[] }
type Reading = { tables: Table[]; titles: Row[]; notes: string[]; unread: { at: string; text: string }[]; going: Going }

const NOTE = /^[※＊*]|^[(（]?(?:注|備考|前提)/

/** 中期財政見通しを読む — the tables with years across of all pages, without configuration. */
export function readOutlook(document: ReadDocument): Result<OutlookDraft, NotAnOutlook> {
  const going: Going = { head: null, unit: null, ends: 0, group: null }
  const reading: Reading = { tables: [], titles: [], notes: [], unread: [], going }
  for (const page of document.pages) {
    Object.assign(going, { head: null, ends: 0, group: null })
    readPage(uprightRows(page.rows), reading)
  }
  const [main] = reading.tables.filter(({ lines }) => lines.length > 0)
  if (!main) return no({ kind: 'no-year-table' })
  const stated = periodIn(reading.titles)
  const faults = [...yearFaults(main.header, stated), ...reading.tables.flatMap(lineFaults)]
  // a grid of ten thousand lines is one that nobody looks through, and no browser shows
  const count = reading.tables.reduce((sum, { lines }) => sum + lines.length, 0)
  if (count > MOST_OUTLOOK_LINES) faults.unshift({ kind: 'too-many-lines', lines: count, most: MOST_OUTLOOK_LINES })
  if (faults.length > 0) return no({ kind: 'years-do-not-fit', faults })
  return ok(draftOf(document, reading, wantedYears(main.header, stated)))
}

function readPage(rows: readonly Row[], reading: Reading): void {
  let header: OutlookHeader | null = null
  let open: Table | null = null
  let skip = false
  rows.forEach((row, nth) => {
    if (skip || isBlank(row) || row.isRule) {
      skip = false
      return
    }
    const found = header && isAmounts(row, header) ? null : readHeader(row, rows[nth - 1])
    if (found) {
      const settled = settleSecondRow(found, row, rows[nth + 1])
      skip = settled.used
      header = settled.header
      open = { header, lines: [] }
      reading.tables.push(open)
      reading.going.unit = unitIn(textOf(row)) ?? reading.going.unit
      return
    }
    if (NOTE.test(textOf(row))) {
      reading.notes.push(textOf(row).replace(/\t+/g, ' '))
      return
    }
    const line = header ? readLine(row, header, reading.going) : null
    if (line) open?.lines.push(line)
    else loose(row, header !== null, reading)
  })
}

/** A row that is neither a header nor a line: a title or a unit above the tables, a heading between them, or something nobody reads. */
function loose(row: Row, inTable: boolean, reading: Reading): void {
  const text = textOf(row)
  const unit = unitIn(text)
  if (unit && unit !== '％') reading.going.unit = unit
  // «令和3年度から令和5年度までの平均で推計» below the figures is a premise, and no title with a period
  if (!inTable || (text.length <= 40 && /(?:見通し|財政計画)(?:[（(].*)?$/.test(text))) reading.titles.push(row)
  else if (filled(row).length > 1 || (headOf(text) === null && unit === null))
    reading.unread.push({ at: row.at, text: text.replace(/\t+/g, ' ') })
}

const PERIOD =
  /((?:令和|平成|R|H)\s*(?:元|\d{1,2})|(?:19|20)\d\d)\s*年?度?\s*(?:\([^)]*\)\s*)?(?:~|-|から)\s*((?:令和|平成|R|H)?\s*(?:元|\d{1,2})|(?:19|20)\d\d)\s*年?度?/

/** 「（令和5年度～令和9年度）」 */
function periodIn(titles: readonly Row[]): { from: number; to: number } | null {
  for (const row of titles) {
    const said = PERIOD.exec(fold(textOf(row)))
    if (!said) continue
    const era = /^(?:令和|平成|R|H)/.exec(said[1] ?? '')?.[0] ?? ''
    const [from, to] = [
      parseFiscalYear(said[1] ?? ''),
      parseFiscalYear(/^\d{1,2}$/.test(said[2] ?? '') ? `${era}${said[2]}` : (said[2] ?? '')),
    ]
    if (from.ok && to.ok && from.value <= to.value) return { from: from.value, to: to.value }
  }
  return null
}

function yearFaults({ years }: OutlookHeader, stated: { from: number; to: number } | null): OutlookFault[] {
  const said = years.map(({ year }) => year)
  const twice = said.find((year, nth) => said.indexOf(year) !== nth)
  if (twice !== undefined) return [{ kind: 'years-twice', year: twice }]
  const [from, to] = [said[0] ?? 0, said.at(-1) ?? 0]
  const missing = Array.from({ length: to - from + 1 }, (_, nth) => from + nth).filter((year) => !said.includes(year))
  if (missing.length > 0) return [{ kind: 'years-gap', years: said, missing }]
  if (stated && (stated.from < from || stated.to > to)) return [{ kind: 'period-not-of-columns', period: stated, years: said }]
  return []
}

/** A row that ends before the last year says nothing of which year it leaves out. */
const lineFaults = ({ header, lines }: Table): OutlookFault[] =>
  lines
    .filter(({ found }) => found < header.years.length)
    .map(({ name, at, found }) => ({ kind: 'line-years', line: name, at, years: found, expected: header.years.length }))

/** The columns of the stated period: «R4決算» before it is no part of the outlook. */
const wantedYears = ({ years }: OutlookHeader, stated: { from: number; to: number } | null): number[] =>
  years.map(({ year }) => year).filter((year) => stated === null || (stated.from <= year && year <= stated.to))

function draftOf(document: ReadDocument, { tables, titles, notes, unread, going }: Reading, years: number[]): OutlookDraft {
  const left = [...unread]
  const lines = tables.flatMap(({ header, lines: own }) => {
    const extra = header.years.filter(({ year }) => !years.includes(year)).map(({ text }) => text)
    const others = header.others.map(({ text }) => text).filter((text) => !/基準|目標|目安|上限|下限|^単位$/.test(text))
    for (const text of [...extra, ...others]) left.push({ at: header.at, text: `「${text}」の列` })
    const at = new Map(header.years.map(({ year }, nth) => [year, nth]))
    return own.map((line) => ({
      ...line,
      cells: years.map((year) => line.cells[at.get(year) ?? -1] ?? { text: '', at: '' }),
    }))
  })
  const text = titles.map(textOf)
  return {
    typed: {
      title: titleIn(text) ?? document.name.replace(/\.[A-Za-z]+$/, ''),
      madeOn: dayIn(text) ?? '',
      from: `${years[0] ?? ''}`,
      to: `${years.at(-1) ?? ''}`,
      basis: text.some((one) => /一般財源/.test(one)) ? 'general-fund' : 'total',
      note: [...standingsIn(tables, years), ...notes].join('\n'),
      document: { sha256: document.sha256, name: document.name },
      lines: settleLines(lines, going.unit),
    },
    unread: left,
  }
}

/** What the headings say of the years beside their name: a settled account among forecasts must not be taken for one. */
function standingsIn(tables: readonly Table[], years: readonly number[]): string[] {
  const said = tables.flatMap(({ header }) => header.years).filter(({ year, text }) => years.includes(year) && STANDING.test(text))
  const texts = [...new Set(said.map(({ text }) => text))]
  return texts.length === 0 ? [] : [`列の見出し：${texts.join('、')}`]
}

/** The first title that says what the document is, without its period and its unit. */
function titleIn(texts: readonly string[]): string | null {
  const said = texts.find((text) => /財政(?:収支)?(?:見通し?|計画|推計)|収支(?:見通し?|計画|推計)/.test(text)) ?? texts[0]
  const bare = said
    ?.split('\t')[0]
    ?.replace(/[（(]?\s*単位\s*[:：].*$/, '')
    .replace(/[（(][^（()）]*年度?\s*[～~〜－-][^()（）]*[)）]/, '')
    .replace(/^#+\s*/, '')
    .trim()
  return bare ? bare : null
}

const DAY = /(?:令和|平成|R|H)?\s*(?:元|\d{1,4})\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?/
function dayIn(texts: readonly string[]): string | null {
  for (const text of texts) {
    const said = DAY.exec(text.normalize('NFKC'))?.[0]
    const day = said ? parseDay(said) : null
    if (day?.ok) return day.value
  }
  return null
}
