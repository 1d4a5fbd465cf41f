import type { Act } from '../reform/act.ts'
import { type EstimateFault, withEstimate } from '../reform/edit-estimate.ts'
import { REPORTED } from '../reform/estimate-grid.ts'
import { basisOf } from '../reform/plan-edit.ts'
import type { ReformRecord } from '../reform/record.ts'
import type { PlanFamilyId } from '../reform/record-id.ts'
import { may } from '../reform/rights.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import { type EffectPaste, type NoEffectTable, type PasteAsked, readEffectPaste } from '../report/effect-paste.ts'
import type { Store } from '../store/database.ts'
import { loadRecord } from '../store/record.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { saveEdited } from './edit-plan.ts'
import { standingOf } from './standing.ts'

/** 貼付けの確かめ — `basis` is the hash of just this answer: what it would do. */
export type EffectTablePreview = Omit<EffectPaste, 'said'> & { basis: string; after: ReformRecord }
export type CannotPreview =
  | NoEffectTable
  | { kind: 'estimate-reserved'; estimate: string }
  | { kind: 'estimate-faults'; faults: EstimateFault[] }

export function previewEffectTable(record: ReformRecord, asked: PasteAsked): Result<EffectTablePreview, CannotPreview> {
  const estimate = asked.estimate.trim()
  if (estimate === REPORTED) return no({ kind: 'estimate-reserved', estimate })
  const read = readEffectPaste(record, asked)
  if (!read.ok) return read
  const { rows, ignored, said } = read.value
  const done = withEstimate(record, said)
  if (!done.ok) return no({ kind: 'estimate-faults', faults: done.problem })
  return ok({ rows, ignored, basis: basisOf({ estimate, rows, ignored }), after: done.value })
}

export type ApplyPaste = PasteAsked & { basis: string; reason: string; withoutUnclear: boolean; withoutIgnored: boolean }
export type CannotApplyEffects =
  | CannotPreview
  | { kind: 'not-allowed' }
  | { kind: 'not-found' }
  | { kind: 'changed-meanwhile' }
  | { kind: 'consent-missing' }
  | { kind: 'nothing-to-do' }

/** 行の行き先が分からない */
export const isUnclear = ({ verdict }: EffectPaste['rows'][number]): boolean => verdict === 'of-nothing' || verdict === 'of-several'

/** 貼り付けた表を反映する — as a whole, and only where it still does what was shown. */
export async function applyEffectTable(
  store: Store,
  family: PlanFamilyId,
  said: ApplyPaste,
  act: Act,
): Promise<Result<StoredRecord, CannotApplyEffects>> {
  const why = said.reason.trim() || `効果額の表の貼付け：${said.estimate.trim()}`
  return store.writing({ ...act, why }, async (tx): Promise<Result<StoredRecord, CannotApplyEffects>> => {
    if (!may(await standingOf(tx), 'plan.edit')) return no({ kind: 'not-allowed' })
    const record = await loadRecord(tx, family)
    if (!record) return no({ kind: 'not-found' })
    const preview = previewEffectTable(record, said)
    if (!preview.ok) return preview
    const { rows, ignored, basis, after } = preview.value
    if (basis !== said.basis) return no({ kind: 'changed-meanwhile' })
    if ((rows.some(isUnclear) && !said.withoutUnclear) || (ignored.length > 0 && !said.withoutIgnored))
      return no({ kind: 'consent-missing' })
    if (rows.every(({ amounts }) => amounts.length === 0)) return no({ kind: 'nothing-to-do' })
    const saved = await saveEdited(tx, family, record, after, said.reason)
    if (!saved.ok) throw new Error('効果額の貼付けが計画の見直しになりました')
    return ok(saved.value)
  })
}
