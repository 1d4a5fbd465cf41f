import { RoadmapView } from '../../../publish/site/roadmap-view.tsx'
import type { RoadmapSaid } from '../../../reform/edit-roadmap.ts'
import type { RecordId } from '../../../reform/record-id.ts'
import type { StoredRecord } from '../../../reform/stored-record.ts'
import { numbered } from '../../../report/initiative-sheet.ts'
import { drawnRoadmap, roadmapForm } from '../../../report/renewal-forms.ts'
import { roadmap } from '../../../report/roadmap.ts'
import { NO_PILLAR, staffReviewWords, roadmapWords as words } from '../../../report/wording-renewal.ts'
import { paths } from '../../paths.ts'
import { Done, StaffFrame } from '../frame.tsx'
import { FormPage } from '../plans/form-page.tsx'
import { crumbsOf, planTitle } from '../plans/plan-serving.tsx'
import { type Editing, familyOf, noPlan, noThing, recordOf, showForm, takeForm } from '../plans/serve-edit.tsx'
import type { Staff } from '../staff.ts'

/** What stands under no pillar has an address too. */
const WITHOUT = 'none'

const crumbs = (staff: Staff, record: StoredRecord) => [
  ...crumbsOf(staff, planTitle(record.plans)),
  { name: words.title, href: paths.staff.planRoadmap(staff.code, familyOf(staff)) },
]

const isTop = ({ nodes }: StoredRecord, id: RecordId | null): boolean =>
  nodes.find((node) => node.id === id)?.parent == null || !nodes.some((node) => node.id === nodes.find((one) => one.id === id)?.parent)

/** ロードマップの頁 */
export async function showRoadmap(staff: Staff): Promise<Response> {
  const record = await recordOf(staff)
  if (!record) return noPlan(staff)
  const family = familyOf(staff)
  const mayEdit = staff.may('plan.edit')
  const told = roadmap(record, record.fiscalYear)
  const shown = new Set(told.pillars.map(({ id }) => id))
  const others = record.nodes.filter((node) => isTop(record, node.id) && !shown.has(node.id))
  const at = (pillar: string | null) => paths.staff.roadmapPillar(staff.code, family, pillar ?? WITHOUT)
  return staff.show(
    <StaffFrame staff={staff} title={words.title} crumbs={crumbs(staff, record)}>
      <h1>{words.title}</h1>
      {staff.query('done') === 'saved' && <Done>{staffReviewWords.saved}</Done>}
      <p>{words.lead}</p>
      {told.pillars.length === 0 && <p className="none">{words.none}</p>}
      <RoadmapView
        roadmap={told}
        linkTo={(id) => paths.staff.initiative(staff.code, family, id)}
        beside={(pillar) =>
          mayEdit && (
            <p>
              <a href={at(pillar.id)}>
                {words.edit}
                <span className="unseen">{`：${pillar.title}`}</span>
              </a>
            </p>
          )
        }
      />
      {mayEdit && others.length > 0 && (
        <section>
          <h2>工程のない柱</h2>
          <ul>
            {others.map((node) => (
              <li key={node.id}>
                <a href={at(node.id)}>{`${numbered(node)}に工程を加える`}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {mayEdit && !shown.has(null) && (
        <p>
          <a href={at(null)}>どの柱にも属さない工程を加える</a>
        </p>
      )}
    </StaffFrame>,
  )
}

function editing(pillar: RecordId | null, title: string): Editing {
  return {
    form: (record) => roadmapForm(record, pillar),
    drawn: (record) => drawnRoadmap(record, pillar),
    edit: (typed) => ({ edit: 'roadmap', node: pillar, said: typed as unknown as { items: RoadmapSaid[] } }),
    page: (staff, record, state) => (
      <FormPage
        staff={staff}
        title={`${words.edit}：${title}`}
        crumbs={crumbs(staff, record)}
        state={state}
        action={paths.staff.roadmapPillar(staff.code, familyOf(staff), pillar ?? WITHOUT)}
        cancel={paths.staff.planRoadmap(staff.code, familyOf(staff))}
        before={<p>{words.editLead}</p>}
      />
    ),
    done: (staff) => `${paths.staff.planRoadmap(staff.code, familyOf(staff))}?done=saved`,
  }
}

export async function roadmapPillarPage(staff: Staff, taking: boolean): Promise<Response> {
  const record = await recordOf(staff)
  if (!record) return noPlan(staff)
  const asked = staff.param('pillar')
  const node = record.nodes.find(({ id }) => id === asked)
  if (asked !== WITHOUT && (!node || !isTop(record, node.id))) return noThing(staff)
  const form = editing(node?.id ?? null, node ? numbered(node) : NO_PILLAR)
  return taking ? takeForm(staff, form, record) : showForm(staff, form, record)
}
