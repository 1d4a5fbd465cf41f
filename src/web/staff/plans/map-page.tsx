import { StatusMapSections } from '../../../publish/site/status-map-view.tsx'
import { statusMaps } from '../../../report/status-map.ts'
import { mapWords as words } from '../../../report/wording-status-map.ts'
import { standingIndex } from '../../../workflows/standing-index.ts'
import { paths } from '../../paths.ts'
import { StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import { crumbsOf, planTitle } from './plan-serving.tsx'
import { familyOf, noPlan } from './serve-edit.tsx'

/** 今の状況の地図 — of the plan as it stands, reports and judgements that no edition shows yet included. */
export async function showMap(staff: Staff): Promise<Response> {
  const family = familyOf(staff)
  const index = await staff.store.reading(staff.code, (db) => standingIndex(db, family, staff.at))
  if (!index) return noPlan(staff)
  const told = statusMaps(index)
  const here = { name: words.title, href: paths.staff.planMap(staff.code, family) }
  return staff.show(
    <StaffFrame staff={staff} title={words.title} crumbs={[...crumbsOf(staff, planTitle(index.plans)), here]}>
      <h1>{told.year ? `${told.year}の${words.title}` : words.title}</h1>
      <p>{words.unpublished}</p>
      <p>{words.lead}</p>
      <p className="quiet">{words.once}</p>
      {told.maps[0]?.total === 0 ? (
        <p className="none">{words.empty}</p>
      ) : (
        <StatusMapSections told={told} hrefs={{ initiative: (id) => paths.staff.initiative(staff.code, family, id), section: null }} />
      )}
    </StaffFrame>,
  )
}
