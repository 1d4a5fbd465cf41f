import { randomUUID } from 'node:crypto'
import type { ReactElement } from 'react'
import { basisOf } from '../../../reform/plan-edit.ts'
import type { Scale, ScaleId } from '../../../reform/scale.ts'
import { offered, type Typed, typedDifferences, withMoreRows } from '../../../report/edit-form.ts'
import { foundWords } from '../../../report/found-words.ts'
import type { JudgingFacts } from '../../../report/judging-board.ts'
import { drawnScale, firstScale, SCALE_FORM, scaleSaid } from '../../../report/scale-forms.ts'
import { judgingWords, scaleRefusalText } from '../../../report/wording-judging.ts'
import { removeScale, saveScaleEdit } from '../../../workflows/edit-judging-rules.ts'
import { paths } from '../../paths.ts'
import { FormPage } from '../plans/form-page.tsx'
import { planTitle } from '../plans/plan-serving.tsx'
import { type FormState, familyOf } from '../plans/serve-edit.tsx'
import { textOf, typedIn } from '../plans/typed.ts'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'
import { rulesCrumbs } from './crumbs.ts'
import { factsOf } from './facts.ts'
import { RemovalForm } from './removal-form.tsx'

/** The form of a scale: of this one, or, where there is none, of a new one. */
type Drawing = { staff: Staff; facts: JudgingFacts; scale: Scale | null }

export const noPlan = (staff: Staff): Response => refused(staff, judgingWords.noPlan, 404)
export const noThing = (staff: Staff): Response => refused(staff, judgingWords.noThing, 404)

const stateOf = (typed: Typed, basis: string | null): FormState => ({
  ...{ form: SCALE_FORM, typed: offered(SCALE_FORM, typed), basis },
  ...{ faults: [], why: null, differences: [], reason: { text: '', required: false } },
})

function page({ staff, facts, scale }: Drawing, state: FormState): ReactElement {
  const family = familyOf(staff)
  const title = scale ? `尺度「${scale.name}」を直す` : judgingWords.newScale
  return (
    <FormPage
      staff={staff}
      title={title}
      crumbs={rulesCrumbs(staff, planTitle(facts.record.plans))}
      state={state}
      action={scale ? paths.staff.scale(staff.code, family, scale.id) : paths.staff.newScale(staff.code, family)}
      cancel={paths.staff.judgingRules(staff.code, family)}
      before={
        <p>
          評語は良いものから順に並べます。「共通の状態」は、ほかの計画やほかの自治体と比べるときの読み替えです。「継続」のように進み具合を言わない評語は「状況を表さない」にします。
        </p>
      }
      after={
        scale && (
          <RemovalForm
            action={paths.staff.scaleRemoval(staff.code, family, scale.id)}
            basis={basisOf(scale)}
            what="この尺度を消す"
            note="どこかで使われている尺度は消せません。"
          />
        )
      }
    />
  )
}

export async function showNewScale(staff: Staff): Promise<Response> {
  const facts = await factsOf(staff, familyOf(staff))
  if (!facts) return noPlan(staff)
  const typed = firstScale(staff.query('from'), foundWords(facts.record.initiatives, facts.scales))
  return staff.show(page({ staff, facts, scale: null }, stateOf(typed, null)))
}

export async function showScale(staff: Staff): Promise<Response> {
  const facts = await factsOf(staff, familyOf(staff))
  if (!facts) return noPlan(staff)
  const scale = facts.scales.find(({ id }) => id === staff.param('id'))
  if (!scale) return noThing(staff)
  return staff.show(page({ staff, facts, scale }, stateOf(drawnScale(scale), basisOf(scale))))
}

export const takeNewScale = (staff: Staff): Promise<Response> => take(staff, null)
export const takeScale = (staff: Staff): Promise<Response> => take(staff, staff.param('id') as ScaleId)

/** Saved and sent on, or back with everything that was typed. */
async function take(staff: Staff, id: ScaleId | null): Promise<Response> {
  const family = familyOf(staff)
  const data = await staff.c.req.formData()
  const typed = typedIn(SCALE_FORM, data)
  const basis = id === null ? null : textOf(data, 'basis')
  const more = textOf(data, 'more')
  const again = async (change: (drawing: Drawing) => Partial<FormState>, status: 200 | 409 | 422): Promise<Response> => {
    const facts = await factsOf(staff, family)
    if (!facts) return noPlan(staff)
    const scale = facts.scales.find((one) => one.id === id) ?? null
    if (id !== null && !scale) return noThing(staff)
    const drawing = { staff, facts, scale }
    return staff.show(page(drawing, { ...stateOf(typed, basis), typed, ...change(drawing) }), status)
  }
  if (more !== '') return again(() => ({ typed: withMoreRows(SCALE_FORM, typed, more) }), 200)
  const said = { id: id ?? (`scale-${randomUUID().slice(0, 8)}` as ScaleId), said: scaleSaid(typed), basis }
  const done = await saveScaleEdit(staff.store, family, said, staff.act('evaluation.manage'))
  if (done.ok) return staff.go(`${paths.staff.judgingRules(staff.code, family)}?done=saved#${done.value.id}`)
  const { problem } = done
  const why = scaleRefusalText(problem)
  if (problem.kind === 'not-found') return noThing(staff)
  if (problem.kind === 'edit-faults') return again(() => ({ why, faults: problem.faults }), 422)
  if (problem.kind !== 'changed-meanwhile') return again(() => ({ why }), 409)
  const { now } = problem
  if (!now) return refused(staff, judgingWords.noThing, 409)
  return again(() => ({ why, basis: basisOf(now), differences: typedDifferences(SCALE_FORM, drawnScale(now), typed) }), 409)
}

export async function takeScaleRemoval(staff: Staff): Promise<Response> {
  const family = familyOf(staff)
  const basis = textOf(await staff.c.req.formData(), 'basis')
  const id = staff.param('id') as ScaleId
  const gone = await removeScale(staff.store, family, { id, basis }, staff.act('evaluation.manage'))
  if (gone.ok) return staff.go(`${paths.staff.judgingRules(staff.code, family)}?done=removed`)
  if (gone.problem.kind === 'not-found') return noThing(staff)
  const why = gone.problem.kind === 'changed-meanwhile' ? judgingWords.removalChanged : scaleRefusalText(gone.problem)
  return refused(staff, why, 409)
}
