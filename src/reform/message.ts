import type { Day } from '../vocabulary/calendar-day.ts'
import type { DeliveryOutcome } from '../vocabulary/delivery.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import type { RoundId, RoundItemId } from './round.ts'

/** 送る文の種類 — 督促 (one a person and day, over all rounds), 手続の知らせ (one an item and step). */
export type MessageKind = 'digest' | 'notice'

/** 送信の状態 */
export type MessageState =
  | 'reading-only' // 画面で読むだけ
  | 'queued' // 送信待ち
  | 'sending' // 送信中
  | 'sent' // 送信済
  | 'failed' // 送れない
  | 'unknown' // 送れたか不明
export const MESSAGE_STATES: readonly MessageState[] = ['failed', 'unknown', 'queued', 'sending', 'sent', 'reading-only']

/** 送る文 — as it was written; `id` is its key: what has been written under it is not written again. */
export type OutgoingMessage = {
  id: string
  kind: MessageKind
  /** the day in Japan for which it was made */
  day: Day
  toLogin: string
  /** null: the person has no address, or mail is not set up; the letter can only be read */
  toMail: string | null
  rounds: RoundId[]
  about: RoundItemId | null
  subject: string
  body: string
}

/** 送信箱の一通 — a letter and how far its delivery is. */
export type Message = OutgoingMessage & {
  madeBy: string
  createdAt: Date
  state: MessageState
  /** how often it was handed to the mail server, counted before the hand is stretched out */
  attempts: number
  nextAttemptAt: Date | null
  lastError: string | null
  claimedAt: Date | null
  sentAt: Date | null
  /** the same at every attempt, so that a reader's mail program can know a letter that came twice */
  messageId: string | null
}

/** 再送までの分 — after the first, second, … attempt; after the last one the letter has failed. */
export const RETRY_MINUTES: readonly number[] = [1, 5, 30, 120, 360]

export type Delivery = Pick<Message, 'state' | 'nextAttemptAt' | 'lastError' | 'claimedAt' | 'sentAt'>

/**
 * 送った後の状態 — what becomes of a letter in the hand; `reason` is what the office reads. An unknown outcome is never tried again
 * by itself: the letter may have arrived.
 */
export function afterAttempt(
  { attempts }: Pick<Message, 'attempts'>,
  outcome: DeliveryOutcome,
  { at, reason }: { at: Date; reason: string },
): Delivery {
  const put = { nextAttemptAt: null, claimedAt: null, sentAt: null, lastError: reason }
  switch (outcome.kind) {
    case 'sent':
      return { ...put, state: 'sent', sentAt: at, lastError: null }
    case 'refused':
      return { ...put, state: 'failed' }
    case 'unknown':
      return { ...put, state: 'unknown' }
    case 'later': {
      const minutes = RETRY_MINUTES[attempts - 1]
      if (minutes === undefined) return { ...put, state: 'failed' }
      return { ...put, state: 'queued', nextAttemptAt: new Date(at.getTime() + minutes * 60_000) }
    }
  }
}

/** 送り直し・着いたことの確認 — what a person may decide about a letter. */
export type MessageOrder = 'send-again' | 'arrived'
export type CannotOrder = { kind: 'wrong-message-state'; state: MessageState; order: MessageOrder } | { kind: 'no-address' }

const ORDERS: Record<MessageOrder, { from: readonly MessageState[]; to: MessageState }> = {
  'send-again': { from: ['failed', 'unknown', 'reading-only'], to: 'queued' },
  arrived: { from: ['unknown'], to: 'sent' },
}

/** 指示に従う — the state it leads to, or why not. */
export function orderMessage(order: MessageOrder, message: Pick<Message, 'state' | 'toMail'>): Result<MessageState, CannotOrder> {
  const { from, to } = ORDERS[order]
  if (!from.includes(message.state)) return no({ kind: 'wrong-message-state', state: message.state, order })
  if (order === 'send-again' && message.toMail === null) return no({ kind: 'no-address' })
  return ok(to)
}

/** できる指示 — the buttons that a page offers. */
export const ordersFor = (message: Pick<Message, 'state' | 'toMail'>): MessageOrder[] =>
  (Object.keys(ORDERS) as MessageOrder[]).filter((order) => orderMessage(order, message).ok)
