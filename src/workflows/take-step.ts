import type { Act } from '../reform/act.ts'
import { type ReportFault, reportFaults } from '../reform/report-faults.ts'
import type { ReportState } from '../reform/report-state.ts'
import { type CannotStep, type ReportStep, stepReport } from '../reform/report-steps.ts'
import type { Standing } from '../reform/rights.ts'
import type { Round, RoundItem, RoundItemId } from '../reform/round.ts'
import type { Store } from '../store/database.ts'
import type { Tx } from '../store/handles.ts'
import { roundsOf } from '../store/round.ts'
import { itemsById, saveItem } from '../store/round-item.ts'
import { addStep, addSubmission } from '../store/round-step.ts'
import { type Day, parseDay } from '../vocabulary/calendar-day.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { acceptInto } from './accept-into-plan.ts'
import { writeNotices } from './notices.ts'
import type { Known, NotFound } from './save-report.ts'
import { standingOf } from './standing.ts'

/** What a step needs beside the item: a reason to return or reopen, the fields meant, the number of the document, the last day. */
export type StepSaid = {
  /** of the item as the screen showed it; null: whatever it is now */
  version: number | null
  reason?: string
  fields?: string[]
  document?: { number: string; on: string }
  until?: string
}
/** Of many items: the version in which each of them was shown. */
export type StepsSaid = Omit<StepSaid, 'version'> & { versions: ReadonlyMap<RoundItemId, number> | null }
export type CannotTake =
  | NotFound
  | CannotStep
  | { kind: 'changed-meanwhile'; state: ReportState }
  | { kind: 'report-faults'; faults: ReportFault[] }
  | { kind: 'reason-missing'; step: ReportStep }
  | { kind: 'document-missing' }
  | { kind: 'end-missing' }
  | { kind: 'end-passed'; until: Day }
/** 保存と公表以外の手続 */
export type TakenStep = Exclude<ReportStep, 'save' | 'publish'>
export type RefusedItem = { item: RoundItemId; title: string; section: string | null; problem: CannotTake }

/** 手続を一件進める — 提出, 引戻し, 承認, 差戻し, 受理, 再開. */
export async function takeStep(
  store: Store,
  step: TakenStep,
  id: RoundItemId,
  said: StepSaid,
  act: Act,
): Promise<Result<RoundItem, CannotTake>> {
  return store.writing(act, async (tx): Promise<Result<RoundItem, CannotTake>> => {
    const standing = await standingOf(tx)
    const known = { items: await itemsById(tx, [id]), rounds: await roundsOf(tx) }
    const taken = await takeStepIn(tx, standing, step, id, said, known)
    if (taken.ok) await afterSteps(tx, standing, step, [taken.value], known.rounds)
    return taken
  })
}

/** まとめて進める — what can be done is done, in one transaction; what cannot is listed with its reason. */
export async function takeSteps(
  store: Store,
  step: TakenStep,
  ids: readonly RoundItemId[],
  { versions, ...said }: StepsSaid,
  act: Act,
): Promise<{ done: RoundItem[]; refused: RefusedItem[] }> {
  return store.writing(act, async (tx) => {
    const standing = await standingOf(tx)
    const known = { items: await itemsById(tx, ids), rounds: await roundsOf(tx) }
    const done: RoundItem[] = []
    const refused: RefusedItem[] = []
    for (const id of new Set(ids)) {
      const taken = await takeStepIn(tx, standing, step, id, { ...said, version: versions?.get(id) ?? null }, known)
      if (taken.ok) done.push(taken.value)
      else {
        const item = known.items.get(id)
        refused.push({ item: id, title: item?.sheet.title ?? id, section: item?.section ?? null, problem: taken.problem })
      }
    }
    await afterSteps(tx, standing, step, done, known.rounds)
    return { done, refused }
  })
}

/** What follows, once at the end of an act: the plan learns what was accepted, and whoever is next is told. */
export async function afterSteps(
  tx: Tx,
  standing: Standing,
  step: TakenStep,
  items: readonly RoundItem[],
  rounds: readonly Round[],
): Promise<void> {
  if (step === 'accept') await acceptInto(tx, items)
  await writeNotices(tx, standing, step, items, rounds)
}

/** Inside an act that goes on and calls `afterSteps` at its end. */
export async function takeStepIn(
  tx: Tx,
  standing: Standing,
  step: TakenStep,
  id: RoundItemId,
  said: StepSaid,
  known: Known,
): Promise<Result<RoundItem, CannotTake>> {
  const item = known.items.get(id)
  const round = item && known.rounds.find((one) => one.id === item.round)
  if (!item || !round) return no({ kind: 'not-found', id })
  const to = stepReport(step, { ...standing, round, item })
  if (!to.ok) return to
  if (said.version !== null && said.version !== item.version) return no({ kind: 'changed-meanwhile', state: item.state })
  const asked = whatItNeeds(step, item, said, standing.day)
  if (!asked.ok) return asked
  const taken = after(step, { ...item, state: to.value }, said, {
    by: tx.act.by,
    at: tx.act.at,
    until: asked.value.until,
    on: asked.value.on,
  })
  await saveItem(tx, taken)
  if (step === 'submit') await addSubmission(tx, id, { nth: taken.submissions, content: taken.content, by: tx.act.by, at: tx.act.at })
  await addStep(tx, {
    item: id,
    step,
    from: item.state,
    to: to.value,
    by: tx.act.by,
    at: tx.act.at,
    reason: said.reason?.trim() || null,
    fields: said.fields ?? [],
    document: step === 'approveElsewhere' ? (said.document?.number.trim() ?? null) : null,
    until: asked.value.until ?? asked.value.on,
  })
  return ok(taken)
}

type Needed = { until: Day | null; on: Day | null }

function whatItNeeds(step: TakenStep, item: RoundItem, said: StepSaid, day: Day): Result<Needed, CannotTake> {
  if (step === 'submit') {
    const faults = reportFaults(item.content, item.sheet)
    if (faults.length > 0) return no({ kind: 'report-faults', faults })
  }
  if ((step === 'return' || step === 'reopen') && !said.reason?.trim()) return no({ kind: 'reason-missing', step })
  if (step === 'approveElsewhere') {
    const on = parseDay(said.document?.on ?? '')
    if (!on.ok || !said.document?.number.trim()) return no({ kind: 'document-missing' })
    return ok({ until: null, on: on.value })
  }
  if (step !== 'reopen') return ok({ until: null, on: null })
  const until = parseDay(said.until ?? '')
  if (!until.ok) return no({ kind: 'end-missing' })
  return until.value < day ? no({ kind: 'end-passed', until: until.value }) : ok({ until: until.value, on: null })
}

function after(step: TakenStep, item: RoundItem, said: StepSaid, { by, at, until, on }: { by: string; at: Date } & Needed): RoundItem {
  const reason = said.reason?.trim() ?? ''
  const next = { ...item, version: item.version + 1 }
  switch (step) {
    case 'submit':
      return { ...next, submittedBy: by, submittedAt: at, submissions: item.submissions + 1, returned: null }
    case 'return':
      return { ...next, returned: { reason, fields: said.fields ?? [], by, at }, elsewhere: null }
    case 'reopen':
      // a report that the lock shut out was returned by nobody
      if (item.state !== 'returned') return { ...next, reopened: until && { until, reason } }
      return { ...next, returned: { reason, fields: said.fields ?? [], by, at }, reopened: until && { until, reason }, elsewhere: null }
    case 'approveElsewhere':
      return { ...next, elsewhere: on && { document: said.document?.number.trim() ?? '', on } }
    case 'accept':
      return { ...next, reopened: null }
    case 'withdraw':
    case 'approve':
    case 'approveDepartment':
      return next
  }
}
