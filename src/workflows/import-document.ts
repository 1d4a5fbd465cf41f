import { randomUUID } from 'node:crypto'
import { settle } from '../intake/settle/settle.ts'
import type { Act } from '../reform/act.ts'
import type { Change } from '../reform/change.ts'
import { lineageCircle } from '../reform/lineage-rules.ts'
import { sectionHistories } from '../reform/section-history.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import type { Store } from '../store/database.ts'
import { familiesHolding, saveDocument } from '../store/document.ts'
import type { Reader, Tx } from '../store/handles.ts'
import { municipalities, saveMunicipality } from '../store/municipality.ts'
import { planChangesOf } from '../store/plan-change.ts'
import { type PlanFamilyId, planFamilies, plansByTitle } from '../store/plan-family.ts'
import { loadRecord, saveRecord } from '../store/record.ts'
import { saveSections } from '../store/section.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { type ImportTarget, importTarget, type NoTarget, type Said } from './import-target.ts'
import type { ReadReform } from './read-reform.ts'
import { refreshSheets } from './refresh-sheets.ts'

/** 取込み案 — what accepting a read document would do; `known`: the same bytes were imported before. */
export type Proposal = { read: ReadReform; target: ImportTarget; known: boolean; changes: Change[] }
/** pointers of records to leave out, by the sha256 of their document */
export type LeaveOut = ReadonlyMap<string, ReadonlySet<string>>

const NOTHING: ReadonlySet<string> = new Set()

/** 取込み案をつくる — where each document would go and what would change, documents of one plan one after the other. Writes nothing. */
export async function proposeImport(store: Store, reads: readonly ReadReform[], said: Said): Promise<Result<Proposal[], NoTarget>> {
  const installed = await store.across((db) => municipalities(db))
  const targets: Wanted[] = []
  for (const read of reads) {
    const target = importTarget(read.document, said, installed)
    if (!target.ok) return target
    targets.push({ read, target: target.value })
  }
  const proposals: Proposal[] = []
  for (const [code, ofOne] of byMunicipality(targets)) {
    const settled = await store.reading(code, async (db) => {
      const wanted = said.plan === null ? await Promise.all(ofOne.map((one) => whereItWent(db, one))) : ofOne
      return settleAll(db, wanted, new Map())
    })
    const path = circleIn(settled)
    if (path) return no({ kind: 'lineage-circle', path })
    proposals.push(...settled.proposals)
  }
  return ok(proposals)
}

/** An initiative that would be its own forerunner; a circle that was stored before anybody asked is not this import's. */
function circleIn({ families, before }: Settled): string[] | null {
  for (const [family, { record }] of families) {
    const path = lineageCircle(record.lineage)
    if (path && !lineageCircle(before.get(family)?.lineage ?? [])) return path
  }
  return null
}

/** The same bytes go where they went before: a document whose plan was named for it would else found a second plan of its own title. */
async function whereItWent(db: Reader, one: Wanted): Promise<Wanted> {
  const [family, ...others] = await familiesHolding(db, one.read.document.document.sha256)
  if (!family || others.length > 0) return one
  const known = (await plansByTitle(db)).some(({ title }) => foldTight(title) === foldTight(one.target.planTitle))
  const root = (await planFamilies(db)).find(({ id }) => id === family)
  return known || !root ? one : { ...one, target: { ...one.target, planTitle: root.title } }
}

/** 取り込む — all documents of a municipality in one transaction: either all of them are stored, or none. */
export async function acceptImport(
  store: Store,
  act: Act,
  proposals: readonly Proposal[],
  leaveOut: LeaveOut = new Map(),
): Promise<Proposal[]> {
  const accepted = await store.writing(act, async (tx) => {
    const first = proposals[0]
    if (first) await saveMunicipality(tx, { name: first.target.municipality.name })
    const settled = await settleAll(tx, proposals, leaveOut)
    for (const [family, { record, reads }] of settled.families) await saveFamily(tx, family, record, reads, act.at)
    return settled.proposals
  })
  await store.maintain()
  return accepted
}

async function saveFamily(tx: Tx, family: PlanFamilyId, record: StoredRecord, reads: readonly ReadReform[], at: Date): Promise<void> {
  await saveRecord(tx, family, record)
  await refreshSheets(tx, family, record)
  await saveSections(tx, sectionHistories(record))
  for (const { document, bytes, lines } of reads) {
    const { checks, unread, accounting } = document
    await saveDocument(tx, family, { ...document.document, readAt: at, checks, unread, accounting, bytes, lines })
  }
}

type Wanted = { read: ReadReform; target: ImportTarget }
type Settled = {
  proposals: Proposal[]
  families: Map<PlanFamilyId, { record: StoredRecord; reads: ReadReform[] }>
  before: Map<PlanFamilyId, StoredRecord | null>
}

async function settleAll(db: Reader | Tx, wanted: readonly Wanted[], leaveOut: LeaveOut): Promise<Settled> {
  const plans = await plansByTitle(db)
  const settled: Settled = { proposals: [], families: new Map(), before: new Map() }
  for (const { read, target } of wanted) {
    const family = familyCalled(plans, target) ?? (randomUUID() as PlanFamilyId)
    plans.push({ family, title: target.planTitle })
    // what it said was settled when it came in; settled again after later documents, it would take their values back
    const known = (await familiesHolding(db, read.document.document.sha256)).includes(family)
    if (known) {
      settled.proposals.push({ read, target, known, changes: [] })
      continue
    }
    const before = settled.families.get(family) ?? { record: await loadRecord(db, family), reads: [] }
    if (!settled.before.has(family)) settled.before.set(family, before.record)
    const choices = {
      planTitle: target.planTitle,
      leaveOut: leaveOut.get(read.document.document.sha256) ?? NOTHING,
      formerTitles: await formerTitles(db, family),
    }
    const { record, changes } = settle(before.record, read.document, choices)
    settled.families.set(family, { record, reads: [...before.reads, read] })
    settled.proposals.push({ read, target, known, changes })
  }
  return settled
}

/** What the initiatives of a family were called before it was decided to change their titles. */
async function formerTitles(db: Reader, family: PlanFamilyId): Promise<Map<string, string>> {
  const decided = (await planChangesOf(db, family)).filter(({ kind, state }) => kind === 'title' && state === 'decided')
  return new Map(decided.flatMap(({ initiative, before }) => (before === null ? [] : [[foldTight(before), initiative] as const])))
}

/**
 * The family that has a plan of this title; else the only one whose title is the same but for the city's name and the years:
 * the list says 「行財政改革推進プラン」, what is stored is 「あおば市行財政改革推進プラン2023-2027」.
 */
function familyCalled(
  plans: readonly { family: PlanFamilyId; title: string }[],
  { planTitle, municipality }: ImportTarget,
): PlanFamilyId | undefined {
  const exact = plans.find((p) => foldTight(p.title) === foldTight(planTitle))
  if (exact) return exact.family
  const bare = (title: string): string => foldTight(title).replace(foldTight(municipality.name), '').replace(YEARS, '')
  const alike = new Set(plans.filter((p) => bare(p.title) === bare(planTitle)).map((p) => p.family))
  return alike.size === 1 ? [...alike][0] : undefined
}
const YEAR = String.raw`(?:(?:19|20)\d\d|(?:令和|平成|R|H)?(?:元|\d{1,2}))(?:年度?)?`
const YEARS = new RegExp(String.raw`\(?${YEAR}[~-]${YEAR}\)?`, 'g')

function byMunicipality<T extends { target: ImportTarget }>(all: readonly T[]): Map<MunicipalityCode, T[]> {
  return Map.groupBy(all, ({ target }) => target.municipality.code)
}

/** The proposals of each municipality: each is accepted in a transaction of its own. */
export const proposalsByMunicipality = (proposals: readonly Proposal[]): Map<MunicipalityCode, Proposal[]> => byMunicipality(proposals)
