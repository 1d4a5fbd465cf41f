import type { ReactNode } from 'react'
import { Table } from '../../../kit/table.tsx'
import type { Round, RoundId } from '../../../reform/round.ts'
import { dutyLines, isOwn } from '../../../report/outbox-board.ts'
import { sectionText } from '../../../report/wording-mail.ts'
import { outboxRefusalText, outboxWords } from '../../../report/wording-outbox.ts'
import { messagesOfDay } from '../../../store/outbox-reading.ts'
import { roundsOf } from '../../../store/round.ts'
import { sendFailedAgain } from '../../../workflows/order-message.ts'
import { type PlannedDigest, remindable, remindNow } from '../../../workflows/remind.ts'
import { paths } from '../../paths.ts'
import { Refusal, StaffFrame } from '../frame.tsx'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'
import { WithSection } from './with-section.tsx'

/** 今すぐ督促を作る — choose the round, then the people. */
export const reminders = (staff: Staff): Promise<Response> => show(staff, { round: staff.query('round'), chosen: null, refusal: null })

export async function remindersSaid(staff: Staff): Promise<Response> {
  const form = await staff.c.req.formData()
  const round = String(form.get('round') ?? '')
  const logins = form.getAll('to').map(String)
  const made = await remindNow(
    staff.store,
    { round: round as RoundId, logins, sends: staff.options.mail ?? false },
    staff.act('mail.manage'),
  )
  if (!made.ok) return show(staff, { round, chosen: logins, refusal: outboxRefusalText(made.problem) })
  const done = `made-${made.value.made.length}-${made.value.already.length}`
  return staff.go(`${paths.staff.outbox(staff.code)}?day=${staff.standing.day}&done=${done}`)
}

/** 送れないものをまとめて送り直す */
export async function resendFailed(staff: Staff): Promise<Response> {
  const sent = await sendFailedAgain(staff.store, { sends: staff.options.mail ?? false }, staff.act('mail.manage'))
  return sent.ok
    ? staff.go(`${paths.staff.outbox(staff.code)}?done=resent-${sent.value}`)
    : refused(staff, outboxRefusalText(sent.problem), 409)
}

type Asked = { round: string; chosen: readonly string[] | null; refusal: string | null }

async function show(staff: Staff, { round: asked, chosen, refusal }: Asked): Promise<Response> {
  const { code, standing } = staff
  const { rounds, today } = await staff.store.reading(code, async (db) => ({
    rounds: (await roundsOf(db)).filter(({ closed, opensOn }) => !closed && opensOn <= standing.day),
    today: (await messagesOfDay(db, standing.day)).filter(({ kind }) => kind === 'digest').map(({ toLogin }) => toLogin),
  }))
  const round = rounds.find(({ id }) => id === asked) ?? rounds[0] ?? null
  const planned = round ? await remindable(staff.store, code, standing.day, round.id) : []
  const page = <RemindPage staff={staff} rounds={rounds} round={round} planned={planned} today={today} chosen={chosen} refusal={refusal} />
  return staff.show(page, refusal === null ? 200 : 422)
}

type Said = {
  staff: Staff
  rounds: Round[]
  round: Round | null
  planned: PlannedDigest[]
  today: string[]
  chosen: readonly string[] | null
  refusal: string | null
}

function RemindPage({ staff, rounds, round, planned, today, chosen, refusal }: Said): ReactNode {
  const { code } = staff
  const here = paths.staff.reminders(code)
  const crumbs = [
    { name: outboxWords.title, href: paths.staff.outbox(code) },
    { name: outboxWords.now, href: here },
  ]
  return (
    <StaffFrame staff={staff} title={outboxWords.now} crumbs={crumbs}>
      <h1>{outboxWords.now}</h1>
      {refusal && (
        <Refusal>
          <p>{refusal}</p>
        </Refusal>
      )}
      <p>{outboxWords.nowLead}</p>
      {round === null ? <p className="none">{outboxWords.noRound}</p> : <Choice here={here} rounds={rounds} round={round} />}
      {round !== null && (
        <form method="post" action={here}>
          <input type="hidden" name="round" value={round.id} />
          <People staff={staff} planned={planned} today={today} chosen={chosen} round={round} />
          {planned.length > 0 && <button type="submit">選んだ人に督促を作る</button>}
        </form>
      )}
    </StaffFrame>
  )
}

function Choice({ here, rounds, round }: { here: string; rounds: Round[]; round: Round }): ReactNode {
  if (rounds.length === 1) return <p>{`照会：${round.title}`}</p>
  return (
    <form method="get" action={here} className="inline">
      <div className="field">
        <label htmlFor="round">照会</label>
        <select id="round" name="round" defaultValue={round.id}>
          {rounds.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="second">
        照会を選ぶ
      </button>
    </form>
  )
}

function People({
  staff,
  planned,
  today,
  chosen,
  round,
}: Pick<Said, 'staff' | 'planned' | 'today' | 'chosen'> & { round: Round }): ReactNode {
  return (
    <Table
      caption={`${round.title}で残りのある人`}
      rows={planned}
      keyOf={({ person }) => person.login}
      none={outboxWords.nowNone}
      columns={[
        {
          header: '選ぶ',
          narrow: true,
          cell: ({ person, duties }) =>
            today.includes(person.login) ? (
              '－'
            ) : (
              <span className="tick">
                <input
                  type="checkbox"
                  id={`to-${person.login}`}
                  name="to"
                  value={person.login}
                  defaultChecked={chosen ? chosen.includes(person.login) : isOwn(duties)}
                />
                <label htmlFor={`to-${person.login}`} className="unseen">{`${person.name}に督促を作る`}</label>
              </span>
            ),
        },
        {
          header: '宛名',
          names: true,
          cell: ({ person, letter }) => (
            <WithSection name={person.name} section={sectionText(person, letter.day, staff.standing.sections)} />
          ),
        },
        {
          header: '残っているもの',
          wide: true,
          cell: ({ duties }) => (
            <ul className="plain">
              {dutyLines(duties).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          ),
        },
        {
          header: '備考',
          cell: ({ person }) =>
            today.includes(person.login) ? outboxWords.todayMade : person.mail === null ? 'メールアドレスの登録なし' : '',
        },
      ]}
    />
  )
}
