import { sql } from 'kysely'
import type { RoundId } from '../reform/round.ts'
import type { TakeBack, TakeBackId, TakenFile } from '../reform/take-back.ts'
import type { Reader, Tx } from './handles.ts'
import type { Schema } from './schema.ts'
import { storable, storableJson } from './storable.ts'

const toTakeBack = (row: Schema['take_back']): TakeBack => ({
  id: row.id as TakeBackId,
  round: row.round as RoundId,
  takenBy: row.taken_by,
  takenAt: row.taken_at,
  state: row.state as TakeBack['state'],
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  outcome: row.outcome as TakeBack['outcome'],
})
const WITHOUT_OUTCOME = ['municipality', 'id', 'round', 'taken_by', 'taken_at', 'state', 'decided_by', 'decided_at'] as const

/** 回収の一覧 — the youngest first, without what was decided in them. */
export async function takeBacksOf(db: Reader): Promise<(TakeBack & { files: number })[]> {
  const rows = await db
    .selectFrom('take_back')
    .select(WITHOUT_OUTCOME)
    .select((row) =>
      row
        .selectFrom('take_back_file')
        .select(({ fn }) => fn.countAll<string>().as('files'))
        .whereRef('take_back_file.municipality', '=', 'take_back.municipality')
        .whereRef('take_back_file.take_back', '=', 'take_back.id')
        .as('files'),
    )
    .where('municipality', '=', db.municipality)
    .orderBy('taken_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...toTakeBack({ ...row, outcome: null }), files: Number(row.files ?? 0) }))
}

export async function takeBackById(db: Reader, id: TakeBackId): Promise<TakeBack | null> {
  const row = await db
    .selectFrom('take_back')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? toTakeBack(row) : null
}

export type NewFile = Omit<TakenFile, 'read'> & { bytes: Uint8Array; read: TakenFile['read'] }

/** Keeps a batch as it was handed in. A file goes in a statement of its own: twenty of them together would not fit into one. */
export async function addTakeBack(tx: Tx, said: Pick<TakeBack, 'id' | 'round'>, files: readonly NewFile[]): Promise<void> {
  const { municipality, act } = tx
  await tx
    .insertInto('take_back')
    .values({
      municipality,
      id: said.id,
      round: said.round,
      taken_by: act.by,
      taken_at: act.at,
      state: 'reading',
      decided_by: null,
      decided_at: null,
      outcome: null,
    })
    .execute()
  await tx
    .insertInto('take_back_file')
    .values(files.map(({ nth, name, sha256, size }) => ({ municipality, take_back: said.id, nth, name: storable(name), sha256, size })))
    .execute()
  for (const { nth, bytes, read } of files)
    await sql`insert into take_back_content (municipality, take_back, nth, bytes, read)
      values (${municipality}, ${said.id}, ${nth}, ${bytes}::bytea, ${read === null ? null : storableJson(read)}::json)`.execute(tx)
}

/** 回収したファイル — without their bytes. */
export async function filesOf(db: Reader, id: TakeBackId): Promise<TakenFile[]> {
  const rows = await db
    .selectFrom('take_back_file')
    .innerJoin('take_back_content', (join) =>
      join
        .onRef('take_back_content.municipality', '=', 'take_back_file.municipality')
        .onRef('take_back_content.take_back', '=', 'take_back_file.take_back')
        .onRef('take_back_content.nth', '=', 'take_back_file.nth'),
    )
    .select(['take_back_file.nth', 'name', 'sha256', 'size', 'read'])
    .where('take_back_file.municipality', '=', db.municipality)
    .where('take_back_file.take_back', '=', id)
    .orderBy('take_back_file.nth')
    .execute()
  return rows.map(({ nth, name, sha256, size, read }) => ({ nth, name, sha256, size, read: read as TakenFile['read'] }))
}

/** How far the reading has come. */
export async function readingOf(db: Reader, id: TakeBackId): Promise<{ files: number; read: number }> {
  const row = await db
    .selectFrom('take_back_content')
    .select(({ fn }) => [fn.countAll<string>().as('files'), fn.count<string>('read').as('read')])
    .where('municipality', '=', db.municipality)
    .where('take_back', '=', id)
    .executeTakeFirst()
  return { files: Number(row?.files ?? 0), read: Number(row?.read ?? 0) }
}

/** The next files that have not been read, with their bytes. */
export async function unreadFiles(db: Reader, id: TakeBackId, most: number): Promise<{ nth: number; name: string; bytes: Uint8Array }[]> {
  return db
    .selectFrom('take_back_content')
    .innerJoin('take_back_file', (join) =>
      join
        .onRef('take_back_content.municipality', '=', 'take_back_file.municipality')
        .onRef('take_back_content.take_back', '=', 'take_back_file.take_back')
        .onRef('take_back_content.nth', '=', 'take_back_file.nth'),
    )
    .select(['take_back_content.nth', 'name', 'bytes'])
    .where('take_back_content.municipality', '=', db.municipality)
    .where('take_back_content.take_back', '=', id)
    .where('read', 'is', null)
    .orderBy('take_back_content.nth')
    .limit(most)
    .execute()
}

export async function fileBytes(db: Reader, id: TakeBackId, nth: number): Promise<{ name: string; bytes: Uint8Array } | null> {
  const row = await db
    .selectFrom('take_back_file')
    .innerJoin('take_back_content', (join) =>
      join
        .onRef('take_back_content.municipality', '=', 'take_back_file.municipality')
        .onRef('take_back_content.take_back', '=', 'take_back_file.take_back')
        .onRef('take_back_content.nth', '=', 'take_back_file.nth'),
    )
    .select(['name', 'bytes'])
    .where('take_back_file.municipality', '=', db.municipality)
    .where('take_back_file.take_back', '=', id)
    .where('take_back_file.nth', '=', nth)
    .executeTakeFirst()
  return row ?? null
}

export async function saveRead(tx: Tx, id: TakeBackId, nth: number, read: NonNullable<TakenFile['read']>): Promise<void> {
  await tx
    .updateTable('take_back_content')
    .set({ read: storableJson(read) })
    .where('municipality', '=', tx.municipality)
    .where('take_back', '=', id)
    .where('nth', '=', nth)
    .execute()
}

/** Read to the end: what is there now waits for a decision. */
export async function markPending(tx: Tx, id: TakeBackId): Promise<void> {
  await tx
    .updateTable('take_back')
    .set({ state: 'pending' })
    .where('municipality', '=', tx.municipality)
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .execute()
}

/** 取込み済み or 取りやめ, by whoever acts. */
export async function closeTakeBack(
  tx: Tx,
  id: TakeBackId,
  said: { state: 'decided' | 'discarded'; outcome: TakeBack['outcome'] },
): Promise<void> {
  await tx
    .updateTable('take_back')
    .set({
      state: said.state,
      decided_by: tx.act.by,
      decided_at: tx.act.at,
      outcome: said.outcome === null ? null : storableJson(said.outcome),
    })
    .where('municipality', '=', tx.municipality)
    .where('id', '=', id)
    .execute()
}
