import type { WriteSheet } from 'hucre'
import type { Initiative, PlanNode, RecordId, ReformRecord } from '../reform/record.ts'
import { yearShort } from '../report/figures.ts'
import { numbered } from '../report/initiative-sheet.ts'
import { type Statement, statementsOf } from './progress-statements.ts'
import { pathIn, periodText, planTitle, reportYears } from './workbook-record.ts'
import { label, plain, title, value, Worksheet } from './worksheet.ts'

/** What the columns of levels are called, from the second level down; deeper trees than this share the last column. */
const LEVELS = ['改革項目', '取組区分', '取組分野', '推進項目']
const TOLD_WIDTHS = [24, 34, 16, 52, 44]

type Pillar = { node: PlanNode | null; initiatives: Initiative[] }
type Row = { levels: string[]; initiative: Initiative; statement: Statement }

/** 取組一覧 — the six-column table of progress, a sheet for each pillar and reported year, A4 landscape. */
export function progressSheets(record: ReformRecord): WriteSheet[] {
  const pillars = new Map<RecordId | null, Pillar>()
  for (const initiative of record.initiatives) {
    const node = pathIn(record, initiative.node)[0] ?? null
    const group = pillars.get(node?.id ?? null) ?? { node, initiatives: [] }
    pillars.set(node?.id ?? null, group)
    group.initiatives.push(initiative)
  }
  const years = reportYears(record)
  return years.flatMap((year) =>
    [...pillars.values()].map((pillar, n) => {
      const name = `取組一覧${years.length > 1 && year !== null ? ` ${yearShort(year)}` : ''}${pillars.size > 1 ? ` ${n + 1}` : ''}`
      return progressSheet(record, name, year, pillar)
    }),
  )
}

function progressSheet(record: ReformRecord, name: string, year: number | null, { node, initiatives }: Pillar): WriteSheet {
  // a pillar that has no number would be taken for the title of the table: it stands in a column
  const pillarStandsAbove = node !== null && node.number !== null
  const pathOf = (initiative: Initiative): string[] =>
    pathIn(record, initiative.node)
      .slice(pillarStandsAbove ? 1 : 0)
      .map(numbered)
  const depth = Math.min(LEVELS.length, Math.max(1, ...initiatives.map((initiative) => pathOf(initiative).length)))
  const levels = node !== null && !pillarStandsAbove ? ['基本方針', ...LEVELS].slice(0, depth) : LEVELS.slice(0, depth)
  const hasNumbers = initiatives.some(({ number }) => number !== null && !PLAIN_NUMBER.test(number))

  const sheet = new Worksheet(name, [...levels.map(() => 20), ...(hasNumbers ? [8] : []), ...TOLD_WIDTHS])
  const width = levels.length + TOLD_WIDTHS.length + (hasNumbers ? 1 : 0)
  const when = year === null ? '' : yearShort(year)
  sheet.row(title(`${planTitle(record)}${periodText(record)} ${when}取組状況`, width))
  if (node && pillarStandsAbove) sheet.row(plain(numbered(node), width))
  const headerRow = sheet.length
  const told = ['具体的取組', '内容', '所管課', `${when}${when ? 'の' : ''}取組状況`, '今後の課題・方向性']
  sheet.row(...[...levels, ...(hasNumbers ? ['番号'] : []), ...told].map((header) => label(header)))

  const rows = initiatives.flatMap((initiative): Row[] => {
    const path = pathOf(initiative)
    const cells = levels.map((_, n) => (n === depth - 1 ? path.slice(n).join(' ') : (path[n] ?? '')))
    return statementsOf(initiative, year).map((statement) => ({ levels: cells, initiative, statement }))
  })
  writeRows(sheet, inOneGo(rows), hasNumbers)
  return sheet.done({ orientation: 'landscape', headerRow })
}

/** Numbers that stand before a name without being taken for a part of it: ①, (3), 1-2-1. */
const PLAIN_NUMBER = /^([①-⑳]|[(（]\d{1,2}[）)]|\d{1,2}([-－]\d{1,2})*|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+([-－]\d+)*)$/

/** Rows of one heading stand together, headings in the order of their first row. */
const inOneGo = (rows: readonly Row[]): Row[] => [...Map.groupBy(rows, (row) => row.levels.join('\n')).values()].flat()

/** A row for each report; what it has in common with the row above is one merged cell. */
function writeRows(sheet: Worksheet, rows: readonly Row[], hasNumbers: boolean): void {
  const merges: { column: number; key: string; from: number }[] = []
  const merge = (column: number, key: string, from: number): void => {
    const open = merges[column]
    if (open && open.key === key) return
    if (open) sheet.mergeDown(column, open.from, from - 1)
    merges[column] = { column, key, from }
  }
  for (const [n, { levels, initiative, statement }] of rows.entries()) {
    const names = hasNumbers ? [initiative.number, initiative.title] : [numbered(initiative)]
    const sections = statement.sections || (statement.says ? null : '－')
    for (const report of statement.reports) {
      const from = sheet.length
      const common = [...levels, ...names, statement.description, sections]
      sheet.row(...[...common, report.progress, report.issues].map((cell) => value(cell)))
      for (const column of levels.keys()) merge(column, levels.slice(0, column + 1).join('\n'), from)
      for (const at of names.keys()) merge(levels.length + at, initiative.id, from)
      for (const column of [common.length - 2, common.length - 1]) merge(column, `${n}`, from)
    }
  }
  for (const { column, from } of merges) sheet.mergeDown(column, from, sheet.length - 1)
}
