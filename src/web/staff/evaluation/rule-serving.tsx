import { randomUUID } from 'node:crypto'
import type { ReactElement } from 'react'
import type { JudgementRule, RuleId } from '../../../reform/judgement.ts'
import { basisOf } from '../../../reform/plan-edit.ts'
import type { Scale } from '../../../reform/scale.ts'
import { type EditForm, offered, type Typed, typedDifferences, withMoreRows } from '../../../report/edit-form.ts'
import type { JudgingFacts } from '../../../report/judging-board.ts'
import { drawnRule, indicatorChoices, ruleForm, ruleSaid, yearsOfPlans } from '../../../report/rule-forms.ts'
import { judgingWords, ruleRefusalText } from '../../../report/wording-judging.ts'
import { removeRule, saveRuleEdit } from '../../../workflows/edit-judging-rules.ts'
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
import { noPlan, noThing } from './scale-serving.tsx'

type Drawing = { staff: Staff; facts: JudgingFacts; scale: Scale; rule: JudgementRule | null; form: EditForm }

const knownOf = ({ record }: JudgingFacts, scale: Scale) => ({
  scale,
  indicators: indicatorChoices(record.indicators, record.initiatives),
  years: yearsOfPlans(record.plans),
})

/** The rule of the address, or a new one for the scale that is asked for. */
async function drawingOf(staff: Staff, id: RuleId | null): Promise<Drawing | Response> {
  const facts = await factsOf(staff, familyOf(staff))
  if (!facts) return noPlan(staff)
  const rule = facts.rules.find((one) => one.id === id) ?? null
  const asked = rule?.scale ?? staff.query('scale')
  const scale = facts.scales.find((one) => one.id === asked)
  if (!scale || (id !== null && !rule)) return noThing(staff)
  return { staff, facts, scale, rule, form: ruleForm(knownOf(facts, scale)) }
}

const stateOf = (form: EditForm, typed: Typed, basis: string | null): FormState => ({
  ...{ form, typed: offered(form, typed), basis },
  ...{ faults: [], why: null, differences: [], reason: { text: '', required: false } },
})
const firstState = ({ facts, scale, rule, form }: Drawing): FormState =>
  stateOf(form, drawnRule(knownOf(facts, scale), rule), rule && basisOf(rule))

function page({ staff, facts, scale, rule }: Drawing, state: FormState): ReactElement {
  const family = familyOf(staff)
  const { code } = staff
  return (
    <FormPage
      staff={staff}
      title={rule ? `判定基準「${rule.name}」を直す` : `尺度「${scale.name}」の判定基準を作る`}
      crumbs={rulesCrumbs(staff, planTitle(facts.record.plans))}
      state={state}
      action={rule ? paths.staff.judgementRule(code, family, rule.id) : `${paths.staff.newJudgementRule(code, family)}?scale=${scale.id}`}
      cancel={paths.staff.judgingRules(code, family)}
      before={
        <p>
          下限を書いた評語は、値がその割合以上のときに提案します。それより下の評語の一つに「それ未満のすべて」の印を付けます。どちらもない評語は提案しません。判定案は提案であり、決めるのは人です。
        </p>
      }
      after={
        rule && (
          <RemovalForm
            action={paths.staff.judgementRuleRemoval(code, family, rule.id)}
            basis={basisOf(rule)}
            what="この判定基準を消す"
            note="これまでの判定案は、評価とともに残ります。"
          />
        )
      }
    />
  )
}

async function show(staff: Staff, id: RuleId | null): Promise<Response> {
  const drawing = await drawingOf(staff, id)
  return drawing instanceof Response ? drawing : staff.show(page(drawing, firstState(drawing)))
}
export const showNewRule = (staff: Staff): Promise<Response> => show(staff, null)
export const showRule = (staff: Staff): Promise<Response> => show(staff, staff.param('id') as RuleId)
export const takeNewRule = (staff: Staff): Promise<Response> => take(staff, null)
export const takeRule = (staff: Staff): Promise<Response> => take(staff, staff.param('id') as RuleId)

/** Saved and sent on, or back with everything that was typed. */
async function take(staff: Staff, id: RuleId | null): Promise<Response> {
  const drawing = await drawingOf(staff, id)
  if (drawing instanceof Response) return drawing
  const { scale, form, facts } = drawing
  const family = familyOf(staff)
  const data = await staff.c.req.formData()
  const typed = typedIn(form, data)
  const basis = id === null ? null : textOf(data, 'basis')
  const again = (change: Partial<FormState>, status: 200 | 409 | 422): Response =>
    staff.show(page(drawing, { ...stateOf(form, typed, basis), typed, ...change }), status)
  const more = textOf(data, 'more')
  if (more !== '') return again({ typed: withMoreRows(form, typed, more) }, 200)
  const said = { id: id ?? (`rule-${randomUUID().slice(0, 8)}` as RuleId), said: ruleSaid(typed, scale), basis }
  const done = await saveRuleEdit(staff.store, family, said, staff.act('evaluation.manage'))
  if (done.ok) return staff.go(`${paths.staff.judgingRules(staff.code, family)}?done=saved#${done.value.id}`)
  const { problem } = done
  const why = ruleRefusalText(problem)
  if (problem.kind === 'edit-faults') return again({ why, faults: problem.faults }, 422)
  if (problem.kind === 'scale-has-rule') return again({ why }, 409)
  if (problem.kind !== 'changed-meanwhile' || !problem.now) return refused(staff, why, 409)
  const differences = typedDifferences(form, drawnRule(knownOf(facts, scale), problem.now), typed)
  return again({ why, basis: basisOf(problem.now), differences }, 409)
}

export async function takeRuleRemoval(staff: Staff): Promise<Response> {
  const family = familyOf(staff)
  const basis = textOf(await staff.c.req.formData(), 'basis')
  const gone = await removeRule(staff.store, family, { id: staff.param('id') as RuleId, basis }, staff.act('evaluation.manage'))
  if (gone.ok) return staff.go(`${paths.staff.judgingRules(staff.code, family)}?done=removed`)
  if (gone.problem.kind === 'not-found') return noThing(staff)
  return refused(staff, gone.problem.kind === 'changed-meanwhile' ? judgingWords.removalChanged : ruleRefusalText(gone.problem), 409)
}
