import { type ReportRemark, reportRemarks } from '../evaluate/report-remarks.ts'
import { reportFaults } from '../reform/report-faults.ts'
import { type ReportStep, STEPS, stepReport } from '../reform/report-steps.ts'
import { may, type Right, type Standing } from '../reform/rights.ts'
import { dueDay, isLocked, type Round, type RoundItem } from '../reform/round.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import { workingDaysBetween } from '../vocabulary/working-day.ts'

/** 仕事の一件 — a report, the day by which something is to be done with it, and what keeps it from being submitted. */
export type Duty = {
  item: RoundItem
  round: Round
  due: Day
  /** working days from today up to the date due; 0 today; negative behind it */
  left: number
  overdue: boolean
  locked: boolean
  faults: number
}
/** 審査の一件 — with what is worth a second look. */
export type Review = Duty & { remarks: ReportRemark[] }

export type Work = { standing: Standing; rounds: readonly Round[]; items: readonly RoundItem[] }

const WRITABLE: readonly RoundItem['state'][] = STEPS.save.from

/** 自分が報告する報告 — in every open round, in the order of the plan; what was submitted already stays on the list. */
export function ownReports(work: Work): Duty[] {
  return dutiesWith(work, 'report.write', dueOfSection)
}
const dueOfSection = (item: RoundItem, round: Round): Day => dueDay('submit', round, item)

/** わたしの仕事 — by urgency; a report stands in one group only. */
export type Duties = {
  returned: Duty[]
  overdue: Duty[]
  toWrite: Duty[]
  /** not submitted, and closed for writing */
  locked: Duty[]
  approve: Duty[]
  approveDepartment: Duty[]
  accept: Duty[]
  /** of the sections somebody answers for without writing: past the date due and not submitted */
  late: Duty[]
}

export function dutiesOf(work: Work): Duties {
  const { standing } = work
  const own = ownReports(work).filter(({ item }) => WRITABLE.includes(item.state))
  const open = byUrgency(own.filter(({ locked }) => !locked))
  const returned = open.filter(isReturned)
  const overdue = open.filter((duty) => duty.overdue && !isReturned(duty))
  const mine = new Set(own.map(({ item }) => item.id))
  const { approve, approveDepartment, accept } = waitingFor(work)
  const late = may(standing, 'report.return')
    ? dutiesWith(
        work,
        'report.return',
        dueOfSection,
        (item, round) => dueOfSection(item, round) < standing.day && WRITABLE.includes(item.state) && !mine.has(item.id),
      )
    : []
  return {
    returned,
    overdue,
    toWrite: open.filter((duty) => !duty.overdue && !isReturned(duty)),
    locked: own.filter(({ locked }) => locked),
    approve,
    approveDepartment,
    accept,
    late: byUrgency(late),
  }
}

/** A returned report stays a returned one while it is put right. */
const isReturned = ({ item }: Duty): boolean => item.returned !== null
const byUrgency = (duties: readonly Duty[]): Duty[] => duties.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))

export type ReviewStep = 'approve' | 'approveDepartment' | 'accept'
export const REVIEW_STEPS: readonly ReviewStep[] = ['approve', 'approveDepartment', 'accept']

/** 審査を待つ報告 — by the step that this person may take with them now. */
export function waitingFor(work: Work): Record<ReviewStep, Duty[]> {
  const waiting = (step: ReviewStep): Duty[] =>
    dutiesWith(
      work,
      STEPS[step].right,
      (item, round) => dueDay(step, round, item),
      (item, round) => canTake(step, work.standing, round, item),
    )
  return { approve: waiting('approve'), approveDepartment: waiting('approveDepartment'), accept: waiting('accept') }
}

/** The same with the remarks, for the list on which one decides. */
export function reviewsFor(work: Work): Record<ReviewStep, Review[]> {
  const { approve, approveDepartment, accept } = waitingFor(work)
  const reviewed = (duties: readonly Duty[]): Review[] =>
    duties.map((duty) => ({ ...duty, remarks: reportRemarks(duty.item.content, duty.item.sheet) }))
  return { approve: reviewed(approve), approveDepartment: reviewed(approveDepartment), accept: reviewed(accept) }
}

const canTake = (step: ReportStep, standing: Standing, round: Round, item: RoundItem): boolean =>
  STEPS[step].from.includes(item.state) && stepReport(step, { ...standing, round, item }).ok

/** The items on which this person has a right; the sections are asked once each, not once an item. */
function dutiesWith(
  { standing, rounds, items }: Work,
  right: Right,
  dueOf: (item: RoundItem, round: Round) => Day,
  isWanted: (item: RoundItem, round: Round) => boolean = () => true,
): Duty[] {
  const known = new Map<string | null, boolean>()
  const allowed = (section: string | null): boolean => {
    const answer = known.get(section) ?? may(standing, right, section)
    known.set(section, answer)
    return answer
  }
  const { day } = standing
  // a round has a handful of dates, and counting working days walks over the calendar
  const lefts = new Map<Day, number>()
  const leftUntil = (due: Day): number => {
    const left = lefts.get(due) ?? workingDaysBetween(day, due)
    lefts.set(due, left)
    return left
  }
  return items.flatMap((item) => {
    const round = rounds.find(({ id }) => id === item.round)
    if (!round || round.closed || round.opensOn > day || !allowed(item.section) || !isWanted(item, round)) return []
    const due = dueOf(item, round)
    return [
      {
        item,
        round,
        due,
        left: leftUntil(due),
        overdue: due < day,
        locked: isLocked(round, item, day),
        faults: WRITABLE.includes(item.state) ? reportFaults(item.content, item.sheet).length : 0,
      },
    ]
  })
}
