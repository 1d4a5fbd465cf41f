import { may } from '../../../reform/rights.ts'
import { dutiesOf } from '../../../report/duties.ts'
import { reflectionsLacking } from '../../../report/reflection-list.ts'
import type { Reader } from '../../../store/handles.ts'
import { openPlanChanges } from '../../../store/plan-change.ts'
import { planFamilies } from '../../../store/plan-family.ts'
import { reflectionFactsOf } from '../../../store/reflection-facts.ts'
import { paths } from '../../paths.ts'
import { judgingOf } from '../evaluation/home-duties.tsx'
import { followingOf } from '../following/home-duties.tsx'
import { workOf } from '../reports/gathering.ts'
import type { Staff, StaffRoute } from '../staff.ts'
import { HomePage, type HomeSaid } from './home-page.tsx'

export const homeRoutes: readonly StaffRoute[] = [
  { method: 'get', path: paths.staff.home(':municipality'), needs: 'signed-in', serve: showHome },
]

async function showHome(staff: Staff): Promise<Response> {
  const work = await workOf(staff)
  const after = await staff.store.reading(staff.code, async (db) => ({
    ...(await waitingInPlans(staff, db)),
    following: await followingOf(staff, db),
    judging: await judgingOf(staff, db),
  }))
  return staff.show(<HomePage staff={staff} duties={dutiesOf(work)} {...after} nameOf={work.nameOf} />)
}

/** Of those who decide changes of plan, and of those who record 予算反映 for every section; a section finds its own on the page of its plan. */
async function waitingInPlans(staff: Staff, db: Reader): Promise<Pick<HomeSaid, 'planChanges' | 'reflections'>> {
  const open = staff.may('plan.edit') ? await openPlanChanges(db) : []
  const families = open.length === 0 ? [] : await planFamilies(db)
  const facts = may(staff.standing, 'reflection.record', null) ? await reflectionFactsOf(db) : []
  return {
    planChanges: open.map(({ family, count }) => ({ family, count, title: families.find(({ id }) => id === family)?.title ?? family })),
    reflections: facts
      .map((one) => ({ family: one.family, title: one.title, count: reflectionsLacking(one) }))
      .filter(({ count }) => count > 0),
  }
}
