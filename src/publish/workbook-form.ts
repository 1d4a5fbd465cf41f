import type { WriteSheet } from 'hucre'
import type { Indicator, Initiative, Part, RecordId, ReformRecord, Report, SectionRef } from '../reform/record.ts'
import { yearShort } from '../report/figures.ts'
import { numbered } from '../report/initiative-sheet.ts'
import { indicatorRows } from './workbook-indicators.ts'
import { pathIn, planName, saidBySections, sectionsText } from './workbook-record.ts'
import { scheduleRows, scheduleYears } from './workbook-schedule.ts'
import { label, Worksheet as Sheet, title, value, type Worksheet } from './worksheet.ts'

/** The form's grid: 24 narrow columns, so that every block can divide them its own way. */
const GRID = 24
const COLUMN_WIDTH = 4
const YEAR = 3
const LEVELS = ['基本方針', '施策区分', '取組区分', '取組分野']
/** A plan's own words for its levels, as long as they are not also the words for an initiative («小項目», «取組項目»). */
const LEVEL_WORD =
  /^(基本(方針|目標|政策|戦略|施策)|重点(推進)?(目標|方針|戦略|項目|分野|事項)|改革の柱|戦略区分|取組(事項|方針|区分|分野)|改革(項目|区分|分野)|推進(項目|区分|方針|施策)|施策区分|[大中](項目|分類|区分)|分野)$/

/** 様式 — one A4 sheet for each initiative: what is planned, by whom, until when, and what was reported year by year. */
export function formSheets(record: ReformRecord): WriteSheet[] {
  const years = scheduleYears(record)
  return record.initiatives.map((initiative, n) => formSheet(record, initiative, { name: `様式 ${n + 1}`, years }))
}

function formSheet(record: ReformRecord, initiative: Initiative, { name, years }: { name: string; years: string[] }): WriteSheet {
  const sheet = new Sheet(name, Array<number>(GRID).fill(COLUMN_WIDTH))
  sheet.row(title(`${planName(record)} 取組調書`, GRID))
  headRows(sheet, record, initiative)
  marksRows(sheet, initiative)
  publishedRows(sheet, initiative)
  const { parts, reports } = initiative
  indicatorRows(sheet, indicatorsOf(record, 'initiative', initiative.id))
  // with several parts, what was reported on one of them stands under it
  const own = (part: Part): Report[] =>
    parts.length > 1 && part.title !== null ? reports.filter((r) => r.parts.length === 1 && r.parts[0] === part.id) : []
  for (const part of parts) {
    partRows(sheet, part, years, parts.length > 1)
    indicatorRows(sheet, indicatorsOf(record, 'part', part.id))
    reportRows(sheet, own(part), part.sections)
  }
  const ofParts = new Set(parts.flatMap(own))
  reportRows(
    sheet,
    reports.filter((report) => !ofParts.has(report)),
    initiative.sections,
  )
  evaluationRows(sheet, initiative)
  costRows(sheet, initiative)
  return sheet.done({ orientation: 'portrait' })
}

const indicatorsOf = (record: ReformRecord, key: 'initiative' | 'part', id: RecordId): Indicator[] =>
  record.indicators.filter(({ of }) => of !== null && key in of && (of as Record<string, RecordId>)[key] === id)

function headRows(sheet: Worksheet, record: ReformRecord, { number, title, sections, node, description, goal }: Initiative): void {
  const numberCells = number === null ? [] : [label('整理番号', 3), value(number, 3)]
  const nameCells = [label('取組名', 3), value(title, number === null ? 13 : 7)]
  sheet.row(...numberCells, ...nameCells, label('所管課', 3), value(sectionsText(sections), 5))
  pathIn(record, node).forEach((it, depth) => {
    const own = it.level !== null && LEVEL_WORD.test(it.level) ? it.level : null
    sheet.row(label(own ?? LEVELS[depth] ?? '分野', 5), value(numbered(it), GRID - 5))
  })
  // asked even where nothing was answered: a name alone would be no form to whoever reads it back
  sheet.row(label('取組の概要', 5), value(description, GRID - 5))
  if (goal !== null) sheet.row(label('目指す姿', 5), value(goal, GRID - 5))
}

/** «5レス | カウンター | キャッシュ …» over a row of ○. */
function marksRows(sheet: Worksheet, { marks }: Initiative): void {
  for (const scheme of new Set(marks.map((mark) => mark.scheme))) {
    const named = marks.filter((mark) => mark.scheme === scheme).slice(0, GRID - 4)
    const columns = Math.floor((GRID - 4) / named.length)
    sheet.row(label(scheme, 4, 2), ...named.map((mark) => label(mark.name, columns)))
    sheet.row(...named.map((mark) => value(mark.on ? '○' : null, columns)))
  }
}

/** A row for each place of publication, under its own name where that says what it is; ○ where only the place is named. */
function publishedRows(sheet: Worksheet, { published }: Initiative): void {
  for (const [where, pages] of Map.groupBy(published, (page) => page.where)) {
    const heading = /^(市|町|村)?(ウェブサイト|ウェブページ)$|^情報公開$/.test(where) ? where : `情報公開（${where}）`
    const said = pages.map((page) => [page.title, page.url].filter((text) => text !== null).join(' ')).filter((text) => text !== '')
    sheet.row(label(heading, 5), value(said.join('\n') || '○', GRID - 5))
  }
}

function partRows(sheet: Worksheet, part: Part, years: readonly string[], isOneOfSeveral: boolean): void {
  if (part.title !== null) {
    const sections = part.sections.length > 0 ? sectionsText(part.sections).replaceAll('\n', '、') : '－'
    sheet.row(value(`${part.title} ＜${sections}＞`, GRID))
  } else if (isOneOfSeveral && part.sections.length > 0) sheet.row(label('担当課', 5), value(sectionsText(part.sections), GRID - 5))
  if (part.description !== null) sheet.row(label('内容', 5), value(part.description, GRID - 5))
  if (part.goal !== null) sheet.row(label('目指す姿', 5), value(part.goal, GRID - 5))
  scheduleRows(sheet, part.activities, years)
}

const REPORTED = [
  ['取組状況', 'progress'],
  ['今後の課題・方向性', 'issues'],
  ['計画の見直し', 'revision'],
] as const

/** 年度 | 取組状況 | 今後の課題・方向性: a row a year, with the columns in which something is said. */
function reportRows(sheet: Worksheet, reports: readonly Report[], sections: readonly SectionRef[]): void {
  const columns = REPORTED.filter(([, key]) => reports.some((report) => report[key] !== null))
  if (columns.length === 0) return
  const width = Math.floor((GRID - YEAR) / columns.length)
  const widthAt = (n: number): number => (n === columns.length - 1 ? GRID - YEAR - width * n : width)
  sheet.row(label('年度', YEAR), ...columns.map(([heading], n) => label(heading, widthAt(n))))
  const years = new Set(reports.map((report) => report.fiscalYear))
  for (const year of [...years].toSorted((a, b) => (a ?? 0) - (b ?? 0))) {
    const said = reports.filter((report) => report.fiscalYear === year)
    const texts = columns.map(([, key], n) => value(saidBySections(said, key, sections), widthAt(n)))
    sheet.row(value(year === null ? null : yearShort(year), YEAR), ...texts)
  }
}

/** «令和6年度の自己評価 | Ａ», «令和6年度の評価（進捗区分） | 順調»: by whom or of what, as the plan calls it. */
function evaluationRows(sheet: Worksheet, { evaluations }: Initiative): void {
  for (const { fiscalYear, stage, criterion, raw, comment } of evaluations) {
    const when = fiscalYear === null ? '' : `${yearShort(fiscalYear)}の`
    const isNamed = /評価$/.test(stage ?? '')
    const heading = label(`${when}${isNamed ? stage : '評価'}${inBrackets(isNamed ? [criterion] : [stage, criterion])}`, 5)
    // a reason beside «－» would be taken for that of the judgement above; the list of judgements has it
    if (comment === null || /^[-－ー―]$/.test(raw)) sheet.row(heading, value(raw, GRID - 5))
    else sheet.row(heading, value(raw, 4), label('評価の理由', 4), value(comment, GRID - 13))
  }
}

/** «令和6年度予算額 | 150千円»: under the words of the plan, with the year where they do not say it. */
function costRows(sheet: Worksheet, { costs }: Initiative): void {
  for (const { fiscalYear, stage, label: item, fund, unit, raw } of costs) {
    const named = item ?? (stage ? `${stage}額` : '事業費')
    const year = fiscalYear === null || /\d年度?|[RH]\d/.test(named) ? '' : yearShort(fiscalYear)
    const heading = `${year}${named}${fund !== null && !named.includes(fund) ? inBrackets([fund]) : ''}`
    sheet.row(label(heading, 8), value(unit && !raw.includes(unit) ? `${raw}${unit}` : raw, GRID - 8))
  }
}

function inBrackets(all: readonly (string | null)[]): string {
  const said = all.filter((text) => text !== null && text !== '')
  return said.length > 0 ? `（${said.join('・')}）` : ''
}
