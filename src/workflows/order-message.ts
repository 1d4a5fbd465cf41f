import type { Person } from '../reform/account.ts'
import type { Act } from '../reform/act.ts'
import { type CannotOrder, type MessageOrder, orderMessage } from '../reform/message.ts'
import { may } from '../reform/rights.ts'
import { deliveryWords } from '../report/wording-mail.ts'
import { peopleOf } from '../store/account.ts'
import type { Store } from '../store/database.ts'
import { type Ordered, obeyOrder } from '../store/outbox.ts'
import { type MessageTo, messageById, problemMessages } from '../store/outbox-reading.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import type { NotFound } from './save-report.ts'
import { standingOf } from './standing.ts'

export type CannotOrderMessage = NotFound | CannotOrder | { kind: 'not-allowed' } | { kind: 'mail-not-set-up' }

/** 一通について決める — send it again (to the address that the person has now), or: it arrived. */
export async function giveOrder(
  store: Store,
  said: { message: string; order: MessageOrder; sends: boolean },
  act: Act,
): Promise<Result<MessageTo, CannotOrderMessage>> {
  return store.writing(act, async (tx): Promise<Result<MessageTo, CannotOrderMessage>> => {
    if (!may(await standingOf(tx), 'mail.manage')) return no({ kind: 'not-allowed' })
    const message = await messageById(tx, said.message)
    if (!message) return no({ kind: 'not-found', id: said.message })
    const ordered = orderedOf(await peopleOf(tx), message, said)
    if (!ordered.ok) return ordered
    await obeyOrder(tx, said.order, [ordered.value])
    return ok({ ...message, state: ordered.value.to, toMail: ordered.value.toMail })
  })
}

/** 送れなかったものをまとめて送り直す — those that failed; what may have arrived is decided one by one. */
export async function sendFailedAgain(store: Store, said: { sends: boolean }, act: Act): Promise<Result<number, CannotOrderMessage>> {
  return store.writing(act, async (tx): Promise<Result<number, CannotOrderMessage>> => {
    if (!may(await standingOf(tx), 'mail.manage')) return no({ kind: 'not-allowed' })
    if (!said.sends) return no({ kind: 'mail-not-set-up' })
    const people = await peopleOf(tx)
    const again = (await problemMessages(tx, 1000)).flatMap((message) => {
      // a newer digest has told the same
      if (message.state !== 'failed' || message.lastError === deliveryWords.overtaken) return []
      const ordered = orderedOf(people, message, { order: 'send-again', sends: true })
      return ordered.ok ? [ordered.value] : []
    })
    if (again.length > 0) await obeyOrder(tx, 'send-again', again)
    return ok(again.length)
  })
}

function orderedOf(
  people: readonly Person[],
  message: MessageTo,
  { order, sends }: { order: MessageOrder; sends: boolean },
): Result<Ordered, CannotOrderMessage> {
  if (order === 'send-again' && !sends) return no({ kind: 'mail-not-set-up' })
  const toMail = people.find(({ login }) => login === message.toLogin)?.mail ?? message.toMail
  const to = orderMessage(order, { ...message, toMail })
  return to.ok ? ok({ message, to: to.value, toMail }) : to
}
