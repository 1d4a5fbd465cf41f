import type { Brand } from '../vocabulary/brand.ts'
import { addDays, type Day, dayInJapan } from '../vocabulary/calendar-day.ts'
import { workingDaysFrom } from '../vocabulary/working-day.ts'
import type { PlanFamilyId, RecordId } from './record-id.ts'
import type { ItemSheet, ReportContent } from './report-content.ts'
import type { ReportState } from './report-state.ts'

export type RoundId = Brand<string, 'RoundId'>
export type RoundItemId = Brand<string, 'RoundItemId'>

/** 督促の日 — working days before the date due, the day itself, and weekdays (0 Sunday) after it. */
export type ReminderDays = { before: number[]; onDay: boolean; after: number[] }

/** 照会 — one run of the yearly inquiry: a plan, a fiscal year, what is due when, and how its reports are approved. */
export type Round = {
  id: RoundId
  family: PlanFamilyId
  plan: RecordId
  title: string
  fiscalYear: number
  opensOn: Day
  /** 提出期限: of the sections, of the departments' approval, of the office's acceptance */
  dueSection: Day
  dueDepartment: Day | null
  dueOffice: Day | null
  /** 猶予: working days after the date due in which a report still comes in, late */
  graceDays: number
  /** 締切（ロック）: from this day on nothing is written without a reopening; null: the day after the days of grace */
  lockOn: Day | null
  departmentApproval: boolean
  /** 職務分離 (S-16): whoever submitted does not approve; may be switched off in a small town, which is logged */
  separation: boolean
  remind: ReminderDays
  /** 問合せ先, printed in the letter */
  contact: string
  closed: boolean
}

/** 照会の一件 — one initiative, one or more of its parts, one section, one fiscal year. Without a section it has no owner yet. */
export type RoundItem = {
  id: RoundItemId
  round: RoundId
  initiative: RecordId
  parts: RecordId[]
  section: string | null
  position: number
  sheet: ItemSheet
  state: ReportState
  /** 取り込んだ過去の報告 */
  imported: boolean
  content: ReportContent
  /** counts every save: a form that was drawn from an older one is compared, not written */
  version: number
  savedBy: string | null
  savedAt: Date | null
  submittedBy: string | null
  submittedAt: Date | null
  /** how often it was submitted: each submission is kept */
  submissions: number
  returned: { reason: string; fields: string[]; by: string; at: Date } | null
  reopened: { until: Day; reason: string } | null
  elsewhere: { document: string; on: Day } | null
}

/** 最初に書けなくなる日 — the lock, or the day after the days of grace. */
export const lockedFrom = ({ lockOn, dueSection, graceDays }: Pick<Round, 'lockOn' | 'dueSection' | 'graceDays'>): Day =>
  lockOn ?? addDays(graceDays > 0 ? workingDaysFrom(dueSection, graceDays) : dueSection, 1)

/** Returned after the lock (or after the end of its reopening): whoever returns a report asks for it to be put right. */
type Openings = Pick<RoundItem, 'reopened'> & Partial<Pick<RoundItem, 'returned'>>
const isReturnedSince = ({ returned = null, reopened }: Openings): boolean =>
  returned !== null && (reopened === null || dayInJapan(returned.at) > reopened.until)

/**
 * 期限 — of the step that a report waits for. A level for which the round has no date of its own is due with the next one above it:
 * 課長承認 without a department is due with the office, and is not late the moment it was submitted.
 */
export function dueDay(
  step: 'submit' | 'approve' | 'approveDepartment' | 'accept',
  {
    dueSection,
    dueDepartment,
    dueOffice,
    departmentApproval,
  }: Pick<Round, 'dueSection' | 'dueDepartment' | 'dueOffice' | 'departmentApproval'>,
  { reopened }: Pick<RoundItem, 'reopened'>,
): Day {
  const ofDepartment = departmentApproval ? dueDepartment : null
  if (step === 'submit') return reopened?.until ?? dueSection
  if (step === 'accept') return dueOffice ?? ofDepartment ?? dueSection
  return ofDepartment ?? dueOffice ?? dueSection
}

/**
 * 書けない状態か — closed, or locked without a reopening that still holds on this day. A returned report stays open until it
 * is submitted again: heads approve after the date due, and a return into a locked round would be a dead end.
 */
export function isLocked(round: Round, item: Openings, day: Day): boolean {
  if (item.reopened && day <= item.reopened.until) return false
  return round.closed || (day >= lockedFrom(round) && !isReturnedSince(item))
}
