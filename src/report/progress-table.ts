import type { EditionIndex } from './edition-index.ts'
import { yearText } from './figures.ts'
import { numbered, sectionText } from './initiative-sheet.ts'

export type ProgressRow = {
  initiative: string
  theme: string
  title: string
  description: string
  sections: string
  /** more than one where several sections or parts report on one initiative */
  progress: { section: string | null; text: string }[]
  issues: { section: string | null; text: string }[]
}
/** 取組状況の一覧表 — six columns, one table a pillar, as reports are printed. */
export type ProgressTable = { year: string; pillars: { id: string; title: string; rows: ProgressRow[]; characters: number }[] }

const NO_PILLAR = 'none'
const NO_YEAR = '年度の記載なし'

export function progressTable(index: EditionIndex): ProgressTable {
  const pillars = new Map<string, ProgressTable['pillars'][number]>()
  for (const initiative of index.edition.record.initiatives) {
    const [pillar, ...below] = index.pathOf(initiative.node)
    const id = pillar?.id ?? NO_PILLAR
    const of = pillars.get(id) ?? { id, title: pillar ? numbered(pillar) : '柱の記載がない取組', rows: [], characters: 0 }
    pillars.set(id, of)
    const reports = initiative.reports.filter((r) => r.fiscalYear === index.year)
    // Two documents of one year may say the same words twice, once with the section and once without.
    const said = (key: 'progress' | 'issues') => {
      const told = reports.filter((r, i) => r[key] && reports.findIndex((o) => o[key] === r[key]) === i)
      const several = new Set(told.map((r) => r.section)).size > 1
      return told.map((r) => ({ section: several ? r.section : null, text: r[key] as string }))
    }
    const row = {
      initiative: initiative.id,
      theme: below.map(numbered).join(' › '),
      title: numbered(initiative),
      description: initiative.description ?? '',
      sections: initiative.sections.map(sectionText).join('、'),
      progress: said('progress'),
      issues: said('issues'),
    }
    of.rows.push(row)
    of.characters += [row.description, ...row.progress.map((p) => p.text), ...row.issues.map((p) => p.text)].join('').length
  }
  // Initiatives that a later document added stand with their theme, not after the last one.
  for (const pillar of pillars.values()) pillar.rows = [...Map.groupBy(pillar.rows, (row) => row.theme).values()].flat()
  return { year: index.year === null ? NO_YEAR : yearText(index.year), pillars: [...pillars.values()] }
}

/** 「令和6年度（2024）の取組状況」; a table whose year is not said does not pretend to have one. */
export const progressTitle = (year: string): string => (year === NO_YEAR ? '取組状況（年度の記載なし）' : `${year}の取組状況`)

export const PROGRESS_COLUMNS = (year: string): string[] => [
  '改革項目',
  '具体的取組',
  '内容',
  '所管課',
  progressTitle(year),
  '今後の課題・方向性',
]
