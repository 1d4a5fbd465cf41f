import { randomUUID } from 'node:crypto'
import type { Act } from '../reform/act.ts'
import { formerValue, withPlanChange } from '../reform/plan-change.ts'
import type { PlanFamilyId, RecordId } from '../reform/record-id.ts'
import type { PlanChange, ProposedChange } from '../reform/report-content.ts'
import { may } from '../reform/rights.ts'
import type { Store } from '../store/database.ts'
import { planChangeById, savePlanChange } from '../store/plan-change.ts'
import { loadRecord, saveRecord } from '../store/record.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { refreshSheets } from './refresh-sheets.ts'
import { standingOf } from './standing.ts'

export type CannotChangePlan =
  | { kind: 'not-allowed' }
  | { kind: 'not-found'; id: string }
  | { kind: 'already-decided'; state: PlanChange['state'] }
  | { kind: 'reason-missing' }
  | { kind: 'nothing-said' }

/** 見直しを提案する — by the office, without a report. */
export async function proposePlanChange(
  store: Store,
  family: PlanFamilyId,
  initiative: RecordId,
  said: ProposedChange,
  act: Act,
): Promise<Result<PlanChange, CannotChangePlan>> {
  return store.writing(act, async (tx): Promise<Result<PlanChange, CannotChangePlan>> => {
    if (!may(await standingOf(tx), 'plan.edit')) return no({ kind: 'not-allowed' })
    const record = await loadRecord(tx, family)
    if (!record?.initiatives.some(({ id }) => id === initiative)) return no({ kind: 'not-found', id: initiative })
    if (said.reason.trim() === '') return no({ kind: 'reason-missing' })
    if (said.after.trim() === '') return no({ kind: 'nothing-said' })
    const change: PlanChange = {
      id: randomUUID(),
      initiative,
      ...said,
      before: formerValue(record, { initiative, kind: said.kind, of: said.of }),
      proposedBy: act.by,
      proposedAt: act.at,
      item: null,
      state: 'proposed',
      decidedBy: null,
      decidedOn: null,
      decisionReason: null,
    }
    await savePlanChange(tx, family, change)
    return ok(change)
  })
}

export type Decision = { decided: boolean; on: Day; reason: string }

/** 見直しを決定する — decided: the plan reads differently from then on, the former value is kept; declined: with its reason. */
export async function decidePlanChange(store: Store, id: string, said: Decision, act: Act): Promise<Result<PlanChange, CannotChangePlan>> {
  return store.writing(act, async (tx): Promise<Result<PlanChange, CannotChangePlan>> => {
    if (!may(await standingOf(tx), 'plan.edit')) return no({ kind: 'not-allowed' })
    const found = await planChangeById(tx, id)
    const record = found && (await loadRecord(tx, found.family))
    if (!found || !record) return no({ kind: 'not-found', id })
    if (found.state !== 'proposed') return no({ kind: 'already-decided', state: found.state })
    if (!said.decided && said.reason.trim() === '') return no({ kind: 'reason-missing' })
    const { family, ...proposed } = found
    const change: PlanChange = {
      ...proposed,
      // what it replaces is what the plan says on the day of the decision, which may be later than the proposal
      before: formerValue(record, found),
      state: said.decided ? 'decided' : 'declined',
      decidedBy: act.by,
      decidedOn: said.on,
      decisionReason: said.reason.trim() || null,
    }
    await savePlanChange(tx, family, change)
    if (said.decided) {
      const changed = withPlanChange(record, change)
      await saveRecord(tx, family, changed)
      await refreshSheets(tx, family, changed)
    }
    return ok(change)
  })
}
