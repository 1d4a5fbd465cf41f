import type { JudgementRule, RuleId, RuleMethod } from '../reform/judgement.ts'
import type { PlanFamilyId } from '../reform/record-id.ts'
import type { RetirementCriterion } from '../reform/retirement.ts'
import type { Scale, ScaleId, ScaleKind } from '../reform/scale.ts'
import type { Reader, Tx } from './handles.ts'
import { storable, storableJson } from './storable.ts'

/** 評価尺度の一覧 — in the plan's order. */
export async function scalesOf(db: Reader, family: PlanFamilyId): Promise<Scale[]> {
  const rows = await db
    .selectFrom('scale')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .where('family', '=', family)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, kind, grades }) => ({
    id: id as ScaleId,
    name,
    kind: kind as ScaleKind,
    grades: grades as Scale['grades'],
  }))
}

export async function saveScale(tx: Tx, family: PlanFamilyId, { id, name, kind, grades }: Scale, position: number): Promise<void> {
  const said = { position, name: storable(name), kind: kind as string, grades: storableJson(grades) }
  await tx
    .insertInto('scale')
    .values({ municipality: tx.municipality, family, id, ...said })
    .onConflict((conflict) => conflict.columns(['municipality', 'family', 'id']).doUpdateSet(said))
    .execute()
}

/** 判定基準の一覧 */
export async function rulesOf(db: Reader, family: PlanFamilyId): Promise<JudgementRule[]> {
  const rows = await db
    .selectFrom('judgement_rule')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .where('family', '=', family)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, scale, method, bands, shares, exempt }) => ({
    id: id as RuleId,
    name,
    scale: scale as ScaleId,
    method: method as RuleMethod,
    bands: bands as JudgementRule['bands'],
    shares: shares as JudgementRule['shares'],
    exempt: exempt as JudgementRule['exempt'],
  }))
}

export async function saveRule(tx: Tx, family: PlanFamilyId, rule: JudgementRule, position: number): Promise<void> {
  const { id, name, scale, method, bands, shares, exempt } = rule
  const said = {
    position,
    name: storable(name),
    scale: scale as string,
    method: method as string,
    bands: storableJson(bands),
    shares: storableJson(shares),
    exempt: storableJson(exempt),
  }
  await tx
    .insertInto('judgement_rule')
    .values({ municipality: tx.municipality, family, id, ...said })
    .onConflict((conflict) => conflict.columns(['municipality', 'family', 'id']).doUpdateSet(said))
    .execute()
}

/** 廃止の基準の一覧 */
export async function criteriaOf(db: Reader, family: PlanFamilyId): Promise<RetirementCriterion[]> {
  const rows = await db
    .selectFrom('retirement_criterion')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .where('family', '=', family)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, rule }) => ({ id, name, rule: rule as RetirementCriterion['rule'] }))
}

export async function saveCriterion(
  tx: Tx,
  family: PlanFamilyId,
  { id, name, rule }: RetirementCriterion,
  position: number,
): Promise<void> {
  const said = { position, name: storable(name), rule: storableJson(rule) }
  await tx
    .insertInto('retirement_criterion')
    .values({ municipality: tx.municipality, family, id, ...said })
    .onConflict((conflict) => conflict.columns(['municipality', 'family', 'id']).doUpdateSet(said))
    .execute()
}

/** 尺度・判定基準・廃止の基準を取り消す — the database refuses it for a scale by which something was judged. */
export async function removeOfJudging(
  tx: Tx,
  family: PlanFamilyId,
  table: 'scale' | 'judgement_rule' | 'retirement_criterion',
  id: string,
): Promise<void> {
  await tx.deleteFrom(table).where('municipality', '=', tx.municipality).where('family', '=', family).where('id', '=', id).execute()
}
