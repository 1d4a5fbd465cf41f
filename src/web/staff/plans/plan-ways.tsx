import type { ReactNode } from 'react'
import { carryOverWords } from '../../../report/wording-carry-over.ts'
import { effectsBoardWords } from '../../../report/wording-effects-board.ts'
import { followingWords } from '../../../report/wording-following.ts'
import { judgingWords } from '../../../report/wording-judging.ts'
import { planWords } from '../../../report/wording-plans.ts'
import { mapWords } from '../../../report/wording-status-map.ts'
import { paths } from '../../paths.ts'
import type { Staff } from '../staff.ts'
import { familyOf } from './serve-edit.tsx'

type Way = { name: string; href: string; may?: boolean }
type Group = { name: string; ways: Way[] }

/** 計画からできること — in the order of the year: written, looked at, judged, counted, renewed, published. A new page is one line here. */
function groupsOf(staff: Staff, arranging: boolean): Group[] {
  const family = familyOf(staff)
  const { code } = staff
  const mayEdit = staff.may('plan.edit')
  const tree = paths.staff.plan(code, family)
  return [
    {
      name: '計画',
      ways: [
        { name: planWords.table, href: paths.staff.planTable(code, family) },
        { name: planWords.changes, href: paths.staff.planChanges(code, family) },
        { name: 'ロードマップ', href: paths.staff.planRoadmap(code, family) },
        { name: planWords.subPlan, href: paths.staff.newSubPlan(code, family), may: mayEdit },
        arranging
          ? { name: '並べ替えを終える', href: tree, may: mayEdit }
          : { name: '並べ替える', href: `${tree}?arrange=1`, may: mayEdit },
      ],
    },
    {
      name: '評価',
      ways: [
        { name: mapWords.title, href: paths.staff.planMap(code, family) },
        { name: judgingWords.title, href: paths.staff.evaluation(code, family) },
        { name: followingWords.hub, href: paths.staff.following(code, family) },
      ],
    },
    {
      name: 'お金',
      ways: [
        { name: effectsBoardWords.title, href: paths.staff.effects(code, family) },
        { name: '効果額と財政見通し', href: paths.staff.reconciliations(code, family) },
      ],
    },
    {
      name: '見直し',
      ways: [
        { name: '総括', href: paths.staff.planReviews(code, family) },
        { name: carryOverWords.list, href: paths.staff.carryOvers(code, family), may: staff.may('plan.renew') },
      ],
    },
    {
      name: '公表',
      ways: [
        { name: planWords.publication, href: paths.staff.planPublication(code, family), may: staff.may('plan.publish') },
        { name: '版の比較', href: paths.staff.editionComparison(code, family) },
      ],
    },
  ]
}

export function PlanWays({ staff, arranging }: { staff: Staff; arranging: boolean }): ReactNode {
  return (
    <nav aria-label="この計画でできること">
      <dl className="plan-ways">
        {groupsOf(staff, arranging).map(({ name, ways }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <ul className="ways">
                {ways
                  .filter(({ may = true }) => may)
                  .map((way) => (
                    <li key={way.href}>
                      <a href={way.href}>{way.name}</a>
                    </li>
                  ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </nav>
  )
}
