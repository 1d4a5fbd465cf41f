import { type ReportRemark, reportRemarks } from '../evaluate/report-remarks.ts'
import { reportFaults } from '../reform/report-faults.ts'
import { type ReportStep, STEPS, stepReport } from '../reform/report-steps.ts'
import { may, type Right, type Standing } from '../reform/rights.ts'
import { isLocked, type Round, type RoundItem } from '../reform/round.ts'
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
  remarks: ReportRemark[]
}

export type Work = { standing: Standing; rounds: readonly Round[]; items: readonly RoundItem[] }

const WRITABLE: readonly RoundItem['state'][] = STEPS.save.from

/** 自分が報告する報告 — in every open round, in the order of the plan; what was submitted already stays on the list. */
export function ownReports(work: Work): Duty[] {
  return dutiesWith(work, 'report.write', (item, round) => item.reopened?.until ?? round.dueSection)
}

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
    ? dutiesWith(work, 'report.return', (item, round) => item.reopened?.until ?? round.dueSection).filter(
        ({ item, overdue: isLate }) => isLate && WRITABLE.includes(item.state) && !mine.has(item.id),
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
    dutiesWith(work, STEPS[step].right, (_, round) =>
      step === 'accept' ? (round.dueOffice ?? round.dueSection) : (round.dueDepartment ?? round.dueOffice ?? round.dueSection),
    ).filter(({ item, round }) => canTake(step, work.standing, round, item))
  return { approve: waiting('approve'), approveDepartment: waiting('approveDepartment'), accept: waiting('accept') }
}

const canTake = (step: ReportStep, standing: Standing, round: Round, item: RoundItem): boolean =>
  STEPS[step].from.includes(item.state) && stepReport(step, { ...standing, round, item }).ok

/** The items on which this person has a right; the sections are asked once each, not once an item. */
function dutiesWith({ standing, rounds, items }: Work, right: Right, dueOf: (item: RoundItem, round: Round) => Day): Duty[] {
  const known = new Map<string | null, boolean>()
  const allowed = (section: string | null): boolean => {
    const answer = known.get(section) ?? may(standing, right, section)
    known.set(section, answer)
    return answer
  }
  const { day } = standing
  return items.flatMap((item) => {
    const round = rounds.find(({ id }) => id === item.round)
    if (!round || round.closed || round.opensOn > day || !allowed(item.section)) return []
    const due = dueOf(item, round)
    return [
      {
        item,
        round,
        due,
        left: workingDaysBetween(day, due),
        overdue: due < day,
        locked: isLocked(round, item, day),
        faults: WRITABLE.includes(item.state) ? reportFaults(item.content, item.sheet).length : 0,
        remarks: reportRemarks(item.content, item.sheet),
      },
    ]
  })
}
