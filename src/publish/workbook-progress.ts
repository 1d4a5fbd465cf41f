import type { WriteSheet } from 'hucre'
import type { Initiative, Part, PlanNode, RecordId, ReformRecord, Report } from '../reform/record.ts'
import { yearShort } from '../report/figures.ts'
import { numbered } from '../report/initiative-sheet.ts'
import { pathIn, planTitle, reportYears, saidBySections, sectionsText } from './workbook-record.ts'
import { label, plain, title, value, Worksheet } from './worksheet.ts'

const WIDTHS = [20, 24, 34, 16, 52, 44]

/** 取組一覧 — the six-column table of progress, a sheet for each pillar and reported year, A4 landscape. */
export function progressSheets(record: ReformRecord): WriteSheet[] {
  const pillars = new Map<RecordId | null, { pillar: PlanNode | null; initiatives: Initiative[] }>()
  for (const initiative of record.initiatives) {
    const pillar = pathIn(record, initiative.node)[0] ?? null
    const group = pillars.get(pillar?.id ?? null) ?? { pillar, initiatives: [] }
    pillars.set(pillar?.id ?? null, group)
    group.initiatives.push(initiative)
  }
  const years = reportYears(record)
  return years.flatMap((year) =>
    [...pillars.values()].map(({ pillar, initiatives }, n) => {
      const name = `取組一覧${years.length > 1 && year !== null ? ` ${yearShort(year)}` : ''}${pillars.size > 1 ? ` ${n + 1}` : ''}`
      return progressSheet(record, name, year, pillar, initiatives)
    }),
  )
}

function progressSheet(
  record: ReformRecord,
  name: string,
  year: number | null,
  pillar: PlanNode | null,
  initiatives: Initiative[],
): WriteSheet {
  const sheet = new Worksheet(name, WIDTHS)
  const when = year === null ? '' : yearShort(year)
  sheet.row(title(`${planTitle(record)} ${when}取組状況`.trim(), WIDTHS.length))
  if (pillar) sheet.row(plain(numbered(pillar), WIDTHS.length))
  const headerRow = sheet.length
  const headers = ['改革項目', '具体的取組', '内容', '所管課', `${when}${when ? 'の' : ''}取組状況`, '今後の課題・方向性']
  sheet.row(...headers.map((header) => label(header)))

  const themes = new Map<string, Initiative[]>()
  for (const initiative of initiatives) {
    const theme = pathIn(record, initiative.node).slice(1).map(numbered).join(' ')
    themes.set(theme, [...(themes.get(theme) ?? []), initiative])
  }
  for (const [theme, of] of themes) {
    const from = sheet.length
    for (const initiative of of) initiativeRows(sheet, theme, initiative, year)
    sheet.mergeDown(0, from, sheet.length - 1)
  }
  return sheet.done({ orientation: 'landscape', headerRow })
}

/** One initiative: a row for each of its parts, as the sections reported, under one name. */
function initiativeRows(sheet: Worksheet, theme: string, initiative: Initiative, year: number | null): void {
  const from = sheet.length
  for (const { description, sections, reports } of statementsOf(initiative, year)) {
    const first = sheet.length
    const rows = reports.length > 0 ? reports : [null]
    for (const report of rows) {
      const cells = [theme, numbered(initiative), description, sections, report?.progress ?? null, report?.issues ?? null]
      sheet.row(...cells.map((cell) => value(cell)))
    }
    sheet.mergeDown(2, first, sheet.length - 1)
    sheet.mergeDown(3, first, sheet.length - 1)
  }
  sheet.mergeDown(1, from, sheet.length - 1)
}

type Statement = { description: string | null; sections: string; reports: { progress: string | null; issues: string | null }[] }

/** What stands in one row: parts that are reported on together, or the initiative itself where it has none. */
function statementsOf(initiative: Initiative, year: number | null): Statement[] {
  const reports = initiative.reports.filter((report) => report.fiscalYear === year)
  const whole = reports.filter((report) => report.parts.length === 0)
  const groups = new Map<Report | Part, Part[]>()
  for (const part of initiative.parts) {
    const first = reports.find((report) => report.parts.includes(part.id))
    if (first || part.description !== null) groups.set(first ?? part, [...(groups.get(first ?? part) ?? []), part])
  }
  const ofParts = [...groups.values()].map((parts, n): Statement => {
    const said = parts.flatMap((part) => part.description ?? [])
    return {
      description: said.length > 0 ? said.join('\n') : n === 0 ? initiative.description : null,
      sections: sectionsText(parts.flatMap((part) => part.sections)),
      reports: reports.filter((report) => report.parts.some((id) => parts.some((part) => part.id === id))),
    }
  })
  if (ofParts.length <= 1) {
    const description = initiative.description ?? ofParts[0]?.description ?? null
    return [{ description, sections: sectionsText(initiative.sections), reports: [together(reports)] }]
  }
  if (whole.length === 0) return ofParts
  return [{ description: initiative.description, sections: sectionsText(initiative.sections), reports: [together(whole)] }, ...ofParts]
}

const together = (reports: readonly Report[]): Statement['reports'][number] => ({
  progress: saidBySections(reports, 'progress'),
  issues: saidBySections(reports, 'issues'),
})
