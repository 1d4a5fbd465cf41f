import { randomUUID } from 'node:crypto'
import type { Act } from '../reform/act.ts'
import { carrySources } from '../reform/carry-sources.ts'
import { basisOf, type CannotEdit, editedThing, editRecord, type PlanEdit } from '../reform/plan-edit.ts'
import { emptyRecord, type ReformRecord } from '../reform/record.ts'
import type { PlanFamilyId, RecordId } from '../reform/record-id.ts'
import { type ChangeMade, changesMade } from '../reform/recorded-changes.ts'
import { may } from '../reform/rights.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import type { Store } from '../store/database.ts'
import { initiativesPublished } from '../store/edition.ts'
import type { Tx } from '../store/handles.ts'
import { municipalities } from '../store/municipality.ts'
import { savePlanChange } from '../store/plan-change.ts'
import { loadRecord, saveRecord } from '../store/record.ts'
import { roundsOf } from '../store/round.ts'
import { itemsOfInitiative } from '../store/round-item.ts'
import { dayInJapan } from '../vocabulary/calendar-day.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { refreshSheets } from './refresh-sheets.ts'
import { standingOf } from './standing.ts'

/** 編集 with what its form carried: the hash of what it was drawn from (null: new, or nothing to compare), and the reason where one is needed. */
export type EditSaid = { edit: PlanEdit; basis: string | null; reason: string }
export type CannotEditPlan =
  | CannotEdit
  | { kind: 'not-allowed' }
  | { kind: 'reason-missing' }
  | { kind: 'in-a-round'; title: string; round: string }
  | { kind: 'changed-meanwhile'; now: StoredRecord }
  | { kind: 'change-reason-missing'; changes: ChangeMade[] }

/** 計画を直す — one edit of one form. What changes in a published initiative is recorded as 計画の見直し with its reason. */
export async function editPlan(
  store: Store,
  family: PlanFamilyId,
  { edit, basis, reason }: EditSaid,
  act: Act,
): Promise<Result<StoredRecord, CannotEditPlan>> {
  const why = reason.trim() === '' ? {} : { why: reason.trim() }
  return store.writing({ ...act, ...why }, async (tx): Promise<Result<StoredRecord, CannotEditPlan>> => {
    if (!may(await standingOf(tx), 'plan.edit')) return no({ kind: 'not-allowed' })
    const record = await loadRecord(tx, family)
    if (!record) return no({ kind: 'not-found', id: family })
    if (basis !== null && basis !== basisOf(editedThing(record, edit))) return no({ kind: 'changed-meanwhile', now: record })
    const done = editRecord(record, edit)
    if (!done.ok) return done
    if (edit.edit === 'removal') {
      const kept = await heldByRound(tx, record, edit.id, family)
      if (kept) return no(kept)
      if (reason.trim() === '') return no({ kind: 'reason-missing' })
    }
    return saveEdited(tx, family, record, done.value, reason)
  })
}

/** Inside an act that goes on: what an edit made of the record is kept, and what it changes of the published plan is recorded. */
export async function saveEdited(
  tx: Tx,
  family: PlanFamilyId,
  before: StoredRecord,
  after: ReformRecord,
  reason: string,
): Promise<Result<StoredRecord, { kind: 'change-reason-missing'; changes: ChangeMade[] }>> {
  const changes = await changesToRecord(tx, family, changesMade(before, after))
  if (changes.length > 0 && reason.trim() === '') return no({ kind: 'change-reason-missing', changes })
  const stored: StoredRecord = { ...after, sources: carrySources(before, after) }
  await saveRecord(tx, family, stored)
  await refreshSheets(tx, family, stored)
  for (const change of changes)
    await savePlanChange(tx, family, {
      ...change,
      id: randomUUID(),
      reason: reason.trim(),
      proposedBy: tx.act.by,
      proposedAt: tx.act.at,
      item: null,
      state: 'decided',
      decidedBy: tx.act.by,
      decidedOn: dayInJapan(tx.act.at),
      decisionReason: null,
    })
  return ok(stored)
}

/** An initiative that no edition has shown may still be written freely. */
async function changesToRecord(tx: Tx, family: PlanFamilyId, made: readonly ChangeMade[]): Promise<ChangeMade[]> {
  if (made.length === 0) return []
  const published = await initiativesPublished(tx, family, [...new Set(made.map(({ initiative }) => initiative))])
  return made.filter(({ initiative }) => published.has(initiative))
}

/** What a round asks about stays in the plan. */
async function heldByRound(tx: Tx, record: StoredRecord, id: RecordId, family: PlanFamilyId): Promise<CannotEditPlan | null> {
  const rounds = (await roundsOf(tx)).filter((round) => round.family === family)
  const plan = record.plans.find((one) => one.id === id)
  const ofPlan = rounds.find((round) => round.plan === id)
  if (plan && ofPlan) return { kind: 'in-a-round', title: plan.title, round: ofPlan.title }
  const it = record.initiatives.find((one) => one.id === id || one.parts.some((part) => part.id === id))
  if (!it) return null
  const items = await itemsOfInitiative(tx, it.id)
  const held = items.find(({ parts }) => it.id === id || parts.includes(id))
  const round = rounds.find((one) => one.id === held?.round)
  return held ? { kind: 'in-a-round', title: it.title, round: round?.title ?? '' } : null
}

export type CannotStartPlan = CannotEdit | { kind: 'not-allowed' }

/** 計画を始める — the first plan of a new family, with nothing in it yet. */
export async function startPlan(
  store: Store,
  { family, edit }: { family: PlanFamilyId; edit: Extract<PlanEdit, { edit: 'plan' }> },
  act: Act,
): Promise<Result<StoredRecord, CannotStartPlan>> {
  return store.writing(act, async (tx): Promise<Result<StoredRecord, CannotStartPlan>> => {
    if (!may(await standingOf(tx), 'plan.edit')) return no({ kind: 'not-allowed' })
    const own = (await municipalities(tx)).find((one) => one.code === tx.municipality)
    const empty: ReformRecord = { ...emptyRecord(), municipality: { code: tx.municipality, name: own?.name ?? null } }
    const begun = editRecord(empty, edit)
    if (!begun.ok) return begun
    const stored: StoredRecord = { ...begun.value, sources: [] }
    await saveRecord(tx, family, stored)
    return ok(stored)
  })
}
