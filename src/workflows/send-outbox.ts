import { messageIdFor } from '../mail/compose.ts'
import { openMailer } from '../mail/send.ts'
import type { MailSettings } from '../mail/settings.ts'
import type { Act } from '../reform/act.ts'
import { afterAttempt, type Message } from '../reform/message.ts'
import { deliveryText, deliveryWords, sentText } from '../report/wording-mail.ts'
import { personOf } from '../store/account.ts'
import type { Store } from '../store/database.ts'
import { claimNext, doubtClaims, onlyForReading, saveDelivery } from '../store/outbox.ts'
import type { DeliveryOutcome } from '../vocabulary/delivery.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'

/** the command line reads the settings; the room of the mail is not its neighbour */
export { type MailSettings, readMailSettings } from '../mail/settings.ts'

/** 送る人のないとき — the machine itself acts; it has no account. */
export const MACHINE = 'kaikaku'

export type Post = {
  /** null: nothing is sent, what waits can be read */
  settings: MailSettings | null
  municipality: { code: MunicipalityCode; name: string }
  /** the address of the page that a letter is about; null where the installation's own address is not set */
  pageOf: (letter: Pick<Message, 'kind' | 'about'>) => string | null
  now: () => Date
  /** the process is about to end: the letter in the hand is the last one */
  ending?: () => boolean
}
export type PostResult = { sent: number; later: number; failed: number; unknown: number }

/** A letter is longest in the hand for two minutes; a mark older than this is of a sender that is gone. */
const CLAIM_MINUTES = 10

const actOf = ({ municipality, now }: Post): Act => ({ municipality: municipality.code, by: MACHINE, at: now(), why: '送信' })

/**
 * 行方の分からない一通を示す — what a sender that is gone had in the hand may have arrived or not. `everything`: the caller knows that
 * there is no other sender (the embedded database has one process).
 */
export async function doubtAbandoned(store: Store, post: Post, { everything = false } = {}): Promise<number> {
  const before = new Date(post.now().getTime() - (everything ? -1 : CLAIM_MINUTES * 60_000))
  return store.writing(actOf(post), (tx) => doubtClaims(tx, before, deliveryWords.senderGone))
}

/**
 * 送信箱を空ける — every letter whose time has come: marked as being sent in a transaction of its own, handed to the server, and what
 * became of it written down. When the server cannot be reached the others wait for the next time, untouched.
 */
export async function sendOutbox(store: Store, post: Post): Promise<PostResult> {
  const result: PostResult = { sent: 0, later: 0, failed: 0, unknown: 0 }
  const { settings } = post
  if (settings === null) {
    await store.writing(actOf(post), (tx) => onlyForReading(tx))
    return result
  }
  await doubtAbandoned(store, post)
  const mailer = openMailer(settings)
  const messageIdOf = (id: string) => messageIdFor(`${post.municipality.code} ${id}`, settings)
  try {
    while (!post.ending?.()) {
      const letter = await store.writing(actOf(post), (tx) => claimNext(tx, messageIdOf))
      if (!letter) return result
      const outcome = await mailer.send(await written(store, letter, post))
      const state = await settle(store, letter, outcome, post)
      result[state] += 1
      if (outcome.kind === 'later' && outcome.cause.kind === 'unreachable') return result
    }
    return result
  } finally {
    mailer.close()
  }
}

async function written(store: Store, letter: Message, { municipality, pageOf }: Post) {
  const person = await store.reading(municipality.code, (db) => personOf(db, letter.toLogin))
  return {
    to: { name: person?.name ?? '', address: letter.toMail ?? '' },
    subject: letter.subject,
    text: sentText(letter.body, { municipality: municipality.name, page: pageOf(letter) }),
    messageId: letter.messageId ?? '',
    date: letter.createdAt,
  }
}

async function settle(store: Store, letter: Message, outcome: DeliveryOutcome, post: Post): Promise<keyof PostResult> {
  const at = post.now()
  const delivery = afterAttempt(letter, outcome, { at, reason: reasonOf(outcome) })
  await store.writing({ ...actOf(post), at }, (tx) => saveDelivery(tx, letter.id, delivery))
  return delivery.state === 'queued' ? 'later' : (delivery.state as 'sent' | 'failed' | 'unknown')
}

const reasonOf = (outcome: DeliveryOutcome): string =>
  outcome.kind === 'sent' ? '' : outcome.kind === 'unknown' ? deliveryWords.noAnswer : deliveryText(outcome.cause)
