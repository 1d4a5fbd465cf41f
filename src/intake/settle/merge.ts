import { isDeepStrictEqual } from 'node:util'
import type { Change } from '../../reform/change.ts'
import type { RecordId } from '../../reform/record.ts'
import { type Entry, finder, pointed } from './keys.ts'
import type { Rule } from './rules.ts'
import type { Sourced } from './sourced.ts'

/** What a merge carries along: the sources, the ids of the document as ids of the record, the changes so far. */
export type Merging = {
  sourced: Sourced
  ids: ReadonlyMap<string, RecordId>
  changes: Change[]
  /** false where the document is older than what is known: it fills gaps and changes nothing */
  mayChange: boolean
}

/** Merges a list into the known one: the same entry takes the new values, another is added. */
export function mergeList(list: string, known: Entry[], incoming: readonly Entry[], rule: Rule, path: string, merging: Merging): void {
  const entries = incoming.map((said) => pointed(said, merging.ids) as Entry)
  const find = finder(known, entries, rule)
  for (const [index, said] of incoming.entries()) {
    const entry = entries[index] as Entry
    carryAll(said, entry, merging.sourced)
    const same = entry.id ? known.find((k) => k.id === entry.id) : find(entry)
    const where = { list, title: (rule.title as (item: unknown) => string)(entry), pointer: `${path}/${index}` }
    if (same) mergeEntry(same, entry, rule, where, merging)
    else {
      known.push(entry)
      merging.changes.push({ kind: 'added', ...where, field: null, before: null, after: null, at: merging.sourced.placesOf(entry) })
    }
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
    if (field === 'id' || isEmpty(value)) continue
    const before = known[field]
    if (isDeepStrictEqual(before, value)) merging.sourced.carry(entry, known, field)
    else if (isEmpty(before) || (merging.mayChange && !STRUCTURE.has(field))) {
      known[field] = value
      merging.sourced.carry(entry, known, field, true)
      const said = { before: isEmpty(before) ? null : printed(before), after: printed(value) }
      merging.changes.push({ kind: 'changed', ...where, field, ...said, at: merging.sourced.placesOf(entry, field) })
    }
  }
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || (Array.isArray(value) && value.length === 0)

/** Where an entry stands in the tree is decided by whoever placed it first; a later document does not move it. */
const STRUCTURE = new Set(['plan', 'node', 'parent', 'of', 'title', 'name', 'number', 'level'])

/** The copy of an entry says what the entry said, all the way down. */
function carryAll(from: object, to: object, sourced: Sourced): void {
  for (const key of Object.keys(from)) {
    sourced.carry(from, to, key)
    const [a, b] = [(from as Entry)[key], (to as Entry)[key]]
    if (a !== null && typeof a === 'object' && b !== null && typeof b === 'object') carryAll(a, b, sourced)
  }
}

const printed = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
