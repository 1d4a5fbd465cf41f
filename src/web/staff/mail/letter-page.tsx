import type { ReactNode } from 'react'
import { Definitions, Table } from '../../../kit/table.tsx'
import { type MessageOrder, ordersFor } from '../../../reform/message.ts'
import { sentText } from '../../../report/wording-mail.ts'
import { messageKindNames, messageStateNames, orderNames, outboxRefusalText, outboxWords } from '../../../report/wording-outbox.ts'
import { dateTimeText } from '../../../report/wording-reporting.ts'
import { peopleOf } from '../../../store/account.ts'
import { type MessageTo, messageById, type OrderGiven, ordersOf } from '../../../store/outbox-reading.ts'
import { dayName } from '../../../vocabulary/calendar-day.ts'
import { giveOrder } from '../../../workflows/order-message.ts'
import { MACHINE } from '../../../workflows/send-outbox.ts'
import { paths } from '../../paths.ts'
import { Refusal, StaffFrame } from '../frame.tsx'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'
import { LetterBadge } from './letter-badge.tsx'
import { pageOf } from './page-of.ts'

/** 一通の文 — as it is sent, how far its delivery is, and what can be done about it. */
export const letter = (staff: Staff): Promise<Response> => show(staff, null)

async function show(staff: Staff, refusal: string | null): Promise<Response> {
  const found = await staff.store.reading(staff.code, async (db) => {
    const message = await messageById(db, staff.param('id'))
    return message && { message, orders: await ordersOf(db, message.id), people: await peopleOf(db) }
  })
  if (!found) return refused(staff, outboxWords.missing, 404)
  const nameOf = (login: string): string =>
    login === MACHINE ? outboxWords.machine : (found.people.find((one) => one.login === login)?.name ?? login)
  return staff.show(<LetterPage staff={staff} {...found} nameOf={nameOf} refusal={refusal} />, refusal === null ? 200 : 409)
}

/** 送り直し, 届いたことの確認 */
export const ordered =
  (order: MessageOrder) =>
  async (staff: Staff): Promise<Response> => {
    const said = { message: staff.param('id'), order, sends: staff.options.mail ?? false }
    const given = await giveOrder(staff.store, said, staff.act('mail.manage'))
    return given.ok ? staff.go(paths.staff.digest(staff.code, said.message)) : show(staff, outboxRefusalText(given.problem))
  }

/** What arrives, or would arrive. */
export const wholeText = (staff: Staff, message: MessageTo): string =>
  sentText(message.body, { municipality: staff.municipality.name, page: pageOf(staff.options.url ?? null, staff.code, message) })

type Said = {
  staff: Staff
  message: MessageTo
  orders: OrderGiven[]
  nameOf: (login: string) => string
  refusal: string | null
}

function LetterPage({ staff, message, orders, nameOf, refusal }: Said): ReactNode {
  const { code } = staff
  const crumbs = [
    { name: outboxWords.title, href: `${paths.staff.outbox(code)}?day=${message.day}` },
    { name: message.subject, href: paths.staff.digest(code, message.id) },
  ]
  return (
    <StaffFrame staff={staff} title={message.subject} crumbs={crumbs}>
      <h1>{message.subject}</h1>
      {refusal && (
        <Refusal>
          <p>{refusal}</p>
        </Refusal>
      )}
      <Delivery message={message} nameOf={nameOf} />
      <Orders staff={staff} message={message} />
      <h2>{outboxWords.text}</h2>
      <pre className="letter">{wholeText(staff, message)}</pre>
      <p>
        <a href={paths.staff.letterText(code, message.id)}>{outboxWords.downloadOne}</a>
      </p>
      {orders.length > 0 && <Given orders={orders} nameOf={nameOf} />}
    </StaffFrame>
  )
}

function Delivery({ message, nameOf }: Pick<Said, 'message' | 'nameOf'>): ReactNode {
  const { toName, toMail, kind, day, createdAt, madeBy, state, attempts, nextAttemptAt, sentAt, lastError, messageId } = message
  const made = `${dateTimeText(createdAt)}　${nameOf(madeBy)}`
  const tried = attempts > 0 ? `${attempts}回` : 'なし'
  const items: [string, ReactNode][] = [
    ['状態', <LetterBadge key="state" state={state} />],
    ['宛名', toName],
    ['宛先', toMail ?? outboxWords.noAddress],
    ['種類', `${messageKindNames[kind]}　${dayName(day)}`],
    ['作成', made],
    ['送った回数', tried],
    ...(state === 'queued' && nextAttemptAt ? [['次に送る時刻', dateTimeText(nextAttemptAt)] as [string, ReactNode]] : []),
    ...(sentAt ? [['送信', dateTimeText(sentAt)] as [string, ReactNode]] : []),
    ...(lastError ? [['送れなかった理由', lastError] as [string, ReactNode]] : []),
    ...(messageId ? [['Message-ID', <code key="id">{messageId}</code>] as [string, ReactNode]] : []),
  ]
  return <Definitions items={items} />
}

function Orders({ staff, message }: Pick<Said, 'staff' | 'message'>): ReactNode {
  const orders = ordersFor({ ...message, toMail: message.toMail }).filter((order) => order !== 'send-again' || staff.options.mail)
  if (orders.length === 0) return null
  const hrefs: Record<MessageOrder, string> = {
    'send-again': paths.staff.resend(staff.code, message.id),
    arrived: paths.staff.arrival(staff.code, message.id),
  }
  return (
    <>
      {message.state === 'unknown' && <p className="notice">{outboxWords.mayHaveArrived}</p>}
      <div className="actions">
        {orders.map((order) => (
          <form key={order} method="post" action={hrefs[order]}>
            <button type="submit" className={order === 'send-again' ? undefined : 'second'}>
              {message.state === 'reading-only' && order === 'send-again' ? '送る' : orderNames[order]}
            </button>
          </form>
        ))}
      </div>
    </>
  )
}

const Given = ({ orders, nameOf }: Pick<Said, 'orders' | 'nameOf'>): ReactNode => (
  <>
    <h2>{outboxWords.orders}</h2>
    <Table
      caption={outboxWords.orders}
      captionUnseen
      rows={orders}
      keyOf={(_, place) => String(place)}
      columns={[
        { header: '日時', cell: ({ at }) => dateTimeText(at) },
        { header: 'したこと', names: true, cell: ({ order }) => orderNames[order] },
        { header: 'その前の状態', cell: ({ before }) => messageStateNames[before] },
        { header: '職員', cell: ({ by }) => nameOf(by) },
      ]}
    />
  </>
)
