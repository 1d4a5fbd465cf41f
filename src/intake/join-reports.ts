import type { Figure, Initiative, Report } from '../reform/record.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { Draft } from './draft.ts'
import { joinEvaluations } from './join-evaluations.ts'
import { joinParts } from './join-parts.ts'

const SAID = ['progress', 'issues', 'revision'] as const

/** Sections times years of one initiative are fewer by far; what has more was misread, and comparing all of it takes minutes. */
const MOST_REPORTS = 500

/** 同じ報告・評価の重なり — a workbook that has a list and a form of each initiative prints one report twice; it is one. */
export function joinReports(draft: Draft): void {
  joinParts(draft)
  joinEvaluations(draft)
  for (const initiative of draft.record.initiatives) {
    if (initiative.reports.length > MOST_REPORTS) continue
    const kept: Report[] = []
    for (const report of initiative.reports) {
      const same = kept.find((known) => isSame(initiative, known, report))
      if (same) fill(draft, same, report)
      else kept.push(report)
    }
    initiative.reports = kept.filter((report) => !takesOutAll(draft, report, kept))
    for (const report of initiative.reports) report.figures = onceEach(report)
  }
}

/**
 * One year, and nothing that is said twice is said differently (a list has no column for everything that a form asks);
 * sections and parts are the same, or one of the two does not say. Two sections may write the same text.
 */
function isSame(initiative: Initiative, a: Report, b: Report): boolean {
  const every = initiative.parts.map((part) => part.id)
  const partsOf = (report: Report): string => (report.parts.length === 0 ? every : [...report.parts].sort()).join()
  const sections = a.section === null || b.section === null || foldTight(a.section) === foldTight(b.section)
  const parts = a.parts.length === 0 || b.parts.length === 0 || partsOf(a) === partsOf(b)
  const both = SAID.filter((key) => a[key] !== null && b[key] !== null)
  const agree = both.length > 0 && both.every((key) => foldTight(a[key] as string) === foldTight(b[key] as string))
  return a.fiscalYear === b.fiscalYear && sections && parts && agree
}

function fill(draft: Draft, known: Report, other: Report): void {
  for (const key of ['section', ...SAID] as const) {
    if (other[key] === null) continue
    if (known[key] === null) known[key] = other[key]
    draft.from(known, key, draft.placesOf(other, key))
  }
  if (known.parts.length === 0) known.parts = other.parts
  if (known.figures.length === 0) known.figures = other.figures
}

/**
 * «【市民課】… 【税務課】…» in the one cell of a form: what each section reports in rows of its own is not said once more, and
 * what only the form asks of a section goes to its report. True where nothing is left.
 */
function takesOutAll(draft: Draft, report: Report, all: readonly Report[]): boolean {
  if (report.section !== null) return false
  const others = all.filter((other) => other !== report && other.fiscalYear === report.fiscalYear)
  const taken = SAID.filter((key) => isRepeated(report, others, key) || goesTo(draft, report, others, key))
  for (const key of taken) report[key] = null
  if (taken.includes('progress')) report.figures = []
  return taken.length > 0 && SAID.every((key) => report[key] === null)
}

type Key = (typeof SAID)[number]

/** Whether a text is what others say, one after the other, under the names of their sections. */
function isRepeated(report: Report, others: readonly Report[], key: Key): boolean {
  if (report[key] === null) return false
  let rest = foldTight(report[key])
  const found: Report[] = []
  const told = others.filter((other) => other[key] !== null)
  for (const other of told.toSorted((a, b) => (b[key] as string).length - (a[key] as string).length)) {
    const text = foldTight(other[key] as string)
    if (!rest.includes(text)) continue
    rest = rest.replace(text, '')
    found.push(other)
  }
  // one other text alone is the same one only where it is of the same parts
  const [only] = found
  const covers = report.parts.length === 0 || (only?.parts.every((part) => report.parts.includes(part)) ?? false)
  if (found.length === 0 || (found.length === 1 && !covers)) return false
  const names = [...new Set(found.map(({ section }) => foldTight(section ?? '')))].filter((name) => name !== '')
  // taken out one by one, the longest first: an expression of names repeated at will would try every way to divide the text
  for (const name of names.toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(name, '')
  return /^[【〔［<(】〕］>)]*$/.test(rest)
}

/** «【公共施設課】…»: a text under the name of one section, whose own report says nothing of the kind. */
function goesTo(draft: Draft, report: Report, others: readonly Report[], key: Key): boolean {
  const named = /^[【〔［]([^】〕］]{2,30})[】〕］]\s*([^【〔［].*)$/s.exec(report[key] ?? '')
  const owner = named && others.find((other) => other[key] === null && foldTight(other.section ?? '') === foldTight(named[1] as string))
  if (!owner) return false
  draft.put(owner, key, named[2] as string, draft.placesOf(report, key))
  return true
}

/** A figure is said as often as its text says it: two printings of one text do not double it. */
function onceEach(report: Report): Figure[] {
  const text = report.progress
  if (text === null) return report.figures
  const met = new Map<string, number>()
  return report.figures.filter((figure) => {
    const key = JSON.stringify([figure.label, figure.raw, figure.value, figure.unit, figure.group ?? null])
    const times = (met.get(key) ?? 0) + 1
    met.set(key, times)
    return times === 1 || times <= text.split(figure.raw).length - 1
  })
}
