import type { ReactNode } from 'react'
import { ReflectionSumTable, ReflectionTable } from '../../../publish/site/following-money.tsx'
import { decidedBy } from '../../../reform/decided.ts'
import { basisOf } from '../../../reform/plan-edit.ts'
import { asksReflection } from '../../../reform/scale.ts'
import { countText, yearShort } from '../../../report/figures.ts'
import { drawnReflection, reflectionForm } from '../../../report/following-forms.ts'
import { numbered } from '../../../report/initiative-sheet.ts'
import { type ReflectionRow, reflectionList } from '../../../report/reflection-list.ts'
import { followingRefusalText, followingWords as words } from '../../../report/wording-following.ts'
import type { Reader } from '../../../store/handles.ts'
import { reflectionsOf } from '../../../store/improvement.ts'
import { judgementsOf } from '../../../store/judgement.ts'
import type { PlanOutline } from '../../../store/record-excerpt.ts'
import { scalesOf } from '../../../store/scale.ts'
import { type CannotRecordReflection, mayReflect, recordReflection } from '../../../workflows/record-reflection.ts'
import { paths } from '../../paths.ts'
import { textOf } from '../plans/typed.ts'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'
import { doneIn, FollowingFrame, familyOf, gathered, hrefsOf, initiativeIn, noPlan, notAllowed, notFound, sectionsIn } from './desk.tsx'
import { Buttons, changedSince, FormFields, type Shown, shown, textsIn } from './fields.tsx'

const askOf = (staff: Staff) => async (db: Reader) => ({
  scales: await scalesOf(db, familyOf(staff)),
  judgements: await judgementsOf(db, familyOf(staff)),
  reflections: await reflectionsOf(db, familyOf(staff)),
})

/** 予算反映の一覧 — which decisions still lack a record, and the sums by budget year and decision. */
export async function showReflections(staff: Staff): Promise<Response> {
  const found = await gathered(staff, askOf(staff))
  if (!found) return noPlan(staff)
  const list = reflectionList(found.outline.initiatives, found)
  const only = staff.query('only') === 'lacking'
  const rows = only ? list.rows.filter(({ state }) => state === 'lacking' || state === 'word-changed') : list.rows
  const here = paths.staff.reflections(staff.code, familyOf(staff))
  return staff.show(
    <FollowingFrame staff={staff} plans={found.outline.plans} title={words.reflections} here={here} done={doneIn(staff)}>
      <p>{words.reflectionsHelp}</p>
      <ul className="ways">
        <li className="named">絞り込み</li>
        <li>
          <a href={here} aria-current={only ? undefined : 'true'}>{`すべて（${countText(list.rows.length)}件）`}</a>
        </li>
        <li>
          <a href={`${here}?only=lacking`} aria-current={only ? 'true' : undefined}>{`記録がまだのもの（${countText(list.lacking)}件）`}</a>
        </li>
      </ul>
      <ReflectionTable rows={rows} href={hrefsOf(staff)} action={(row) => <Action staff={staff} outline={found.outline} row={row} />} />
      <h2>合計</h2>
      {list.sums.years.length === 0 && <p className="none">額の記録はまだありません。</p>}
      <ReflectionSumTable sums={list.sums} />
    </FollowingFrame>,
  )
}

function Action({ staff, outline, row }: { staff: Staff; outline: PlanOutline; row: ReflectionRow }): ReactNode {
  const sections = sectionsIn(outline, row.initiative.id)
  if (row.state === 'not-asked' || !sections || !mayReflect(staff.standing, sections)) return null
  return (
    <a href={paths.staff.reflection(staff.code, familyOf(staff), String(row.fiscalYear), row.initiative.id)}>
      {row.state === 'lacking' ? '記録する' : '直す'}
      <span className="unseen">{`：${row.initiative.name}（${row.year}）`}</span>
    </a>
  )
}

type At = { staff: Staff; outline: PlanOutline; it: PlanOutline['initiatives'][number]; year: number; word: string; state: Shown }

async function reflectionAt(staff: Staff): Promise<At | Response> {
  const found = await gathered(staff, askOf(staff))
  if (!found) return noPlan(staff)
  const { outline, scales, judgements, reflections } = found
  const it = initiativeIn(outline, staff.param('id'))
  const year = Number(staff.param('year'))
  if (!it) return notFound(staff)
  if (!mayReflect(staff.standing, it.sections)) return notAllowed(staff)
  const decided = decidedBy('decision', scales, judgements).find((one) => one.initiative === it.id && one.fiscalYear === year)
  if (!decided || !asksReflection(decided.grade)) return refused(staff, followingRefusalText({ kind: 'not-asked' }), 409)
  const reflection = reflections.find((one) => one.initiative === it.id && one.fiscalYear === year) ?? null
  const state = shown(reflectionForm, drawnReflection(reflection, year), basisOf(reflection))
  return { staff, outline, it, year, word: decided.grade.word, state }
}

function page({ staff, outline, it, year, word }: At, state: Shown, status: 200 | 409 | 422): Response {
  const family = familyOf(staff)
  const above = { name: words.reflections, href: paths.staff.reflections(staff.code, family) }
  const here = paths.staff.reflection(staff.code, family, String(year), it.id)
  return staff.show(
    <FollowingFrame staff={staff} plans={outline.plans} title={`予算反映：${numbered(it)}`} here={here} above={above} why={state.why}>
      <p>{`${yearShort(year)}の評価で「${word}」と決めた取組です。反映する額と年度、または反映しない理由のどちらかを書きます。`}</p>
      <form method="post" action={here} className="edit">
        <FormFields id="reflection" state={state} />
        <Buttons submit="予算反映を記録する" cancel={above.href} />
      </form>
    </FollowingFrame>,
    status,
  )
}

export async function showReflection(staff: Staff): Promise<Response> {
  const at = await reflectionAt(staff)
  return at instanceof Response ? at : page(at, at.state, 200)
}

/** 予算反映を記録する */
export async function takeReflection(staff: Staff): Promise<Response> {
  const at = await reflectionAt(staff)
  if (at instanceof Response) return at
  const data = await staff.c.req.formData()
  const typed = textsIn(reflectionForm, data)
  // the year is offered and not asked for: where nothing is reflected it says nothing
  const asked = typed.none?.trim() === '' ? typed : { ...typed, budgetYear: '' }
  const said = { initiative: at.it.id, fiscalYear: at.year, basis: textOf(data, 'basis'), typed: asked }
  const done = await recordReflection(staff.store, familyOf(staff), said, staff.act('reflection.record'))
  if (done.ok) return staff.go(`${paths.staff.reflections(staff.code, familyOf(staff))}?done=1`)
  return again(at, { ...at.state, typed, why: followingRefusalText(done.problem) }, done.problem)
}

function again(at: At, state: Shown, problem: CannotRecordReflection): Response {
  if (problem.kind === 'faults') return page(at, { ...state, faults: problem.faults }, 422)
  if (problem.kind !== 'changed-meanwhile') return page(at, state, 409)
  const { now } = problem
  return page(at, changedSince(state, drawnReflection(now, at.year), basisOf(now), state.why ?? ''), 409)
}
