import { sql } from 'kysely'
import type { ReportContent } from '../reform/report-content.ts'
import type { ReportState } from '../reform/report-state.ts'
import type { ReportStep } from '../reform/report-steps.ts'
import type { RoundId, RoundItemId } from '../reform/round.ts'
import type { Reader, Tx } from './handles.ts'
import { storable, storableJson } from './storable.ts'

/** 手続の記録 — one step of a report as it was taken. */
export type StepTaken = {
  item: RoundItemId
  step: ReportStep
  from: ReportState
  to: ReportState
  by: string
  at: Date
  reason: string | null
  fields: string[]
  document: string | null
  until: string | null
}
export type Submission = { nth: number; content: ReportContent; by: string; at: Date }

export async function addStep(tx: Tx, taken: StepTaken): Promise<void> {
  await tx
    .insertInto('round_step')
    .values(({ selectFrom }) => ({
      municipality: tx.municipality,
      item: taken.item,
      nth: selectFrom('round_step')
        .select(sql<number>`coalesce(max(nth), 0) + 1`.as('next'))
        .where('municipality', '=', tx.municipality)
        .where('item', '=', taken.item),
      step: taken.step,
      state_before: taken.from,
      state_after: taken.to,
      by: taken.by,
      at: taken.at,
      reason: taken.reason === null ? null : storable(taken.reason),
      fields: taken.fields,
      document: taken.document === null ? null : storable(taken.document),
      until: taken.until,
    }))
    .execute()
}

/** The steps of one item, or of all items of a round, in the order in which they were taken. */
export async function stepsOf(db: Reader, of: { item: RoundItemId } | { round: RoundId }): Promise<StepTaken[]> {
  const rows = await db
    .selectFrom('round_step')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .$if('item' in of, (query) => query.where('item', '=', (of as { item: RoundItemId }).item))
    .$if('round' in of, (query) =>
      query.where('item', 'in', (within) =>
        within
          .selectFrom('round_item')
          .select('id')
          .where('municipality', '=', db.municipality)
          .where('round', '=', (of as { round: RoundId }).round),
      ),
    )
    .orderBy('at')
    .orderBy('item')
    .orderBy('nth')
    .execute()
  return rows.map((row) => ({
    item: row.item as RoundItemId,
    step: row.step as ReportStep,
    from: row.state_before as ReportState,
    to: row.state_after as ReportState,
    by: row.by,
    at: row.at,
    reason: row.reason,
    fields: row.fields,
    document: row.document,
    until: row.until,
  }))
}

export async function addSubmission(tx: Tx, item: RoundItemId, { nth, content, by, at }: Submission): Promise<void> {
  await tx
    .insertInto('submission')
    .values({ municipality: tx.municipality, item, nth, content: storableJson(content), by, at })
    .execute()
}

/** 提出の履歴 — the youngest last. */
export async function submissionsOf(db: Reader, item: RoundItemId): Promise<Submission[]> {
  const rows = await db
    .selectFrom('submission')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .where('item', '=', item)
    .orderBy('nth')
    .execute()
  return rows.map(({ nth, content, by, at }) => ({ nth, content: content as ReportContent, by, at }))
}
