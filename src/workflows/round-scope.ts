import type { Act } from '../reform/act.ts'
import type { Initiative } from '../reform/record.ts'
import type { RecordId } from '../reform/record-id.ts'
import { onTheDay } from '../reform/record-on-day.ts'
import type { ReportState } from '../reform/report-state.ts'
import { may, type Standing } from '../reform/rights.ts'
import type { Round, RoundId, RoundItem, RoundItemId } from '../reform/round.ts'
import { plansWithin } from '../reform/round-items.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import { itemSheet } from '../report/item-sheet.ts'
import type { Store } from '../store/database.ts'
import type { Tx } from '../store/handles.ts'
import { loadRecord, saveRecord } from '../store/record.ts'
import { roundById } from '../store/round.ts'
import { addItems, itemById, itemsOf, removeItem, saveItem } from '../store/round-item.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import { foldTight } from '../vocabulary/folding.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { plannedItem } from './planned-items.ts'
import type { NotFound } from './save-report.ts'
import { standingOf } from './standing.ts'

export type CannotChangeScope =
  | NotFound
  | { kind: 'not-allowed' }
  | { kind: 'why-missing' }
  | { kind: 'round-closed' }
  | { kind: 'no-such-initiative' }
  | { kind: 'no-such-section'; section: string }
  | { kind: 'asked-already'; title: string; section: string | null }
  | { kind: 'begun-already'; title: string; state: ReportState }
  | { kind: 'not-with-the-section'; title: string; state: ReportState }
export type ItemAdded = { initiative: RecordId; parts: RecordId[]; section: string | null }
/** `inPlan`: the plan's initiative, which names no section, gets this one too, so that next year's round knows it. */
export type OwnerGiven = { section: string; inPlan: boolean }
type Changed = Result<RoundItem, CannotChangeScope>

/** 対象に加える — an initiative that the round does not ask, or another section of one it asks; with a reason. */
export async function addRoundItem(store: Store, id: RoundId, said: ItemAdded, act: Act): Promise<Changed> {
  return scoping(store, act, async (tx, standing) => {
    if (!act.why?.trim()) return no({ kind: 'why-missing' })
    const round = await roundById(tx, id)
    if (!round) return no({ kind: 'not-found', id })
    if (round.closed) return no({ kind: 'round-closed' })
    const record = await loadRecord(tx, round.family)
    const it = record && initiativeIn(record, round, said.initiative)
    if (!record || !it) return no({ kind: 'no-such-initiative' })
    const fault = sectionFault(standing, said.section)
    if (fault) return fault
    const items = await itemsOf(tx, id)
    const twin = items.find((item) => isSame(item, said))
    if (twin) return no({ kind: 'asked-already', title: it.title, section: said.section })
    const position = Math.max(0, ...items.map((item) => item.position)) + 10
    const item = plannedItem(onTheDay(record, standing.sections, laterOf(round, standing)), round, said, position)
    if (!item) return no({ kind: 'no-such-initiative' })
    await addItems(tx, [item])
    return ok(item)
  })
}

/** 対象から外す — only what nobody has begun; with a reason. */
export async function takeOutItem(store: Store, id: RoundItemId, act: Act): Promise<Changed> {
  return scoping(store, act, async (tx) => {
    if (!act.why?.trim()) return no({ kind: 'why-missing' })
    const found = await openItem(tx, id)
    if (!found.ok) return found
    const { item } = found.value
    if (item.state !== 'notStarted' || item.version > 0) return no({ kind: 'begun-already', title: item.sheet.title, state: item.state })
    await removeItem(tx, id)
    return ok(item)
  })
}

/** 所管を決める — who reports an item: for one without an owner, or after a transfer; while it is in the section's hands. */
export async function giveOwner(store: Store, id: RoundItemId, { section, inPlan }: OwnerGiven, act: Act): Promise<Changed> {
  return scoping(store, act, async (tx, standing) => {
    const found = await openItem(tx, id)
    if (!found.ok) return found
    const { item, round } = found.value
    if (!['notStarted', 'drafting', 'returned'].includes(item.state))
      return no({ kind: 'not-with-the-section', title: item.sheet.title, state: item.state })
    const fault = sectionFault(standing, section)
    if (fault) return fault
    const asked = { initiative: item.initiative, parts: item.parts, section }
    if ((await itemsOf(tx, round.id)).some((one) => one.id !== id && isSame(one, asked)))
      return no({ kind: 'asked-already', title: item.sheet.title, section })
    const record = await loadRecord(tx, round.family)
    const asking = record && onTheDay(record, standing.sections, laterOf(round, standing))
    const sheet = (asking && itemSheet(asking, { ...asked, fiscalYear: round.fiscalYear })) ?? item.sheet
    const owned: RoundItem = { ...item, section, sheet }
    await saveItem(tx, owned)
    if (record && inPlan) await nameInPlan(tx, round, record, owned)
    return ok(owned)
  })
}

/** The sections are those of today; a round that is not open yet asks those of its first day. */
const laterOf = ({ opensOn }: Round, { day }: Standing): Day => (opensOn > day ? opensOn : day)

/** Only where the plan names nobody: a section that the plan names is changed by a 計画の見直し. */
async function nameInPlan(tx: Tx, round: Round, record: StoredRecord, { initiative, section }: RoundItem): Promise<void> {
  const isOwnerless = (it: Initiative): boolean => it.id === initiative && it.sections.length === 0
  if (section === null || !record.initiatives.some(isOwnerless)) return
  const initiatives = record.initiatives.map((it) =>
    isOwnerless(it) ? { ...it, sections: [{ name: section, office: null, role: null }] } : it,
  )
  await saveRecord(tx, round.family, { ...record, initiatives })
}

function initiativeIn(record: StoredRecord, round: Round, id: RecordId): Initiative | null {
  const within = plansWithin(record, round.plan)
  return record.initiatives.find((it) => it.id === id && (it.plan === null || within.has(it.plan))) ?? null
}

const isSame = (item: RoundItem, said: ItemAdded): boolean =>
  item.initiative === said.initiative &&
  foldTight(item.section ?? '') === foldTight(said.section ?? '') &&
  item.parts.toSorted().join() === said.parts.toSorted().join()

function sectionFault({ sections, day }: Standing, section: string | null): ReturnType<typeof no<CannotChangeScope>> | null {
  if (section === null) return null
  const isThere = sections.some(
    ({ name, from, to }) => foldTight(name) === foldTight(section) && (from === null || from <= day) && (to === null || day < to),
  )
  return isThere ? null : no({ kind: 'no-such-section', section })
}

async function openItem(tx: Tx, id: RoundItemId): Promise<Result<{ item: RoundItem; round: Round }, CannotChangeScope>> {
  const item = await itemById(tx, id)
  const round = item && (await roundById(tx, item.round))
  if (!item || !round) return no({ kind: 'not-found', id })
  return round.closed ? no({ kind: 'round-closed' }) : ok({ item, round })
}

function scoping(store: Store, act: Act, change: (tx: Tx, standing: Standing) => Promise<Changed>): Promise<Changed> {
  return store.writing(act, async (tx): Promise<Changed> => {
    const standing = await standingOf(tx)
    return may(standing, 'round.manage') ? change(tx, standing) : no({ kind: 'not-allowed' })
  })
}
