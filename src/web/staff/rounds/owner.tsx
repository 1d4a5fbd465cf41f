import type { ReactNode } from 'react'
import type { RoundItem, RoundItemId } from '../../../reform/round.ts'
import { ROUND_LISTS, type RoundList } from '../../../report/round-lists.ts'
import { roundRefusalText } from '../../../report/wording-round-refusals.ts'
import { roundWords } from '../../../report/wording-rounds.ts'
import { itemById } from '../../../store/round-item.ts'
import { giveOwner } from '../../../workflows/round-scope.ts'
import { paths } from '../../paths.ts'
import { Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import { itemsAddress } from './addresses.ts'
import { refusedRound, withRound } from './round-of.tsx'
import { textOf } from './typed-round.ts'

/** The sections that exist today; those with others below them are 部 and come last. */
export function sectionsOffered({ standing: { sections, day } }: Staff): string[] {
  const there = sections.filter(({ from, to }) => (from === null || from <= day) && (to === null || day < to))
  const parents = new Set(there.map(({ parent }) => parent))
  return [...new Set(there.toSorted((a, b) => Number(parents.has(a.name)) - Number(parents.has(b.name))).map(({ name }) => name))]
}

type FormSaid = {
  staff: Staff
  round: string
  item: RoundItem
  sections: readonly string[]
  short?: boolean
  /** the list to which one comes back */
  list?: RoundList
}

/** 所管を選ぶ — in the list in one line, on its own page with a reason. */
export function OwnerForm({ staff, round, item, sections, short = false, list = 'noOwner' }: FormSaid): ReactNode {
  const id = `owner-${item.id}`
  return (
    <form method="post" action={paths.staff.roundOwner(staff.code, round, item.id)} className={short ? 'inline' : 'staff'}>
      <input type="hidden" name="list" value={list} />
      <div className="field">
        <label htmlFor={id}>課{short && <span className="unseen">{`：${item.sheet.title}`}</span>}</label>
        <select id={id} name="section" defaultValue={item.section ?? ''}>
          <option value="">選んでください</option>
          {sections.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {!short && (
        <div className="field">
          <label htmlFor={`${id}-why`}>
            理由<span className="optional">任意</span>
          </label>
          <input id={`${id}-why`} name="why" type="text" autoComplete="off" />
        </div>
      )}
      {(item.section === null || !short) && (
        <div className="tick">
          <input type="checkbox" id={`${id}-plan`} name="inPlan" value="1" defaultChecked={item.section === null} />
          <label htmlFor={`${id}-plan`}>計画の所管課にもする</label>
          {!short && <small>計画に所管課の記載がない取組だけです。記載があるときは、計画の見直しで改めてください。</small>}
        </div>
      )}
      <button type="submit" className="second">
        決める
        {short && <span className="unseen">{`：${item.sheet.title}`}</span>}
      </button>
    </form>
  )
}

const listTyped = (said: string): RoundList => ROUND_LISTS.find((one) => one === said) ?? 'noOwner'
const itemId = (staff: Staff): RoundItemId => staff.param('item') as RoundItemId

export const owner = (staff: Staff): Promise<Response> => showOwner(staff, null)

function showOwner(staff: Staff, refusal: string | null): Promise<Response> {
  return withRound(
    staff,
    (db) => itemById(db, itemId(staff)),
    (round, item) =>
      item?.round === round.id
        ? staff.show(<OwnerPage staff={staff} round={round} item={item} refusal={refusal} />, refusal ? 409 : 200)
        : refusedRound(staff, { kind: 'not-found', id: itemId(staff) }, 404),
  )
}

export async function ownerSaid(staff: Staff): Promise<Response> {
  const form = await staff.c.req.formData()
  const said = { section: textOf(form, 'section').trim(), inPlan: form.has('inPlan') }
  const given = await giveOwner(staff.store, itemId(staff), said, staff.act('round.manage', textOf(form, 'why').trim()))
  if (!given.ok)
    return given.problem.kind === 'not-found' ? refusedRound(staff, given.problem, 404) : showOwner(staff, roundRefusalText(given.problem))
  return staff.go(itemsAddress(staff.code, given.value.round, { list: listTyped(textOf(form, 'list')), done: 'owner' }))
}

type Said = { staff: Staff; round: { id: string; title: string }; item: RoundItem; refusal: string | null }

function OwnerPage({ staff, round, item, refusal }: Said): ReactNode {
  const crumbs = [
    { name: roundWords.rounds, href: paths.staff.rounds(staff.code) },
    { name: round.title, href: paths.staff.round(staff.code, round.id) },
    { name: roundWords.owner, href: paths.staff.roundOwner(staff.code, round.id, item.id) },
  ]
  return (
    <StaffFrame staff={staff} title={roundWords.owner} crumbs={crumbs}>
      <h1>{roundWords.owner}</h1>
      {refusal && (
        <Refusal>
          <p>{refusal}</p>
        </Refusal>
      )}
      <p>
        {[item.sheet.number, item.sheet.title].filter(Boolean).join(' ')}
        {`（今の所管：${item.section ?? 'なし'}）`}
      </p>
      <OwnerForm staff={staff} round={round.id} item={item} sections={sectionsOffered(staff)} />
    </StaffFrame>
  )
}
