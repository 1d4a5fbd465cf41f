import type { SectionHistory } from '../reform/edition.ts'
import type { ReportState } from '../reform/report-state.ts'
import type { ReportStep } from '../reform/report-steps.ts'
import type { Round, RoundItem, RoundItemId } from '../reform/round.ts'
import { above, sectionOn } from '../reform/section-scope.ts'
import { type Day, dayInJapan, daysBetween } from '../vocabulary/calendar-day.ts'
import { type Decimal, decimalOf, dividedBy } from '../vocabulary/decimal.ts'
import { workingDaysBetween, workingDaysFrom } from '../vocabulary/working-day.ts'

/** The part of an item that is measured: neither its sheet nor its content. */
export type MeasuredItem = Pick<RoundItem, 'id' | 'section' | 'state' | 'imported' | 'savedAt'>
export type MeasuredStep = { item: RoundItemId; step: ReportStep; at: Date }
export type RoundMeasured = {
  round: Pick<Round, 'dueSection' | 'graceDays'>
  items: readonly MeasuredItem[]
  /** in the order in which they were taken */
  steps: readonly MeasuredStep[]
  sections: readonly SectionHistory[]
  day: Day
}

/** 提出の時期 — of the first submission that still stands: one that its own section withdrew has not come in. */
export type Arrival = 'imported' | 'onTime' | 'withinGrace' | 'late' | 'outstanding'

/** 一件の経過 */
export type Passage = {
  id: RoundItemId
  state: ReportState
  /** the section that answers on the day, under today's name; null: nobody */
  section: string | null
  department: string | null
  /** 分かれた課の後継 — where several follow the section and nobody has chosen among them; else empty */
  heirs: readonly string[]
  arrival: Arrival
  submittedOn: Day | null
  /** how often it was returned */
  returns: number
  reopenings: number
  /** working days from each submission to its first approval */
  approvalDays: number[]
  /** days since a draft was last saved; null where it is none */
  draftDays: number | null
}

/** 進み具合 — the figures of a round, a department or a section; a rate without a denominator is null, never zero. */
export type RoundTally = {
  expected: number
  imported: number
  received: number
  rate: Decimal | null
  onTime: number
  /** of all that had to be submitted: imported reports had not */
  onTimeRate: Decimal | null
  withinGrace: number
  late: number
  outstanding: number
  returned: number
  /** of all that came in from a section */
  returnedRate: Decimal | null
  returnedNow: number
  accepted: number
  medianApprovalDays: number | null
}
export type SectionTally = { section: string | null; tally: RoundTally }
export type DepartmentTally = { department: string | null; tally: RoundTally; sections: SectionTally[] }

/** 下書きのまま止まっている — not saved for more than this many days. */
export const STALE_DAYS = 90

export function passagesOf({ round, items, steps, sections, day }: RoundMeasured): Passage[] {
  const byItem = Map.groupBy(steps, ({ item }) => item)
  const places = new Map<string, Place>()
  const placeOf = (section: string | null): Place => {
    if (section === null) return { section: null, department: null, heirs: [] }
    const known = places.get(section) ?? placeOn(sections, section, day)
    places.set(section, known)
    return known
  }
  return items.map((item) => {
    const { first, ...course } = taken(byItem.get(item.id) ?? [])
    return {
      id: item.id,
      state: item.state,
      ...placeOf(item.section),
      arrival: item.imported ? 'imported' : arrivalOf(first, round),
      submittedOn: first,
      ...course,
      draftDays: item.state === 'drafting' && item.savedAt ? daysBetween(dayInJapan(item.savedAt), day) : null,
    }
  })
}

type Place = Pick<Passage, 'section' | 'department' | 'heirs'>

/** A section that was divided answers under its old name: the figures of its items cannot be divided. */
function placeOn(sections: readonly SectionHistory[], section: string, day: Day): Place {
  const today = sectionOn(sections, section, day)
  const name = today.length === 1 ? (today[0] as string) : section
  const isDepartment = sections.some(({ parent }) => parent === name)
  const department = above(sections, name, day).at(-1) ?? (isDepartment ? name : null)
  return { section: name, department, heirs: today.length > 1 ? today : [] }
}

function taken(steps: readonly MeasuredStep[]): Pick<Passage, 'returns' | 'reopenings' | 'approvalDays'> & { first: Day | null } {
  const standing: Day[] = []
  const approvalDays: number[] = []
  for (const { step, at } of steps) {
    if (step === 'submit') standing.push(dayInJapan(at))
    if (step === 'withdraw') standing.pop()
    const submitted = standing.at(-1)
    if ((step === 'approve' || step === 'approveElsewhere') && submitted) approvalDays.push(workingDaysBetween(submitted, dayInJapan(at)))
  }
  const often = (asked: ReportStep): number => steps.filter(({ step }) => step === asked).length
  return { first: standing[0] ?? null, returns: often('return'), reopenings: often('reopen'), approvalDays }
}

function arrivalOf(first: Day | null, { dueSection, graceDays }: RoundMeasured['round']): Arrival {
  if (first === null) return 'outstanding'
  if (first <= dueSection) return 'onTime'
  return graceDays > 0 && first <= workingDaysFrom(dueSection, graceDays) ? 'withinGrace' : 'late'
}

export function tallyOf(passages: readonly Passage[]): RoundTally {
  const arrived = (arrival: Arrival): number => passages.filter((one) => one.arrival === arrival).length
  const expected = passages.length
  const [imported, outstanding, onTime] = [arrived('imported'), arrived('outstanding'), arrived('onTime')]
  const received = expected - outstanding
  const returned = passages.filter(({ returns }) => returns > 0).length
  return {
    expected,
    imported,
    received,
    rate: share(received, expected),
    onTime,
    onTimeRate: share(onTime, expected - imported),
    withinGrace: arrived('withinGrace'),
    late: arrived('late'),
    outstanding,
    returned,
    returnedRate: share(returned, received - imported),
    returnedNow: passages.filter(({ state }) => state === 'returned').length,
    accepted: passages.filter(({ state }) => isDone(state)).length,
    medianApprovalDays: median(passages.flatMap(({ approvalDays }) => approvalDays)),
  }
}

export const isDone = (state: ReportState): boolean => state === 'accepted' || state === 'published'

const share = (count: number, of: number): Decimal | null => (of === 0 ? null : dividedBy(decimalOf(count), decimalOf(of)))

/** Halves of whole days are exact. */
function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] as number
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2
}

/** 部ごと・課ごと — in the order of the plan; what belongs to no department and what has no owner come last. */
export function talliesBySection(passages: readonly Passage[]): DepartmentTally[] {
  const departments = [...Map.groupBy(passages, ({ department }) => department)].map(([department, own]) => ({
    department,
    tally: tallyOf(own),
    sections: nullLast([...Map.groupBy(own, ({ section }) => section)], ([section]) => section).map(([section, its]) => ({
      section,
      tally: tallyOf(its),
    })),
  }))
  return nullLast(departments, ({ department }) => department)
}

const nullLast = <T>(all: readonly T[], of: (one: T) => string | null): T[] =>
  all.toSorted((a, b) => Number(of(a) === null) - Number(of(b) === null))
