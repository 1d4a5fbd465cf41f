import type { ReactNode } from 'react'
import { OpinionPairs } from '../../../publish/site/following-opinions.tsx'
import { OPINION_STATES, type OpinionState } from '../../../reform/opinion.ts'
import { countText } from '../../../report/figures.ts'
import { type OpinionList, type OpinionRow, opinionList } from '../../../report/opinion-list.ts'
import { followingWords as words } from '../../../report/wording-following.ts'
import { opinionsOf } from '../../../store/opinion.ts'
import type { PlanOutline } from '../../../store/record-excerpt.ts'
import { mayAnswer } from '../../../workflows/record-opinion.ts'
import { paths } from '../../paths.ts'
import type { Staff } from '../staff.ts'
import { doneIn, FollowingFrame, familyOf, gathered, hrefsOf, noPlan, sectionsIn } from './desk.tsx'

/** 意見と対応の一覧 — by year, what waits for a response first. */
export async function showOpinions(staff: Staff): Promise<Response> {
  const found = await gathered(staff, async (db) => ({ opinions: await opinionsOf(db, familyOf(staff)) }))
  if (!found) return noPlan(staff)
  const { outline } = found
  const list = opinionList(outline.initiatives, found.opinions)
  const state = OPINION_STATES.find((one) => one === staff.query('state')) ?? null
  const rows = state === null ? list.rows : list.rows.filter((row) => row.state === state)
  const here = paths.staff.opinions(staff.code, familyOf(staff))
  return staff.show(
    <FollowingFrame staff={staff} plans={outline.plans} title={words.opinions} here={here} done={doneIn(staff)}>
      <p>{words.opinionsHelp}</p>
      <Ways staff={staff} />
      <Filter list={list} here={here} chosen={state} />
      {rows.length === 0 && (
        <p className="none">{list.rows.length === 0 ? '意見はまだ記録されていません。' : '当てはまる意見はありません。'}</p>
      )}
      {[...Map.groupBy(rows, ({ year }) => year)].map(([year, same]) => (
        <section key={year}>
          <h2>{`${year}の評価への意見（${countText(same.length)}件）`}</h2>
          <OpinionPairs
            rows={same}
            href={hrefsOf(staff)}
            heading="h3"
            actions={(row) => <Actions staff={staff} outline={outline} row={row} />}
          />
        </section>
      ))}
    </FollowingFrame>,
  )
}

function Ways({ staff }: { staff: Staff }): ReactNode {
  if (!staff.may('evaluation.manage')) return null
  const [code, family] = [staff.code, familyOf(staff)]
  return (
    <ul className="ways">
      <li>
        <a href={paths.staff.newOpinion(code, family)}>{words.newOpinion}</a>
      </li>
      <li>
        <a href={paths.staff.opinionTable(code, family)}>{words.pasteOpinions}</a>
      </li>
      <li>
        <a href={paths.staff.opinionSelection(code, family)}>{words.selection}</a>
      </li>
    </ul>
  )
}

function Filter({ list, here, chosen }: { list: OpinionList; here: string; chosen: OpinionState | null }): ReactNode {
  if (list.rows.length === 0) return null
  const choices = [{ name: 'すべて', href: here, count: list.rows.length, on: chosen === null }].concat(
    list.counts.map(({ state, name, count }) => ({ name, href: `${here}?state=${state}`, count, on: chosen === state })),
  )
  return (
    <nav aria-label="意見の絞り込み">
      <ul className="ways">
        <li className="named">絞り込み</li>
        {choices.map(({ name, href, count, on }) => (
          <li key={name}>
            <a href={href} aria-current={on ? 'true' : undefined}>{`${name}（${countText(count)}件）`}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Actions({ staff, outline, row }: { staff: Staff; outline: PlanOutline; row: OpinionRow }): ReactNode {
  const answering = row.state !== 'selected' && mayAnswer(staff.standing, sectionsIn(outline, row.initiative?.id ?? null))
  const managing = staff.may('evaluation.manage')
  if (!answering && !managing) return null
  const text =
    row.state === 'unanswered' && answering ? '対応を書く' : managing && row.state === 'selected' ? '意見を書き入れる' : '開いて直す'
  return (
    <p className="edit-link">
      <a href={paths.staff.opinion(staff.code, familyOf(staff), row.id)}>
        {text}
        <span className="unseen">{`：${row.initiative?.name ?? words.ofPlan}（${row.from}）`}</span>
      </a>
    </p>
  )
}
