import type { Act } from '../reform/act.ts'
import { basisOf, editRecord } from '../reform/plan-edit.ts'
import type { ReformRecord } from '../reform/record.ts'
import type { PlanFamilyId, RecordId } from '../reform/record-id.ts'
import type { Store } from '../store/database.ts'
import { improvementsOf, reflectionsOf } from '../store/improvement.ts'
import { planFamilies } from '../store/plan-family.ts'
import { loadRecord } from '../store/record.ts'
import { loadOutline } from '../store/record-excerpt.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { Result } from '../vocabulary/result.ts'
import { saveEdited } from './edit-plan.ts'
import { followImprovement, improvementBasis, openImprovement } from './follow-improvement.ts'
import { answerOpinion, recordOpinion } from './record-opinion.ts'
import { recordReflection } from './record-reflection.ts'
import type { Chapter } from './tell-story.ts'
import { writeCriterion } from './write-criterion.ts'

/** 評価の後の物語 — by the beginning of a title; null is the plan as a whole. */
export type FollowingStory = {
  plan: string
  office: string
  at: Date
  /** amounts in 千円 */
  costs: readonly { title: string; rows: readonly (readonly [year: string, stage: string, thousandYen: string])[] }[]
  opinions: readonly {
    title: string | null
    year: string
    from: string
    text: string
    saidOn: string
    response: { by: string; text: string; on: string } | null
  }[]
  /** a plan that no decision opened is asked for by the office */
  improvements: readonly {
    title: string
    year: number
    by: string
    cause: string
    action: string
    due: string
    notes: readonly string[]
    outcome: string | null
  }[]
  criteria: readonly { name: string; kind: string; years?: string }[]
  reflections: readonly { title: string; year: number; budgetYear?: string; amount?: string; note?: string; none?: string }[]
}

type Town = { store: Store; family: PlanFamilyId; act: (by: string) => Act; idOf: (title: string) => RecordId }

/** Everything by the acts that the pages use, as the people of the town would have done it. */
export const tellFollowing =
  (story: FollowingStory): Chapter =>
  async (store, municipality) => {
    const found = (await store.reading(municipality, planFamilies)).find(({ title }) => foldTight(title) === foldTight(story.plan))
    const outline = found && (await store.reading(municipality, (db) => loadOutline(db, found.id)))
    if (!found || !outline) throw new Error(`${story.plan}：計画がありません`)
    const idOf = (title: string): RecordId => {
      const it = outline.initiatives.find((one) => foldTight(one.title).startsWith(foldTight(title)))
      if (!it) throw new Error(`${title}：取組がありません`)
      return it.id
    }
    const town: Town = { store, family: found.id, act: (by) => ({ municipality, by, at: story.at }), idOf }
    await tellCosts(town, story)
    for (const opinion of story.opinions) await tellOpinion(town, story.office, opinion)
    for (const improvement of story.improvements) await tellImprovement(town, story.office, improvement)
    for (const criterion of story.criteria)
      done(await writeCriterion(store, found.id, { id: null, basis: null, typed: criterion }, town.act(story.office)))
    for (const reflection of story.reflections) await tellReflection(town, story.office, reflection)
  }

/** One act for all of them: the record of a plan is read and written once. */
async function tellCosts({ store, family, act, idOf }: Town, { costs, office }: FollowingStory): Promise<void> {
  await store.writing(act(office), async (tx) => {
    const before = await loadRecord(tx, family)
    if (!before) return
    const after = costs.reduce((record: ReformRecord, { title, rows }) => {
      const said = rows.map(([year, stage, raw]) => ({ year, stage, label: '事業費', fund: '', raw, unit: '千円' }))
      return done(editRecord(record, { edit: 'costs', id: idOf(title), said: { costs: said } }))
    }, before)
    done(await saveEdited(tx, family, before, after, ''))
  })
}

async function tellOpinion({ store, family, act, idOf }: Town, office: string, said: FollowingStory['opinions'][number]): Promise<void> {
  const { title, response, ...typed } = said
  const initiative = title === null ? '' : idOf(title)
  const asked = { id: null, basis: null, typed: { ...typed, stage: 'external', initiative } }
  const opinion = done(await recordOpinion(store, family, asked, act(office)))
  if (response === null) return
  const answer = { section: '', text: response.text, on: response.on }
  done(await answerOpinion(store, family, { id: opinion.id, basis: basisOf(opinion), typed: answer, final: true }, act(response.by)))
}

async function tellImprovement(town: Town, office: string, said: FollowingStory['improvements'][number]): Promise<void> {
  const { store, family, act, idOf } = town
  const initiative = idOf(said.title)
  const known = await store.reading(act(office).municipality, (db) => improvementsOf(db, family))
  const opened = known.find((one) => one.initiative === initiative && one.fiscalYear === said.year)
  const plan = opened ?? done(await openImprovement(store, family, { initiative, fiscalYear: said.year }, act(office)))
  const take = async (step: 'write' | 'start' | 'note' | 'close', typed: Record<string, string>, basis: string | null = null) =>
    done(await followImprovement(store, family, { id: plan.id, step, basis, typed }, act(said.by)))
  await take('write', { cause: said.cause, action: said.action, due: said.due }, improvementBasis(plan))
  await take('start', {})
  for (const text of said.notes) await take('note', { text })
  if (said.outcome !== null) await take('close', { text: said.outcome })
}

async function tellReflection(town: Town, office: string, said: FollowingStory['reflections'][number]): Promise<void> {
  const { store, family, act, idOf } = town
  const { title, year, ...typed } = said
  const initiative = idOf(title)
  const known = await store.reading(act(office).municipality, (db) => reflectionsOf(db, family))
  const before = known.find((one) => one.initiative === initiative && one.fiscalYear === year) ?? null
  done(await recordReflection(store, family, { initiative, fiscalYear: year, basis: basisOf(before), typed }, act(office)))
}

function done<T>(answer: Result<T, { kind: string }>): T {
  if (!answer.ok) throw new Error(`物語の評価の後が進みません：${JSON.stringify(answer.problem)}`)
  return answer.value
}
