import { createHash } from 'node:crypto'
import type { Change } from '../../reform/change.ts'
import { type DocumentRecord, emptyRecord, type Lineage, type Plan, type RecordId, type ReformRecord } from '../../reform/record.ts'
import { runningIn } from '../../reform/round-items.ts'
import type { StoredRecord } from '../../reform/stored-record.ts'
import { foldTight } from '../../vocabulary/folding.ts'
import { identify } from './identify.ts'
import { type Entry, tellApart } from './keys.ts'
import { linkLineage, rememberLinks } from './linked-lineage.ts'
import { mergeList } from './merge.ts'
import { RULES } from './rules.ts'
import { Sourced } from './sourced.ts'

export type Choices = {
  /** the plan it is to be stored in, where the document does not say or another is meant */
  planTitle: string | null
  /** pointers of records of the document that the reviewer leaves out: «/initiatives/3» */
  leaveOut: ReadonlySet<string>
  /** 旧取組名 — what initiatives were called before a 計画の見直し, folded: a document may still call them so */
  formerTitles?: ReadonlyMap<string, string>
}

/** 確定 — document + choices + what is stored → the record as it would be, and what would change. Pure; nothing is written. */
export function settle(
  stored: StoredRecord | null,
  document: DocumentRecord,
  choices: Choices,
): { record: StoredRecord; changes: Change[] } {
  const record: StoredRecord = stored ? structuredClone(stored) : { ...emptyRecord(), sources: [] }
  const sourced = new Sourced()
  sourced.hang(record, record.sources)
  // settling places entries in the tree: that is done to a copy, the document's record stays what it says.
  // (Through JSON: a structured clone would keep one object shared by several entries shared, and rename it twice.)
  const copy = JSON.parse(JSON.stringify(document)) as DocumentRecord
  tellApart(copy)
  const said = without(copy, choices.leaveOut)
  const guesses = new Set(document.guesses)
  sourced.hang(
    copy,
    Object.entries(document.at).flatMap(([pointer, places]) =>
      places.map((place) => ({ pointer, document: document.document.sha256, place, guessed: guesses.has(pointer) })),
    ),
  )
  const taken = idsOf(record)
  const mayChange = !isOlder(document, record)
  place(record, said, { planTitle: choices.planTitle, fiscalYear: document.fiscalYear }, taken)
  callAsNow(record, said, choices.formerTitles ?? new Map())
  rememberLinks(
    record.lineage,
    said.lineage.map(({ entry }) => entry as unknown as Lineage),
  )
  const entries = new Map(RULES.map(([list]) => [list as string, said[list].map(({ entry }) => entry)]))
  const merging = { sourced, ids: identify(record, entries, taken), changes: [] as Change[], mayChange }
  for (const [list, rule] of RULES) mergeList(list, record[list] as unknown as Entry[], entries.get(list) ?? [], rule, `/${list}`, merging)
  linkLineage(record)
  record.municipality = {
    code: document.municipality.code ?? record.municipality.code,
    name: record.municipality.name ?? document.municipality.name,
  }
  record.fiscalYear = Math.max(record.fiscalYear ?? 0, document.fiscalYear ?? 0) || null
  return {
    record: { ...record, sources: sourced.pointers(strip(record)) },
    changes: merging.changes.map((c) => ({ ...c, pointer: original(c.pointer, said) })),
  }
}

type Kept = { [List in (typeof RULES)[number][0]]: { entry: Entry; index: number }[] }

/** The lists of the document without what the reviewer leaves out, and without what belongs to that; each entry remembers its place. */
function without(document: ReformRecord, leaveOut: ReadonlySet<string>): Kept {
  const gone = new Set(
    document.initiatives.filter((_, index) => leaveOut.has(`/initiatives/${index}`)).flatMap((i) => [i.id, ...i.parts.map((p) => p.id)]),
  )
  const belongsToGone = ({ of }: Entry): boolean => of !== null && typeof of === 'object' && Object.values(of).some((id) => gone.has(id))
  return Object.fromEntries(
    RULES.map(([list]) => {
      const entries = (document[list] as unknown as Entry[]).map((entry, index) => ({ entry, index }))
      return [list, entries.filter(({ entry, index }) => !leaveOut.has(`/${list}/${index}`) && !belongsToGone(entry))]
    }),
  ) as Kept
}

/** «/initiatives/0/parts/1» of the kept entries → the pointer in the document. */
function original(pointer: string, kept: Kept): string {
  const [, list, index, ...rest] = pointer.split('/')
  const known = kept[list as keyof Kept]?.[Number(index)]
  return ['', list, known?.index ?? index, ...rest].join('/')
}

type Placing = { planTitle: string | null; fiscalYear: number | null }
/**
 * 計画への位置づけ — the plan a document speaks of is the one it is stored in, however its title is written there; plans that
 * stand in it stand in that one. What names no plan belongs to the root, but an initiative is the known one of its title.
 */
function place(record: StoredRecord, said: Kept, { planTitle, fiscalYear }: Placing, taken: Set<string>): void {
  const root = rootOf(record, said, planTitle, taken)
  const { ended, begun } = runningIn(record, new Set(record.plans.map(({ id }) => id)), fiscalYear)
  const isKnown = (title: unknown): boolean => record.plans.some((p) => foldTight(p.title) === foldTight(String(title)))
  const own = said.plans.filter(({ entry }) => entry.parent === null && !isKnown(entry.title))
  for (const [index, { entry }] of own.entries()) {
    if (index === 0 && !said.plans.some((other) => foldTight(String(other.entry.title)) === foldTight(root.title))) entry.title = root.title
    else if (foldTight(String(entry.title)) !== foldTight(root.title)) entry.parent = root.id
  }
  for (const { entry } of [...said.nodes, ...said.initiatives]) {
    if (entry.plan !== null) continue
    const called = record.initiatives.filter((i) => foldTight(i.title) === foldTight(String(entry.title)))
    // carried over under its name, it stands in two phases: the report of a year is of the one that runs in it
    const same = called.find((i) => !ended(i) && begun(i)) ?? called[0]
    entry.plan = same && 'reports' in entry ? same.plan : root.id
  }
}

/** An initiative that was given another title is still the same; a new one that took up the old title is not. */
function callAsNow({ initiatives }: StoredRecord, said: Kept, formerTitles: ReadonlyMap<string, string>): void {
  const now = new Set(initiatives.map(({ title }) => foldTight(title)))
  for (const { entry } of said.initiatives) {
    const title = foldTight(String(entry.title))
    const known = initiatives.find(({ id }) => id === formerTitles.get(title))
    if (!known || now.has(title)) continue
    entry.title = known.title
    entry.plan = known.plan
  }
}

function rootOf(record: StoredRecord, said: Kept, planTitle: string | null, taken: Set<string>): Plan {
  const known = record.plans.find((p) => p.parent === null)
  if (known) return known
  const own = said.plans.find(({ entry }) => entry.parent === null)?.entry
  const title = planTitle ?? (own?.title as string | undefined)
  if (title === undefined) throw new Error('settle: a plan must be known before a document is settled')
  // addresses carry this id, and a municipality has several families: it comes from the title, not from a count
  const id = `plan-${createHash('sha256').update(foldTight(title)).digest('hex').slice(0, 8)}` as RecordId
  taken.add(id)
  const root: Plan = { id, title, kind: null, parent: null, period: null, goal: null, levels: [], predecessors: [] }
  record.plans.push(root)
  return root
}

/** A report of an earlier year than is known fills gaps and changes nothing. */
const isOlder = (document: ReformRecord, record: ReformRecord): boolean =>
  document.fiscalYear !== null && record.fiscalYear !== null && document.fiscalYear < record.fiscalYear

function idsOf(record: ReformRecord): Set<string> {
  const owners = [
    ...record.plans,
    ...record.nodes,
    ...record.initiatives,
    ...record.initiatives.flatMap((i) => i.parts),
    ...record.indicators,
    ...record.chapters,
  ]
  return new Set(owners.map((owner) => owner.id))
}

const strip = ({ sources: _, ...record }: StoredRecord): ReformRecord => record
