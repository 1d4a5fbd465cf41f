import { lockedFrom, type Round } from '../reform/round.ts'
import { type RoundFault, roundFaults } from '../reform/round-rules.ts'
import { type Day, dayName, fiscalYearOfDay, parseDay } from '../vocabulary/calendar-day.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { workingDaysFrom } from '../vocabulary/working-day.ts'
import { yearShort } from './figures.ts'
import { roundFaultText } from './wording-reports.ts'
import { closedDayText, type FieldProblem, fieldProblemText } from './wording-rounds.ts'

/** 設定の欄 — as typed; a refused form comes back with exactly this. */
export type TypedRound = {
  plan: string
  year: string
  title: string
  opensOn: string
  dueSection: string
  dueDepartment: string
  dueOffice: string
  graceDays: string
  lockOn: string
  departmentApproval: boolean
  separation: boolean
  remindBefore: string
  remindOnDay: boolean
  remindAfter: string[]
  contact: string
}
export type TypedField = keyof TypedRound
export type FieldFault = { field: TypedField; text: string }

export const DAY_FIELDS = ['opensOn', 'dueSection', 'dueDepartment', 'dueOffice', 'lockOn'] as const
type DayField = (typeof DAY_FIELDS)[number]
const LONGEST = 200
const MOST_DAYS = 60

/** 提案する期限 — 4 weeks for the sections, one for the heads of departments, two for the office, in working days. */
const PROPOSED = { dueSection: 20, dueDepartment: 5, dueOffice: 10 }

export const proposedTitle = (year: number): string => `${yearShort(year)}取組状況の照会`
/** 選べる年度 — the year that ended in March is what a round asks about; next to it those around it. */
export const yearsOffered = (day: Day): number[] => [0, 1, 2, 3, 4].map((before) => fiscalYearOfDay(day) - before)

export function proposedRound(day: Day, plan: string): TypedRound {
  const year = fiscalYearOfDay(day) - 1
  const typed: TypedRound = {
    plan,
    year: String(year),
    title: proposedTitle(year),
    opensOn: writtenDay(workingDaysFrom(day, 0)),
    dueSection: '',
    dueDepartment: '',
    dueOffice: '',
    graceDays: '3',
    lockOn: '',
    departmentApproval: false,
    separation: true,
    remindBefore: '14、5、1',
    remindOnDay: true,
    remindAfter: ['1', '4'],
    contact: '',
  }
  return withProposals(typed)
}

/** 日付の書き方 in a field — without the weekday, which stands beside it. */
export const writtenDay = (day: Day): string => dayName(day).replace(/（.）$/, '')

/** 空いている期限を提案で埋める — from the opening day; also a title that was proposed for another year. */
export function withProposals(typed: TypedRound): TypedRound {
  const opens = dayIn(typed.opensOn)
  const year = Number(typed.year)
  const isProposal = /^(?:令和|平成)(?:元|\d+)年度取組状況の照会$/.test(typed.title.trim())
  const title = (typed.title.trim() === '' || isProposal) && Number.isInteger(year) && year > 1900 ? proposedTitle(year) : typed.title
  if (!opens) return { ...typed, title }
  const dueSection = typed.dueSection || writtenDay(workingDaysFrom(opens, PROPOSED.dueSection))
  const section = dayIn(dueSection)
  if (!section) return { ...typed, title }
  const dueDepartment = typed.departmentApproval
    ? typed.dueDepartment || writtenDay(workingDaysFrom(section, PROPOSED.dueDepartment))
    : typed.dueDepartment
  const approved = typed.departmentApproval ? dayIn(dueDepartment) : section
  const dueOffice = typed.dueOffice || (approved ? writtenDay(workingDaysFrom(approved, PROPOSED.dueOffice)) : '')
  return { ...typed, title, dueSection, dueDepartment, dueOffice }
}

/** The weekday may be typed or left from a copy: it is not asked. */
function dayIn(text: string): Day | null {
  const day = parseDay(text.replace(/[（(][日月火水木金土][)）]\s*$/, ''))
  return day.ok ? day.value : null
}

export type SaidRound = Omit<Round, 'id' | 'closed' | 'family' | 'plan' | 'fiscalYear'>

/** 設定を読む — every field that cannot be read, and every date that does not follow the other, at once. */
export function readRound(typed: TypedRound): Result<SaidRound, FieldFault[]> {
  const faults: FieldFault[] = []
  const fault = (field: TypedField, problem: FieldProblem, text = ''): void => {
    faults.push({ field, text: fieldProblemText(problem, text) })
  }
  const day = (field: DayField, needed: boolean): Day | null => {
    const text = typed[field].trim()
    const read = dayIn(text)
    if (read || (text === '' && !needed)) return read
    fault(field, text === '' ? 'no-day' : 'not-a-day', text)
    return null
  }
  const opensOn = day('opensOn', true)
  const dueSection = day('dueSection', true)
  const dueDepartment = typed.departmentApproval ? day('dueDepartment', true) : null
  const dueOffice = day('dueOffice', false)
  const lockOn = day('lockOn', false)
  const graceDays = countIn(typed.graceDays)
  if (graceDays === null) fault('graceDays', 'not-a-count', typed.graceDays)
  const before = countsIn(typed.remindBefore)
  if (before === null) fault('remindBefore', 'not-reminder-days', typed.remindBefore)
  for (const field of ['title', 'contact'] as const) if (typed[field].length > LONGEST) fault(field, 'too-long', typed[field])
  if (!opensOn || !dueSection || graceDays === null || before === null || faults.length > 0) return no(faults)
  const said: SaidRound = {
    title: typed.title.trim(),
    opensOn,
    dueSection,
    dueDepartment,
    dueOffice,
    graceDays,
    lockOn,
    departmentApproval: typed.departmentApproval,
    separation: typed.separation,
    remind: { before, onDay: typed.remindOnDay, after: typed.remindAfter.map(Number).filter((one) => one >= 1 && one <= 5) },
    contact: typed.contact.trim(),
  }
  const wrong = roundFaults(said)
  return wrong.length > 0 ? no(wrong.map(fieldOfFault)) : ok(said)
}

function countIn(text: string): number | null {
  const plain = text.normalize('NFKC').trim()
  return /^\d{1,2}$/.test(plain) && Number(plain) <= MOST_DAYS ? Number(plain) : null
}
function countsIn(text: string): number[] | null {
  const parts = text
    .normalize('NFKC')
    .split(/[、,・\s]+/)
    .filter(Boolean)
  const counts = parts.map(countIn)
  return counts.some((one) => one === null || one === 0) ? null : [...new Set(counts as number[])].toSorted((a, b) => b - a)
}

const FIELD_OF: Record<RoundFault['kind'], TypedField> = {
  'no-title': 'title',
  'due-before-opening': 'dueSection',
  'department-before-section': 'dueDepartment',
  'office-before-approval': 'dueOffice',
  'lock-before-due': 'lockOn',
  'grace-days': 'graceDays',
}
export const fieldOfFault = (fault: RoundFault): FieldFault => ({ field: FIELD_OF[fault.kind], text: roundFaultText(fault) })

/** 欄の横の曜日と注意 — what the typed date is read as; nothing where it cannot be read. */
export function besideDay(text: string): { day: string; warning: string | null } | null {
  const day = dayIn(text)
  return day && { day: dayName(day), warning: closedDayText(day) }
}

/** A round as its settings were typed. */
export function typedOf(round: Round): TypedRound {
  const day = (one: Day | null): string => (one ? writtenDay(one) : '')
  return {
    plan: `${round.family}|${round.plan}`,
    year: String(round.fiscalYear),
    title: round.title,
    opensOn: day(round.opensOn),
    dueSection: day(round.dueSection),
    dueDepartment: day(round.dueDepartment),
    dueOffice: day(round.dueOffice),
    graceDays: String(round.graceDays),
    lockOn: day(round.lockOn),
    departmentApproval: round.departmentApproval,
    separation: round.separation,
    remindBefore: round.remind.before.join('、'),
    remindOnDay: round.remind.onDay,
    remindAfter: round.remind.after.map(String),
    contact: round.contact,
  }
}

export const lockText = (round: Pick<Round, 'lockOn' | 'dueSection' | 'graceDays'>): string => `${dayName(lockedFrom(round))}から書けません`
