import type { BudgetReflection } from '../reform/budget-reflection.ts'
import type { Improvement, ImprovementState } from '../reform/improvement.ts'
import type { PlanFamilyId, RecordId } from '../reform/record-id.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import type { Reader, Tx } from './handles.ts'
import { storable, storableJson } from './storable.ts'

/** カイゼン行動計画の一覧 — the oldest year first. */
export async function improvementsOf(db: Reader, family: PlanFamilyId): Promise<Improvement[]> {
  const rows = await db
    .selectFrom('improvement')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .where('family', '=', family)
    .orderBy('fiscal_year')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    initiative: row.initiative as RecordId,
    fiscalYear: row.fiscal_year,
    judgement: row.judgement,
    section: row.section,
    cause: row.cause,
    action: row.action,
    due: row.due as Day | null,
    state: row.state as ImprovementState,
    notes: row.notes as Improvement['notes'],
    closedOn: row.closed_on as Day | null,
    outcome: row.outcome,
  }))
}

export async function saveImprovement(tx: Tx, family: PlanFamilyId, improvement: Improvement): Promise<void> {
  const { id, initiative, fiscalYear, judgement, section, cause, action, due, state, notes, closedOn, outcome } = improvement
  const said = {
    judgement,
    section,
    cause: storable(cause),
    action: storable(action),
    due: due as string | null,
    state: state as string,
    notes: storableJson(notes),
    closed_on: closedOn as string | null,
    outcome: outcome === null ? null : storable(outcome),
  }
  await tx
    .insertInto('improvement')
    .values({ municipality: tx.municipality, family, id, initiative, fiscal_year: fiscalYear, ...said })
    .onConflict((conflict) => conflict.columns(['municipality', 'family', 'id']).doUpdateSet(said))
    .execute()
}

/** 予算反映の一覧 */
export async function reflectionsOf(db: Reader, family: PlanFamilyId): Promise<BudgetReflection[]> {
  const rows = await db
    .selectFrom('budget_reflection')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .where('family', '=', family)
    .orderBy('fiscal_year')
    .orderBy('initiative')
    .execute()
  return rows.map((row) => ({
    initiative: row.initiative as RecordId,
    fiscalYear: row.fiscal_year,
    word: row.word,
    reflected: row.reflected as BudgetReflection['reflected'],
    none: row.none,
  }))
}

export async function saveReflection(tx: Tx, family: PlanFamilyId, reflection: BudgetReflection): Promise<void> {
  const { initiative, fiscalYear, word, reflected, none } = reflection
  const said = {
    word: storable(word),
    reflected: reflected === null ? null : storableJson(reflected),
    none: none === null ? null : storable(none),
  }
  await tx
    .insertInto('budget_reflection')
    .values({ municipality: tx.municipality, family, initiative, fiscal_year: fiscalYear, ...said })
    .onConflict((conflict) => conflict.columns(['municipality', 'family', 'initiative', 'fiscal_year']).doUpdateSet(said))
    .execute()
}

export async function removeImprovement(tx: Tx, family: PlanFamilyId, id: string): Promise<void> {
  await tx.deleteFrom('improvement').where('municipality', '=', tx.municipality).where('family', '=', family).where('id', '=', id).execute()
}
