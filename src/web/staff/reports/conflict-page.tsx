import type { ReactNode } from 'react'
import { inOrder } from '../../../kit/in-order.ts'
import type { ReportContent } from '../../../reform/report-content.ts'
import { fieldsOf } from '../../../reform/report-difference.ts'
import { changedWords } from '../../../report/changed-words.ts'
import { type Conflict, conflictsOf } from '../../../report/report-merge.ts'
import { momentText } from '../../../report/wording-reporting.ts'
import { paths } from '../../paths.ts'
import { Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import { Changed } from './changed.tsx'
import type { OneReport } from './gathering.ts'
import { titleOf } from './heading.tsx'
import { names } from './report-said.ts'

type Said = { staff: Staff; told: OneReport; mine: ReportContent; drawn: ReportContent | null; why: string }

/** 二人の入力を比べる — nothing was written yet; what was typed travels with the page until it is decided. */
export function ConflictPage({ staff, told, mine, drawn, why }: Said): ReactNode {
  const { item, nameOf } = told
  const conflicts = conflictsOf(item.content, mine, drawn, item.sheet)
  const places = fieldsOf(item.content, item.sheet).map(({ field }) => field)
  // the other person may be oneself, in another window
  const other =
    item.savedBy === staff.standing.person.login ? 'あなたが別の画面で保存した' : `前の人（${nameOf(item.savedBy ?? '')}さん）の`
  const title = titleOf(item.sheet)
  return (
    <StaffFrame
      staff={staff}
      title={`二人の入力を比べる：${title}`}
      crumbs={[
        { name: title, href: paths.staff.report(staff.code, item.id) },
        { name: '二人の入力を比べる', href: '#main' },
      ]}
    >
      <h1>{`二人の入力を比べる：${title}`}</h1>
      <Refusal>
        <p>{why}</p>
        {item.savedAt && <p>{`${nameOf(item.savedBy ?? '')}さんが${momentText(item.savedAt, staff.standing.day)}に保存しました。`}</p>}
      </Refusal>
      <form method="post" action={paths.staff.report(staff.code, item.id)} className="report-form">
        <input type="hidden" name={names.version} value={item.version} />
        <input type="hidden" name="mine" value={JSON.stringify(mine)} />
        {inOrder(conflicts).map(({ key, it }) => (
          <Choice key={key} conflict={it} place={places.indexOf(it.field)} other={other} />
        ))}
        <div className="buttons">
          <button type="submit" name="act" value="merge">
            選んだとおりに保存する
          </button>
          <button type="submit" name="all" value="mine" className="second">
            すべて自分の入力にする
          </button>
          <button type="submit" name="all" value="theirs" className="second">
            すべて先に保存された内容にする
          </button>
        </div>
      </form>
    </StaffFrame>
  )
}

function Choice({ conflict, place, other }: { conflict: Conflict; place: number; other: string }): ReactNode {
  const { name, before, after, offered, joins } = conflict
  const id = names.take(place)
  const radio = (value: 'theirs' | 'mine' | 'both', label: string): ReactNode => (
    <p className="check">
      <input type="radio" id={`${id}-${value}`} name={id} value={value} defaultChecked={offered === value} />
      <label htmlFor={`${id}-${value}`}>{label}</label>
    </p>
  )
  return (
    <fieldset className="choice">
      <legend>{name}</legend>
      <div className="sides">
        <div>
          {radio('theirs', `${other}内容`)}
          <p className="prewrap said-text">{before === '' ? <span className="none">（空）</span> : before}</p>
        </div>
        <div>
          {radio('mine', 'あなたの入力')}
          <p className="prewrap said-text">
            {after === '' ? <span className="none">（空）</span> : <Changed stretches={changedWords(before, after)} />}
          </p>
        </div>
      </div>
      {joins && radio('both', '両方を続けて残す（先に保存された文の後に、あなたの文）')}
    </fieldset>
  )
}
