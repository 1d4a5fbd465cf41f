import { sql } from 'kysely'
import type { PlanFamilyId, RecordId } from '../reform/record-id.ts'
import type { ItemSheet, ReportContent } from '../reform/report-content.ts'
import type { ReportState } from '../reform/report-state.ts'
import type { RoundId, RoundItem, RoundItemId } from '../reform/round.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import type { Reader, Tx } from './handles.ts'
import type { Schema } from './schema.ts'
import { storable, storableJson } from './storable.ts'

const toItem = (row: Schema['round_item']): RoundItem => {
  const returned = row.returned as { reason: string; fields: string[]; by: string; at: string } | null
  return {
    id: row.id as RoundItemId,
    round: row.round as RoundId,
    initiative: row.initiative as RecordId,
    parts: row.parts as RecordId[],
    section: row.section,
    position: row.position,
    sheet: row.sheet as ItemSheet,
    state: row.state as ReportState,
    imported: row.imported,
    content: row.content as ReportContent,
    version: row.version,
    savedBy: row.saved_by,
    savedAt: row.saved_at,
    submittedBy: row.submitted_by,
    submittedAt: row.submitted_at,
    submissions: row.submissions,
    returned: returned && { ...returned, at: new Date(returned.at) },
    reopened: row.reopened_until === null ? null : { until: row.reopened_until as Day, reason: row.reopened_reason ?? '' },
    elsewhere: row.elsewhere as RoundItem['elsewhere'],
  }
}

/** 照会の全件 — in the order of the plan. */
export async function itemsOf(db: Reader, round: RoundId): Promise<RoundItem[]> {
  const rows = await db
    .selectFrom('round_item')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .where('round', '=', round)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(toItem)
}

/** 進行中の照会の全件 — the items of every round that is not closed, in one question. */
export async function itemsOfOpenRounds(db: Reader): Promise<RoundItem[]> {
  const rows = await db
    .selectFrom('round_item')
    .innerJoin('round', (join) =>
      join.onRef('round.municipality', '=', 'round_item.municipality').onRef('round.id', '=', 'round_item.round'),
    )
    .selectAll('round_item')
    .where('round_item.municipality', '=', db.municipality)
    .where('round.closed', '=', false)
    .orderBy('round.fiscal_year', 'desc')
    .orderBy('round_item.round')
    .orderBy('round_item.position')
    .orderBy('round_item.id')
    .execute()
  return rows.map(toItem)
}

/** The items of an initiative in every round, the youngest round's first. */
export async function itemsOfInitiative(db: Reader, initiative: RecordId): Promise<RoundItem[]> {
  const rows = await db
    .selectFrom('round_item')
    .innerJoin('round', (join) =>
      join.onRef('round.municipality', '=', 'round_item.municipality').onRef('round.id', '=', 'round_item.round'),
    )
    .selectAll('round_item')
    .where('round_item.municipality', '=', db.municipality)
    .where('round_item.initiative', '=', initiative)
    .orderBy('round.fiscal_year', 'desc')
    .orderBy('round_item.position')
    .execute()
  return rows.map(toItem)
}

export async function itemById(db: Reader, id: RoundItemId): Promise<RoundItem | null> {
  const row = await db
    .selectFrom('round_item')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? toItem(row) : null
}

/** Several at once, by id: for acts on many. */
export async function itemsById(db: Reader, ids: readonly RoundItemId[]): Promise<Map<RoundItemId, RoundItem>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('round_item')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(toItem).map((item) => [item.id, item]))
}

const columnsOf = (item: RoundItem) => ({
  round: item.round as string,
  initiative: item.initiative as string,
  parts: item.parts as string[],
  section: item.section === null ? null : storable(item.section),
  position: item.position,
  sheet: storableJson(item.sheet),
  state: item.state as string,
  imported: item.imported,
  content: storableJson(item.content),
  version: item.version,
  saved_by: item.savedBy,
  saved_at: item.savedAt,
  submitted_by: item.submittedBy,
  submitted_at: item.submittedAt,
  submissions: item.submissions,
  returned: item.returned && storableJson({ ...item.returned, at: item.returned.at.toISOString() }),
  reopened_until: item.reopened?.until ?? null,
  reopened_reason: item.reopened ? storable(item.reopened.reason) : null,
  elsewhere: item.elsewhere && storableJson(item.elsewhere),
})

/** New items of a round, a few hundred in a statement. */
export async function addItems(tx: Tx, items: readonly RoundItem[]): Promise<void> {
  for (let from = 0; from < items.length; from += 200)
    await tx
      .insertInto('round_item')
      .values(items.slice(from, from + 200).map((item) => ({ municipality: tx.municipality, id: item.id, ...columnsOf(item) })))
      .execute()
}

/** Writes what an item is now. The acts of a municipality follow one another, so what was read in the transaction still holds. */
export async function saveItem(tx: Tx, item: RoundItem): Promise<void> {
  await tx.updateTable('round_item').set(columnsOf(item)).where('municipality', '=', tx.municipality).where('id', '=', item.id).execute()
}

/** 対象から外す — an item that nobody has begun; the log keeps what it was. */
export async function removeItem(tx: Tx, id: RoundItemId): Promise<void> {
  await tx.deleteFrom('round_item').where('municipality', '=', tx.municipality).where('id', '=', id).execute()
}

/** 公表済にする — every accepted report of a round, each with its step; answers how many. */
export async function publishAccepted(tx: Tx, round: RoundId): Promise<number> {
  const { rows } = await sql<{ id: string }>`update round_item set state = 'published', version = version + 1
    where municipality = ${tx.municipality} and round = ${round} and state = 'accepted' returning id`.execute(tx)
  const ids = JSON.stringify(rows.map(({ id }) => id))
  if (rows.length > 0)
    await sql`insert into round_step (municipality, item, nth, step, state_before, state_after, by, at)
      select ${tx.municipality}, done.id,
        coalesce((select max(nth) from round_step s where s.municipality = ${tx.municipality} and s.item = done.id), 0) + 1,
        'publish', 'accepted', 'published', ${tx.act.by}, ${tx.act.at}
      from json_array_elements_text(${ids}::json) done(id)`.execute(tx)
  return rows.length
}

/** 公表を待つ報告の数 — by fiscal year, those that are accepted, and those that were reopened and are being put right. */
export type AwaitingEdition = { fiscalYear: number; accepted: number; reopened: number }
export async function awaitingEdition(db: Reader, family: PlanFamilyId): Promise<AwaitingEdition[]> {
  const { rows } = await sql<{ fiscal_year: number; accepted: number; reopened: number }>`select r.fiscal_year,
      (count(*) filter (where i.state = 'accepted'))::integer as accepted,
      (count(*) filter (where i.state not in ('accepted', 'published') and exists (
        select from round_step s where s.municipality = i.municipality and s.item = i.id
          and s.step = 'reopen' and s.state_before in ('accepted', 'published'))))::integer as reopened
    from round r join round_item i on i.municipality = r.municipality and i.round = r.id
    where r.municipality = ${db.municipality} and r.family = ${family}
    group by r.fiscal_year order by r.fiscal_year desc`.execute(db)
  return rows.map(({ fiscal_year, accepted, reopened }) => ({ fiscalYear: fiscal_year, accepted, reopened }))
}
