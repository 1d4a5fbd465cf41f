import type { EvaluationStage } from '../reform/judgement.ts'
import type { Opinion } from '../reform/opinion.ts'
import type { PlanFamilyId, RecordId } from '../reform/record-id.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import type { Reader, Tx } from './handles.ts'
import { storable, storableJson } from './storable.ts'

/** 意見と対応の一覧 */
export async function opinionsOf(db: Reader, family: PlanFamilyId): Promise<Opinion[]> {
  const rows = await db
    .selectFrom('opinion')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .where('family', '=', family)
    .orderBy('fiscal_year')
    .orderBy('said_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    initiative: row.initiative as RecordId | null,
    fiscalYear: row.fiscal_year,
    stage: row.stage as EvaluationStage,
    from: row.from,
    text: row.text,
    saidOn: row.said_on as Day | null,
    response: row.response as Opinion['response'],
  }))
}

export async function saveOpinion(tx: Tx, family: PlanFamilyId, opinion: Opinion): Promise<void> {
  const { id, initiative, fiscalYear, stage, from, text, saidOn, response } = opinion
  const said = {
    initiative: initiative as string | null,
    fiscal_year: fiscalYear,
    stage: stage as string,
    from: storable(from),
    text: storable(text),
    said_on: saidOn as string | null,
    response: response === null ? null : storableJson(response),
  }
  await tx
    .insertInto('opinion')
    .values({ municipality: tx.municipality, family, id, ...said })
    .onConflict((conflict) => conflict.columns(['municipality', 'family', 'id']).doUpdateSet(said))
    .execute()
}

export async function removeOpinion(tx: Tx, family: PlanFamilyId, id: string): Promise<void> {
  await tx.deleteFrom('opinion').where('municipality', '=', tx.municipality).where('family', '=', family).where('id', '=', id).execute()
}
