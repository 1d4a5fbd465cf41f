import { randomUUID } from 'node:crypto'
import type { Act } from '../reform/act.ts'
import type { EditFault } from '../reform/edit-rows.ts'
import { readCriterion, type TypedTexts } from '../reform/following-said.ts'
import { basisOf } from '../reform/plan-edit.ts'
import type { PlanFamilyId } from '../reform/record-id.ts'
import type { RetirementCriterion } from '../reform/retirement.ts'
import { may } from '../reform/rights.ts'
import type { Scale } from '../reform/scale.ts'
import type { Store } from '../store/database.ts'
import { loadOutline } from '../store/record-excerpt.ts'
import { criteriaOf, removeOfJudging, saveCriterion, scalesOf } from '../store/scale.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { standingOf } from './standing.ts'

export type CannotWriteCriterion =
  | { kind: 'not-allowed' }
  | { kind: 'not-found' }
  | { kind: 'faults'; faults: EditFault[] }
  | { kind: 'changed-meanwhile'; now: RetirementCriterion }

export type CriterionTyped = { id: string | null; basis: string | null; typed: TypedTexts }

/** «尺度の識別子 評語» of every word that a rule may name. */
export const wordChoices = (scales: readonly Scale[]): { value: string; label: string }[] =>
  scales.flatMap(({ id, name, grades }) => grades.map(({ word }) => ({ value: `${id} ${word}`, label: `${name}：${word}` })))

/** 廃止の基準を書く */
export async function writeCriterion(
  store: Store,
  family: PlanFamilyId,
  { id, basis, typed }: CriterionTyped,
  act: Act,
): Promise<Result<RetirementCriterion, CannotWriteCriterion>> {
  return store.writing(act, async (tx): Promise<Result<RetirementCriterion, CannotWriteCriterion>> => {
    if (!may(await standingOf(tx), 'evaluation.manage')) return no({ kind: 'not-allowed' })
    if (!(await loadOutline(tx, family))) return no({ kind: 'not-found' })
    const present = await criteriaOf(tx, family)
    const before = present.find((one) => one.id === id)
    if (id !== null && !before) return no({ kind: 'not-found' })
    if (before && basis !== basisOf(before)) return no({ kind: 'changed-meanwhile', now: before })
    const said = readCriterion(typed, new Set(wordChoices(await scalesOf(tx, family)).map(({ value }) => value)))
    if (!said.ok) return no({ kind: 'faults', faults: said.problem })
    const after: RetirementCriterion = { id: before?.id ?? randomUUID(), ...said.value }
    await saveCriterion(tx, family, after, before ? present.indexOf(before) : present.length)
    return ok(after)
  })
}

/** 廃止の基準を取り消す — as it was seen. */
export async function removeCriterion(
  store: Store,
  family: PlanFamilyId,
  { id, basis }: { id: string; basis: string },
  act: Act,
): Promise<Result<void, CannotWriteCriterion>> {
  return store.writing(act, async (tx): Promise<Result<void, CannotWriteCriterion>> => {
    if (!may(await standingOf(tx), 'evaluation.manage')) return no({ kind: 'not-allowed' })
    const now = (await criteriaOf(tx, family)).find((one) => one.id === id)
    if (!now) return no({ kind: 'not-found' })
    if (basis !== basisOf(now)) return no({ kind: 'changed-meanwhile', now })
    await removeOfJudging(tx, family, 'retirement_criterion', id)
    return ok(undefined)
  })
}
