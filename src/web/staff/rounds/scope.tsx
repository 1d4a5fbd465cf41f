import type { ReactNode } from 'react'
import { Table } from '../../../kit/table.tsx'
import type { RecordId } from '../../../reform/record-id.ts'
import type { Round, RoundId, RoundItemId } from '../../../reform/round.ts'
import { type RoundScope, roundScope } from '../../../report/round-scope.ts'
import { roundRefusalText } from '../../../report/wording-round-refusals.ts'
import { doneText, noOwnerName, roundWords } from '../../../report/wording-rounds.ts'
import { loadAsked } from '../../../store/asked-of.ts'
import { itemsOf } from '../../../store/round-item.ts'
import { addRoundItem, takeOutItem } from '../../../workflows/round-scope.ts'
import { paths } from '../../paths.ts'
import { Done, Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import { refusedRound, withRound } from './round-of.tsx'
import { AddForm, nameOf, TakeOutForm, type TypedScope } from './scope-forms.tsx'
import { textOf } from './typed-round.ts'

type Refused = { text: string | null; typed: TypedScope }
const NOTHING: Refused = { text: null, typed: { initiative: '', section: '', why: '', item: '', outWhy: '' } }

export const scope = (staff: Staff): Promise<Response> => showScope(staff, NOTHING)

function showScope(staff: Staff, refused: Refused): Promise<Response> {
  return withRound(
    staff,
    async (db, round) => {
      const record = await loadAsked(db, round.family)
      return record && roundScope(record, round, await itemsOf(db, round.id), staff.standing)
    },
    (round, told) =>
      told
        ? staff.show(<ScopePage staff={staff} round={round} scope={told} refused={refused} />, refused.text ? 409 : 200)
        : refusedRound(staff, { kind: 'no-such-plan' }, 404),
  )
}

/** 加える — what the plan asks, with its parts and its section, which may be none; or another section, which must be one. */
export async function scopeSaid(staff: Staff): Promise<Response> {
  const form = await staff.c.req.formData()
  const [initiative, section, why] = [textOf(form, 'initiative'), textOf(form, 'section').trim(), textOf(form, 'why').trim()]
  const parts = form.getAll('part').filter((one): one is string => typeof one === 'string') as RecordId[]
  const id = staff.param('id') as RoundId
  const said = { initiative: initiative as RecordId, parts, section: form.has('ofPlan') ? section || null : section }
  const added = await addRoundItem(staff.store, id, said, staff.act('round.manage', why))
  if (added.ok) return staff.go(`${paths.staff.roundScope(staff.code, id)}?done=added`)
  if (added.problem.kind === 'not-found') return refusedRound(staff, added.problem, 404)
  return showScope(staff, { text: roundRefusalText(added.problem), typed: { ...NOTHING.typed, initiative, section, why } })
}

export async function takeOutSaid(staff: Staff): Promise<Response> {
  const form = await staff.c.req.formData()
  const [item, outWhy] = [textOf(form, 'item'), textOf(form, 'outWhy').trim()]
  const out = await takeOutItem(staff.store, item as RoundItemId, staff.act('round.manage', outWhy))
  if (out.ok) return staff.go(`${paths.staff.roundScope(staff.code, out.value.round)}?done=taken-out`)
  if (out.problem.kind === 'not-found' && item !== '') return refusedRound(staff, out.problem, 404)
  const text = item === '' ? '対象から外す報告を選んでください。' : roundRefusalText(out.problem)
  return showScope(staff, { text, typed: { ...NOTHING.typed, item, outWhy } })
}

type Said = { staff: Staff; round: Round; scope: RoundScope; refused: Refused }

function ScopePage({ staff, round, scope: told, refused }: Said): ReactNode {
  const done = doneText(staff.query('done'))
  const crumbs = [
    { name: roundWords.rounds, href: paths.staff.rounds(staff.code) },
    { name: round.title, href: paths.staff.round(staff.code, round.id) },
    { name: roundWords.scope, href: paths.staff.roundScope(staff.code, round.id) },
  ]
  return (
    <StaffFrame staff={staff} title={`${roundWords.scope}｜${round.title}`} crumbs={crumbs}>
      <h1>
        {roundWords.scope}
        <span className="about">{round.title}</span>
      </h1>
      {refused.text && (
        <Refusal>
          <p>{refused.text}</p>
        </Refusal>
      )}
      {done && (
        <Done>
          <p>{done}</p>
        </Done>
      )}
      {round.closed ? (
        <p>{roundRefusalText({ kind: 'round-closed' })}</p>
      ) : (
        <>
          <Missing staff={staff} round={round} scope={told} />
          <AddForm staff={staff} round={round} scope={told} typed={refused.typed} />
          <TakeOutForm staff={staff} round={round} items={told.notBegun} typed={refused.typed} />
        </>
      )}
    </StaffFrame>
  )
}

function Missing({ staff, round, scope: { missing } }: Omit<Said, 'refused'>): ReactNode {
  return (
    <>
      <h2>計画にあって、照会にない取組</h2>
      <Table
        caption="照会にない取組"
        captionUnseen
        rows={missing}
        keyOf={(one, place) => `${one.initiative}${place}`}
        none="ありません。計画の取組はすべて照会に入っています。"
        columns={[
          {
            header: '取組',
            names: true,
            cell: (one) => (
              <>
                {nameOf(one)}
                {one.ended && <small>取組み整理表で終わった取組です。</small>}
              </>
            ),
          },
          { header: '所管', cell: ({ section }) => section ?? noOwnerName },
          {
            header: '対象に加える',
            wide: true,
            cell: (one) => {
              const id = `add-${one.initiative}-${one.parts.join('-')}`
              return (
                <form method="post" action={paths.staff.roundScope(staff.code, round.id)} className="inline">
                  <input type="hidden" name="ofPlan" value="1" />
                  <input type="hidden" name="initiative" value={one.initiative} />
                  <input type="hidden" name="section" value={one.section ?? ''} />
                  {one.parts.map((part) => (
                    <input key={part} type="hidden" name="part" value={part} />
                  ))}
                  <div className="field">
                    <label htmlFor={id}>
                      理由<span className="unseen">{`：${one.title}`}</span>
                    </label>
                    <input id={id} name="why" type="text" autoComplete="off" />
                  </div>
                  <button type="submit" className="second">
                    加える<span className="unseen">{`：${one.title}`}</span>
                  </button>
                </form>
              )
            },
          },
        ]}
      />
    </>
  )
}
