import { randomUUID } from 'node:crypto'
import type { Act } from '../reform/act.ts'
import type { FiscalOutlook, OutlookId } from '../reform/fiscal-outlook.ts'
import { isSameEdition, type OutlookFault } from '../reform/outlook-rules.ts'
import { type OutlookTyped, readTyped } from '../reform/outlook-typed.ts'
import { basisOf } from '../reform/plan-edit.ts'
import { may } from '../reform/rights.ts'
import type { Store } from '../store/database.ts'
import { countMarks, outlookById, outlooksOf, removeOutlook, saveOutlook } from '../store/fiscal-outlook.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { standingOf } from './standing.ts'

export type CannotKeepOutlook =
  | { kind: 'not-allowed' }
  | { kind: 'not-found' }
  | { kind: 'outlook-faults'; faults: OutlookFault[] }
  | { kind: 'same-edition'; title: string; madeOn: string }
  | { kind: 'guesses-not-confirmed'; count: number }
  | { kind: 'changed-meanwhile'; now: FiscalOutlook }

/** `confirmed`: the officer has looked at the kinds and sums that were guessed; `basis`: the outlook as the form was drawn from it. */
export type OutlookKept = { typed: OutlookTyped; id: OutlookId | null; basis: string | null; confirmed: boolean }

/** 見通しを残す — a new edition, or one that is mended. Sums that do not agree are shown and are no reason to refuse. */
export async function keepOutlook(store: Store, said: OutlookKept, act: Act): Promise<Result<FiscalOutlook, CannotKeepOutlook>> {
  return store.writing(act, async (tx): Promise<Result<FiscalOutlook, CannotKeepOutlook>> => {
    if (!may(await standingOf(tx), 'outlook.manage')) return no({ kind: 'not-allowed' })
    const all = await outlooksOf(tx)
    const now = said.id === null ? null : (all.find(({ id }) => id === said.id) ?? null)
    if (said.id !== null && now === null) return no({ kind: 'not-found' })
    if (now && said.basis !== basisOf(now)) return no({ kind: 'changed-meanwhile', now })
    const read = readTyped(said.typed)
    if (read.faults.length > 0) return no({ kind: 'outlook-faults', faults: read.faults })
    const guessed = said.typed.lines.filter((line) => line.guessed && line.name.trim() !== '').length
    if (guessed > 0 && !said.confirmed) return no({ kind: 'guesses-not-confirmed', count: guessed })
    const twin = all.find((one) => one.id !== said.id && isSameEdition(one, read.said))
    if (twin) return no({ kind: 'same-edition', title: twin.title, madeOn: twin.madeOn })
    const outlook: FiscalOutlook = { id: now?.id ?? (randomUUID() as OutlookId), ...read.said }
    await saveOutlook(tx, outlook)
    return ok(outlook)
  })
}

export type CannotRemoveOutlook =
  | { kind: 'not-allowed' }
  | { kind: 'not-found' }
  | { kind: 'has-marks'; count: number }
  | { kind: 'changed-meanwhile'; now: FiscalOutlook }

/** 見通しを取り消す — as it was seen; refused while effect amounts of any plan are marked against it. */
export async function discardOutlook(
  store: Store,
  { id, basis }: { id: OutlookId; basis: string },
  act: Act,
): Promise<Result<void, CannotRemoveOutlook>> {
  return store.writing(act, async (tx): Promise<Result<void, CannotRemoveOutlook>> => {
    if (!may(await standingOf(tx), 'outlook.manage')) return no({ kind: 'not-allowed' })
    const now = await outlookById(tx, id)
    if (!now) return no({ kind: 'not-found' })
    if (basis !== basisOf(now)) return no({ kind: 'changed-meanwhile', now })
    const count = await countMarks(tx, id)
    if (count > 0) return no({ kind: 'has-marks', count })
    await removeOutlook(tx, id)
    return ok(undefined)
  })
}
