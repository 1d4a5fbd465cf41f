import type { EvaluationStage, Judgement } from '../reform/judgement.ts'
import type { PlanFamilyId, RecordId } from '../reform/record-id.ts'
import type { ScaleId } from '../reform/scale.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import type { Reader, Tx } from './handles.ts'
import type { Schema } from './schema.ts'
import { storable, storableJson } from './storable.ts'

const toJudgement = (row: Schema['judgement']): Judgement => ({
  id: row.id,
  initiative: row.initiative as RecordId,
  indicator: row.indicator as RecordId | null,
  fiscalYear: row.fiscal_year,
  stage: row.stage as EvaluationStage,
  scale: row.scale as ScaleId,
  proposal: row.proposal as Judgement['proposal'],
  word: row.word,
  reason: row.reason,
  by: row.by,
  on: row.on as Day,
})

/** 評価の一覧 — of a plan family, of one year or one initiative where that is asked. */
export async function judgementsOf(
  db: Reader,
  family: PlanFamilyId,
  { fiscalYear, initiative }: { fiscalYear?: number; initiative?: RecordId } = {},
): Promise<Judgement[]> {
  const rows = await db
    .selectFrom('judgement')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .where('family', '=', family)
    .$if(fiscalYear !== undefined, (query) => query.where('fiscal_year', '=', fiscalYear as number))
    .$if(initiative !== undefined, (query) => query.where('initiative', '=', initiative as string))
    .orderBy('fiscal_year')
    .orderBy('initiative')
    .orderBy('stage')
    .orderBy('id')
    .execute()
  return rows.map(toJudgement)
}

export async function saveJudgement(tx: Tx, family: PlanFamilyId, judgement: Judgement): Promise<void> {
  const { id, initiative, indicator, fiscalYear, stage, scale, proposal, word, reason, by, on } = judgement
  const said = {
    proposal: proposal === null ? null : storableJson(proposal),
    word: storable(word),
    reason: reason === null ? null : storable(reason),
    by,
    on: on as string,
  }
  await tx
    .insertInto('judgement')
    .values({ municipality: tx.municipality, family, id, initiative, indicator, fiscal_year: fiscalYear, stage, scale, ...said })
    .onConflict((conflict) => conflict.columns(['municipality', 'family', 'id']).doUpdateSet(said))
    .execute()
}

export async function removeJudgement(tx: Tx, family: PlanFamilyId, id: string): Promise<void> {
  await tx.deleteFrom('judgement').where('municipality', '=', tx.municipality).where('family', '=', family).where('id', '=', id).execute()
}
