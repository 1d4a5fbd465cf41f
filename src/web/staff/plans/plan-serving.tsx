import { randomUUID } from 'node:crypto'
import type { NodeSaid } from '../../../reform/edit-node.ts'
import { nodesUnder } from '../../../reform/edit-node.ts'
import type { PlanSaid } from '../../../reform/edit-plan.ts'
import type { PlanFamilyId, RecordId } from '../../../reform/record-id.ts'
import type { Typed } from '../../../report/edit-form.ts'
import { drawnNode, drawnPlan, nodeForm, planForm } from '../../../report/plan-forms.ts'
import { planRefusalText, planWords } from '../../../report/wording-plans.ts'
import { startPlan } from '../../../workflows/edit-plan.ts'
import { paths } from '../../paths.ts'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'
import { FormPage } from './form-page.tsx'
import { type Editing, excerptOf, type FormState, familyOf, noPlan, noThing, showForm, takeForm } from './serve-edit.tsx'
import { typedIn } from './typed.ts'

/** An id that nothing has had before: what was removed may still be named by a round or an edition. */
export const freshId = (kind: string): RecordId => `${kind}-${randomUUID().slice(0, 8)}` as RecordId

export const crumbsOf = (staff: Staff, title?: string) => [
  { name: planWords.list, href: paths.staff.plans(staff.code) },
  ...(title === undefined ? [] : [{ name: title, href: paths.staff.plan(staff.code, familyOf(staff)) }]),
]
export const planTitle = (plans: readonly { title: string; parent: unknown }[]): string =>
  plans.find(({ parent }) => parent === null)?.title ?? ''

// 新しい計画

const newPlanPage = (staff: Staff, state: FormState) => (
  <FormPage
    staff={staff}
    title={planWords.newPlan}
    crumbs={crumbsOf(staff)}
    state={state}
    action={paths.staff.newPlan(staff.code)}
    cancel={paths.staff.plans(staff.code)}
    submit="計画を作る"
  />
)
const firstForm = planForm([], null)
const FRESH: FormState = {
  form: firstForm,
  typed: {},
  basis: null,
  faults: [],
  why: null,
  differences: [],
  reason: { text: '', required: false },
}

export const showNewPlan = (staff: Staff): Response => staff.show(newPlanPage(staff, FRESH))

export async function takeNewPlan(staff: Staff): Promise<Response> {
  const typed = typedIn(firstForm, await staff.c.req.formData())
  const family = freshId('plan') as string as PlanFamilyId
  const edit = { edit: 'plan' as const, id: family as string as RecordId, said: typed as unknown as PlanSaid }
  const begun = await startPlan(staff.store, { family, edit }, staff.act('plan.edit'))
  if (begun.ok) return staff.go(paths.staff.plan(staff.code, family))
  const why = planRefusalText(begun.problem)
  if (begun.problem.kind !== 'edit-faults') return refused(staff, why, 409)
  return staff.show(newPlanPage(staff, { ...FRESH, typed, why, faults: begun.problem.faults }), 422)
}

// 計画の項目

function planEditing(id: RecordId, isNew: boolean): Editing {
  return {
    form: ({ plans }) => planForm(plans, plans.find((plan) => plan.id === id) ?? null),
    drawn: ({ plans }) => {
      const plan = plans.find((one) => one.id === id)
      return plan ? drawnPlan(plan) : {}
    },
    edit: (typed) => ({ edit: 'plan', id, said: typed as unknown as PlanSaid }),
    page: (staff, { plans }, state) => (
      <FormPage
        staff={staff}
        title={isNew ? planWords.subPlan : '計画の項目を直す'}
        crumbs={crumbsOf(staff, planTitle(plans))}
        state={state}
        action={isNew ? paths.staff.newSubPlan(staff.code, familyOf(staff)) : paths.staff.subPlan(staff.code, familyOf(staff), id)}
        cancel={paths.staff.plan(staff.code, familyOf(staff))}
        after={!isNew && plans.some((plan) => plan.id === id && plan.parent !== null) && <RemovalLink staff={staff} id={id} />}
      />
    ),
    done: (staff) => paths.staff.plan(staff.code, familyOf(staff)),
  }
}

export const RemovalLink = ({ staff, id }: { staff: Staff; id: RecordId }) => (
  <p>
    <a href={paths.staff.planRemoval(staff.code, familyOf(staff), id)}>削除する</a>
  </p>
)

export async function planOrNode(staff: Staff, what: 'plan' | 'node', taking: boolean): Promise<Response> {
  const record = await excerptOf(staff, null)
  if (!record) return noPlan(staff)
  const asked = staff.param('id') as RecordId
  const isNew = asked === ''
  const known = what === 'plan' ? record.plans : record.nodes
  if (!isNew && !known.some(({ id }) => id === asked)) return noThing(staff)
  const id = isNew ? freshId(what) : asked
  const editing = what === 'plan' ? planEditing(id, isNew) : nodeEditing(id, isNew, staff.query('under'))
  return taking ? takeForm(staff, editing, record) : showForm(staff, editing, record)
}

// 柱・区分

function nodeEditing(id: RecordId, isNew: boolean, under: string): Editing {
  return {
    form: (record) =>
      nodeForm(record, isNew ? new Set() : nodesUnder(record, id), record.nodes.find((one) => one.id === id)?.level ?? null),
    drawn: ({ nodes, plans }): Typed => {
      const node = nodes.find((one) => one.id === id)
      return node ? drawnNode(node) : { under: under || `plan:${plans.find(({ parent }) => parent === null)?.id}` }
    },
    edit: (typed) => ({ edit: 'node', id, said: typed as unknown as NodeSaid }),
    page: (staff, { plans }, state) => (
      <FormPage
        staff={staff}
        title={isNew ? '柱・区分を加える' : '柱・区分を直す'}
        crumbs={crumbsOf(staff, planTitle(plans))}
        state={state}
        action={isNew ? paths.staff.newNode(staff.code, familyOf(staff)) : paths.staff.node(staff.code, familyOf(staff), id)}
        cancel={paths.staff.plan(staff.code, familyOf(staff))}
        after={!isNew && <RemovalLink staff={staff} id={id} />}
      />
    ),
    done: (staff) => `${paths.staff.plan(staff.code, familyOf(staff))}#${id}`,
  }
}
