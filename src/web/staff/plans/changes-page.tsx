import type { ReactNode } from 'react'
import { Badge } from '../../../kit/badge.tsx'
import { Table } from '../../../kit/table.tsx'
import type { Initiative } from '../../../reform/record.ts'
import type { PlanChange } from '../../../reform/report-content.ts'
import type { StoredRecord } from '../../../reform/stored-record.ts'
import { changedThing, dayShort } from '../../../report/former-values.ts'
import { numbered } from '../../../report/initiative-sheet.ts'
import { type ChangeChoice, changeChoices } from '../../../report/plan-change-choices.ts'
import { changeStateNames, planWords as words } from '../../../report/wording-plans.ts'
import type { NameOf } from '../../../report/wording-reports.ts'
import type { PlanNames } from '../../../store/record-excerpt.ts'
import { type Day, dayInJapan } from '../../../vocabulary/calendar-day.ts'
import { paths } from '../../paths.ts'
import { Done, Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import { crumbsOf, planTitle } from './plan-serving.tsx'
import { familyOf } from './serve-edit.tsx'

/** `typed` is what came with a refused form; `about` the change whose decision was refused */
export type ChangesSaid = {
  record: PlanNames
  /** the initiative that the page is narrowed to, and what of it can be changed */
  own: StoredRecord | null
  changes: readonly PlanChange[]
  only: Initiative | null
  why: string | null
  typed: Record<string, string>
  about: string | null
  nameOf: NameOf
}
type At = ChangesSaid & { staff: Staff; mayEdit: boolean; names: ReadonlyMap<string, string> }

/** 計画の見直しの頁 — what waits for a decision first; what was decided or declined stays below. */
export function ChangesPage({ staff, ...said }: ChangesSaid & { staff: Staff }): ReactNode {
  const { record, changes, only, why } = said
  const names = new Map(record.initiatives.map((it) => [it.id as string, numbered(it)]))
  const at: At = { ...said, staff, mayEdit: staff.may('plan.edit'), names }
  const open = changes.filter(({ state }) => state === 'proposed')
  const closed = changes.filter(({ state }) => state !== 'proposed').toReversed()
  const href = paths.staff.planChanges(staff.code, familyOf(staff))
  return (
    <StaffFrame
      staff={staff}
      title={why ? `できません：${words.changes}` : words.changes}
      crumbs={[...crumbsOf(staff, planTitle(record.plans)), { name: words.changes, href }]}
    >
      <h1>{only ? `${words.changes}：${numbered(only)}` : words.changes}</h1>
      {staff.query('done') !== '' && <Done>{words.saved}</Done>}
      {why && (
        <Refusal>
          <p>{why}</p>
        </Refusal>
      )}
      {only && (
        <p>
          <a href={href}>すべての取組の見直しを見る</a>
        </p>
      )}
      <h2>{`決定を待つもの（${open.length}件）`}</h2>
      {open.length === 0 && <p className="none">決定を待つ見直しはありません。</p>}
      {open.map((change) => (
        <Waiting key={change.id} {...at} change={change} />
      ))}
      <h2>{`決定したもの・見送ったもの（${closed.length}件）`}</h2>
      <Closed {...at} closed={closed} />
      {at.mayEdit && <Proposal {...at} />}
    </StaffFrame>
  )
}

function Waiting({ change, ...at }: At & { change: PlanChange }): ReactNode {
  const { staff, record, mayEdit, names, nameOf } = at
  const gone = !names.has(change.initiative)
  return (
    <section className="report" id={`change-${change.id}`}>
      <h3>
        {gone ? (
          '削除された取組'
        ) : (
          <a href={paths.staff.initiative(staff.code, familyOf(staff), change.initiative)}>{names.get(change.initiative)}</a>
        )}
        <span className="about">{changedThing(record, change)}</span>
      </h3>
      <p>
        <span className="as-typed">{change.before ?? '（記載なし）'}</span> → <strong className="as-typed">{change.after}</strong>
      </p>
      <p>{`理由：${change.reason}`}</p>
      <p className="small">
        {`提案：${nameOf(change.proposedBy)}（${dayShort(dayInJapan(change.proposedAt))}、${change.item === null ? '行革担当課から' : '報告と一緒に'}）`}
      </p>
      {mayEdit && !gone && <Decision {...at} change={change} />}
    </section>
  )
}

function Decision({ staff, change, typed, about }: At & { change: PlanChange }): ReactNode {
  const own = about === change.id ? typed : {}
  const id = `decision-${change.id}`
  return (
    <form method="post" action={paths.staff.planChange(staff.code, familyOf(staff), change.id)} className="edit">
      <p className="field">
        <label htmlFor={`${id}-on`}>決定の日</label>
        <input id={`${id}-on`} name="on" className="short" defaultValue={own.on ?? dayShort(dayInJapan(staff.at))} />
      </p>
      <p className="field">
        <label htmlFor={`${id}-why`}>決定の理由</label>
        <small id={`${id}-help`}>見送るときは必ず書いてください。決定の理由は、次の公表版に載ります。</small>
        <textarea id={`${id}-why`} name="reason" rows={2} defaultValue={own.reason ?? ''} aria-describedby={`${id}-help`} />
      </p>
      <p className="buttons">
        <button type="submit" name="decision" value="decided">
          決定して計画に反映する
        </button>
        <button type="submit" name="decision" value="declined" className="light">
          見送る
        </button>
      </p>
    </form>
  )
}

function Closed({ closed, names, record, staff, nameOf }: At & { closed: readonly PlanChange[] }): ReactNode {
  return (
    <Table
      caption="計画の見直しの記録（新しい順）"
      captionUnseen
      none="記録はありません。"
      rows={closed}
      keyOf={({ id }) => id}
      columns={[
        {
          header: '状態',
          narrow: true,
          cell: ({ state }) => <Badge tone={state === 'decided' ? 'holds' : 'ended'}>{changeStateNames[state]}</Badge>,
        },
        {
          header: '取組',
          names: true,
          cell: ({ initiative }) =>
            names.has(initiative) ? (
              <a href={paths.staff.initiative(staff.code, familyOf(staff), initiative)}>{names.get(initiative)}</a>
            ) : (
              '削除された取組'
            ),
        },
        { header: '見直したもの', cell: (change) => changedThing(record, change) },
        { header: '見直し前', cell: ({ before }) => before ?? '（記載なし）' },
        { header: '見直し後', cell: ({ after }) => after || '（取りやめ）' },
        { header: '理由', wide: true, cell: ({ reason, decisionReason }) => [reason, decisionReason].filter(Boolean).join('／') },
        {
          header: '決定',
          cell: ({ decidedOn, decidedBy }) =>
            [decidedOn && dayShort(decidedOn as Day), decidedBy && nameOf(decidedBy)].filter(Boolean).join(' '),
        },
      ]}
    />
  )
}

/** 行革担当課からの提案 — first which initiative, then what of it; both steps are plain forms. */
function Proposal({ staff, record, own: excerpt, only, typed, about }: At): ReactNode {
  const action = paths.staff.planChanges(staff.code, familyOf(staff))
  if (!only)
    return (
      <section>
        <h2>見直しを提案する</h2>
        <form method="get" action={action} className="edit">
          <p className="field">
            <label htmlFor="initiative">取組</label>
            <select id="initiative" name="initiative">
              {record.initiatives.map((it) => (
                <option key={it.id} value={it.id}>
                  {numbered(it)}
                </option>
              ))}
            </select>
          </p>
          <button type="submit">見直すものを選ぶ</button>
        </form>
      </section>
    )
  const own = about === null ? typed : {}
  return (
    <section>
      <h2>見直しを提案する</h2>
      <form method="post" action={action} className="edit">
        <input type="hidden" name="initiative" value={only.id} />
        <Choice choices={excerpt ? changeChoices(excerpt, only) : []} value={own.what ?? ''} />
        <p className="field">
          <label htmlFor="after">見直し後（必須）</label>
          <textarea id="after" name="after" rows={2} defaultValue={own.after ?? ''} required />
        </p>
        <p className="field">
          <label htmlFor="proposal-reason">理由（必須）</label>
          <textarea id="proposal-reason" name="reason" rows={2} defaultValue={own.reason ?? ''} required />
        </p>
        <button type="submit">提案する</button>
      </form>
    </section>
  )
}

const Choice = ({ choices, value }: { choices: readonly ChangeChoice[]; value: string }): ReactNode => (
  <p className="field">
    <label htmlFor="what">見直すもの</label>
    <select id="what" name="what" defaultValue={value}>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  </p>
)
