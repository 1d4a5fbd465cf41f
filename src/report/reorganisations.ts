import { changesInDocument, effectiveDay } from '../reform/changes-in-document.ts'
import type { Edition, EditionReorganisation, SectionHistory } from '../reform/edition.ts'
import type { SectionChange } from '../reform/reorganisation.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { EditionIndex } from './edition-index.ts'
import { dateText } from './figures.ts'
import { type ChangeRow, changeRow, countsText, type ReorganisationFlow, reorganisationFlow } from './reorganisation-flow.ts'
import { sectionNow, sectionsSeen } from './sections-then-now.ts'
import type { SourceRef } from './source-pages.ts'

/** 施行日ごとの組織改正 — what was applied and what documents say of one day, each change told once. */
export type ReorganisationTold = {
  effective: string
  titles: string[]
  counts: string
  rows: ChangeRow[]
  flow: ReorganisationFlow | null
  /** the words of the documents */
  texts: { number: string | null; department: string | null; text: string; sources: SourceRef[] }[]
}
export type SectionTold = { name: string; from: string; to: string; successors: string[]; now: string }

/** A section of which nothing but its name is known says nothing about a reorganisation. */
const isDated = (s: SectionHistory): boolean => s.from !== null || s.to !== null || s.successors.length > 0

export const hasReorganisations = ({ record, sections, reorganisations: applied = [] }: Edition): boolean =>
  record.organizationChanges.length > 0 || applied.length > 0 || sections.some(isDated)

/** 組織改正 — by the day they take effect, the newest first; undated ones last. */
export function reorganisations(index: EditionIndex): { changes: ReorganisationTold[]; sections: SectionTold[] } {
  const { edition } = index
  const seen = sectionsSeen(edition)
  const days = daysOf(edition)
  return {
    changes: days.map((day) => toldOf(index, day)),
    sections: edition.sections.filter(isDated).map((s) => ({
      name: s.name,
      from: s.from ? dateText(s.from) : '記載なし',
      to: s.to ? dateText(s.to) : '存続',
      successors: s.successors,
      now: s.to === null || s.to > seen.day ? s.name : sectionNow(seen, s.name, '').replace(/^（現在：(.*)）$/, '$1') || s.name,
    })),
  }
}

type OneDay = { day: Day | null; printed: string | null; applied: EditionReorganisation[]; documented: number[] }

function daysOf({ record, reorganisations: applied = [] }: Edition): OneDay[] {
  const days = new Map<string, OneDay>()
  const of = (day: Day | null, printed: string | null): OneDay => {
    const known = days.get(day ?? '') ?? { day, printed, applied: [], documented: [] }
    days.set(day ?? '', known)
    return known
  }
  for (const one of applied) of(one.effective, one.effective).applied.push(one)
  record.organizationChanges.forEach(({ effective }, nth) => {
    of(effectiveDay(effective), effective).documented.push(nth)
  })
  return [...days.values()].toSorted((a, b) => (b.day ?? '').localeCompare(a.day ?? ''))
}

function toldOf(index: EditionIndex, { day, printed, applied, documented }: OneDay): ReorganisationTold {
  const { record, sections } = index.edition
  const own = applied.flatMap(({ changes }) => changes)
  const read = documented.flatMap((nth) => record.organizationChanges[nth] ?? [])
  // what the office applied is what became of the document; the document adds only what nothing applied speaks of
  const named = new Set(own.flatMap(({ from, to }) => [...from, ...to]).map(foldTight))
  const others = changesInDocument(read, sections, day ?? UNDATED).filter(
    ({ from, to }) => ![...from, ...to].some((name) => named.has(foldTight(name))),
  )
  const changes: SectionChange[] = [...own, ...others]
  const when = printed === null ? '施行日の記載なし' : dateText(printed)
  return {
    effective: when,
    titles: applied.map(({ title }) => title),
    counts: countsText(changes),
    rows: changes.map(changeRow),
    flow: reorganisationFlow({ title: `${when}の組織改正`, effective: day, changes, sections, after: sections }),
    texts: documented.flatMap((nth) => {
      const one = record.organizationChanges[nth]
      if (!one || one.text.trim() === '') return []
      const { number, department, text } = one
      return [{ number, department, text, sources: index.sources(`/organizationChanges/${nth}/text`) }]
    }),
  }
}
const UNDATED = '9999-12-31' as Day
