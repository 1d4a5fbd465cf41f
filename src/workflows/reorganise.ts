import type { Act } from '../reform/act.ts'
import type { SectionHistory } from '../reform/edition.ts'
import type { PlanFamilyId } from '../reform/record-id.ts'
import type { Reorganisation, ReorganisationId, SuccessorChoice } from '../reform/reorganisation.ts'
import type { ReorganisationFault } from '../reform/reorganisation-faults.ts'
import { withReorganisation } from '../reform/reorganise.ts'
import { may } from '../reform/rights.ts'
import { itemsMoved, withSuccessors } from '../reform/successor-choice.ts'
import { reorganisationReason } from '../report/wording-reorganisations.ts'
import type { Store } from '../store/database.ts'
import type { Tx } from '../store/handles.ts'
import { loadRecord } from '../store/record.ts'
import { removeReorganisation, reorganisationById, saveReorganisation } from '../store/reorganisation.ts'
import { roundsOf } from '../store/round.ts'
import { itemsOf, removeItem, saveItem } from '../store/round-item.ts'
import { rewriteSection, sectionsOf } from '../store/section.ts'
import { type Day, dayInJapan } from '../vocabulary/calendar-day.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { saveEdited } from './edit-plan.ts'
import { lookAtReorganisation, type ReorganisationSeen } from './look-at-reorganisation.ts'
import { refreshSheets } from './refresh-sheets.ts'
import { standingOf } from './standing.ts'

export type CannotReorganise =
  | { kind: 'not-allowed' }
  | { kind: 'not-found'; id: string }
  | { kind: 'applied-already' }
  | { kind: 'not-applied' }
  | { kind: 'changed-meanwhile'; now: Reorganisation }
  | { kind: 'seen-otherwise'; now: ReorganisationSeen }
  | { kind: 'reorganisation-faults'; faults: ReorganisationFault[] }
  | { kind: 'not-yet'; on: Day }
type Answer = Result<Reorganisation, CannotReorganise>

const acting = (store: Store, act: Act, change: (tx: Tx) => Promise<Answer>): Promise<Answer> =>
  store.writing(
    act,
    async (tx): Promise<Answer> => (may(await standingOf(tx), 'section.reorganise') ? change(tx) : no({ kind: 'not-allowed' })),
  )

/** Saved where it still stands in the version that was drawn; else what it is now. */
async function saved(tx: Tx, it: Reorganisation, expected: number): Promise<Answer> {
  if (await saveReorganisation(tx, it, expected)) return ok({ ...it, version: expected + 1 })
  const now = await reorganisationById(tx, it.id)
  return now ? no({ kind: 'changed-meanwhile', now }) : no({ kind: 'not-found', id: it.id })
}

export type DraftSaid = Pick<Reorganisation, 'id' | 'title' | 'effective' | 'changes' | 'document'>

/** 案を保存する — as it was typed, with its faults: they are shown and keep it from being applied. `version` 0: a new one. */
export const draftReorganisation = (store: Store, said: DraftSaid, version: number, act: Act): Promise<Answer> =>
  acting(store, act, async (tx) => {
    const was = version === 0 ? null : await reorganisationById(tx, said.id)
    if (version > 0 && !was) return no({ kind: 'not-found', id: said.id })
    if (was?.state === 'applied') return no({ kind: 'applied-already' })
    const fresh = { choices: [], state: 'drafting' as const, carriedOut: false }
    return saved(tx, { ...fresh, ...was, ...said, document: was?.document ?? said.document, version }, version)
  })

/** 後継を選ぶ */
export const chooseSuccessors = (store: Store, id: string, choices: SuccessorChoice[], version: number, act: Act): Promise<Answer> =>
  acting(store, act, async (tx) => {
    const was = await reorganisationById(tx, id)
    if (!was) return no({ kind: 'not-found', id })
    if (was.carriedOut) return no({ kind: 'applied-already' })
    return saved(tx, { ...was, choices }, version)
  })

/** 案を取りやめる — one that was never applied. */
export const dropReorganisation = (store: Store, id: string, version: number, act: Act): Promise<Answer> =>
  acting(store, act, async (tx) => {
    const was = await reorganisationById(tx, id)
    if (!was) return no({ kind: 'not-found', id })
    if (was.state === 'applied') return no({ kind: 'applied-already' })
    if (was.version !== version) return no({ kind: 'changed-meanwhile', now: was })
    await removeReorganisation(tx, id as ReorganisationId)
    return ok(was)
  })

/**
 * 組織改正を適用する — the sections with their successors, and, once the day has come, the plans and the open rounds, in one
 * transaction; only as it was seen (`basis`).
 */
export const applyReorganisation = (store: Store, id: string, basis: string, act: Act): Promise<Answer> =>
  acting(store, act, async (tx) => {
    const seen = await lookAtReorganisation(tx, id)
    if (!seen) return no({ kind: 'not-found', id })
    const { reorganisation: it, preview } = seen
    if (it.state === 'applied') return no({ kind: 'applied-already' })
    if (seen.basis !== basis) return no({ kind: 'seen-otherwise', now: seen })
    if (preview.faults.length > 0) return no({ kind: 'reorganisation-faults', faults: preview.faults })
    await saveSectionsChanged(tx, it)
    const isThere = it.effective <= dayInJapan(act.at)
    if (isThere) await handOver(tx, it)
    return saved(tx, { ...it, state: 'applied', carriedOut: isThere }, it.version)
  })

/** 所管を移す — of one that was applied in advance, once its day has come. */
export const carryOutReorganisation = (store: Store, id: string, version: number, act: Act): Promise<Answer> =>
  acting(store, act, async (tx) => {
    const it = await reorganisationById(tx, id)
    if (!it) return no({ kind: 'not-found', id })
    if (it.state !== 'applied') return no({ kind: 'not-applied' })
    if (it.carriedOut) return no({ kind: 'applied-already' })
    if (it.effective > dayInJapan(act.at)) return no({ kind: 'not-yet', on: it.effective })
    if (it.version !== version) return no({ kind: 'changed-meanwhile', now: it })
    await handOver(tx, it)
    return saved(tx, { ...it, carriedOut: true }, it.version)
  })

/** Only the rows that change are written, so that the log says what the reorganisation did and nothing else. */
async function saveSectionsChanged(tx: Tx, it: Reorganisation): Promise<void> {
  const before = await sectionsOf(tx)
  const isOf = (a: SectionHistory, b: SectionHistory): boolean => a.name === b.name && a.from === b.from
  for (const row of withReorganisation(before, it))
    if (!before.includes(row)) await rewriteSection(tx, row, before.find((one) => isOf(one, row)) ?? null)
}

/** 計画と照会の所管を移す — what a published initiative says otherwise from now on is recorded as a 見直し with this reason. */
export async function handOver(tx: Tx, it: Reorganisation): Promise<void> {
  const { initiatives, items } = (await lookAtReorganisation(tx, it.id))?.preview ?? { initiatives: [], items: [] }
  const sections = await sectionsOf(tx)
  const rounds = (await roundsOf(tx)).filter((round) => items.some((item) => item.round === round.id))
  for (const round of rounds) {
    const { saved: moved, removed } = itemsMoved(it, sections, round.family, await itemsOf(tx, round.id))
    for (const item of moved) await saveItem(tx, item)
    for (const item of removed) await removeItem(tx, item.id)
  }
  const families = new Set<PlanFamilyId>([...initiatives.map(({ family }) => family), ...rounds.map(({ family }) => family)])
  for (const family of families) {
    const record = await loadRecord(tx, family)
    if (!record) continue
    const after = withSuccessors(record, family, it, sections)
    // the reason is there, so nothing can be refused
    if (after !== record) await saveEdited(tx, family, record, after, reorganisationReason(it))
    else await refreshSheets(tx, family, record)
  }
}
