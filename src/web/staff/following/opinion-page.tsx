import type { ReactNode } from 'react'
import { OpinionPairs } from '../../../publish/site/following-opinions.tsx'
import { leadSection } from '../../../reform/lead-section.ts'
import { type Opinion, opinionState } from '../../../reform/opinion.ts'
import { basisOf } from '../../../reform/plan-edit.ts'
import { drawnOpinion, drawnResponse, opinionForm, responseForm } from '../../../report/following-forms.ts'
import { opinionList } from '../../../report/opinion-list.ts'
import { followingRefusalText, followingWords as words } from '../../../report/wording-following.ts'
import { opinionsOf } from '../../../store/opinion.ts'
import type { PlanOutline } from '../../../store/record-excerpt.ts'
import { answerOpinion, type CannotRecordOpinion, mayAnswer, recordOpinion, takeBackOpinion } from '../../../workflows/record-opinion.ts'
import { paths } from '../../paths.ts'
import { textOf } from '../plans/typed.ts'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'
import { FollowingFrame, familyOf, gathered, hrefsOf, initiativeIn, noPlan, notAllowed, notFound, sectionsIn } from './desk.tsx'
import { Buttons, changedSince, FormFields, type Shown, shown, textsIn } from './fields.tsx'

/** The two forms of the page; one of them may have come back. */
type Forms = { edit: Shown | null; answer: Shown | null }
type At = { staff: Staff; outline: PlanOutline; opinion: Opinion }
type Status = 200 | 409 | 422

const formsOf = ({ staff, outline, opinion }: At): Forms => {
  const basis = basisOf(opinion)
  const it = initiativeIn(outline, opinion.initiative)
  const answers = opinionState(opinion) !== 'selected' && mayAnswer(staff.standing, sectionsIn(outline, opinion.initiative))
  return {
    edit: staff.may('evaluation.manage') ? shown(opinionForm(outline.initiatives), drawnOpinion(opinion), basis) : null,
    answer: answers ? shown(responseForm, drawnResponse(opinion.response, it && leadSection(it.sections)), basis) : null,
  }
}

const opinionAt = async (staff: Staff): Promise<At | 'no-plan' | 'not-found'> => {
  const found = await gathered(staff, async (db) => ({ opinions: await opinionsOf(db, familyOf(staff)) }))
  if (!found) return 'no-plan'
  const opinion = found.opinions.find(({ id }) => id === staff.param('id'))
  return opinion ? { staff, outline: found.outline, opinion } : 'not-found'
}

/** 意見の頁 — the opinion beside its response, and the form of whichever this person may write. */
export async function showOpinion(staff: Staff): Promise<Response> {
  const at = await opinionAt(staff)
  if (at === 'no-plan') return noPlan(staff)
  return at === 'not-found' ? notFound(staff) : page(at, formsOf(at), 200)
}

function page(at: At, forms: Forms, status: Status): Response {
  const { staff, outline, opinion } = at
  const here = paths.staff.opinion(staff.code, familyOf(staff), opinion.id)
  const rows = opinionList(outline.initiatives, [opinion]).rows
  const title = `意見と対応：${rows[0]?.initiative?.name ?? words.ofPlan}`
  return staff.show(
    <FollowingFrame
      staff={staff}
      plans={outline.plans}
      title={title}
      here={here}
      above={{ name: words.opinions, href: paths.staff.opinions(staff.code, familyOf(staff)) }}
      why={forms.answer?.why ?? forms.edit?.why}
      done={staff.query('done') === '' ? null : words.saved}
    >
      <OpinionPairs rows={rows} href={hrefsOf(staff)} heading="h2" />
      {forms.answer && <AnswerForm at={at} state={forms.answer} />}
      {forms.edit && <EditForm at={at} state={forms.edit} />}
    </FollowingFrame>,
    status,
  )
}

function AnswerForm({ at, state }: { at: At; state: Shown }): ReactNode {
  const { staff, opinion } = at
  return (
    <section>
      <h2>対応を書く</h2>
      <form method="post" action={paths.staff.opinionResponse(staff.code, familyOf(staff), opinion.id)} className="edit">
        <FormFields id="answer" state={state} />
        <p className="buttons">
          <button type="submit" name="final" value="on">
            対応として記録する
          </button>
          <button type="submit" className="light">
            {opinionState(opinion) === 'answered' ? '下書きに戻す' : '下書きとして保存する'}
          </button>
        </p>
      </form>
    </section>
  )
}

function EditForm({ at: { staff, opinion }, state }: { at: At; state: Shown }): ReactNode {
  const family = familyOf(staff)
  return (
    <section>
      <h2>意見を直す</h2>
      <form method="post" action={paths.staff.opinion(staff.code, family, opinion.id)} className="edit">
        <FormFields id="opinion" state={state} />
        <Buttons submit="意見を保存する" cancel={paths.staff.opinions(staff.code, family)} />
      </form>
      {opinionState(opinion) !== 'answered' && (
        <form method="post" action={paths.staff.opinionRemoval(staff.code, family, opinion.id)}>
          <button type="submit" className="light">
            {opinionState(opinion) === 'selected' ? 'この選定を取り消す' : 'この意見を取り消す'}
          </button>
        </form>
      )}
    </section>
  )
}

/** Back with everything that was typed, or a page that says why not. */
function again(at: At, form: 'edit' | 'answer', typed: Record<string, string>, problem: CannotRecordOpinion): Response {
  const { staff, outline } = at
  const why = followingRefusalText(problem)
  if (problem.kind === 'not-allowed') return notAllowed(staff)
  const forms = formsOf(at)
  const own = forms[form]
  if (!own || problem.kind === 'not-found') return refused(staff, why, 409)
  const state: Shown = { ...own, typed, why }
  if (problem.kind === 'faults') return page(at, { ...forms, [form]: { ...state, faults: problem.faults } }, 422)
  if (problem.kind !== 'changed-meanwhile') return page(at, { ...forms, [form]: state }, 409)
  const { now } = problem
  const it = initiativeIn(outline, now.initiative)
  const drawn = form === 'edit' ? drawnOpinion(now) : drawnResponse(now.response, it && leadSection(it.sections))
  return page({ ...at, opinion: now }, { ...formsOf({ ...at, opinion: now }), [form]: changedSince(state, drawn, basisOf(now), why) }, 409)
}

/** 意見を直す */
export async function takeOpinion(staff: Staff): Promise<Response> {
  const at = await opinionAt(staff)
  if (at === 'no-plan') return noPlan(staff)
  if (at === 'not-found') return notFound(staff)
  const data = await staff.c.req.formData()
  const typed = textsIn(opinionForm(at.outline.initiatives), data)
  const said = { id: at.opinion.id, basis: textOf(data, 'basis'), typed }
  const done = await recordOpinion(staff.store, familyOf(staff), said, staff.act('evaluation.manage'))
  if (done.ok) return staff.go(`${paths.staff.opinion(staff.code, familyOf(staff), at.opinion.id)}?done=1`)
  return again(at, 'edit', typed, done.problem)
}

/** 対応を書く */
export async function takeResponse(staff: Staff): Promise<Response> {
  const at = await opinionAt(staff)
  if (at === 'no-plan') return noPlan(staff)
  if (at === 'not-found') return notFound(staff)
  const data = await staff.c.req.formData()
  const typed = textsIn(responseForm, data)
  const said = { id: at.opinion.id, basis: textOf(data, 'basis'), typed, final: data.has('final') }
  const done = await answerOpinion(staff.store, familyOf(staff), said, staff.act('opinion.answer'))
  if (done.ok) return staff.go(`${paths.staff.opinion(staff.code, familyOf(staff), at.opinion.id)}?done=1`)
  return again(at, 'answer', typed, done.problem)
}

/** 意見を取り消す */
export async function takeBack(staff: Staff): Promise<Response> {
  const done = await takeBackOpinion(staff.store, familyOf(staff), staff.param('id'), staff.act('evaluation.manage'))
  if (done.ok) return staff.go(`${paths.staff.opinions(staff.code, familyOf(staff))}?done=removed`)
  return refused(staff, followingRefusalText(done.problem), done.problem.kind === 'not-found' ? 404 : 409)
}

// 新しい意見

function newPage(staff: Staff, outline: PlanOutline, state: Shown, status: Status): Response {
  const family = familyOf(staff)
  const here = paths.staff.newOpinion(staff.code, family)
  const above = { name: words.opinions, href: paths.staff.opinions(staff.code, family) }
  return staff.show(
    <FollowingFrame staff={staff} plans={outline.plans} title={words.newOpinion} here={here} above={above} why={state.why}>
      <p>
        {'幾つもあるときは、'}
        <a href={paths.staff.opinionTable(staff.code, family)}>表から貼り付けられます</a>。
      </p>
      <form method="post" action={here} className="edit">
        <FormFields id="opinion" state={state} />
        <Buttons submit="意見を加える" cancel={above.href} />
      </form>
    </FollowingFrame>,
    status,
  )
}

export async function showNewOpinion(staff: Staff): Promise<Response> {
  const found = await gathered(staff, async () => ({}))
  if (!found) return noPlan(staff)
  const typed = { initiative: staff.query('initiative'), stage: 'external' }
  return newPage(staff, found.outline, shown(opinionForm(found.outline.initiatives), typed, null), 200)
}

export async function takeNewOpinion(staff: Staff): Promise<Response> {
  const found = await gathered(staff, async () => ({}))
  if (!found) return noPlan(staff)
  const form = opinionForm(found.outline.initiatives)
  const typed = textsIn(form, await staff.c.req.formData())
  const done = await recordOpinion(staff.store, familyOf(staff), { id: null, basis: null, typed }, staff.act('evaluation.manage'))
  if (done.ok) return staff.go(`${paths.staff.opinion(staff.code, familyOf(staff), done.value.id)}?done=1`)
  const faults = done.problem.kind === 'faults' ? done.problem.faults : []
  return newPage(staff, found.outline, { ...shown(form, typed, null), faults, why: followingRefusalText(done.problem) }, 422)
}
