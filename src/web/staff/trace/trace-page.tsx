import type { ReactNode } from 'react'
import { idsIn, type TraceAct, traceActs } from '../../../report/trace-acts.ts'
import { historyWords } from '../../../report/wording-history.ts'
import { tableNames } from '../../../report/wording-history-tables.ts'
import { traceWords } from '../../../report/wording-trace.ts'
import { namesOf } from '../../../store/account.ts'
import { namesOfThings } from '../../../store/history.ts'
import { tracePage, writersOf } from '../../../store/trace.ts'
import { addDays, type Day, parseDay } from '../../../vocabulary/calendar-day.ts'
import { paths } from '../../paths.ts'
import { Refusal, StaffFrame } from '../frame.tsx'
import { SelectField, TextField } from '../rounds/fields.tsx'
import type { Staff } from '../staff.ts'
import { ChainState, type Verified } from './chain.tsx'
import { HistoryLines } from './lines.tsx'

const SIZE = 50

type Asked = { by: string; day: string; table: string; before: number | null }

/** 変更の記録 — the log of the municipality, and whether it is whole. */
export async function showTrace(staff: Staff, verified: Verified | null, refusal: string | null = null): Promise<Response> {
  const before = Number.parseInt(staff.query('before'), 10)
  const asked: Asked = {
    by: staff.query('by'),
    day: staff.query('day').trim(),
    table: staff.query('table'),
    before: before > 0 && Number.isSafeInteger(before) ? before : null,
  }
  const day = asked.day === '' ? null : parseDay(asked.day)
  const on = day?.ok ? day.value : null
  const found = await staff.store.reading(staff.code, async (db) => {
    const entries = await tracePage(db, {
      by: asked.by || null,
      from: on && startOf(on),
      to: on && startOf(addDays(on, 1)),
      table: asked.table || null,
      before: asked.before,
      limit: SIZE + 1,
    })
    return { entries, names: await namesOf(db), things: await namesOfThings(db, idsIn(entries)), writers: await writersOf(db) }
  })
  const shown = found.entries.slice(0, SIZE)
  const person = (login: string): string | null => found.names.get(login) ?? null
  return staff.show(
    <TracePage
      staff={staff}
      asked={asked}
      fault={day && !day.ok ? traceWords.badDay : null}
      refusal={refusal}
      verified={verified}
      writers={found.writers.map((login) => ({ value: login, name: person(login) ? `${person(login)}（${login}）` : login }))}
      acts={traceActs(shown, person, (id) => found.things.get(id) ?? person(id))}
      older={found.entries.length > SIZE ? (shown.at(-1)?.number ?? null) : null}
    />,
    refusal === null ? 200 : 422,
  )
}

/** The offices' day begins nine hours before that of UTC. */
const startOf = (day: Day): Date => new Date(`${day}T00:00:00+09:00`)

type Said = {
  staff: Staff
  asked: Asked
  fault: string | null
  refusal: string | null
  verified: Verified | null
  writers: { value: string; name: string }[]
  acts: readonly TraceAct[]
  older: number | null
}

function TracePage({ staff, asked, fault, refusal, verified, writers, acts, older }: Said): ReactNode {
  const here = paths.staff.trace(staff.code)
  const asking = new URLSearchParams(Object.entries({ by: asked.by, day: asked.day, table: asked.table }).filter(([, said]) => said !== ''))
  const olderHref = `${here}?${new URLSearchParams([...asking, ['before', String(older)]])}`
  return (
    <StaffFrame staff={staff} title={traceWords.title} crumbs={[{ name: traceWords.title, href: here }]}>
      <h1>{traceWords.title}</h1>
      {refusal !== null && (
        <Refusal>
          <p>{refusal}</p>
        </Refusal>
      )}
      <p>{traceWords.lead}</p>
      <ChainState staff={staff} verified={verified} />
      <h2>{traceWords.caption}</h2>
      <form className="filter" method="get" action={here} aria-label={traceWords.filter}>
        <SelectField name="by" label={traceWords.person} value={asked.by} empty={traceWords.everybody} options={writers} />
        <TextField name="day" label={traceWords.day} value={asked.day} fault={fault} />
        <SelectField name="table" label={traceWords.table} value={asked.table} empty={traceWords.everything} options={TABLES} />
        <div className="buttons">
          <button type="submit">{traceWords.narrow}</button>
          <a href={here}>{traceWords.clear}</a>
        </div>
      </form>
      {acts.length === 0 ? <p className="none">{traceWords.none}</p> : <Acts acts={acts} />}
      <ul className="actions">
        {older !== null && (
          <li>
            <a href={olderHref}>{traceWords.older}</a>
          </li>
        )}
        {asked.before !== null && (
          <li>
            <a href={asking.size > 0 ? `${here}?${asking}` : here}>{traceWords.newest}</a>
          </li>
        )}
      </ul>
    </StaffFrame>
  )
}

const TABLES = Object.entries(tableNames).map(([value, name]) => ({ value, name }))

const Acts = ({ acts }: { acts: readonly TraceAct[] }): ReactNode => (
  <ol className="history">
    {acts.map((act) => (
      <li key={act.key}>
        <h3>{act.headline}</h3>
        <p className="by">
          <time dateTime={act.at.toISOString()}>{act.when}</time>
          <span>{act.who}</span>
          <span>{act.numbers}</span>
        </p>
        {act.why && <p className="why">{historyWords.why(act.why)}</p>}
        {act.lines.length > 0 && (
          <details>
            <summary>{historyWords.more(act.lines.length)}</summary>
            <HistoryLines caption={`${act.when}の${act.headline}`} lines={act.lines} />
          </details>
        )}
      </li>
    ))}
  </ol>
)
