import type { Message, MessageKind, MessageOrder, MessageState } from '../reform/message.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import type { Reader } from './handles.ts'
import { toMessage } from './outbox.ts'

/** 送信箱の数 — of one day, kind and state. */
export type OutboxCount = { day: Day; kind: MessageKind; state: MessageState; count: number }
export type OrderGiven = { order: MessageOrder; before: MessageState; by: string; at: Date }
/** 宛名 — the letter with the name of whoever it is for */
export type MessageTo = Message & { toName: string }

export async function messageById(db: Reader, id: string): Promise<MessageTo | null> {
  return (await letters(db, (query) => query.where('outbox.id', '=', id)))[0] ?? null
}

/** 一日の送信箱 — in the order of the logins. */
export const messagesOfDay = (db: Reader, day: Day, limit = 1000): Promise<MessageTo[]> =>
  letters(db, (query) => query.where('outbox.day', '=', day).orderBy('to_login').orderBy('created_at').limit(limit))

/** 送信の問題 — of every day, the youngest first: what failed and what may or may not have arrived. */
export const problemMessages = (db: Reader, limit = 100): Promise<MessageTo[]> =>
  letters(db, (query) =>
    query.where('outbox.state', 'in', ['failed', 'unknown']).orderBy('created_at', 'desc').orderBy('outbox.id').limit(limit),
  )

/** The counts of the last days on which anything was written. */
export async function outboxCounts(db: Reader, from: Day): Promise<OutboxCount[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(({ fn }) => ['day', 'kind', 'state', fn.countAll().as('count')])
    .where('municipality', '=', db.municipality)
    .where('day', '>=', from)
    .groupBy(['day', 'kind', 'state'])
    .orderBy('day', 'desc')
    .orderBy('kind')
    .orderBy('state')
    .execute()
  return rows.map(({ day, kind, state, count }) => ({
    day: day as Day,
    kind: kind as MessageKind,
    state: state as MessageState,
    count: Number(count),
  }))
}

export async function ordersOf(db: Reader, message: string): Promise<OrderGiven[]> {
  const rows = await db
    .selectFrom('outbox_order')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .where('message', '=', message)
    .orderBy('nth')
    .execute()
  return rows.map(({ order, state_before, by, at }) => ({ order: order as MessageOrder, before: state_before as MessageState, by, at }))
}

const lettersOf = (db: Reader) =>
  db
    .selectFrom('outbox')
    .innerJoin('account', (join) =>
      join.onRef('account.municipality', '=', 'outbox.municipality').onRef('account.login', '=', 'outbox.to_login'),
    )
    .selectAll('outbox')
    .select('account.name as to_name')
    .where('outbox.municipality', '=', db.municipality)

type Asking = ReturnType<typeof lettersOf>

async function letters(db: Reader, asked: (query: Asking) => Asking): Promise<MessageTo[]> {
  const rows = await asked(lettersOf(db)).execute()
  return rows.map((row) => ({ ...toMessage(row), toName: row.to_name }))
}
