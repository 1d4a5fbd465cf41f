import type { ReactNode } from 'react'
import type { ReformRecord } from '../../../reform/record.ts'
import type { RecordId } from '../../../reform/record-id.ts'
import { numbered } from '../../../report/initiative-sheet.ts'
import { planRefusalText } from '../../../report/wording-plans.ts'
import { editPlan } from '../../../workflows/edit-plan.ts'
import { paths } from '../../paths.ts'
import { Refusal, StaffFrame } from '../frame.tsx'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'
import { ReasonField } from './edit-fields.tsx'
import { crumbsOf, planTitle } from './plan-serving.tsx'
import { familyOf, noPlan, noThing, recordOf } from './serve-edit.tsx'
import { textOf } from './typed.ts'

/** 並べ替える */
export async function takeOrder(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  const [by, id = ''] = textOf(data, 'move').split(/:(.*)/s)
  const edit = { edit: 'order' as const, id: id as RecordId, by: by === 'up' ? ('up' as const) : ('down' as const) }
  const done = await editPlan(staff.store, familyOf(staff), { edit, basis: null, reason: '' }, staff.act('plan.edit'))
  if (!done.ok) return refused(staff, planRefusalText(done.problem), 409)
  return staff.go(`${paths.staff.plan(staff.code, familyOf(staff))}?arrange=1#${id}`)
}

/** What an id names, in words. */
function namedIn(record: ReformRecord, id: string): { kind: string; title: string; back: string | null } | null {
  const plan = record.plans.find((one) => one.id === id)
  if (plan) return { kind: '計画', title: plan.title, back: null }
  const node = record.nodes.find((one) => one.id === id)
  if (node) return { kind: '柱・区分', title: numbered(node), back: null }
  const it = record.initiatives.find((one) => one.id === id)
  if (it) return { kind: '取組', title: numbered(it), back: it.id }
  const whole = record.initiatives.find(({ parts }) => parts.some((part) => part.id === id))
  if (whole) return { kind: '取組の部分', title: whole.parts.find((part) => part.id === id)?.title ?? whole.title, back: whole.id }
  const indicator = record.indicators.find((one) => one.id === id)
  const of = indicator?.of
  const owner = of && 'part' in of ? record.initiatives.find(({ parts }) => parts.some((part) => part.id === of.part))?.id : null
  return indicator ? { kind: '指標', title: indicator.name, back: owner ?? (of && 'initiative' in of ? of.initiative : null) } : null
}

/** 削除の確かめ — what goes, and why; the reason stays in the log. */
export async function showRemoval(staff: Staff): Promise<Response> {
  return removalPage(staff, { why: null, reason: '' }, 200)
}

export async function takeRemoval(staff: Staff): Promise<Response> {
  const reason = textOf(await staff.c.req.formData(), 'reason')
  const edit = { edit: 'removal' as const, id: staff.param('id') as RecordId }
  const before = await recordOf(staff)
  const done = await editPlan(staff.store, familyOf(staff), { edit, basis: null, reason }, staff.act('plan.edit'))
  if (!done.ok) {
    const missing = done.problem.kind === 'reason-missing' || done.problem.kind === 'change-reason-missing'
    return removalPage(staff, { why: planRefusalText(done.problem), reason }, missing ? 422 : 409)
  }
  const back = before && namedIn(before, edit.id)?.back
  const page =
    back && back !== edit.id ? paths.staff.initiative(staff.code, familyOf(staff), back) : paths.staff.plan(staff.code, familyOf(staff))
  return staff.go(`${page}?done=removed`)
}

async function removalPage(staff: Staff, said: { why: string | null; reason: string }, status: 200 | 409 | 422): Promise<Response> {
  const record = await recordOf(staff)
  if (!record) return noPlan(staff)
  const id = staff.param('id')
  const thing = namedIn(record, id)
  if (!thing) return noThing(staff)
  const family = familyOf(staff)
  const back = thing.back ? paths.staff.initiative(staff.code, family, thing.back) : paths.staff.plan(staff.code, family)
  const title = `${thing.kind}を削除する`
  const action = paths.staff.planRemoval(staff.code, family, id)
  return staff.show(
    <StaffFrame
      staff={staff}
      title={said.why ? `削除できません：${title}` : title}
      crumbs={[...crumbsOf(staff, planTitle(record.plans)), { name: title, href: action }]}
    >
      <h1>{title}</h1>
      {said.why && (
        <Refusal>
          <p>{said.why}</p>
        </Refusal>
      )}
      <p>
        {thing.kind}「<strong>{thing.title}</strong>」を計画から削除します。公表した版には残ります。
      </p>
      <RemovalForm action={action} reason={said.reason} back={back} />
    </StaffFrame>,
    status,
  )
}

const RemovalForm = ({ action, reason, back }: { action: string; reason: string; back: string }): ReactNode => (
  <form method="post" action={action} className="edit">
    <ReasonField id="reason" reason={{ text: reason, required: true }} label="削除の理由" help="変更の記録に残ります。" />
    <p className="buttons">
      <button type="submit">削除する</button>
      <a href={back}>削除せずに戻る</a>
    </p>
  </form>
)
