import type { WriteSheet } from 'hucre'
import type { ReformRecord } from '../reform/record.ts'
import { hasRoadmap, type RoadmapCell, type RoadmapRow, roadmap } from '../report/roadmap.ts'
import { roadmapWords as words } from '../report/wording-renewal.ts'
import { planName } from './workbook-record.ts'
import { label, type PrintCell, plain, title, value, Worksheet } from './worksheet.ts'

const FIRST = 40
const YEAR = 12

/** ロードマップ — bars as merged cells over fiscal years, A3 landscape; below each pillar what has no year, and the indicators from now to the end. */
export function roadmapSheets(record: ReformRecord): WriteSheet[] {
  if (!hasRoadmap(record)) return []
  const { years, pillars } = roadmap(record, record.fiscalYear)
  const columns = Math.max(4, years.length)
  const sheet = new Worksheet(words.title, [FIRST, ...Array<number>(columns).fill(YEAR)])
  const width = columns + 1
  sheet.row(title(`${planName(record)} ${words.title}`, width))
  sheet.row(plain('━は取り組む年度、●は節目、┄は終わりが書かれていないもの', width))
  const headerRow = sheet.length
  sheet.row(label('工程'), ...years.map(({ name }) => label(name)))
  for (const { title: name, rows, undated, pairs } of pillars) {
    if (rows.length + undated.length + pairs.length === 0) continue
    sheet.row(label(name, width))
    for (const row of rows) sheet.row(...barsOf(row))
    for (const one of undated) sheet.row(value(one.text), value(one.when, columns))
    if (pairs.length === 0) continue
    sheet.row(label(words.pairs), label(words.now), label(words.interim), label(words.final, columns - 2))
    for (const { name: what, now, interim, final } of pairs)
      sheet.row(value(what), value(printed(now)), value(printed(interim)), value(printed(final), columns - 2))
  }
  return [sheet.done({ orientation: 'landscape', paperSize: 'a3', headerRow })]
}

const SIGN: Record<RoadmapCell['kind'], string> = { empty: '', bar: '━', open: '┄' }

const barsOf = ({ title: name, cells }: RoadmapRow): PrintCell[] => [
  value(name),
  ...cells.map(({ kind, span, milestones }) =>
    value([SIGN[kind], ...milestones.map((text) => `●${text}`)].filter(Boolean).join(' ') || null, span),
  ),
]

const printed = (point: { value: string; when: string | null } | null): string | null =>
  point && (point.when ? `${point.value}（${point.when}）` : point.value)
