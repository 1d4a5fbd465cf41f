import type { RecordId } from '../../reform/record.ts'
import type { Rule } from './rules.ts'

export type Entry = Record<string, unknown> & { id?: RecordId }

/** The keys of an entry; a key that was met before gets the number of the time: two reports of one section stay two. */
export function keysOf(entry: Entry, rule: Rule, met: Map<string, number>): string[] {
  return (rule.keys as (item: unknown) => (string | null)[])(entry)
    .filter((key) => key !== null)
    .map((key) => {
      const times = met.get(key) ?? 0
      met.set(key, times + 1)
      return times === 0 ? key : `${key}#${times}`
    })
}

/** The known entries by each of their keys. */
export function keyed(known: readonly Entry[], rule: Rule): Map<string, Entry> {
  const byKey = new Map<string, Entry>()
  const met = new Map<string, number>()
  for (const entry of known) for (const key of keysOf(entry, rule, met)) if (!byKey.has(key)) byKey.set(key, entry)
  return byKey
}

/** Finds for each incoming entry, asked in order, the known one that is the same. The n-th of a key is the same as the n-th of that key. */
export function finder(known: readonly Entry[], incoming: readonly Entry[], rule: Rule): (entry: Entry) => Entry | undefined {
  const byKey = keyed(known, rule)
  const met = new Map<string, number>()
  const lone = loneOnes(known, incoming, rule)
  return (entry) => {
    const keys = keysOf(entry, rule, met)
    const same = keys.map((key) => byKey.get(key)).find((found) => found !== undefined)
    return same ?? lone(entry)
  }
}

function loneOnes(known: readonly Entry[], incoming: readonly Entry[], rule: Rule): (entry: Entry) => Entry | undefined {
  const lone = rule.lone as ((item: unknown) => string[]) | undefined
  const isApart = rule.apart as ((a: unknown, b: unknown) => boolean) | undefined
  if (!lone) return () => undefined
  const groups = (entries: readonly Entry[]) =>
    Map.groupBy(
      entries.flatMap((entry) => lone(entry).map((key, nth) => ({ entry, key: `${nth} ${key}` }))),
      ({ key }) => key,
    )
  const here = groups(known)
  const there = groups(incoming)
  return (entry) => {
    for (const [nth, key] of lone(entry).entries()) {
      const [one, ...others] = here.get(`${nth} ${key}`) ?? []
      if (one && others.length === 0 && there.get(`${nth} ${key}`)?.length === 1 && !isApart?.(one.entry, entry)) return one.entry
    }
    return undefined
  }
}

/** Ids of a document begin with this while it is settled, so that «node-1» of the document is never taken for the record's. */
const SAID = '§'
const POINTS = new Set(['plan', 'node', 'parent', 'parts', 'initiative', 'indicator', 'part'])

/** The document with its ids told apart from the record's, in place. */
export function tellApart(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) value[index] = tellApart(item, key)
    return value
  }
  if (value !== null && typeof value === 'object') {
    for (const [k, v] of Object.entries(value)) (value as Entry)[k] = tellApart(v, k)
    return value
  }
  return typeof value === 'string' && (key === 'id' || POINTS.has(key)) ? `${SAID}${value}` : value
}

/** A copy in which every id of the document is the one it has in the record; a reference to what was left out is null. */
export function pointed(value: unknown, ids: ReadonlyMap<string, RecordId>, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => pointed(item, ids, key)).filter((item) => item !== null)
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, pointed(v, ids, k)]))
  return typeof value === 'string' && value.startsWith(SAID) && (key === 'id' || POINTS.has(key)) ? (ids.get(value) ?? null) : value
}
