import { dutiesOf } from '../../../report/duties.ts'
import { openPlanChanges } from '../../../store/plan-change.ts'
import { planFamilies } from '../../../store/plan-family.ts'
import { paths } from '../../paths.ts'
import { followingOf } from '../following/home-duties.tsx'
import { workOf } from '../reports/gathering.ts'
import type { Staff, StaffRoute } from '../staff.ts'
import { HomePage, type HomeSaid } from './home-page.tsx'

export const homeRoutes: readonly StaffRoute[] = [
  { method: 'get', path: paths.staff.home(':municipality'), needs: 'signed-in', serve: showHome },
]

async function showHome(staff: Staff): Promise<Response> {
  const work = await workOf(staff)
  const planChanges = staff.may('plan.edit') ? await planChangesToDecide(staff) : []
  const following = await followingOf(staff)
  return staff.show(<HomePage staff={staff} duties={dutiesOf(work)} planChanges={planChanges} following={following} nameOf={work.nameOf} />)
}

async function planChangesToDecide(staff: Staff): Promise<HomeSaid['planChanges']> {
  return staff.store.reading(staff.code, async (db) => {
    const open = await openPlanChanges(db)
    const families = open.length === 0 ? [] : await planFamilies(db)
    return open.map(({ family, count }) => ({ family, count, title: families.find(({ id }) => id === family)?.title ?? family }))
  })
}
