import type { Initiative, Part, Report, SectionRef } from '../../../reform/record.ts'
import { foldTight } from '../../../vocabulary/folding.ts'
import type { Draft } from '../../draft.ts'
import type { Cell } from '../../read/page.ts'
import { looksLikeSections } from '../../sections.ts'
import { readFigures } from '../figures.ts'
import { isFigure } from '../table/figure-cell.ts'
import type { Column } from '../table/header.ts'
import { rowKind } from './indicators.ts'
import type { ListRow } from './rows.ts'

type Field = 'progress' | 'issues' | 'revision'
const FIELDS: readonly Field[] = ['progress', 'issues', 'revision']
type Told = Record<Field, Cell[]>

/** 報告 — one for each fiscal year and each section that a row's cells tell of. */
export function readReports(row: ListRow, initiative: Initiative, part: Part | null, sections: readonly SectionRef[], draft: Draft): void {
  for (const cell of rowKind(row)?.cells ?? []) if (TOLD.test(rowKind(row)?.said ?? '')) draft.claim(cell, 'fields')
  for (const [year, told] of byYear(row, draft.record.fiscalYear)) {
    const shared = FIELDS.flatMap((f) => told[f]).every((cell) => !row.own.has(cell))
    if (shared && part) {
      servesToo(initiative, part, year)
      continue
    }
    const own = { progress: [], issues: [], revision: [] } as Told
    for (const field of FIELDS) own[field] = told[field]
    for (const [section, said] of bySection(own, sections)) addReport(draft, initiative, part, section, year, said)
  }
}

/** Columns with a year tell of that year; those without one, of the only or the last year that is told of. */
function byYear(row: ListRow, reportYear: number | null): Map<number | null, Told> {
  const told = new Map<number | null, Told>()
  const columns = [...row.cells]
    .map(([column, cell]): [Column, Cell] => [asReported(row, column, cell), cell])
    .map(([column, cell], _, all): [Column, Cell] =>
      looksAhead(
        column,
        all.map(([c]) => c),
        reportYear,
      )
        ? [{ ...column, role: 'issues' }, cell]
        : [column, cell],
    )
    .filter(([column, cell]) => FIELDS.includes(column.role as Field) && cell.text !== '')
  const years = columns.flatMap(([column]) => (column.role === 'progress' && column.year !== null ? [column.year as number] : []))
  const last = years.length > 0 ? Math.max(...years) : reportYear
  for (const [column, cell] of columns) {
    // «令和7年度の取組予定» looks ahead from the report: it tells of no year that is over
    const year = column.year !== null && (column.role === 'progress' || years.includes(column.year)) ? column.year : last
    const of = told.get(year) ?? { progress: [], issues: [], revision: [] }
    told.set(year, of)
    of[column.role as Field].push(cell)
  }
  return told
}

/** «令和7年度の取組» beside what was done in 令和6年度 looks ahead. */
function looksAhead(column: Column, columns: readonly Column[], reportYear: number | null): boolean {
  if (column.role !== 'progress' || column.year === null || reportYear === null || column.year <= reportYear) return false
  const isResult = /実績|結果|成果|状況/.test(column.texts.join(''))
  return !isResult && columns.some((c) => c.role === 'progress' && c.year !== null && c.year <= reportYear)
}

/** «実績» in a cell of its own, and words in the columns of years: what was done in each. */
function asReported(row: ListRow, column: Column, cell: Cell): Column {
  // figures and words in one column «実績»: words tell what was done
  if (column.role === 'actual' && isTold(cell.text) && ![...row.cells.keys()].some((c) => c.role === 'indicator'))
    return { ...column, role: 'progress' }
  const kind = column.role === 'fiscalYear' && column.year !== null && !isFigure(cell.text) ? rowKind(row) : null
  return kind && TOLD.test(kind.said) ? { ...column, role: 'progress' } : column
}

const isTold = (text: string): boolean => !isFigure(text) && /[ぁ-ん一-龠ァ-ヶ]{2}/.test(text)
const TOLD = /^(?:実績|(?:取組|実施|進捗)(?:状況|実績|結果))/

/** A cell that spans two rows tells of both parts. */
function servesToo(initiative: Initiative, part: Part, year: number | null): void {
  const report = initiative.reports.findLast((r) => r.fiscalYear === year)
  if (report && !report.parts.includes(part.id)) report.parts.push(part.id)
}

type Said = Record<Field, { text: string; cell: Cell }[]>

function bySection(told: Told, sections: readonly SectionRef[]): Map<string | null, Said> {
  const only = sections.length === 1 ? (sections[0] as SectionRef).name : null
  const said = new Map<string | null, Said>()
  for (const field of FIELDS)
    for (const cell of told[field])
      for (const { section, text } of splitBySection(cell.text, sections)) {
        const name = section ?? only
        const of = said.get(name) ?? { progress: [], issues: [], revision: [] }
        said.set(name, of)
        of[field].push({ text, cell })
      }
  return said
}

const MARK = /[【〔＜<[［]\s*([^】〕＞>\]］]{2,30})\s*[】〕＞>\]］]/g

/** «【納税課】… 【国保年金課】…» → a text for each; a bracket that names none of the row's sections («【水道事業】») divides nothing. */
export function splitBySection(text: string, sections: readonly SectionRef[]): { section: string | null; text: string }[] {
  const marks = [...text.matchAll(MARK)].flatMap((said) => {
    const name = said[1] as string
    const known = sections.find((s) => foldTight(s.name) === foldTight(name) || foldTight(s.office ?? '') === foldTight(name))
    // in front of the text, a section that is not the one beside it reported before a reorganisation
    const isFormer = said.index === 0 && /(課|室|局)$/.test(name)
    if (!known && !(looksLikeSections(name) && (sections.length !== 1 || isFormer))) return []
    return [{ start: said.index, end: said.index + said[0].length, section: known?.name ?? name.trim() }]
  })
  if (marks.length === 0) return [{ section: null, text: text.trim() }]
  const before = text.slice(0, marks[0]?.start).trim()
  return [
    ...(before === '' ? [] : [{ section: null, text: before }]),
    ...marks.map((mark, i) => ({ section: mark.section, text: text.slice(mark.end, marks[i + 1]?.start ?? text.length).trim() })),
  ]
}

const isNothing = (text: string): boolean => /^[-ー―－–—]*$|^(なし|特になし|該当なし)$/.test(foldTight(text))

function addReport(draft: Draft, initiative: Initiative, part: Part | null, section: string | null, year: number | null, said: Said): void {
  const report: Report = {
    parts: part ? [part.id] : [],
    section,
    fiscalYear: year,
    progress: null,
    issues: null,
    revision: null,
    figures: [],
  }
  for (const field of FIELDS) {
    const told = said[field].filter(({ text }) => !isNothing(text))
    for (const { cell } of said[field]) draft.claim(cell, 'fields')
    if (told.length > 0)
      draft.put(
        report,
        field,
        told.map((t) => t.text).join('\n'),
        told.map((t) => t.cell),
      )
  }
  if (FIELDS.every((field) => report[field] === null) || isKnown(initiative, report)) return
  if (report.progress) report.figures = readFigures(report.progress)
  for (const figure of report.figures)
    for (const key of ['raw', 'value'] as const) draft.from(figure, key, draft.placesOf(report, 'progress'))
  if (section !== null) draft.from(report, 'section', draft.placesOf(part ?? initiative, 'sections'))
  initiative.reports.push(report)
}

/** The same report read a second time (a page printed twice, a summary of what the forms say) is one. */
const isKnown = (initiative: Initiative, report: Report): boolean =>
  initiative.reports.some(
    (r) =>
      r.fiscalYear === report.fiscalYear &&
      r.section === report.section &&
      r.parts.join() === report.parts.join() &&
      FIELDS.every((field) => foldTight(r[field] ?? '') === foldTight(report[field] ?? '')),
  )
