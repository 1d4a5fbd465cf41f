import type { ReactNode } from 'react'
import { CandidateTable, CriterionCounts, UnclearLists } from '../../../publish/site/following-retirement.tsx'
import { basisOf } from '../../../reform/plan-edit.ts'
import { yearShort } from '../../../report/figures.ts'
import { criterionForm, drawnCriterion } from '../../../report/following-forms.ts'
import { followingYears } from '../../../report/following-years.ts'
import { retirementList } from '../../../report/retirement-list.ts'
import { followingRefusalText, followingWords as words } from '../../../report/wording-following.ts'
import { judgementsOf } from '../../../store/judgement.ts'
import { loadFigures, type PlanOutline } from '../../../store/record-excerpt.ts'
import { criteriaOf, scalesOf } from '../../../store/scale.ts'
import { removeCriterion, wordChoices, writeCriterion } from '../../../workflows/write-criterion.ts'
import { paths } from '../../paths.ts'
import { textOf } from '../plans/typed.ts'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'
import { doneIn, FollowingFrame, familyOf, gathered, hrefsOf, noPlan, notFound, YearChoice } from './desk.tsx'
import { Buttons, changedSince, FormFields, type Shown, shown, textsIn } from './fields.tsx'

/** 廃止の基準と候補 — what the criteria catch in a year; a candidate leads on to the judgement, never to an end. */
export async function showRetirement(staff: Staff): Promise<Response> {
  const family = familyOf(staff)
  const found = await staff.store.reading(staff.code, async (db) => {
    const record = await loadFigures(db, family)
    return (
      record && {
        record,
        scales: await scalesOf(db, family),
        criteria: await criteriaOf(db, family),
        judgements: await judgementsOf(db, family),
      }
    )
  })
  if (!found) return noPlan(staff)
  const { record } = found
  const { years, year } = followingYears(record, found.judgements, staff.query('year'))
  const list = retirementList(record, found, year)
  const here = paths.staff.retirement(staff.code, family)
  const managing = staff.may('evaluation.manage')
  return staff.show(
    <FollowingFrame staff={staff} plans={record.plans} title={words.retirement} here={here} done={doneIn(staff)}>
      <p>{words.retirementHelp}</p>
      <YearChoice action={here} years={years.map((one) => ({ year: one, name: yearShort(one) }))} chosen={year} />
      <h2>候補</h2>
      {list.criteria.length === 0 ? (
        <p className="none">廃止の基準がまだないため、候補はありません。</p>
      ) : (
        <CandidateTable
          list={list}
          href={hrefsOf(staff)}
          action={({ initiative }) => <Next staff={staff} id={initiative.id} year={year} name={initiative.name} />}
        />
      )}
      <h2>基準</h2>
      {managing && (
        <p>
          <a href={paths.staff.newCriterion(staff.code, family)}>{words.newCriterion}</a>
        </p>
      )}
      <CriterionCounts
        list={list}
        {...(managing ? { action: (id: string, name: string) => <EditLink staff={staff} id={id} name={name} /> } : {})}
      />
      <UnclearLists list={list} href={hrefsOf(staff)} />
    </FollowingFrame>,
  )
}

/** From a candidate one goes to the judgement. */
const Next = ({ staff, id, year, name }: { staff: Staff; id: string; year: number; name: string }): ReactNode => (
  <a href={`${paths.staff.initiativeJudging(staff.code, familyOf(staff), id)}?year=${year}`}>
    評価する<span className="unseen">{`：${name}`}</span>
  </a>
)

const EditLink = ({ staff, id, name }: { staff: Staff; id: string; name: string }): ReactNode => (
  <a href={paths.staff.criterion(staff.code, familyOf(staff), id)}>
    直す<span className="unseen">{`：${name}`}</span>
  </a>
)

// 基準の様式

type At = { staff: Staff; plans: PlanOutline['plans']; id: string | null; state: Shown }

async function criterionAt(staff: Staff, isNew: boolean): Promise<At | Response> {
  const family = familyOf(staff)
  const found = await gathered(staff, async (db) => ({ scales: await scalesOf(db, family), criteria: await criteriaOf(db, family) }))
  if (!found) return noPlan(staff)
  const form = criterionForm(wordChoices(found.scales))
  const { plans } = found.outline
  if (isNew) return { staff, plans, id: null, state: shown(form, { kind: 'targets-missed', years: '2' }, null) }
  const criterion = found.criteria.find(({ id }) => id === staff.param('id'))
  if (!criterion) return notFound(staff)
  return { staff, plans, id: criterion.id, state: shown(form, drawnCriterion(criterion), basisOf(criterion)) }
}

function page({ staff, plans, id }: At, state: Shown, status: 200 | 409 | 422): Response {
  const family = familyOf(staff)
  const above = { name: words.retirement, href: paths.staff.retirement(staff.code, family) }
  const here = id === null ? paths.staff.newCriterion(staff.code, family) : paths.staff.criterion(staff.code, family, id)
  const title = id === null ? words.newCriterion : '廃止の基準を直す'
  return staff.show(
    <FollowingFrame staff={staff} plans={plans} title={title} here={here} above={above} why={state.why}>
      <form method="post" action={here} className="edit">
        <FormFields id="criterion" state={state} />
        <Buttons submit="基準を保存する" cancel={above.href} />
      </form>
      {id !== null && (
        <form method="post" action={paths.staff.criterionRemoval(staff.code, family, id)}>
          <input type="hidden" name="basis" value={state.basis ?? ''} />
          <button type="submit" className="light">
            この基準を取り消す
          </button>
        </form>
      )}
    </FollowingFrame>,
    status,
  )
}

export async function showCriterion(staff: Staff, isNew: boolean): Promise<Response> {
  const at = await criterionAt(staff, isNew)
  return at instanceof Response ? at : page(at, at.state, 200)
}

/** 廃止の基準を書く */
export async function takeCriterion(staff: Staff, isNew: boolean): Promise<Response> {
  const at = await criterionAt(staff, isNew)
  if (at instanceof Response) return at
  const data = await staff.c.req.formData()
  const typed = textsIn(at.state.form, data)
  const said = { id: at.id, basis: textOf(data, 'basis') || null, typed }
  const done = await writeCriterion(staff.store, familyOf(staff), said, staff.act('evaluation.manage'))
  if (done.ok) return staff.go(`${paths.staff.retirement(staff.code, familyOf(staff))}?done=1`)
  const { problem } = done
  const state = { ...at.state, typed, why: followingRefusalText(problem) }
  if (problem.kind === 'faults') return page(at, { ...state, faults: problem.faults }, 422)
  if (problem.kind !== 'changed-meanwhile') return refused(staff, state.why, 409)
  return page(at, changedSince(state, drawnCriterion(problem.now), basisOf(problem.now), state.why), 409)
}

/** 廃止の基準を取り消す */
export async function takeCriterionRemoval(staff: Staff): Promise<Response> {
  const seen = { id: staff.param('id'), basis: textOf(await staff.c.req.formData(), 'basis') }
  const done = await removeCriterion(staff.store, familyOf(staff), seen, staff.act('evaluation.manage'))
  if (done.ok) return staff.go(`${paths.staff.retirement(staff.code, familyOf(staff))}?done=removed`)
  return refused(staff, followingRefusalText(done.problem), done.problem.kind === 'not-found' ? 404 : 409)
}
