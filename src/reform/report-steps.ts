import type { Day } from '../vocabulary/calendar-day.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import type { ReportState } from './report-state.ts'
import { may, type Right, type Standing } from './rights.ts'
import { isLocked, type Round, type RoundItem } from './round.ts'

/** 手続 — the steps of a report. */
export type ReportStep =
  | 'save'
  | 'submit'
  | 'withdraw'
  | 'approve'
  | 'approveDepartment'
  | 'approveElsewhere'
  | 'return'
  | 'accept'
  | 'reopen'
  | 'publish'

type StepRule = { from: readonly ReportState[]; to: ReportState | 'lastApproval'; right: Right; locks: boolean }

/**
 * 状態と手続の表 — obeyed by the server and asked by the screens for the buttons they offer; any other step is refused and
 * writes nothing. `lastApproval` is the approval the round ends with. A locked round refuses the steps that `locks` marks.
 * A draft is saved again and again: drafting → drafting. An accepted report is returned only through a reopening.
 */
export const STEPS: Record<ReportStep, StepRule> = {
  save: { from: ['notStarted', 'returned', 'drafting'], to: 'drafting', right: 'report.write', locks: true },
  submit: { from: ['drafting'], to: 'submitted', right: 'report.write', locks: true },
  withdraw: { from: ['submitted'], to: 'drafting', right: 'report.write', locks: true },
  approve: { from: ['submitted'], to: 'approved', right: 'report.approve', locks: false },
  approveDepartment: { from: ['approved'], to: 'departmentApproved', right: 'report.approveDepartment', locks: false },
  approveElsewhere: { from: ['submitted'], to: 'lastApproval', right: 'report.approveElsewhere', locks: false },
  return: { from: ['submitted', 'approved', 'departmentApproved'], to: 'returned', right: 'report.return', locks: false },
  accept: { from: ['approved', 'departmentApproved'], to: 'accepted', right: 'report.accept', locks: false },
  reopen: { from: ['accepted', 'published'], to: 'returned', right: 'report.accept', locks: false },
  publish: { from: ['accepted'], to: 'published', right: 'plan.publish', locks: false },
}
export const REPORT_STEPS = Object.keys(STEPS) as ReportStep[]

/** 手続できない理由 */
export type CannotStep =
  | { kind: 'wrong-state'; state: ReportState; step: ReportStep }
  | { kind: 'not-yours'; step: ReportStep; section: string | null }
  | { kind: 'locked'; since: Day }
  | { kind: 'own-submission' }
  | { kind: 'not-the-submitter'; submittedBy: string | null }
  | { kind: 'department-not-asked' }
  | { kind: 'department-first' }

/** `instead`: the right asked in place of the table's: whoever takes back forms (`form.take`) saves what a section filled in. */
export type StepQuestion = Standing & { round: Round; item: RoundItem; instead?: Right }

/** 手続を進める — the state it leads to, or why not: the one question that server and screens ask. */
export function stepReport(step: ReportStep, { round, item, instead, ...standing }: StepQuestion): Result<ReportState, CannotStep> {
  const rule = STEPS[step]
  const { person, day } = standing
  if (!may(standing, instead ?? rule.right, item.section)) return no({ kind: 'not-yours', step, section: item.section })
  if (step === 'reopen' && isShutOut(round, item, day)) return ok(item.state)
  if (!rule.from.includes(item.state)) return no({ kind: 'wrong-state', state: item.state, step })
  if (rule.locks && isLocked(round, item, day)) return no({ kind: 'locked', since: round.lockOn ?? round.dueSection })
  if (step === 'withdraw' && item.submittedBy !== person.login) return no({ kind: 'not-the-submitter', submittedBy: item.submittedBy })
  if ((step === 'approve' || step === 'approveDepartment') && round.separation && item.submittedBy === person.login)
    return no({ kind: 'own-submission' })
  if (step === 'approveDepartment' && !round.departmentApproval) return no({ kind: 'department-not-asked' })
  if (step === 'accept' && round.departmentApproval !== (item.state === 'departmentApproved')) return no({ kind: 'department-first' })
  return ok(rule.to === 'lastApproval' ? (round.departmentApproval ? 'departmentApproved' : 'approved') : rule.to)
}

/** 締切の例外 — a report that was not submitted before the lock is reopened as it stands, with a reason and an end. */
export const isShutOut = (round: Round, item: RoundItem, day: Day): boolean =>
  STEPS.save.from.includes(item.state) && isLocked(round, item, day)

/** できる手続 — the flags from which a screen draws its buttons. */
export const stepsFor = (asked: StepQuestion): ReportStep[] => REPORT_STEPS.filter((step) => stepReport(step, asked).ok)
