import type { WriteSheet } from 'hucre'
import type { Indicator, Initiative, Part, RecordId, ReformRecord, Report } from '../reform/record.ts'
import { yearShort } from '../report/figures.ts'
import { numbered } from '../report/initiative-sheet.ts'
import { indicatorRows } from './workbook-indicators.ts'
import { pathIn, planTitle, saidBySections, sectionsText } from './workbook-record.ts'
import { scheduleRows, scheduleYears } from './workbook-schedule.ts'
import { label, Worksheet as Sheet, title, value, type Worksheet } from './worksheet.ts'

/** The form's grid: 24 narrow columns, so that every block can divide them its own way. */
const GRID = 24
const COLUMN_WIDTH = 4
const LEVELS = ['基本方針', '施策区分']

/** 様式 — one A4 sheet for each initiative: what is planned, by whom, until when, and what was reported year by year. */
export function formSheets(record: ReformRecord): WriteSheet[] {
  const years = scheduleYears(record)
  return record.initiatives.map((initiative, n) => formSheet(record, initiative, { name: `様式 ${n + 1}`, years }))
}

function formSheet(record: ReformRecord, initiative: Initiative, { name, years }: { name: string; years: string[] }): WriteSheet {
  const sheet = new Sheet(name, Array<number>(GRID).fill(COLUMN_WIDTH))
  sheet.row(title(`${planTitle(record)} 取組調書`, GRID))
  headRows(sheet, record, initiative)
  marksRows(sheet, initiative)
  publishedRow(sheet, initiative)
  const { parts, reports } = initiative
  indicatorRows(sheet, indicatorsOf(record, 'initiative', initiative.id))
  // with several parts, what was reported on one of them stands under it
  const own = (part: Part): Report[] => (parts.length > 1 ? reports.filter((r) => r.parts.length === 1 && r.parts[0] === part.id) : [])
  for (const part of parts) {
    partRows(sheet, part, years, parts.length > 1)
    indicatorRows(sheet, indicatorsOf(record, 'part', part.id))
    reportRows(sheet, own(part))
  }
  const ofParts = new Set(parts.flatMap(own))
  reportRows(
    sheet,
    reports.filter((report) => !ofParts.has(report)),
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
    sheet.row(label(it.level ?? LEVELS[Math.min(depth, 1)] ?? '区分', 5), value(numbered(it), GRID - 5))
  })
  if (description !== null) sheet.row(label('取組の概要', 5), value(description, GRID - 5))
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

function publishedRow(sheet: Worksheet, { published }: Initiative): void {
  if (published.length === 0) return
  const said = published.map(({ where, title: page, url }) => [where, page, url].filter((text) => text !== null).join('：'))
  sheet.row(label('情報公開', 5), value(said.join('\n'), GRID - 5))
}

function partRows(sheet: Worksheet, part: Part, years: readonly string[], isOneOfSeveral: boolean): void {
  if (part.title !== null) {
    const sections = part.sections.length > 0 ? ` ＜${sectionsText(part.sections).replaceAll('\n', '、')}＞` : ''
    sheet.row(value(`${part.title}${sections}`, GRID))
  } else if (isOneOfSeveral && part.sections.length > 0) sheet.row(label('担当課', 5), value(sectionsText(part.sections), GRID - 5))
  if (part.description !== null) sheet.row(label('内容', 5), value(part.description, GRID - 5))
  if (part.goal !== null) sheet.row(label('目指す姿', 5), value(part.goal, GRID - 5))
  scheduleRows(sheet, part.activities, years)
}

function reportRows(sheet: Worksheet, reports: readonly Report[]): void {
  const years = new Set(reports.map((report) => report.fiscalYear))
  for (const year of [...years].toSorted((a, b) => (a ?? 0) - (b ?? 0))) {
    const said = reports.filter((report) => report.fiscalYear === year)
    const when = year === null ? '' : `${yearShort(year)}の`
    const rows = [
      [`${when}取組状況`, saidBySections(said, 'progress')],
      [`${when}今後の課題・方向性`, saidBySections(said, 'issues')],
      [`${when}計画の見直し`, saidBySections(said, 'revision')],
    ] as const
    for (const [heading, text] of rows) if (text !== null) sheet.row(label(heading, 5), value(text, GRID - 5))
  }
}

function evaluationRows(sheet: Worksheet, { evaluations }: Initiative): void {
  for (const { fiscalYear, stage, criterion, raw, comment } of evaluations) {
    const when = fiscalYear === null ? '' : `${yearShort(fiscalYear)}の`
    const heading = /評価$/.test(stage ?? '') ? `${when}${stage}${inBrackets([criterion])}` : `${when}評価${inBrackets([stage, criterion])}`
    if (comment === null) sheet.row(label(heading, 5), value(raw, GRID - 5))
    else sheet.row(label(heading, 5), value(raw, 4), label('評価の理由', 4), value(comment, GRID - 13))
  }
}

function costRows(sheet: Worksheet, { costs }: Initiative): void {
  for (const { fiscalYear, stage, label: item, fund, unit, raw } of costs) {
    const year = fiscalYear === null ? '' : yearShort(fiscalYear)
    sheet.row(
      label(`${year}${stage ? `${stage}額` : '事業費'}${inBrackets([item, fund])}`, 8),
      value(unit && !raw.includes(unit) ? `${raw}${unit}` : raw, GRID - 8),
    )
  }
}

function inBrackets(all: readonly (string | null)[]): string {
  const said = all.filter((text) => text !== null && text !== '')
  return said.length > 0 ? `（${said.join('・')}）` : ''
}
