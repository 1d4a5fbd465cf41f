import type { Edition, SectionHistory } from '../reform/edition.ts'
import { sameSection } from '../reform/reorganise.ts'
import { sectionOn, sectionSince } from '../reform/section-scope.ts'
import { type Day, dayInJapan } from '../vocabulary/calendar-day.ts'

/** いつの所属か — the sections and the day on which a reader looks: of an edition, the day on which it was published. */
export type SectionsSeen = { sections: readonly SectionHistory[]; day: Day }

/** what is not published and knows no day is looked at from the end of all that is registered */
const UNPUBLISHED = '9999-12-31' as Day

const seen = new WeakMap<Edition, SectionsSeen>()
export function sectionsSeen(edition: Edition): SectionsSeen {
  const day = edition.publishedAt === '' ? UNPUBLISHED : dayInJapan(new Date(edition.publishedAt))
  const known = seen.get(edition) ?? { sections: edition.sections, day }
  seen.set(edition, known)
  return known
}

/** 今の所管課 — who answers today for a section; null where it is the section itself. A year is asked on its last day. */
export function answersToday({ sections, day }: SectionsSeen, name: string, fiscalYear: number | null): string | null {
  const since = fiscalYear === null ? null : (`${fiscalYear + 1}-03-31` as Day)
  // a report of a year that is not over yet is of the section of today
  const today = since === null || since > day ? sectionOn(sections, name, day) : sectionSince(sections, name, since, day)
  if (today.length !== 1 || !sameSection(today[0] as string, name)) return today.join('、') || null
  const known = sections.filter((row) => sameSection(row.name, name))
  const isOver = known.length > 0 && known.every(({ to }) => to !== null && to <= day)
  return isOver ? '所管なし' : null
}

/** 引き継いだ課 — the one section that a former section has become; null where it is itself, several, or none. */
export function successorToday({ sections, day }: SectionsSeen, name: string): string | null {
  const today = sectionOn(sections, name, day)
  const [only] = today
  return today.length === 1 && only !== undefined && !sameSection(only, name) ? only : null
}

/** 「行政改革課（現在：行政経営課）」 */
export function sectionNow(at: SectionsSeen, name: string, said: string = name): string {
  const now = answersToday(at, name, null)
  return now === null ? said : `${said}（現在：${now}）`
}

/** 「当時：行政改革課（現在：行政経営課）」 — the section that reported in a year, and who answers for it today. */
export function sectionThenNow(at: SectionsSeen, name: string, fiscalYear: number | null): string {
  const now = answersToday(at, name, fiscalYear)
  return now === null ? name : `当時：${name}（現在：${now}）`
}
