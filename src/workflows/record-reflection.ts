import type { Act } from '../reform/act.ts'
import type { BudgetReflection } from '../reform/budget-reflection.ts'
import { decidedBy } from '../reform/decided.ts'
import type { EditFault } from '../reform/edit-rows.ts'
import { readReflection, type TypedTexts } from '../reform/following-said.ts'
import { basisOf } from '../reform/plan-edit.ts'
import type { PlanFamilyId, RecordId } from '../reform/record-id.ts'
import { may, type Standing } from '../reform/rights.ts'
import { asksReflection } from '../reform/scale.ts'
import type { Store } from '../store/database.ts'
import { reflectionsOf, saveReflection } from '../store/improvement.ts'
import { judgementsOf } from '../store/judgement.ts'
import { loadOutline } from '../store/record-excerpt.ts'
import { scalesOf } from '../store/scale.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { standingOf } from './standing.ts'

export type CannotRecordReflection =
  | { kind: 'not-allowed' }
  | { kind: 'not-found' }
  | { kind: 'not-asked' }
  | { kind: 'faults'; faults: EditFault[] }
  | { kind: 'changed-meanwhile'; now: BudgetReflection | null }

export type ReflectionTyped = { initiative: string; fiscalYear: number; basis: string; typed: TypedTexts }

/** 予算反映を記録してよいか — the people of any section of the initiative, the finance officer and the office. */
export const mayReflect = (standing: Standing, sections: readonly { name: string }[]): boolean =>
  sections.length === 0 ? may(standing, 'reflection.record', null) : sections.some(({ name }) => may(standing, 'reflection.record', name))

/** 予算反映を記録する — for the decision that holds now; what was recorded for an earlier one is written anew with its word. */
export async function recordReflection(
  store: Store,
  family: PlanFamilyId,
  { initiative, fiscalYear, basis, typed }: ReflectionTyped,
  act: Act,
): Promise<Result<BudgetReflection, CannotRecordReflection>> {
  return store.writing(act, async (tx): Promise<Result<BudgetReflection, CannotRecordReflection>> => {
    const id = initiative as RecordId
    const it = (await loadOutline(tx, family))?.initiatives.find((one) => one.id === id)
    if (!it) return no({ kind: 'not-found' })
    if (!mayReflect(await standingOf(tx), it.sections)) return no({ kind: 'not-allowed' })
    const decided = decidedBy('decision', await scalesOf(tx, family), await judgementsOf(tx, family, { fiscalYear, initiative: id }))[0]
    if (!decided || !asksReflection(decided.grade)) return no({ kind: 'not-asked' })
    const before = (await reflectionsOf(tx, family)).find((one) => one.initiative === id && one.fiscalYear === fiscalYear) ?? null
    if (basis !== basisOf(before)) return no({ kind: 'changed-meanwhile', now: before })
    const said = readReflection(typed)
    if (!said.ok) return no({ kind: 'faults', faults: said.problem })
    const after: BudgetReflection = { initiative: id, fiscalYear, word: decided.grade.word, ...said.value }
    await saveReflection(tx, family, after)
    return ok(after)
  })
}
