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

/** Many in one statement: a form decides 40 at a time. */
export async function saveJudgements(tx: Tx, family: PlanFamilyId, judgements: readonly Judgement[]): Promise<void> {
  if (judgements.length === 0) return
  const rows = judgements.map(({ id, initiative, indicator, fiscalYear, stage, scale, proposal, word, reason, by, on }) => ({
    ...{ municipality: tx.municipality, family, id, initiative, indicator, fiscal_year: fiscalYear, stage, scale },
    proposal: proposal === null ? null : storableJson(proposal),
    word: storable(word),
    reason: reason === null ? null : storable(reason),
    by,
    on: on as string,
  }))
  await tx
    .insertInto('judgement')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['municipality', 'family', 'id']).doUpdateSet((now) => ({
        proposal: now.ref('excluded.proposal'),
        word: now.ref('excluded.word'),
        reason: now.ref('excluded.reason'),
        by: now.ref('excluded.by'),
        on: now.ref('excluded.on'),
      })),
    )
    .execute()
}

export const saveJudgement = (tx: Tx, family: PlanFamilyId, judgement: Judgement): Promise<void> => saveJudgements(tx, family, [judgement])

export async function removeJudgements(tx: Tx, family: PlanFamilyId, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.deleteFrom('judgement').where('municipality', '=', tx.municipality).where('family', '=', family).where('id', 'in', ids).execute()
}
