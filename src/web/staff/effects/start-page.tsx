import type { ReactNode } from 'react'
import { writtenEstimates } from '../../../reform/estimate-grid.ts'
import type { StoredRecord } from '../../../reform/stored-record.ts'
import { effectsBoardWords as words } from '../../../report/wording-effects-board.ts'
import { paths } from '../../paths.ts'
import { Refusal, StaffFrame } from '../frame.tsx'
import { familyOf } from '../plans/serve-edit.tsx'
import type { Staff } from '../staff.ts'
import { effectCrumbs } from './crumbs.ts'

type Said = { staff: Staff; record: StoredRecord; asked: { estimate: string; from: string; through: string }; why: string | null }

/** 新しい見積りを始める — what it is called, from which it is copied, and which years are over. Nothing is written by this page. */
export function StartPage({ staff, record, asked, why }: Said): ReactNode {
  const family = familyOf(staff)
  const href = paths.staff.newEstimate(staff.code, family)
  const known = writtenEstimates(record)
  return (
    <StaffFrame
      staff={staff}
      title={why ? `始められません：${words.newEstimate}` : words.newEstimate}
      crumbs={[...effectCrumbs(staff, record), { name: words.newEstimate, href }]}
    >
      <h1>{words.newEstimate}</h1>
      {why && (
        <Refusal>
          <p>{why}</p>
        </Refusal>
      )}
      <p>{words.startLead}</p>
      <form method="get" action={href} className="edit">
        <p className="field">
          <label htmlFor="estimate">新しい見積時点の名（必須）</label>
          <small id="estimate-help">例：令和8年度見直し。公表の画面にもこの名で出ます。</small>
          <input id="estimate" name="estimate" defaultValue={asked.estimate} aria-describedby="estimate-help" required maxLength={100} />
        </p>
        <p className="field">
          <label htmlFor="from">写す見積り</label>
          <select id="from" name="from" defaultValue={asked.from || known.at(-1)}>
            <option value=":none">写さず、空の表から始める</option>
            {known.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </p>
        <p className="field">
          <label htmlFor="through">実績にする最後の年度</label>
          <small id="through-help">この年度までを実績、それより後を見込みにします。空けると、どの年度も見込みになります。</small>
          <input id="through" name="through" className="short" defaultValue={asked.through} aria-describedby="through-help" />
        </p>
        <p>
          <button type="submit">表を開く</button> <a href={paths.staff.effects(staff.code, family)}>やめる</a>
        </p>
      </form>
    </StaffFrame>
  )
}
