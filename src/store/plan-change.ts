import type { PlanFamilyId, RecordId } from '../reform/record-id.ts'
import type { PlanChange } from '../reform/report-content.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import type { Reader, Tx } from './handles.ts'
import type { Schema } from './schema.ts'
import { storable } from './storable.ts'

const toChange = (row: Schema['plan_change']): PlanChange => ({
  id: row.id,
  initiative: row.initiative as RecordId,
  kind: row.kind as PlanChange['kind'],
  of: row.of,
  before: row.before,
  after: row.after,
  reason: row.reason,
  proposedBy: row.proposed_by,
  proposedAt: row.proposed_at,
  item: row.item,
  state: row.state as PlanChange['state'],
  decidedBy: row.decided_by,
  decidedOn: row.decided_on as Day | null,
  decisionReason: row.decision_reason,
})

/** 計画の見直しの一覧 — of a plan family, or of one initiative of it; the oldest first. */
export async function planChangesOf(db: Reader, family: PlanFamilyId, initiative?: RecordId): Promise<PlanChange[]> {
  const rows = await db
    .selectFrom('plan_change')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .where('family', '=', family)
    .$if(initiative !== undefined, (query) => query.where('initiative', '=', initiative as string))
    .orderBy('proposed_at')
    .orderBy('id')
    .execute()
  return rows.map(toChange)
}

/** 決定を待つ見直しの件数 — by plan family, those without any left out. */
export async function openPlanChanges(db: Reader): Promise<{ family: PlanFamilyId; count: number }[]> {
  const rows = await db
    .selectFrom('plan_change')
    .select(({ fn }) => ['family', fn.countAll().as('count')])
    .where('municipality', '=', db.municipality)
    .where('state', '=', 'proposed')
    .groupBy('family')
    .orderBy('family')
    .execute()
  return rows.map(({ family, count }) => ({ family: family as PlanFamilyId, count: Number(count) }))
}

export async function planChangeById(db: Reader, id: string): Promise<(PlanChange & { family: PlanFamilyId }) | null> {
  const row = await db
    .selectFrom('plan_change')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { ...toChange(row), family: row.family as PlanFamilyId } : null
}

export async function savePlanChange(tx: Tx, family: PlanFamilyId, change: PlanChange): Promise<void> {
  const said = {
    kind: change.kind as string,
    of: change.of,
    before: change.before === null ? null : storable(change.before),
    after: storable(change.after),
    reason: storable(change.reason),
    state: change.state as string,
    decided_by: change.decidedBy,
    decided_on: change.decidedOn as string | null,
    decision_reason: change.decisionReason === null ? null : storable(change.decisionReason),
  }
  const { id, initiative, proposedBy, proposedAt, item } = change
  await tx
    .insertInto('plan_change')
    .values({ municipality: tx.municipality, id, family, initiative, proposed_by: proposedBy, proposed_at: proposedAt, item, ...said })
    .onConflict((conflict) => conflict.columns(['municipality', 'id']).doUpdateSet(said))
    .execute()
}
