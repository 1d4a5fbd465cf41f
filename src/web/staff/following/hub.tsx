import type { ReactNode } from 'react'
import { countText } from '../../../report/figures.ts'
import { improvementList } from '../../../report/improvement-list.ts'
import { opinionList } from '../../../report/opinion-list.ts'
import { reflectionList } from '../../../report/reflection-list.ts'
import { followingWords as words } from '../../../report/wording-following.ts'
import { loadJudging } from '../../../store/judging.ts'
import { paths } from '../../paths.ts'
import type { Staff } from '../staff.ts'
import { FollowingFrame, familyOf, gathered, noPlan } from './desk.tsx'

/** 意見・改善・予算反映 — what waits, in numbers, and the way to each list. */
export async function showHub(staff: Staff): Promise<Response> {
  const found = await gathered(staff, async (db) => ({ judging: await loadJudging(db, familyOf(staff)) }))
  if (!found) return noPlan(staff)
  const { outline, judging } = found
  const opinions = opinionList(outline.initiatives, judging.opinions)
  const improvements = improvementList(outline.initiatives, judging, staff.standing.day)
  const reflections = reflectionList(outline.initiatives, judging)
  const count = (state: string): number => opinions.counts.find((one) => one.state === state)?.count ?? 0
  const [code, family] = [staff.code, familyOf(staff)]
  const open = `${paths.staff.improvements(code, family)}?state=`
  const cards = [
    { name: '対応を待つ意見', count: count('unanswered'), href: `${paths.staff.opinions(code, family)}?state=unanswered` },
    { name: '意見待ちの取組', count: count('selected'), href: `${paths.staff.opinions(code, family)}?state=selected` },
    { name: '進行中の改善計画', count: improvements.counts.open, href: `${open}open` },
    { name: '期限を過ぎた改善計画', count: improvements.counts.overdue, href: `${open}overdue` },
    { name: '予算反映の記録がない決定', count: reflections.lacking, href: paths.staff.reflections(code, family) },
    { name: '廃止の基準', count: judging.criteria.length, href: paths.staff.retirement(code, family) },
  ]
  return staff.show(
    <FollowingFrame staff={staff} plans={outline.plans} title={words.hub} here={paths.staff.following(code, family)}>
      <p>{words.hubHelp}</p>
      <Cards cards={cards} />
    </FollowingFrame>,
  )
}

const Cards = ({ cards }: { cards: readonly { name: string; count: number; href: string }[] }): ReactNode => (
  <ul className="counts">
    {cards.map(({ name, count, href }) => (
      <li key={name}>
        <a href={href}>
          <span className="number">{`${countText(count)}件`}</span>
          {name}
        </a>
      </li>
    ))}
  </ul>
)
