import type { ReactNode } from 'react'
import { Table } from '../../../kit/table.tsx'
import type { EstimateFault, EstimateSaid } from '../../../reform/edit-estimate.ts'
import type { EstimateCopy } from '../../../reform/estimate-said.ts'
import type { StoredRecord } from '../../../reform/stored-record.ts'
import type { TypedDifference } from '../../../report/edit-form.ts'
import { ownerChoices } from '../../../report/effect-owners.ts'
import { yearShort } from '../../../report/figures.ts'
import { effectFaultText, effectsBoardWords as words } from '../../../report/wording-effects-board.ts'
import { paths } from '../../paths.ts'
import { Refusal, StaffFrame } from '../frame.tsx'
import { Comparison } from '../plans/comparison.tsx'
import { familyOf } from '../plans/serve-edit.tsx'
import type { Staff } from '../staff.ts'
import { effectCrumbs } from './crumbs.ts'
import { Grid, idOf } from './estimate-grid.tsx'

/** 見積りの表の今の姿 */
export type EstimateState = {
  said: EstimateSaid
  isNew: boolean
  basis: string
  reason: string
  faults: readonly EstimateFault[]
  why: string | null
  differences: readonly TypedDifference[]
  copied: { from: string | null; through: number | null; taken: EstimateCopy['taken'] } | null
}
type Said = { staff: Staff; record: StoredRecord; state: EstimateState }

/** 見積りの表を書く頁 */
export function EstimatePage({ staff, record, state }: Said): ReactNode {
  const { said, isNew, why } = state
  const family = familyOf(staff)
  const title = isNew ? `新しい見積り：${said.estimate}` : `${words.edit}：${said.estimate}`
  const action = isNew ? paths.staff.newEstimate(staff.code, family) : paths.staff.estimate(staff.code, family)
  const href = isNew ? action : `${action}?estimate=${encodeURIComponent(said.estimate)}`
  return (
    <StaffFrame
      staff={staff}
      title={why ? `保存できません：${title}` : title}
      crumbs={[...effectCrumbs(staff, record), { name: isNew ? words.newEstimate : words.edit, href }]}
    >
      <h1>{title}</h1>
      {why && <Refused why={why} state={state} />}
      <Copied copied={state.copied} />
      <form method="post" action={action} className="edit estimate">
        <input type="hidden" name="basis" value={state.basis} />
        {isNew ? (
          <p className="field">
            <label htmlFor="estimate">見積時点の名（必須）</label>
            <input id="estimate" name="estimate" defaultValue={said.estimate} required maxLength={100} />
          </p>
        ) : (
          <input type="hidden" name="estimate" value={said.estimate} />
        )}
        <p>{words.gridHelp}</p>
        <Grid said={said} faults={state.faults} owners={ownerChoices(record)} />
        <p className="field">
          <label htmlFor="reason">見直しの理由（任意）</label>
          <small id="reason-help">変更の記録に残ります。</small>
          <textarea id="reason" name="reason" rows={2} defaultValue={state.reason} aria-describedby="reason-help" />
        </p>
        <p>
          <button type="submit">見積りを保存する</button> <a href={paths.staff.effects(staff.code, family)}>やめる</a>
        </p>
      </form>
    </StaffFrame>
  )
}

const Refused = ({ why, state: { faults, differences } }: { why: string; state: EstimateState }): ReactNode => (
  <Refusal>
    <p>{why}</p>
    <ul>
      {faults.slice(0, 20).map((fault) => (
        <li key={`${fault.field}${fault.kind}`}>
          <a href={`#${idOf(fault.field)}`}>{effectFaultText(fault)}</a>
        </li>
      ))}
    </ul>
    {differences.length > 0 && <Comparison rows={differences} />}
  </Refusal>
)

function Copied({ copied }: { copied: EstimateState['copied'] }): ReactNode {
  if (!copied) return null
  const through = copied.through === null ? words.noThrough : words.through(yearShort(copied.through))
  return (
    <>
      {copied.from && <p className="notice">{words.copied(copied.from, through)}</p>}
      {copied.taken.length > 0 && (
        <Table
          caption={words.taken}
          rows={copied.taken}
          keyOf={(_, nth) => String(nth)}
          columns={[
            { header: '項目', names: true, cell: (one) => one.scope },
            { header: '年度', cell: (one) => yearShort(one.year) },
            { header: '前の見積り', numeric: true, cell: (one) => one.before || <span className="none">記載なし</span> },
            { header: '報告された実績', numeric: true, cell: (one) => one.raw },
          ]}
        />
      )}
    </>
  )
}
