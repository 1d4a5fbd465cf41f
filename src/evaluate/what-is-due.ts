import type { ReportState } from '../reform/report-state.ts'
import { may, type Right, type Standing } from '../reform/rights.ts'
import { dueDay, isLocked, lockedFrom, type Round, type RoundItem } from '../reform/round.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import { workingDaysBetween } from '../vocabulary/working-day.ts'
import { isReminderDay } from './reminder-day.ts'

/** 残っている仕事の種類 — the first five are the person's own; `late…` tells a superior what is overdue below. */
export type DutyKind =
  | 'report' // 報告の提出
  | 'approval' // 課長承認
  | 'departmentApproval' // 部長承認
  | 'acceptance' // 受理
  | 'ownerless' // 担当課の決定
  | 'lateReports' // 期限を過ぎた報告（課長へ）
  | 'lateReportsOfDepartment' // 期限を過ぎた報告（部長へ）

/** 残っている仕事 — of one kind in one round, due on one day. */
export type Duty = {
  kind: DutyKind
  round: Round
  due: Day
  /** 残りの開庁日数: 0 on the day, negative after it */
  left: number
  /** from this day on a report is not taken any more without a reopening; null where nothing locks it */
  lockedFrom: Day | null
  locked: boolean
  items: RoundItem[]
  /** the round asks to be reminded of it on this day */
  reminded: boolean
}

export type RoundWithItems = { round: Round; items: readonly RoundItem[] }

/** 部長に伝えるまでの開庁日数 */
export const DAYS_TO_DEPARTMENT = 5

const WITH_REPORTER: ReadonlySet<ReportState> = new Set(['notStarted', 'drafting', 'returned'])

/**
 * 何が残っているか — for a person on the day of the question, over all rounds that have begun and are not closed. A digest is worth
 * sending where one of the duties is `reminded`; then it tells all that is the person's own.
 */
export function whatIsDue(standing: Standing, rounds: readonly RoundWithItems[]): Duty[] {
  const mine = remembered(standing)
  const rules = RULES.filter(({ right }) => may(standing, right))
  return rounds
    .filter(({ round }) => !round.closed && round.opensOn <= standing.day)
    .flatMap(({ round, items }) => rules.flatMap((rule) => dutiesBy(rule, { standing, mine, round, items })))
    .toSorted((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0))
}

type Asked = { standing: Standing; mine: Mine; round: Round; items: readonly RoundItem[] }
type Mine = (right: Right, section: string | null) => boolean
type Rule = { kind: DutyKind; right: Right; waits: (item: RoundItem, asked: Asked) => boolean; due: (round: Round, item: RoundItem) => Day }

const dueOfReport = (round: Round, item: RoundItem): Day => dueDay('submit', round, item)
const isLate = (round: Round, item: RoundItem, day: Day): boolean =>
  WITH_REPORTER.has(item.state) && item.section !== null && dueOfReport(round, item) < day

const RULES: readonly Rule[] = [
  { kind: 'report', right: 'report.write', waits: ({ state }) => WITH_REPORTER.has(state), due: dueOfReport },
  {
    kind: 'approval',
    right: 'report.approve',
    // whoever submitted does not approve (S-16): that one waits for somebody else
    waits: ({ state, submittedBy }, { round, standing }) =>
      state === 'submitted' && !(round.separation && submittedBy === standing.person.login),
    due: (round, item) => dueDay('approve', round, item),
  },
  {
    kind: 'departmentApproval',
    right: 'report.approveDepartment',
    waits: ({ state, submittedBy }, { round, standing }) =>
      round.departmentApproval && state === 'approved' && !(round.separation && submittedBy === standing.person.login),
    due: (round, item) => dueDay('approveDepartment', round, item),
  },
  {
    kind: 'acceptance',
    right: 'report.accept',
    waits: ({ state }, { round }) => state === (round.departmentApproval ? 'departmentApproved' : 'approved'),
    due: (round, item) => dueDay('accept', round, item),
  },
  {
    kind: 'ownerless',
    right: 'round.manage',
    waits: ({ state, section }) => section === null && WITH_REPORTER.has(state),
    due: dueOfReport,
  },
  {
    kind: 'lateReports',
    right: 'report.approve',
    waits: (item, { round, standing }) => isLate(round, item, standing.day),
    due: dueOfReport,
  },
  {
    kind: 'lateReportsOfDepartment',
    right: 'report.approveDepartment',
    waits: (item, { round, standing }) =>
      isLate(round, item, standing.day) && workingDaysBetween(dueOfReport(round, item), standing.day) >= DAYS_TO_DEPARTMENT,
    due: dueOfReport,
  },
]

const TELLS_A_SUPERIOR: ReadonlySet<DutyKind> = new Set(['lateReports', 'lateReportsOfDepartment'])
/** 上司に伝えるものか — such a duty is told on the chosen weekdays only, not whenever something else is. */
export const tellsASuperior = ({ kind }: Pick<Duty, 'kind'>): boolean => TELLS_A_SUPERIOR.has(kind)

/** What was reopened, and what was returned after the lock, is open in spite of it. */
const opensAgain = (round: Round, items: readonly RoundItem[], locked: boolean, day: Day): boolean =>
  !locked && (lockedFrom(round) <= day || items.some(({ reopened }) => reopened !== null))

function dutiesBy(rule: Rule, asked: Asked): Duty[] {
  const { round, items, standing, mine } = asked
  const waiting = items.filter((item) => mine(rule.right, item.section) && rule.waits(item, asked))
  return [...Map.groupBy(waiting, (item) => rule.due(round, item))].flatMap(([due, ofDay]) =>
    // what was reopened or returned stays open when the rest is locked; only the one who writes is concerned by it
    [...Map.groupBy(ofDay, (item) => rule.kind === 'report' && isLocked(round, item, standing.day))].map(([locked, group]) => ({
      kind: rule.kind,
      round,
      due,
      left: due < standing.day ? -workingDaysBetween(due, standing.day) : workingDaysBetween(standing.day, due),
      lockedFrom: rule.kind === 'report' && !opensAgain(round, group, locked, standing.day) ? lockedFrom(round) : null,
      locked,
      items: group,
      reminded: tellsASuperior(rule)
        ? isReminderDay({ before: [], onDay: false, after: round.remind.after }, due, standing.day)
        : isReminderDay(round.remind, due, standing.day),
    })),
  )
}

/** The same question is asked for every item: once a right and section is enough. */
function remembered(standing: Standing): Mine {
  const known = new Map<string, boolean>()
  return (right, section) => {
    const key = `${right}\n${section}`
    const answer = known.get(key) ?? may(standing, right, section)
    known.set(key, answer)
    return answer
  }
}

/** 送るべきもの — empty where no duty is to be reminded of on this day. */
export const dutiesToTell = (duties: readonly Duty[]): Duty[] =>
  duties.some(({ reminded }) => reminded) ? duties.filter((duty) => duty.reminded || !tellsASuperior(duty)) : []
