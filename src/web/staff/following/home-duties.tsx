import type { ReactNode } from 'react'
import { countText } from '../../../report/figures.ts'
import {
  FOLLOWING_GROUPS,
  type FollowingDuties,
  type FollowingDuty,
  followingDuties,
  followingGroupNames,
} from '../../../report/following-duties.ts'
import { openImprovements, waitingOpinions } from '../../../store/following.ts'
import type { Reader } from '../../../store/handles.ts'
import { paths } from '../../paths.ts'
import type { Staff } from '../staff.ts'

/** 評価の後にすること — two questions, and none for those who have nothing to write there. */
export async function followingOf(staff: Staff, db: Reader): Promise<FollowingDuties> {
  if (!staff.may('improvement.write') && !staff.may('opinion.answer')) return { overdue: [], asked: [], opinions: [] }
  return followingDuties(staff.standing, { improvements: await openImprovements(db), opinions: await waitingOpinions(db) })
}

export const followingCards = (following: FollowingDuties): { key: string; name: string; count: number }[] =>
  FOLLOWING_GROUPS.filter((group) => following[group].length > 0).map((group) => ({
    key: `following-${group}`,
    name: followingGroupNames[group],
    count: following[group].length,
  }))

const MOST_ROWS = 10
const hrefOf = (staff: Staff, group: keyof FollowingDuties, { family, id }: FollowingDuty): string =>
  group === 'opinions' ? paths.staff.opinion(staff.code, family, id) : paths.staff.improvement(staff.code, family, id)

export function FollowingDutyLists({ staff, following }: { staff: Staff; following: FollowingDuties }): ReactNode {
  return FOLLOWING_GROUPS.filter((group) => following[group].length > 0).map((group) => (
    <section key={group} id={`following-${group}`}>
      <h2>{`${followingGroupNames[group]}（${countText(following[group].length)}件）`}</h2>
      <ul>
        {following[group].slice(0, MOST_ROWS).map((duty) => (
          <li key={duty.id}>
            <a href={hrefOf(staff, group, duty)}>{duty.title}</a>
            <span className="about">{duty.about}</span>
          </li>
        ))}
      </ul>
      {following[group].length > MOST_ROWS && <p>{`ほかに${countText(following[group].length - MOST_ROWS)}件あります。`}</p>}
    </section>
  ))
}
