import type { ReactNode } from 'react'
import { Badge } from '../../../kit/badge.tsx'
import { ImprovementFacts, improvementTone } from '../../../publish/site/following-improvements.tsx'
import { InitiativeLink } from '../../../publish/site/following-opinions.tsx'
import { IMPROVEMENT_STEPS, type Improvement, type ImprovementStep, stepsOfImprovement } from '../../../reform/improvement.ts'
import { drawnImprovement, improvementForm } from '../../../report/following-forms.ts'
import { improvementList } from '../../../report/improvement-list.ts'
import { followingRefusalText, followingWords as words } from '../../../report/wording-following.ts'
import { namesOf } from '../../../store/account.ts'
import { improvementsOf } from '../../../store/improvement.ts'
import { judgementsOf } from '../../../store/judgement.ts'
import type { PlanOutline } from '../../../store/record-excerpt.ts'
import { scalesOf } from '../../../store/scale.ts'
import { type CannotFollowImprovement, followImprovement, improvementBasis, mayFollow } from '../../../workflows/follow-improvement.ts'
import { paths } from '../../paths.ts'
import { textOf } from '../plans/typed.ts'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'
import { FollowingFrame, familyOf, gathered, hrefsOf, noPlan, notAllowed, notFound } from './desk.tsx'
import { changedSince, FormFields, type Shown, shown, textsIn } from './fields.tsx'

type At = {
  staff: Staff
  outline: PlanOutline
  improvement: Improvement
  row: ReturnType<typeof improvementList>['rows'][number]
}
/** what came back: the form of the plan, or the text of one of the other steps */
type Back = { write: Shown; step: ImprovementStep | null; text: string; why: string | null }

async function improvementAt(staff: Staff): Promise<At | 'no-plan' | 'not-found'> {
  const family = familyOf(staff)
  const found = await gathered(staff, async (db) => ({
    improvements: await improvementsOf(db, family),
    scales: await scalesOf(db, family),
    judgements: await judgementsOf(db, family),
    people: await namesOf(db),
  }))
  if (!found) return 'no-plan'
  const improvement = found.improvements.find(({ id }) => id === staff.param('id'))
  if (!improvement) return 'not-found'
  const named = { ...improvement, notes: improvement.notes.map((note) => ({ ...note, by: found.people.get(note.by) ?? note.by })) }
  const [row] = improvementList(found.outline.initiatives, { ...found, improvements: [named] }, staff.standing.day).rows
  return row ? { staff, outline: found.outline, improvement, row } : 'not-found'
}

const fresh = ({ improvement }: At): Back => ({
  write: shown(improvementForm, drawnImprovement(improvement), improvementBasis(improvement)),
  step: null,
  text: '',
  why: null,
})

/** 改善計画の頁 — what stands in it, and the steps that its state and this person's rights allow. */
export async function showImprovement(staff: Staff): Promise<Response> {
  const at = await improvementAt(staff)
  if (at === 'no-plan') return noPlan(staff)
  return at === 'not-found' ? notFound(staff) : page(at, fresh(at), 200)
}

function page(at: At, back: Back, status: 200 | 409 | 422): Response {
  const { staff, outline, improvement, row } = at
  const family = familyOf(staff)
  const steps = stepsOfImprovement(improvement).filter((step) => mayFollow(staff.standing, improvement, step))
  const title = `改善計画：${row.initiative.name}`
  return staff.show(
    <FollowingFrame
      staff={staff}
      plans={outline.plans}
      title={title}
      here={paths.staff.improvement(staff.code, family, improvement.id)}
      above={{ name: words.improvements, href: paths.staff.improvements(staff.code, family) }}
      why={back.why}
      done={staff.query('done') === '' ? null : words.saved}
    >
      <p>
        <Badge tone={improvementTone(row)}>{row.stateName}</Badge> <InitiativeLink initiative={row.initiative} href={hrefsOf(staff)} />
      </p>
      {row.stands.changed && <p className="notice">{`${row.stands.text}。書かれた内容があるため、この計画は残しています。`}</p>}
      <ImprovementFacts row={row} />
      {steps.includes('write') && <WriteForm at={at} state={back.write} />}
      {steps
        .filter((step) => step !== 'write')
        .map((step) => (
          <StepForm key={step} at={at} step={step} text={back.step === step ? back.text : ''} />
        ))}
      {steps.length === 0 && <p className="none">あなたの役割で、いまできることはありません。</p>}
    </FollowingFrame>,
    status,
  )
}

const actionOf = ({ staff, improvement }: At, step: ImprovementStep): string =>
  paths.staff.improvementStep(staff.code, familyOf(staff), improvement.id, step)

const WriteForm = ({ at, state }: { at: At; state: Shown }): ReactNode => (
  <section>
    <h2>{at.improvement.state === 'asked' ? '内容を書く' : '内容を直す'}</h2>
    <form method="post" action={actionOf(at, 'write')} className="edit">
      <FormFields id="improvement" state={state} />
      <p className="buttons">
        <button type="submit">{STEPS.write.button}</button>
      </p>
    </form>
  </section>
)

const STEPS: Record<ImprovementStep, { title: string; label: string; help: string; button: string }> = {
  write: { title: '内容を書く', label: '', help: '', button: '内容を保存する' },
  start: {
    title: '着手する',
    label: '',
    help: '保存した課題・原因、改善策、期限で取組を始めます。着手すると、内容は次の公表版に載ります。',
    button: '着手する',
  },
  note: { title: '経過を加える', label: '経過（必須）', help: words.noteHelp, button: '経過を加える' },
  close: {
    title: '完了にする',
    label: '結果（必須）',
    help: '改善策の結果、何がどう変わったかを書きます。次の公表版に載ります。',
    button: '完了にする',
  },
  reopen: {
    title: '再開する',
    label: '再開の理由（必須）',
    help: '理由は経過に加わります。書かれていた結果は消えますが、変更の記録に残ります。',
    button: '再開する',
  },
}

function StepForm({ at, step, text }: { at: At; step: ImprovementStep; text: string }): ReactNode {
  const { title, label, help, button } = STEPS[step]
  const id = `step-${step}`
  return (
    <section>
      <h2>{title}</h2>
      <form method="post" action={actionOf(at, step)} className="edit">
        {label === '' ? (
          <p>{help}</p>
        ) : (
          <p className="field">
            <label htmlFor={id}>{label}</label>
            <small id={`${id}-help`}>{help}</small>
            <textarea id={id} name="text" rows={3} defaultValue={text} aria-describedby={`${id}-help`} required />
          </p>
        )}
        <p className="buttons">
          <button type="submit">{button}</button>
        </p>
      </form>
    </section>
  )
}

/** 手続を取る */
export async function takeStepOfImprovement(staff: Staff): Promise<Response> {
  const step = IMPROVEMENT_STEPS.find((one) => one === staff.param('step'))
  const at = await improvementAt(staff)
  if (at === 'no-plan') return noPlan(staff)
  if (at === 'not-found' || !step) return notFound(staff)
  const data = await staff.c.req.formData()
  const typed = textsIn(improvementForm, data)
  const text = textOf(data, 'text')
  const said = { id: at.improvement.id, step, basis: textOf(data, 'basis') || null, typed: { ...typed, text } }
  const done = await followImprovement(staff.store, familyOf(staff), said, staff.act('improvement.write'))
  if (done.ok) return staff.go(`${paths.staff.improvement(staff.code, familyOf(staff), at.improvement.id)}?done=1`)
  return again(at, { step, text, typed }, done.problem)
}

function again(
  at: At,
  { step, text, typed }: { step: ImprovementStep; text: string; typed: Record<string, string> },
  problem: CannotFollowImprovement,
): Response {
  const why = followingRefusalText(problem)
  if (problem.kind === 'not-allowed') return notAllowed(at.staff)
  if (problem.kind === 'not-found') return refused(at.staff, why, 409)
  const back = fresh(at)
  const write = step === 'write' ? { ...back.write, typed } : back.write
  if (problem.kind === 'changed-meanwhile') {
    const { now } = problem
    return page(at, { ...back, step, text, why, write: changedSince(write, drawnImprovement(now), improvementBasis(now), why) }, 409)
  }
  const faults =
    problem.kind === 'faults'
      ? problem.faults
      : problem.kind === 'incomplete'
        ? problem.missing.map((field) => ({ field, kind: 'missing' as const }))
        : []
  return page(at, { ...back, step, text, why, write: { ...write, faults } }, problem.kind === 'cannot-step' ? 409 : 422)
}
