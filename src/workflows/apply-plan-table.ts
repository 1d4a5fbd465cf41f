import { randomUUID } from 'node:crypto'
import type { Act } from '../reform/act.ts'
import { type RowTold, withTable } from '../reform/edit-table.ts'
import { basisOf } from '../reform/plan-edit.ts'
import type { ReformRecord } from '../reform/record.ts'
import type { PlanFamilyId, RecordId } from '../reform/record-id.ts'
import type { ChangeMade } from '../reform/recorded-changes.ts'
import { may } from '../reform/rights.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import { type NoTable, readPasted } from '../report/plan-table.ts'
import type { Store } from '../store/database.ts'
import { loadRecord } from '../store/record.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { saveEdited } from './edit-plan.ts'
import { standingOf } from './standing.ts'

/** 一覧表の確かめ — what each row would do; `basis` is the hash of just this answer. */
export type TablePreview = { told: RowTold[]; unknown: string[]; basis: string; after: ReformRecord }

const freshId = (kind: string): RecordId => `${kind}-${randomUUID().slice(0, 8)}` as RecordId

export function previewTable(record: ReformRecord, text: string): Result<TablePreview, NoTable> {
  const read = readPasted(text)
  if ('kind' in read) return no(read)
  const { record: after, told } = withTable(record, read.rows, freshId)
  return ok({ told, unknown: read.unknown, basis: basisOf({ told, unknown: read.unknown }), after })
}

export type TableSaid = { text: string; basis: string; withoutUnknown: boolean; withoutUnclear: boolean; reason: string }
export type CannotApplyTable =
  | NoTable
  | { kind: 'not-allowed' }
  | { kind: 'not-found' }
  | { kind: 'changed-meanwhile' }
  | { kind: 'consent-missing' }
  | { kind: 'nothing-to-do' }
  | { kind: 'change-reason-missing'; changes: ChangeMade[] }

/** 一覧表を反映する — as a whole, and only where it still does what was shown. */
export async function applyPlanTable(
  store: Store,
  family: PlanFamilyId,
  said: TableSaid,
  act: Act,
): Promise<Result<StoredRecord, CannotApplyTable>> {
  const why = said.reason.trim() === '' ? '一覧表の貼付け' : said.reason.trim()
  return store.writing({ ...act, why }, async (tx): Promise<Result<StoredRecord, CannotApplyTable>> => {
    if (!may(await standingOf(tx), 'plan.edit')) return no({ kind: 'not-allowed' })
    const record = await loadRecord(tx, family)
    if (!record) return no({ kind: 'not-found' })
    const preview = previewTable(record, said.text)
    if (!preview.ok) return preview
    const { told, unknown, basis, after } = preview.value
    if (basis !== said.basis) return no({ kind: 'changed-meanwhile' })
    const unclear = told.some((row) => row.said.verdict === 'unclear')
    if ((unknown.length > 0 && !said.withoutUnknown) || (unclear && !said.withoutUnclear)) return no({ kind: 'consent-missing' })
    if (told.every((row) => row.said.verdict === 'same' || row.said.verdict === 'unclear')) return no({ kind: 'nothing-to-do' })
    return saveEdited(tx, family, record, after, said.reason)
  })
}
