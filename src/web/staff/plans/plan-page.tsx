import type { ReactNode } from 'react'
import type { OutlineLeaf, OutlineNode, OutlinePlan } from '../../../report/plan-outline.ts'
import { planOutline } from '../../../report/plan-outline.ts'
import { planWords } from '../../../report/wording-plans.ts'
import { loadOutline } from '../../../store/record-excerpt.ts'
import { paths } from '../../paths.ts'
import { Done, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import { crumbsOf, planTitle } from './plan-serving.tsx'
import { PlanWays } from './plan-ways.tsx'
import { familyOf, noPlan } from './serve-edit.tsx'

type At = { staff: Staff; mayEdit: boolean; arranging: boolean }

/** 計画の頁 — the tree of a plan and of the plans in it, with its own names of the levels. */
export async function showPlan(staff: Staff): Promise<Response> {
  const family = familyOf(staff)
  const outline = await staff.store.reading(staff.code, (db) => loadOutline(db, family))
  if (!outline) return noPlan(staff)
  const title = planTitle(outline.plans)
  const mayEdit = staff.may('plan.edit')
  const at: At = { staff, mayEdit, arranging: mayEdit && staff.query('arrange') === '1' }
  const plans = planOutline(outline)
  const tree = plans.map((plan) => <PlanTree key={plan.id} {...at} plan={plan} />)
  return staff.show(
    <StaffFrame staff={staff} title={title} crumbs={crumbsOf(staff, title)}>
      <h1>{title}</h1>
      {staff.query('done') === 'removed' && <Done>{planWords.removed}</Done>}
      <PlanWays staff={staff} arranging={at.arranging} />
      {at.arranging ? (
        <form method="post" action={paths.staff.planOrder(staff.code, family)} className="arranging">
          {tree}
        </form>
      ) : (
        tree
      )}
    </StaffFrame>,
  )
}

function PlanTree({ plan, ...at }: At & { plan: OutlinePlan }): ReactNode {
  const family = familyOf(at.staff)
  const { code } = at.staff
  return (
    <section>
      <h2 id={plan.id}>{plan.isRoot ? '計画の構成' : `${plan.kind ? `${plan.kind}：` : ''}${plan.title}`}</h2>
      <p>
        {[plan.isRoot ? plan.kind : null, plan.period, plan.levels.length > 0 && `階層：${plan.levels.join(' › ')}`, `取組${plan.count}件`]
          .filter(Boolean)
          .join('　')}
      </p>
      {plan.goal && <p className="as-typed">{plan.goal}</p>}
      {at.mayEdit && !at.arranging && (
        <ul className="ways">
          <li>
            <a href={paths.staff.subPlan(code, family, plan.id)}>この計画の項目を直す</a>
          </li>
          <Adding {...at} under={`plan:${plan.id}`} name="" />
        </ul>
      )}
      {plan.nodes.length + plan.initiatives.length === 0 && plan.isRoot && at.mayEdit && <p className="none">{planWords.emptyPlan}</p>}
      <Branches {...at} nodes={plan.nodes} initiatives={plan.initiatives} />
    </section>
  )
}

/** `name` is said to those who hear only the link: which node is meant */
function Adding({ staff, under, name }: At & { under: string; name: string }): ReactNode {
  const asked = `?under=${encodeURIComponent(under)}`
  const meant = name === '' ? null : <span className="unseen">{`（${name}の下）`}</span>
  return (
    <>
      <li>
        <a href={paths.staff.newNode(staff.code, familyOf(staff)) + asked}>柱・区分を加える{meant}</a>
      </li>
      <li>
        <a href={paths.staff.newInitiative(staff.code, familyOf(staff)) + asked}>取組を加える{meant}</a>
      </li>
    </>
  )
}

function Branches({ nodes, initiatives, ...at }: At & { nodes: OutlineNode[]; initiatives: OutlineLeaf[] }): ReactNode {
  if (nodes.length + initiatives.length === 0) return null
  return (
    <ul className="branches">
      {initiatives.map((it) => (
        <li key={it.id} id={it.id} className="leaf">
          <a href={paths.staff.initiative(at.staff.code, familyOf(at.staff), it.id)}>{it.title}</a>
          <span className="about">{it.sections || '所管課の記載なし'}</span>
          {at.arranging && <Moves id={it.id} title={it.title} />}
        </li>
      ))}
      {nodes.map((node) => (
        <Branch key={node.id} {...at} node={node} />
      ))}
    </ul>
  )
}

function Branch({ node, ...at }: At & { node: OutlineNode }): ReactNode {
  return (
    <li id={node.id}>
      <p className="branch">
        {node.level && <span className="kind">{node.level}</span>}
        <strong>{node.title}</strong>
        {at.arranging && <Moves id={node.id} title={node.title} />}
      </p>
      {at.mayEdit && !at.arranging && (
        <ul className="ways small">
          <li>
            <a href={paths.staff.node(at.staff.code, familyOf(at.staff), node.id)}>
              直す<span className="unseen">{`：${node.title}`}</span>
            </a>
          </li>
          <Adding {...at} under={node.id} name={node.title} />
        </ul>
      )}
      <Branches {...at} nodes={node.nodes} initiatives={node.initiatives} />
    </li>
  )
}

const Moves = ({ id, title }: { id: string; title: string }): ReactNode => (
  <span className="moves">
    <button type="submit" name="move" value={`up:${id}`} className="light" aria-label={`上へ：${title}`}>
      上へ
    </button>
    <button type="submit" name="move" value={`down:${id}`} className="light" aria-label={`下へ：${title}`}>
      下へ
    </button>
  </span>
)
