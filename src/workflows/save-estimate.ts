import type { Act } from '../reform/act.ts'
import { type EstimateFault, type EstimateSaid, withEstimate } from '../reform/edit-estimate.ts'
import { gridOf, REPORTED, writtenEstimates } from '../reform/estimate-grid.ts'
import { basisOf } from '../reform/plan-edit.ts'
import type { ReformRecord } from '../reform/record.ts'
import type { PlanFamilyId } from '../reform/record-id.ts'
import { may } from '../reform/rights.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import type { Store } from '../store/database.ts'
import { loadRecord } from '../store/record.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { saveEdited } from './edit-plan.ts'
import { standingOf } from './standing.ts'

export type CannotSaveEstimate =
  | { kind: 'not-allowed' }
  | { kind: 'not-found' }
  /** a new estimate needs a name that no other has */
  | { kind: 'estimate-exists'; estimate: string }
  /** what sections reported is written by their reports */
  | { kind: 'estimate-reserved'; estimate: string }
  | { kind: 'estimate-missing'; estimate: string }
  | { kind: 'changed-meanwhile'; now: StoredRecord }
  | { kind: 'estimate-faults'; faults: EstimateFault[] }
  | { kind: 'nothing-to-do' }

/** 表の元のハッシュ — of one estimate alone: a report that is accepted meanwhile is no conflict. */
export const estimateBasis = (record: ReformRecord, estimate: string): string => basisOf(gridOf(record, estimate))

export type EstimateAct = { said: EstimateSaid; isNew: boolean; basis: string; reason: string }

/** 見積りを書く — the whole table of one estimate in one act, or nothing of it. */
export async function saveEstimate(
  store: Store,
  family: PlanFamilyId,
  asked: EstimateAct,
  act: Act,
): Promise<Result<StoredRecord, CannotSaveEstimate>> {
  const why = asked.reason.trim() || `効果額の見積り：${asked.said.estimate.trim()}`
  return store.writing({ ...act, why }, async (tx): Promise<Result<StoredRecord, CannotSaveEstimate>> => {
    if (!may(await standingOf(tx), 'plan.edit')) return no({ kind: 'not-allowed' })
    const record = await loadRecord(tx, family)
    if (!record) return no({ kind: 'not-found' })
    const refused = refusalOf(record, asked)
    if (refused) return no(refused)
    const done = withEstimate(record, asked.said)
    if (!done.ok) return no({ kind: 'estimate-faults', faults: done.problem })
    const isSame = done.value.effects.length === record.effects.length && done.value.effects.every((e, nth) => e === record.effects[nth])
    if (isSame) return no({ kind: 'nothing-to-do' })
    const saved = await saveEdited(tx, family, record, done.value, asked.reason)
    // amounts are no part of what a published plan promises: no reason is asked for them
    if (!saved.ok) throw new Error('効果額の編集が計画の見直しになりました')
    return ok(saved.value)
  })
}

function refusalOf(record: StoredRecord, { said, isNew, basis }: EstimateAct): CannotSaveEstimate | null {
  const estimate = said.estimate.trim()
  const isKnown = writtenEstimates(record).includes(estimate)
  if (estimate === REPORTED) return { kind: 'estimate-reserved', estimate }
  if (isNew && isKnown) return { kind: 'estimate-exists', estimate }
  if (!isNew && !isKnown) return { kind: 'estimate-missing', estimate }
  return !isNew && basis !== estimateBasis(record, estimate) ? { kind: 'changed-meanwhile', now: record } : null
}
