import type { RecordId } from '../../reform/record.ts'
import type { Change } from './change.ts'
import type { Rule } from './rules.ts'
import type { Sourced } from './sourced.ts'

export type Entry = Record<string, unknown> & { id?: RecordId }

/** What a merge carries along: the sources, the ids that became other ids, the changes so far. */
export type Merging = {
  sourced: Sourced
  ids: Map<string, RecordId>
  taken: Set<string>
  changes: Change[]
  /** false where the document is older than what is known: it fills gaps and changes nothing */
  mayChange: boolean
}

/** Merges a list into the known one: the same entry takes the new values, another is added. */
export function mergeList(list: string, known: Entry[], incoming: readonly Entry[], rule: Rule, path: string, merging: Merging): void {
  const keysOf = rule.keys as (item: unknown) => (string | null)[]
  const titleOf = rule.title as (item: unknown) => string
  const byKey = new Map<string, Entry>()
  for (const entry of known) for (const key of keysOf(entry)) if (key !== null && !byKey.has(key)) byKey.set(key, entry)
  for (const [index, said] of incoming.entries()) {
    const entry = pointed(said, merging.ids) as Entry
    carryAll(said, entry, merging.sourced)
    const same = keysOf(entry)
      .map((key) => (key === null ? undefined : byKey.get(key)))
      .find((found) => found !== undefined)
    const where = { list, title: titleOf(entry), pointer: `${path}/${index}` }
    if (same) {
      if (said.id && same.id) merging.ids.set(said.id, same.id)
      mergeEntry(same, entry, rule, where, merging)
      continue
    }
    renew(entry, said, list, merging)
    known.push(entry)
    for (const key of keysOf(entry)) if (key !== null && !byKey.has(key)) byKey.set(key, entry)
    merging.changes.push({ kind: 'added', ...where, field: null, before: null, after: null, at: merging.sourced.placesOf(entry) })
  }
}

function mergeEntry(
  known: Entry,
  entry: Entry,
  rule: Rule,
  where: { list: string; title: string; pointer: string },
  merging: Merging,
): void {
  for (const [field, value] of Object.entries(entry)) {
    const inside = rule.inside?.[field]
    if (inside) {
      known[field] ??= []
      mergeList(field, known[field] as Entry[], value as Entry[], inside, `${where.pointer}/${field}`, merging)
      continue
    }
    if (field === 'id' || value === null || value === undefined || (Array.isArray(value) && value.length === 0)) continue
    const before = known[field]
    const blank = before === null || before === undefined || (Array.isArray(before) && before.length === 0)
    if (JSON.stringify(before) === JSON.stringify(value)) merging.sourced.carry(entry, known, field)
    else if (blank || (merging.mayChange && !STRUCTURE.has(field))) {
      known[field] = value
      merging.sourced.carry(entry, known, field, true)
      merging.changes.push({
        kind: 'changed',
        ...where,
        field,
        before: blank ? null : printed(before),
        after: printed(value),
        at: merging.sourced.placesOf(entry, field),
      })
    }
  }
}

/** Where an entry stands in the tree is decided by whoever placed it first; a later document does not move it. */
const STRUCTURE = new Set(['plan', 'node', 'parent', 'of', 'title', 'name', 'number', 'level'])

/** Gives an added entry (and its parts) ids that are free in the known record. */
function renew(entry: Entry, said: Entry, list: string, merging: Merging): void {
  if (said.id) {
    entry.id = freeId(list, merging.taken)
    merging.ids.set(said.id, entry.id)
  }
  for (const [index, part] of ((entry.parts as Entry[] | undefined) ?? []).entries()) {
    if (typeof part !== 'object') continue
    const old = (said.parts as Entry[])[index]?.id
    part.id = freeId('parts', merging.taken)
    if (old) merging.ids.set(old, part.id)
  }
  for (const report of (entry.reports as { parts: RecordId[] }[] | undefined) ?? [])
    report.parts = report.parts.map((id) => merging.ids.get(id) ?? id)
}

function freeId(list: string, taken: Set<string>): RecordId {
  const kind = list.replace(/s$/, '')
  let n = taken.size + 1
  while (taken.has(`${kind}-${n}`)) n += 1
  taken.add(`${kind}-${n}`)
  return `${kind}-${n}` as RecordId
}

/** A copy in which every id that became another one is that other one; own ids (`id`) are left to whoever adds the entry. */
function pointed(value: unknown, ids: ReadonlyMap<string, RecordId>, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => pointed(item, ids, key))
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, pointed(v, ids, k)]))
  return typeof value === 'string' && POINTS.has(key) ? (ids.get(value) ?? value) : value
}
const POINTS = new Set(['plan', 'node', 'parent', 'parts', 'initiative', 'indicator', 'part'])

/** The copy of an entry says what the entry said, all the way down. */
function carryAll(from: object, to: object, sourced: Sourced): void {
  for (const key of Object.keys(from)) {
    sourced.carry(from, to, key)
    const [a, b] = [(from as Entry)[key], (to as Entry)[key]]
    if (a !== null && typeof a === 'object' && b !== null && typeof b === 'object') carryAll(a, b, sourced)
  }
}

const printed = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
