import { randomUUID } from 'node:crypto'
import type { Act } from '../reform/act.ts'
import type { EditFault } from '../reform/edit-rows.ts'
import { type OpinionSaid, readOpinion, readResponse, type TypedTexts } from '../reform/following-said.ts'
import type { EvaluationStage } from '../reform/judgement.ts'
import { type Opinion, opinionState } from '../reform/opinion.ts'
import { basisOf } from '../reform/plan-edit.ts'
import type { PlanFamilyId, RecordId } from '../reform/record-id.ts'
import { may, type Standing } from '../reform/rights.ts'
import type { Store } from '../store/database.ts'
import type { Tx } from '../store/handles.ts'
import { opinionsOf, removeOpinion, saveOpinion } from '../store/opinion.ts'
import { loadOutline, type PlanOutline } from '../store/record-excerpt.ts'
import { dayInJapan } from '../vocabulary/calendar-day.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { standingOf } from './standing.ts'

export type CannotRecordOpinion =
  | { kind: 'not-allowed' }
  | { kind: 'not-found' }
  | { kind: 'faults'; faults: EditFault[] }
  | { kind: 'changed-meanwhile'; now: Opinion }
  | { kind: 'not-said-yet' }
  | { kind: 'answered' }
  | { kind: 'nothing-chosen' }

/** `id` null: a new one. */
export type OpinionTyped = { id: string | null; basis: string | null; typed: TypedTexts }

/** 意見を記録する — by the office; what is there already is not written over. */
export async function recordOpinion(
  store: Store,
  family: PlanFamilyId,
  { id, basis, typed }: OpinionTyped,
  act: Act,
): Promise<Result<Opinion, CannotRecordOpinion>> {
  return store.writing(act, async (tx): Promise<Result<Opinion, CannotRecordOpinion>> => {
    if (!may(await standingOf(tx), 'evaluation.manage')) return no({ kind: 'not-allowed' })
    const found = await opinionIn(tx, family, id)
    if (!found.ok) return found
    const { outline, before } = found.value
    if (before && basis !== basisOf(before)) return no({ kind: 'changed-meanwhile', now: before })
    const said = readOpinion(typed, new Set(outline.initiatives.map((it) => it.id as string)))
    if (!said.ok) return no({ kind: 'faults', faults: said.problem })
    // an answer stays with what it answers
    if (before?.response && said.value.text === '') return no({ kind: 'answered' })
    const after: Opinion = { ...said.value, id: before?.id ?? randomUUID(), response: before?.response ?? null }
    await saveOpinion(tx, family, after)
    return ok(after)
  })
}

type Found = { outline: PlanOutline; before: Opinion | null }
async function opinionIn(tx: Tx, family: PlanFamilyId, id: string | null): Promise<Result<Found, { kind: 'not-found' }>> {
  const outline = await loadOutline(tx, family)
  const before = id === null ? null : ((await opinionsOf(tx, family)).find((one) => one.id === id) ?? null)
  return outline && (id === null || before) ? ok({ outline, before }) : no({ kind: 'not-found' })
}

/** 意見を取り消す — a slip of the office; not once there is a response. */
export async function takeBackOpinion(
  store: Store,
  family: PlanFamilyId,
  id: string,
  act: Act,
): Promise<Result<void, CannotRecordOpinion>> {
  return store.writing(act, async (tx): Promise<Result<void, CannotRecordOpinion>> => {
    if (!may(await standingOf(tx), 'evaluation.manage')) return no({ kind: 'not-allowed' })
    const before = (await opinionsOf(tx, family)).find((one) => one.id === id)
    if (!before) return no({ kind: 'not-found' })
    if (opinionState(before) === 'answered') return no({ kind: 'answered' })
    await removeOpinion(tx, family, id)
    return ok(undefined)
  })
}

/** 対応してよいか — the people of any section of the initiative; an opinion of the plan is the office's to answer. */
export const mayAnswer = (standing: Standing, sections: readonly { name: string }[] | null): boolean =>
  sections === null || sections.length === 0
    ? may(standing, 'opinion.answer', null)
    : sections.some(({ name }) => may(standing, 'opinion.answer', name))

export type ResponseTyped = { id: string; basis: string; typed: TypedTexts; final: boolean }

/** 意見に対応する — as a draft, or recorded: from then on it counts as answered and is published. */
export async function answerOpinion(
  store: Store,
  family: PlanFamilyId,
  { id, basis, typed, final }: ResponseTyped,
  act: Act,
): Promise<Result<Opinion, CannotRecordOpinion>> {
  return store.writing(act, async (tx): Promise<Result<Opinion, CannotRecordOpinion>> => {
    const found = await opinionIn(tx, family, id)
    if (!found.ok) return found
    const { outline, before } = found.value
    if (!before) return no({ kind: 'not-found' })
    const it = outline.initiatives.find((one) => one.id === before.initiative)
    if (!mayAnswer(await standingOf(tx), it?.sections ?? null)) return no({ kind: 'not-allowed' })
    if (opinionState(before) === 'selected') return no({ kind: 'not-said-yet' })
    if (basis !== basisOf(before)) return no({ kind: 'changed-meanwhile', now: before })
    const said = readResponse(typed, final, dayInJapan(act.at))
    if (!said.ok) return no({ kind: 'faults', faults: said.problem })
    const empty = said.value.text === '' && said.value.on === null
    const after: Opinion = { ...before, response: empty ? null : said.value }
    await saveOpinion(tx, family, after)
    return ok(after)
  })
}

export type Selection = { initiatives: readonly string[]; from: string; stage: EvaluationStage; year: string }

/** 点検にかける取組を選ぶ — an opinion that is asked and not said yet; what that body was asked already is not asked twice. */
export async function selectForOpinion(
  store: Store,
  family: PlanFamilyId,
  { initiatives, from, stage, year }: Selection,
  act: Act,
): Promise<Result<number, CannotRecordOpinion>> {
  return store.writing(act, async (tx): Promise<Result<number, CannotRecordOpinion>> => {
    if (!may(await standingOf(tx), 'evaluation.manage')) return no({ kind: 'not-allowed' })
    const outline = await loadOutline(tx, family)
    if (!outline) return no({ kind: 'not-found' })
    const known = new Set(outline.initiatives.map((it) => it.id as string))
    const read = readOpinion({ initiative: '', year, stage, from, text: '', saidOn: '' }, known)
    if (!read.ok) return no({ kind: 'faults', faults: read.problem })
    const chosen = initiatives.filter((id) => known.has(id))
    if (chosen.length === 0) return no({ kind: 'nothing-chosen' })
    const present = await opinionsOf(tx, family)
    const fresh = chosen.filter((id) => !present.some((one) => one.initiative === id && isAskedBy(one, read.value)))
    for (const id of fresh) await saveOpinion(tx, family, { ...read.value, initiative: id as RecordId, id: randomUUID(), response: null })
    return ok(fresh.length)
  })
}

const isAskedBy = (one: Opinion, { fiscalYear, from }: OpinionSaid): boolean => one.fiscalYear === fiscalYear && one.from === from
