import type { Edition } from '../reform/edition.ts'
import { NO_JUDGING } from '../reform/judging.ts'
import { dayInJapan } from '../vocabulary/calendar-day.ts'
import { yearShort } from './figures.ts'
import { followingYears } from './following-years.ts'
import { type ImprovementList, type ImprovementRow, improvementList } from './improvement-list.ts'
import { type OpinionList, type OpinionRow, opinionList } from './opinion-list.ts'
import { type ReflectionList, type ReflectionRow, reflectionList } from './reflection-list.ts'
import { type CostLine, costLines, type ResultsMatrix, resultsMatrix } from './results-and-cost.ts'
import { type RetirementList, retirementList } from './retirement-list.ts'

/** 評価の後に続くもの — as an edition tells it; lists over all years, with what belongs to each. */
export type FollowingSheet = {
  /** years of which there is an opinion, a plan or a reflection; the newest first */
  years: number[]
  opinions: OpinionList
  improvements: ImprovementList
  reflections: ReflectionList
  retirement: RetirementList | null
}
/** 一年度分 — what was said and asked of that year's evaluation. */
export type FollowingYear = {
  year: number
  name: string
  opinions: OpinionRow[]
  improvements: ImprovementRow[]
  reflections: ReflectionRow[]
}

/** What is told of an edition, page and workbook alike. */
export type FollowingSource = Pick<Edition, 'record' | 'judging' | 'publishedAt' | 'fiscalYear'>

/** The day of the publication decides what is overdue: an edition says the same for ever. */
export function followingSheet(edition: FollowingSource): FollowingSheet {
  const { record, judging = NO_JUDGING } = edition
  const opinions = opinionList(record.initiatives, judging.opinions)
  const improvements = improvementList(record.initiatives, judging, dayInJapan(new Date(edition.publishedAt)))
  const reflections = reflectionList(record.initiatives, judging)
  const years = [...opinions.rows, ...improvements.rows, ...reflections.rows].map(({ fiscalYear }) => fiscalYear)
  return {
    years: [...new Set(years)].toSorted((a, b) => b - a),
    opinions,
    improvements,
    reflections,
    retirement: judging.criteria.length === 0 ? null : retirementList(record, judging, yearOf(edition)),
  }
}

export const followingYear = ({ opinions, improvements, reflections }: FollowingSheet, year: number): FollowingYear => {
  const of = <Row extends { fiscalYear: number }>(rows: readonly Row[]): Row[] => rows.filter(({ fiscalYear }) => fiscalYear === year)
  return {
    year,
    name: yearShort(year),
    opinions: of(opinions.rows),
    improvements: of(improvements.rows),
    reflections: of(reflections.rows),
  }
}

/** The year that the edition reports on, else the youngest of which anything is known. */
const yearOf = ({ record, judging, fiscalYear }: FollowingSource): number =>
  fiscalYear ?? record.fiscalYear ?? followingYears(record, (judging ?? NO_JUDGING).judgements, '').year

export const hasFollowing = ({ judging }: Pick<Edition, 'judging'>): boolean => {
  const { opinions, improvements, reflections, criteria } = judging ?? NO_JUDGING
  return opinions.length + improvements.length + reflections.length + criteria.length > 0
}

/** 成果とコストの頁 — the matrix of the year that is reported on, and the figures of that year. */
export type ResultsSheet = { year: string; matrix: ResultsMatrix | null; lines: CostLine[]; all: CostLine[] }
export function resultsSheet(edition: FollowingSource): ResultsSheet {
  const { record, judging = NO_JUDGING } = edition
  const year = yearOf(edition)
  const all = costLines(record, null)
  return {
    year: yearShort(year),
    matrix: resultsMatrix(record, judging, year),
    lines: all.filter(({ fiscalYear }) => fiscalYear === year),
    all,
  }
}

export const hasResults = ({ record, judging }: Pick<Edition, 'record' | 'judging'>): boolean => {
  const kinds = (judging ?? NO_JUDGING).scales.map(({ kind }) => kind)
  return record.initiatives.some(({ costs }) => costs.length > 0) || (kinds.includes('results') && kinds.includes('cost'))
}
