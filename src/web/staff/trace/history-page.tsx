import type { ReactNode } from 'react'
import { Pager } from '../../../kit/pager.tsx'
import type { PlanFamilyId, RecordId } from '../../../reform/record-id.ts'
import { type HistoryAct, type HistoryNames, initiativeHistory } from '../../../report/initiative-history.ts'
import { historyWords } from '../../../report/wording-history.ts'
import { namesOf } from '../../../store/account.ts'
import { documentsWith, historyOf, type NamedThing, namesAround } from '../../../store/history.ts'
import { paths } from '../../paths.ts'
import { StaffFrame } from '../frame.tsx'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'
import { HistoryLines } from './lines.tsx'

const SIZE = 20

/** 取組の変更の履歴 — a report that this person may not read leaves no trace of its content here either. */
export async function initiativeHistoryPage(staff: Staff): Promise<Response> {
  const family = staff.param('family') as PlanFamilyId
  const initiative = staff.param('id') as RecordId
  const page = Math.max(1, Number.parseInt(staff.query('page'), 10) || 1)
  const found = await staff.store.reading(staff.code, async (db) => {
    const things = await namesAround(db, family, initiative)
    // null is no section: only who may read everything reads what has no owner
    const items = staff.may('report.read', null) ? null : readable(staff, things)
    const history = await historyOf(db, { family, initiative, items, page, size: SIZE })
    return { things, history, names: await namesOf(db), documents: await documentsWith(db, history.acts) }
  })
  const title = found.things.find(({ kind }) => kind === 'initiative')?.name ?? null
  if (title === null && found.history.acts.length === 0) return refused(staff, historyWords.noSuch, 404)
  const person = (login: string): string | null => found.names.get(login) ?? null
  const names: HistoryNames = {
    person,
    // the page is about one initiative: its own name would stand in every line
    id: (id) => found.things.find((one) => one.id === id && one.kind !== 'initiative')?.name || person(id),
    documents: (at) => found.documents.get(at.getTime()) ?? [],
  }
  const { pages } = found.history
  const here = paths.staff.initiativeHistory(staff.code, family, initiative)
  return staff.show(
    <HistoryPage
      staff={staff}
      title={title ?? historyWords.gone}
      here={here}
      plan={{ name: found.things.find(({ kind }) => kind === 'plan')?.name ?? '', href: paths.staff.plan(staff.code, family) }}
      initiative={title === null ? null : paths.staff.initiative(staff.code, family, initiative)}
      acts={initiativeHistory(found.history.acts, names)}
      pager={<Pager label={historyWords.pages} here={page} pages={pagesOf(pages, here)} />}
    />,
  )
}

const readable = (staff: Staff, things: readonly NamedThing[]): string[] =>
  things.filter(({ kind, section }) => kind === 'item' && staff.may('report.read', section)).map(({ id }) => id)

const pagesOf = (pages: number, here: string): { number: number; href: string }[] =>
  Array.from({ length: pages }, (_, nth) => ({ number: nth + 1, href: nth === 0 ? here : `${here}?page=${nth + 1}` }))

type Said = {
  staff: Staff
  title: string
  here: string
  plan: { name: string; href: string }
  initiative: string | null
  acts: readonly HistoryAct[]
  pager: ReactNode
}

function HistoryPage({ staff, title, here, plan, initiative, acts, pager }: Said): ReactNode {
  const crumbs = [plan, ...(initiative ? [{ name: title, href: initiative }] : []), { name: historyWords.title, href: here }]
  return (
    <StaffFrame staff={staff} title={`${title}の${historyWords.title}`} crumbs={crumbs}>
      <h1>
        {historyWords.title} <small>{title}</small>
      </h1>
      <p>{historyWords.lead}</p>
      {acts.length === 0 ? <p className="none">{historyWords.nothing}</p> : <Acts acts={acts} />}
      {pager}
    </StaffFrame>
  )
}

const Acts = ({ acts }: { acts: readonly HistoryAct[] }): ReactNode => (
  <ol className="history">
    {acts.map((act) => (
      <li key={act.key}>
        <h2>{act.headline}</h2>
        <p className="by">
          <time dateTime={act.at.toISOString()}>{act.when}</time>
          <span>{act.who}</span>
        </p>
        {act.why && <p className="why">{historyWords.why(act.why)}</p>}
        <Lines act={act} />
      </li>
    ))}
  </ol>
)

function Lines({ act }: { act: HistoryAct }): ReactNode {
  if (act.lines.length === 0) return null
  const table = <HistoryLines caption={`${act.when}の${act.headline}`} lines={act.lines} />
  if (!act.folded) return table
  return (
    <details>
      <summary>{historyWords.more(act.lines.length)}</summary>
      {table}
    </details>
  )
}
