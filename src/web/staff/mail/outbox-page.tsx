import type { ReactNode } from 'react'
import { Table } from '../../../kit/table.tsx'
import { MESSAGE_STATES } from '../../../reform/message.ts'
import { type OutboxDay, outboxDays } from '../../../report/outbox-board.ts'
import { sectionText } from '../../../report/wording-mail.ts'
import {
  dayTitle,
  messageKindNames,
  messageStateNames,
  outboxWords,
  remindedText,
  resendAllText,
  resentText,
} from '../../../report/wording-outbox.ts'
import { dateTimeText } from '../../../report/wording-reporting.ts'
import { peopleOf } from '../../../store/account.ts'
import { type MessageTo, messagesOfDay, outboxCounts, problemMessages } from '../../../store/outbox-reading.ts'
import { addDays, type Day, dayName, parseDay } from '../../../vocabulary/calendar-day.ts'
import { paths } from '../../paths.ts'
import { Done, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import { LetterBadge } from './letter-badge.tsx'
import { WithSection } from './with-section.tsx'

/** so many days are counted: the year of one inquiry */
const DAYS = 370

/** 督促と送信 — what could not be delivered first, then the days, then the letters of one day. */
export async function outbox(staff: Staff): Promise<Response> {
  const asked = parseDay(staff.query('day'))
  const found = await staff.store.reading(staff.code, async (db) => {
    const days = outboxDays(await outboxCounts(db, addDays(staff.standing.day, -DAYS)))
    const day = asked.ok ? asked.value : (days[0]?.day ?? null)
    return {
      days,
      day,
      problems: await problemMessages(db),
      letters: day === null ? [] : await messagesOfDay(db, day),
      people: await peopleOf(db),
    }
  })
  const people = new Map(found.people.map((person) => [person.login, person]))
  const sectionOf: SectionOf = (login, day) => {
    const person = people.get(login)
    return person ? sectionText(person, day, staff.standing.sections) : ''
  }
  return staff.show(<OutboxPage staff={staff} sectionOf={sectionOf} {...found} />)
}

type SectionOf = (login: string, day: Day) => string
type Said = { staff: Staff; sectionOf: SectionOf; days: OutboxDay[]; day: Day | null; problems: MessageTo[]; letters: MessageTo[] }

function OutboxPage({ staff, sectionOf, days, day, problems, letters }: Said): ReactNode {
  const { code } = staff
  return (
    <StaffFrame staff={staff} title={outboxWords.title} crumbs={[{ name: outboxWords.title, href: paths.staff.outbox(code) }]}>
      <h1>{outboxWords.title}</h1>
      <WhatWasDone staff={staff} />
      <p>{outboxWords.lead}</p>
      <p className={staff.options.mail ? undefined : 'notice'}>{staff.options.mail ? outboxWords.mailOn : outboxWords.mailOff}</p>
      <p className="actions">
        <a className="action" href={paths.staff.reminders(code)}>
          {outboxWords.now}
        </a>
        <a href={paths.staff.outboxPreview(code)}>{outboxWords.preview}</a>
      </p>
      <Problems staff={staff} problems={problems} sectionOf={sectionOf} />
      <h2>{outboxWords.byDay}</h2>
      <Days staff={staff} days={days} />
      {day !== null && (
        <>
          <h2 id="day">{dayTitle(day)}</h2>
          {letters.length > 0 && (
            <p>
              <a href={paths.staff.outboxDay(code, day)}>{outboxWords.download}</a>
            </p>
          )}
          <Letters staff={staff} sectionOf={sectionOf} caption={dayTitle(day)} letters={letters} none={outboxWords.missingDay} />
        </>
      )}
    </StaffFrame>
  )
}

function WhatWasDone({ staff }: { staff: Staff }): ReactNode {
  const [what, first, second] = staff.query('done').split('-')
  const [one, other] = [Number(first) || 0, Number(second) || 0]
  if (what === 'made') return <Done>{remindedText(one, other)}</Done>
  return what === 'resent' ? <Done>{resentText(one)}</Done> : null
}

function Problems({ staff, problems, sectionOf }: Pick<Said, 'staff' | 'problems' | 'sectionOf'>): ReactNode {
  const failed = problems.filter(({ state }) => state === 'failed').length
  return (
    <>
      <h2>{outboxWords.problems}</h2>
      {problems.some(({ state }) => state === 'unknown') && <p>{outboxWords.problemsLead}</p>}
      <Letters staff={staff} sectionOf={sectionOf} caption={outboxWords.problems} letters={problems} none={outboxWords.noProblems} why />
      {failed > 0 && staff.options.mail && (
        <form method="post" action={paths.staff.resendFailed(staff.code)}>
          <button type="submit" className="second">
            {resendAllText(failed)}
          </button>
        </form>
      )}
    </>
  )
}

function Days({ staff, days }: { staff: Staff; days: OutboxDay[] }): ReactNode {
  const shown = MESSAGE_STATES.filter((state) => days.some(({ counts }) => counts[state] > 0))
  return (
    <Table
      caption="作った日と状態ごとの数"
      captionUnseen
      rows={days}
      keyOf={({ day }) => day}
      none={outboxWords.never}
      columns={[
        { header: '日', names: true, cell: ({ day }) => <a href={`${paths.staff.outbox(staff.code)}?day=${day}#day`}>{dayName(day)}</a> },
        { header: '全部', numeric: true, cell: ({ total }) => `${total}通` },
        ...shown.map((state) => ({
          header: messageStateNames[state],
          numeric: true,
          cell: ({ counts }: OutboxDay) => `${counts[state]}通`,
        })),
      ]}
    />
  )
}

type LettersSaid = { staff: Staff; sectionOf: SectionOf; caption: string; letters: MessageTo[]; none: string; why?: boolean }

function Letters({ staff, sectionOf, caption, letters, none, why = false }: LettersSaid): ReactNode {
  return (
    <Table
      caption={caption}
      captionUnseen
      rows={letters}
      keyOf={({ id }) => id}
      none={none}
      columns={[
        {
          header: '宛名',
          names: true,
          cell: ({ toName, toLogin, day }) => <WithSection name={toName} section={sectionOf(toLogin, day)} />,
        },
        {
          header: '件名',
          wide: true,
          cell: ({ id, subject, lastError }) => (
            <>
              <a href={paths.staff.digest(staff.code, id)}>{subject}</a>
              {why && lastError && <small className="reason">{lastError}</small>}
            </>
          ),
        },
        { header: '種類', cell: ({ kind }) => messageKindNames[kind] },
        { header: '状態', cell: ({ state }) => <LetterBadge state={state} /> },
        why
          ? { header: '作った日', cell: ({ day }: MessageTo) => dayName(day) }
          : { header: '送信', cell: ({ sentAt }: MessageTo) => (sentAt ? dateTimeText(sentAt) : '－') },
      ]}
    />
  )
}
