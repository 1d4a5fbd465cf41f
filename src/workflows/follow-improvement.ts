import { randomUUID } from 'node:crypto'
import type { Act } from '../reform/act.ts'
import type { EditFault } from '../reform/edit-rows.ts'
import { readImprovement, type TypedTexts } from '../reform/following-said.ts'
import { type CannotStepImprovement, type Improvement, type ImprovementStep, stepImprovement } from '../reform/improvement.ts'
import { leadSection } from '../reform/lead-section.ts'
import { basisOf } from '../reform/plan-edit.ts'
import type { PlanFamilyId, RecordId } from '../reform/record-id.ts'
import { may, type Standing } from '../reform/rights.ts'
import type { Store } from '../store/database.ts'
import { improvementsOf, saveImprovement } from '../store/improvement.ts'
import { loadOutline } from '../store/record-excerpt.ts'
import { dayInJapan } from '../vocabulary/calendar-day.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { standingOf } from './standing.ts'

export type CannotFollowImprovement =
  | CannotStepImprovement
  | { kind: 'not-allowed' }
  | { kind: 'not-found' }
  | { kind: 'faults'; faults: EditFault[] }
  | { kind: 'changed-meanwhile'; now: Improvement }
  | { kind: 'already-open' }

/** 改善計画に手を加えてよいか — the section that it was asked of; to open it again is the office's decision. */
export const mayFollow = (standing: Standing, { section }: Pick<Improvement, 'section'>, step: ImprovementStep): boolean =>
  step === 'reopen' ? may(standing, 'evaluation.manage') : may(standing, 'improvement.write', section)

/** What the form of the plan was drawn from: notes are added beside it and do not disturb it. */
export const improvementBasis = ({ cause, action, due, state }: Improvement): string => basisOf({ cause, action, due, state })

export type StepTyped = { id: string; step: ImprovementStep; basis: string | null; typed: TypedTexts }

/** 改善計画の手続を取る */
export async function followImprovement(
  store: Store,
  family: PlanFamilyId,
  { id, step, basis, typed }: StepTyped,
  act: Act,
): Promise<Result<Improvement, CannotFollowImprovement>> {
  return store.writing(act, async (tx): Promise<Result<Improvement, CannotFollowImprovement>> => {
    const before = (await improvementsOf(tx, family)).find((one) => one.id === id)
    if (!before) return no({ kind: 'not-found' })
    if (!mayFollow(await standingOf(tx), before, step)) return no({ kind: 'not-allowed' })
    const said = readImprovement(typed)
    if (!said.ok) return no({ kind: 'faults', faults: said.problem })
    const after = stepImprovement(before, step, said.value, { on: dayInJapan(act.at), by: act.by })
    if (!after.ok) return after
    if (step === 'write' && basis !== improvementBasis(before)) return no({ kind: 'changed-meanwhile', now: before })
    await saveImprovement(tx, family, after.value)
    return after
  })
}

/** 改善計画を求める — by the office, without a decision 改善. */
export async function openImprovement(
  store: Store,
  family: PlanFamilyId,
  { initiative, fiscalYear }: { initiative: string; fiscalYear: number },
  act: Act,
): Promise<Result<Improvement, CannotFollowImprovement>> {
  return store.writing(act, async (tx): Promise<Result<Improvement, CannotFollowImprovement>> => {
    if (!may(await standingOf(tx), 'evaluation.manage')) return no({ kind: 'not-allowed' })
    const it = (await loadOutline(tx, family))?.initiatives.find(({ id }) => id === initiative)
    if (!it) return no({ kind: 'not-found' })
    const present = await improvementsOf(tx, family)
    if (present.some((one) => one.initiative === it.id && one.fiscalYear === fiscalYear)) return no({ kind: 'already-open' })
    const opened: Improvement = {
      ...{ id: randomUUID(), initiative: it.id as RecordId, fiscalYear, judgement: null, section: leadSection(it.sections) },
      ...{ cause: '', action: '', due: null, state: 'asked', notes: [], closedOn: null, outcome: null },
    }
    await saveImprovement(tx, family, opened)
    return ok(opened)
  })
}
