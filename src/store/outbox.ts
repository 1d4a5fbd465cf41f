import { type Selectable, sql } from 'kysely'
import type { Delivery, Message, MessageKind, MessageOrder, MessageState, OutgoingMessage } from '../reform/message.ts'
import type { RoundId, RoundItemId } from '../reform/round.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import type { Tx } from './handles.ts'
import type { Schema } from './schema.ts'
import { storable, storableJson } from './storable.ts'

export const toMessage = (row: Selectable<Schema['outbox']>): Message => ({
  id: row.id,
  kind: row.kind as MessageKind,
  day: row.day as Day,
  toLogin: row.to_login,
  toMail: row.to_mail,
  rounds: row.rounds as RoundId[],
  about: row.about as RoundItemId | null,
  subject: row.subject,
  body: row.body,
  madeBy: row.made_by,
  createdAt: row.created_at,
  state: row.state as MessageState,
  attempts: row.attempts,
  nextAttemptAt: row.next_attempt_at,
  lastError: row.last_error,
  claimedAt: row.claimed_at,
  sentAt: row.sent_at,
  messageId: row.message_id,
})

/**
 * 送信箱に入れる — answers with the keys that were new: what was told under a key is not told again. Whoever has no address, or
 * where nothing is sent at all, gets a letter that can only be read.
 */
export async function addLetters(tx: Tx, letters: readonly OutgoingMessage[], { sends = true } = {}): Promise<string[]> {
  if (letters.length === 0) return []
  const rows = letters.map((letter) => {
    const mail = letter.toMail === null ? null : storable(letter.toMail)
    const queued = sends && mail !== null
    return {
      municipality: tx.municipality,
      id: letter.id,
      kind: letter.kind as string,
      day: letter.day as string,
      to_login: letter.toLogin,
      to_mail: mail,
      rounds: letter.rounds as string[],
      about: letter.about as string | null,
      subject: storable(letter.subject),
      body: storable(letter.body),
      made_by: tx.act.by,
      created_at: tx.act.at,
      state: queued ? 'queued' : 'reading-only',
      next_attempt_at: queued ? tx.act.at : null,
    }
  })
  const added = await tx
    .insertInto('outbox')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['municipality', 'id']).doNothing())
    .returning('id')
    .execute()
  return added.map(({ id }) => id)
}

/**
 * 一通を手に取る — the next letter whose time has come is marked as being sent before anything goes over the line: whoever finds
 * the mark later knows that it may have gone. One at a time, so that a sender that dies leaves one letter in doubt and not a batch.
 * The Message-ID that it gets the first time stays with it.
 */
export async function claimNext(tx: Tx, messageIdOf: (id: string) => string): Promise<Message | null> {
  const next = await tx
    .selectFrom('outbox')
    .select('id')
    .where('municipality', '=', tx.municipality)
    .where('state', '=', 'queued')
    .where('next_attempt_at', '<=', tx.act.at)
    .orderBy('next_attempt_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (!next) return null
  const row = await tx
    .updateTable('outbox')
    .set(({ eb, fn, ref, val }) => ({
      state: 'sending',
      claimed_at: tx.act.at,
      next_attempt_at: null,
      attempts: eb(ref('attempts'), '+', 1),
      message_id: fn.coalesce(ref('message_id'), val(messageIdOf(next.id))),
    }))
    .where('municipality', '=', tx.municipality)
    .where('id', '=', next.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return toMessage(row)
}

/** 結果を記す */
export async function saveDelivery(tx: Tx, id: string, { state, nextAttemptAt, lastError, claimedAt, sentAt }: Delivery): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({
      state,
      next_attempt_at: nextAttemptAt,
      last_error: lastError === null ? null : storable(lastError).slice(0, 1000),
      claimed_at: claimedAt,
      sent_at: sentAt,
    })
    .where('municipality', '=', tx.municipality)
    .where('id', '=', id)
    .execute()
}

/** 送り手のいなくなった一通 — letters that were in the hand before this moment and of which nothing was heard since. */
export async function doubtClaims(tx: Tx, before: Date, reason: string): Promise<number> {
  const rows = await tx
    .updateTable('outbox')
    .set({ state: 'unknown', last_error: reason, claimed_at: null })
    .where('municipality', '=', tx.municipality)
    .where('state', '=', 'sending')
    .where('claimed_at', '<', before)
    .returning('id')
    .execute()
  return rows.length
}

/** 送らない設定 — what waits can only be read; otherwise months of letters would go out on the day mail is set up. */
export async function onlyForReading(tx: Tx): Promise<number> {
  const rows = await tx
    .updateTable('outbox')
    .set({ state: 'reading-only', next_attempt_at: null })
    .where('municipality', '=', tx.municipality)
    .where('state', '=', 'queued')
    .returning('id')
    .execute()
  return rows.length
}

/** 前の日の督促 — an older digest that still waits is overtaken by the day's own: nobody gets two of them in one morning. */
export async function overtakeDigests(tx: Tx, logins: readonly string[], day: Day, reason: string): Promise<void> {
  if (logins.length === 0) return
  await tx
    .updateTable('outbox')
    .set({ state: 'failed', next_attempt_at: null, last_error: reason })
    .where('municipality', '=', tx.municipality)
    .where('kind', '=', 'digest')
    .where('state', '=', 'queued')
    .where('day', '<', day)
    .where('to_login', 'in', logins)
    .execute()
}

export type Ordered = { message: Pick<Message, 'id' | 'state'>; to: MessageState; toMail: string | null }

/** A person's decision over letters: kept with who and when, and each goes to its new state; `toMail` is the address of today. */
export async function obeyOrder(tx: Tx, order: MessageOrder, letters: readonly Ordered[]): Promise<void> {
  const { by, at } = tx.act
  const rows = storableJson(letters.map(({ message, to, toMail }) => ({ id: message.id, before: message.state, to, mail: toMail })))
  const said = sql`json_to_recordset(${rows}::json) as said(id text, before text, "to" text, mail text)`
  await sql`insert into outbox_order (municipality, message, nth, "order", state_before, by, at)
    select ${tx.municipality}, said.id, 1 + (select count(*) from outbox_order given
        where given.municipality = ${tx.municipality} and given.message = said.id), ${order}, said.before, ${by}, ${at.toISOString()}::timestamptz
    from ${said}`.execute(tx)
  await sql`update outbox set state = said."to", to_mail = coalesce(said.mail, to_mail),
      attempts = case said."to" when 'queued' then 0 else attempts end,
      next_attempt_at = case said."to" when 'queued' then ${at.toISOString()}::timestamptz end,
      sent_at = case said."to" when 'sent' then ${at.toISOString()}::timestamptz end
    from ${said} where outbox.municipality = ${tx.municipality} and outbox.id = said.id`.execute(tx)
}
