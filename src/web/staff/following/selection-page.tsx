import type { ReactNode } from 'react'
import type { EditFault } from '../../../reform/edit-rows.ts'
import { EVALUATION_STAGES } from '../../../reform/judgement.ts'
import { STAGE_NAMES, STAGES_IN_ORDER } from '../../../reform/judgement-evaluations.ts'
import { numbered } from '../../../report/initiative-sheet.ts'
import { followingRefusalText, followingWords as words } from '../../../report/wording-following.ts'
import type { PlanOutline } from '../../../store/record-excerpt.ts'
import { selectForOpinion } from '../../../workflows/record-opinion.ts'
import { paths } from '../../paths.ts'
import { Field } from '../plans/edit-fields.tsx'
import { textOf } from '../plans/typed.ts'
import type { Staff } from '../staff.ts'
import { FollowingFrame, familyOf, gathered, noPlan } from './desk.tsx'
import { Buttons } from './fields.tsx'

type Typed = { from: string; stage: string; year: string; initiatives: readonly string[] }
type State = { typed: Typed; faults: readonly EditFault[]; why: string | null }
const EMPTY: State = { typed: { from: '', stage: 'external', year: '', initiatives: [] }, faults: [], why: null }

/** 外部の点検にかける取組を選ぶ — each becomes an opinion that is asked and not said yet. */
export async function showSelection(staff: Staff): Promise<Response> {
  const found = await gathered(staff, async () => ({}))
  return found ? page(staff, found.outline, EMPTY, 200) : noPlan(staff)
}

export async function takeSelection(staff: Staff): Promise<Response> {
  const found = await gathered(staff, async () => ({}))
  if (!found) return noPlan(staff)
  const data = await staff.c.req.formData()
  const initiatives = data.getAll('initiatives').filter((one): one is string => typeof one === 'string')
  const typed = { from: textOf(data, 'from'), stage: textOf(data, 'stage'), year: textOf(data, 'year'), initiatives }
  const stage = EVALUATION_STAGES.find((one) => one === typed.stage) ?? 'external'
  const done = await selectForOpinion(staff.store, familyOf(staff), { ...typed, stage }, staff.act('evaluation.manage'))
  if (done.ok) return staff.go(`${paths.staff.opinions(staff.code, familyOf(staff))}?state=selected&done=1`)
  const faults = done.problem.kind === 'faults' ? done.problem.faults : []
  return page(staff, found.outline, { typed, faults, why: followingRefusalText(done.problem) }, 422)
}

function page(staff: Staff, outline: PlanOutline, { typed, faults, why }: State, status: 200 | 422): Response {
  const family = familyOf(staff)
  const here = paths.staff.opinionSelection(staff.code, family)
  const above = { name: words.opinions, href: paths.staff.opinions(staff.code, family) }
  const at = (path: string) => ({ id: `selection-${path}`, path, faults })
  const stages = STAGES_IN_ORDER.map((stage) => [stage, STAGE_NAMES[stage]] as const)
  return staff.show(
    <FollowingFrame staff={staff} plans={outline.plans} title={words.selection} here={here} above={above} why={why}>
      <p>{words.selectionHelp}</p>
      <form method="post" action={here} className="edit">
        <Field field={{ name: 'from', label: '意見を求める機関', kind: 'line', required: true }} value={typed.from} at={at('from')} />
        <Field field={{ name: 'stage', label: '段階', kind: 'choice', choices: stages }} value={typed.stage} at={at('stage')} />
        <Field
          field={{ name: 'year', label: '評価の対象となった年度', kind: 'short', required: true, help: words.yearHelp }}
          value={typed.year}
          at={at('year')}
        />
        <Choices outline={outline} chosen={typed.initiatives} />
        <Buttons submit="選んだ取組を意見待ちにする" cancel={above.href} />
      </form>
    </FollowingFrame>,
    status,
  )
}

const Choices = ({ outline, chosen }: { outline: PlanOutline; chosen: readonly string[] }): ReactNode => (
  <fieldset className="choices">
    <legend>取組</legend>
    {outline.initiatives.map((it) => (
      <p key={it.id} className="consent">
        <input type="checkbox" id={`choose-${it.id}`} name="initiatives" value={it.id} defaultChecked={chosen.includes(it.id)} />{' '}
        <label htmlFor={`choose-${it.id}`}>{numbered(it)}</label>
      </p>
    ))}
  </fieldset>
)
