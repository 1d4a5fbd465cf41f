import type { Act } from '../reform/act.ts'
import type { ReportContent } from '../reform/report-content.ts'
import { type FieldDifference, reportDifferences } from '../reform/report-difference.ts'
import { type CannotStep, stepReport } from '../reform/report-steps.ts'
import type { Right, Standing } from '../reform/rights.ts'
import type { Round, RoundItem, RoundItemId } from '../reform/round.ts'
import type { Store } from '../store/database.ts'
import type { Tx } from '../store/handles.ts'
import { roundById } from '../store/round.ts'
import { itemById, saveItem } from '../store/round-item.ts'
import { addStep } from '../store/round-step.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { standingOf } from './standing.ts'

export type NotFound = { kind: 'not-found'; id: string }
/** 同時に直された — what another person has saved since the form was drawn, beside what was typed; nothing was written. */
export type SavedMeanwhile = { kind: 'saved-meanwhile'; item: RoundItem; mine: ReportContent; differences: FieldDifference[] }
export type CannotSave = NotFound | CannotStep | SavedMeanwhile
/** `version`: of the item as the form was drawn. */
export type DraftSaid = { item: RoundItemId; version: number; content: ReportContent }

/** 下書きを保存する — refused with a comparison where somebody else saved in between: the last one to press does not win. */
export async function saveReport(store: Store, said: DraftSaid, act: Act): Promise<Result<RoundItem, CannotSave>> {
  return store.writing(act, (tx) => saveReportIn(tx, said))
}

/** What an act has read already, so that it asks once and not once an item or a step. */
export type Known = { items: ReadonlyMap<RoundItemId, RoundItem>; rounds: readonly Round[] }

/**
 * The same inside an act that goes on: saving and submitting in one press, or taking back workbooks, hundreds in an act, in the
 * right `form.take`, which the office has for every section; who acts is then asked once.
 */
export async function saveReportIn(
  tx: Tx,
  { item: id, version, content }: DraftSaid,
  acting?: Standing & { instead?: Right },
  known?: Known,
): Promise<Result<RoundItem, CannotSave>> {
  const item = known ? known.items.get(id) : await itemById(tx, id)
  const round = item && (known ? known.rounds.find((one) => one.id === item.round) : await roundById(tx, item.round))
  if (!item || !round) return no({ kind: 'not-found', id })
  const to = stepReport('save', { ...(acting ?? (await standingOf(tx))), round, item })
  if (!to.ok) return to
  const differences = reportDifferences(item.content, content, item.sheet)
  if (version !== item.version)
    // the same words typed twice are no conflict
    return differences.length === 0 ? ok(item) : no({ kind: 'saved-meanwhile', item, mine: content, differences })
  if (differences.length === 0 && item.state === 'drafting') return ok(item)
  const { by, at } = tx.act
  const saved: RoundItem = { ...item, state: to.value, content, version: item.version + 1, savedBy: by, savedAt: at }
  await saveItem(tx, saved)
  if (item.state !== to.value)
    await addStep(tx, {
      item: id,
      step: 'save',
      from: item.state,
      to: to.value,
      by,
      at,
      reason: null,
      fields: [],
      document: null,
      until: null,
    })
  return ok(saved)
}
