import { sql } from 'kysely'
import type { CarryOver, CarryOverId, CarryOverState } from '../reform/carry-over.ts'
import type { PlanFamilyId, RecordId } from '../reform/record-id.ts'
import type { Reader, Tx } from './handles.ts'
import type { Schema } from './schema.ts'
import { storable, storableJson } from './storable.ts'

const toCarryOver = (row: Schema['carry_over']): CarryOver => ({
  id: row.id as CarryOverId,
  from: row.from_plan as RecordId,
  title: row.title,
  kind: row.kind,
  period: row.period_from === null || row.period_to === null ? null : { from: row.period_from, to: row.period_to },
  rows: row.rows as CarryOver['rows'],
  targets: row.targets as CarryOver['targets'],
  state: row.state as CarryOverState,
  version: row.version,
  made: row.made as CarryOver['made'],
})

/** 引継ぎの一覧 — of one plan family. */
export async function carryOversOf(db: Reader, family: PlanFamilyId): Promise<CarryOver[]> {
  const rows = await db
    .selectFrom('carry_over')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .where('family', '=', family)
    .orderBy('id')
    .execute()
  return rows.map(toCarryOver)
}

/** Writes it where it still stands in the version that was read (`expected`; 0: new); false: somebody was faster. */
export async function saveCarryOver(tx: Tx, family: PlanFamilyId, carryOver: CarryOver, expected: number): Promise<boolean> {
  const { id, from, title, kind, period, rows, targets, state, made } = carryOver
  const said = {
    from_plan: from as string,
    title: storable(title),
    kind: kind === null ? null : storable(kind),
    period_from: period?.from ?? null,
    period_to: period?.to ?? null,
    rows: storableJson(rows),
    targets: storableJson(targets),
    state: state as string,
    version: expected + 1,
    made: made === null ? null : storableJson(made),
  }
  if (expected === 0) {
    await tx
      .insertInto('carry_over')
      .values({ municipality: tx.municipality, id, family, ...said })
      .execute()
    return true
  }
  const { numUpdatedRows } = await tx
    .updateTable('carry_over')
    .set(said)
    .where('municipality', '=', tx.municipality)
    .where('id', '=', id)
    .where('version', '=', expected)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function removeCarryOver(tx: Tx, id: CarryOverId): Promise<void> {
  await tx.deleteFrom('carry_over').where('municipality', '=', tx.municipality).where('id', '=', id).execute()
}

export async function carryOverById(db: Reader, family: PlanFamilyId, id: CarryOverId): Promise<CarryOver | null> {
  const row = await db
    .selectFrom('carry_over')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .where('family', '=', family)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? toCarryOver(row) : null
}

/** 新しい期を尋ねた照会 — the title of a round that asks about the phase or one of its initiatives; null: none does. */
export async function roundAskingAbout(db: Reader, { plan, initiatives }: NonNullable<CarryOver['made']>): Promise<string | null> {
  const row = await db
    .selectFrom('round')
    .leftJoin('round_item', (join) =>
      join.onRef('round_item.municipality', '=', 'round.municipality').onRef('round_item.round', '=', 'round.id'),
    )
    .select('round.title')
    .where('round.municipality', '=', db.municipality)
    .where((eb) =>
      eb.or([
        eb('round.plan', '=', plan as string),
        eb('round_item.initiative', '=', sql<string>`any(${sql.val([...initiatives])}::text[])`),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return row?.title ?? null
}
