import type { Day } from '../vocabulary/calendar-day.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import type { RecordId } from './record-id.ts'

/** 改善計画の状態 — 作成待ち, 取組中, 完了. */
export type ImprovementState = 'asked' | 'running' | 'closed'
export const IMPROVEMENT_STATES: readonly ImprovementState[] = ['asked', 'running', 'closed']

/** カイゼン行動計画 — opened by the decision 改善, followed until it is closed. */
export type Improvement = {
  id: string
  initiative: RecordId
  /** the year of the evaluation that opened it */
  fiscalYear: number
  /** id of the judgement that opened it; null: opened by the office */
  judgement: string | null
  section: string | null
  /** 課題・原因 */
  cause: string
  /** 改善策 */
  action: string
  due: Day | null
  state: ImprovementState
  /** 経過 — the oldest first; what was noted stays */
  notes: { on: Day; by: string; text: string }[]
  closedOn: Day | null
  /** 結果 */
  outcome: string | null
}

/** 改善計画の手続 — 内容を書く, 着手する, 経過を書く, 完了にする, 再開する. */
export type ImprovementStep = 'write' | 'start' | 'note' | 'close' | 'reopen'
export const IMPROVEMENT_STEPS: readonly ImprovementStep[] = ['write', 'start', 'note', 'close', 'reopen']

/** `to` null: the state stays */
const STEPS: Record<ImprovementStep, { from: readonly ImprovementState[]; to: ImprovementState | null }> = {
  write: { from: ['asked', 'running'], to: null },
  start: { from: ['asked'], to: 'running' },
  note: { from: ['running'], to: null },
  close: { from: ['running'], to: 'closed' },
  reopen: { from: ['closed'], to: 'running' }, // 再開: what was closed may prove not to hold
}

/** 次にできる手続 — the screen asks the table that the act obeys. */
export const stepsOfImprovement = ({ state }: Pick<Improvement, 'state'>): ImprovementStep[] =>
  IMPROVEMENT_STEPS.filter((step) => STEPS[step].from.includes(state))

export type ImprovementSaid = { cause: string; action: string; due: Day | null; text: string }
export type CannotStepImprovement =
  | { kind: 'cannot-step'; step: ImprovementStep; state: ImprovementState }
  | { kind: 'incomplete'; missing: ('cause' | 'action' | 'due' | 'text')[] }

/** 手続を取る — refused where the state does not allow it, or where something that it needs is not written. */
export function stepImprovement(
  before: Improvement,
  step: ImprovementStep,
  said: ImprovementSaid,
  { on, by }: { on: Day; by: string },
): Result<Improvement, CannotStepImprovement> {
  const { from, to } = STEPS[step]
  if (!from.includes(before.state)) return no({ kind: 'cannot-step', step, state: before.state })
  const missing = missingFor(before, step, said)
  if (missing.length > 0) return no({ kind: 'incomplete', missing })
  const text = said.text.trim()
  const notes = step === 'note' || step === 'reopen' ? [...before.notes, { on, by, text }] : before.notes
  const written = step === 'write' ? { cause: said.cause.trim(), action: said.action.trim(), due: said.due } : {}
  const closed = step === 'close' ? { closedOn: on, outcome: text } : step === 'reopen' ? { closedOn: null, outcome: null } : {}
  return ok({ ...before, ...written, ...closed, notes, state: to ?? before.state })
}

function missingFor(before: Improvement, step: ImprovementStep, said: ImprovementSaid): ('cause' | 'action' | 'due' | 'text')[] {
  // what runs may be rewritten, but not emptied; what is only asked may be written bit by bit
  const of = step === 'write' && before.state === 'running' ? said : step === 'start' ? before : null
  const plan = of
    ? [of.cause.trim() === '' && ('cause' as const), of.action.trim() === '' && ('action' as const), of.due === null && ('due' as const)]
    : []
  const needsText = step === 'note' || step === 'close' || step === 'reopen'
  return [...plan.filter((one) => one !== false), ...(needsText && said.text.trim() === '' ? (['text'] as const) : [])]
}

/** 何も書かれていないか — only such a plan goes when the decision is changed away from 改善. */
export const isUntouched = ({ state, cause, action, due, notes }: Improvement): boolean =>
  state === 'asked' && cause === '' && action === '' && due === null && notes.length === 0

/** 期限を過ぎたか — until it is closed. */
export const isOverdue = ({ state, due }: Pick<Improvement, 'state' | 'due'>, day: Day): boolean =>
  state !== 'closed' && due !== null && due < day
