import type { Act } from '../reform/act.ts'
import type { CarryOver, CarryOverMade } from '../reform/carry-over.ts'
import { editedSince, takenBack } from '../reform/carry-over-undo.ts'
import { carrySources } from '../reform/carry-sources.ts'
import type { PlanFamilyId } from '../reform/record-id.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import type { CannotCarryOver } from '../report/wording-carry-over.ts'
import { carryOversOf, roundAskingAbout, saveCarryOver } from '../store/carry-over.ts'
import type { Store } from '../store/database.ts'
import { initiativesPublished } from '../store/edition.ts'
import type { Reader } from '../store/handles.ts'
import { loadJudging } from '../store/judging.ts'
import { planChangesOf } from '../store/plan-change.ts'
import { saveRecord } from '../store/record.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { atTheDesk, type OfPaper } from './carry-over-desk.ts'
import { refreshSheets } from './refresh-sheets.ts'

/**
 * 新しい期を取り消す — the plan is as it was; what was decided stays on the paper. Refused once somebody outside or inside rests on
 * it. `version`: the paper whose phase was looked at; one that was made anew since is another.
 */
export const undoCarryOver = (store: Store, of: OfPaper, version: number, act: Act): Promise<Result<CarryOver, CannotCarryOver>> =>
  atTheDesk(store, of, act, async ({ tx, record, paper }): Promise<Result<CarryOver, CannotCarryOver>> => {
    const { made } = paper
    if (paper.state !== 'applied' || made === null) return no({ kind: 'not-carried' })
    if (paper.version !== version) return no({ kind: 'paper-changed' })
    const fault = await whyItStays(tx, of.family, record, made)
    if (fault) return no(fault)
    const before = takenBack(record, made)
    const stored: StoredRecord = { ...before, sources: [...carrySources(record, before), ...made.replaced.sources] }
    await saveRecord(tx, of.family, stored)
    await refreshSheets(tx, of.family, stored)
    const next: CarryOver = { ...paper, state: 'drafting', made: null }
    return (await saveCarryOver(tx, of.family, next, paper.version)) ? ok(next) : no({ kind: 'paper-changed' })
  })

/** 取り消せない理由; null: it can be taken back. */
export async function whyItStays(
  db: Reader,
  family: PlanFamilyId,
  record: StoredRecord,
  made: CarryOverMade,
): Promise<CannotCarryOver | null> {
  if ((await initiativesPublished(db, family, [made.plan, ...made.initiatives])).size > 0) return { kind: 'shown-in-edition' }
  const round = await roundAskingAbout(db, made)
  if (round !== null) return { kind: 'asked-in-a-round', round }
  const titles = editedSince(record, made)
  if (titles.length > 0) return { kind: 'edited-since', titles }
  const what = await workedOn(db, family, made)
  return what === null ? null : { kind: 'worked-on', what }
}

async function workedOn(db: Reader, family: PlanFamilyId, made: CarryOverMade): Promise<string | null> {
  const own = new Set<string>(made.initiatives)
  const touches = (all: readonly { initiative?: unknown }[]): boolean => all.some(({ initiative }) => own.has(String(initiative)))
  if (touches(await planChangesOf(db, family))) return '計画の見直し'
  const { judgements, opinions, improvements } = await loadJudging(db, family)
  if (touches([...judgements, ...opinions, ...improvements])) return '評価や改善計画'
  return (await carryOversOf(db, family)).some(({ from }) => from === made.plan) ? '次の引継ぎ' : null
}
