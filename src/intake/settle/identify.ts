import type { RecordId, ReformRecord } from '../../reform/record.ts'
import { type Entry, finder, pointed } from './keys.ts'
import { RULES } from './rules.ts'

/**
 * 名寄せの対応表 — every id of the document → the id it has, or will have, in the stored record. It is made before anything is
 * merged, because records point forwards as well (a figure in a report points at an indicator that comes later).
 */
export function identify(record: ReformRecord, said: ReadonlyMap<string, readonly Entry[]>, taken: Set<string>): Map<string, RecordId> {
  const ids = new Map<string, RecordId>()
  for (const [list, rule] of RULES) {
    const known = record[list] as unknown as Entry[]
    const find = finder(known, said.get(list) ?? [], rule)
    for (const entry of said.get(list) ?? []) {
      if (!entry.id) break
      const same = find(pointed(entry, ids) as Entry)
      ids.set(entry.id, same?.id ?? freeId(list, taken))
      const inside = rule.inside?.parts
      if (!inside) continue
      const findPart = finder((same?.parts as Entry[] | undefined) ?? [], entry.parts as Entry[], inside)
      for (const part of entry.parts as Entry[])
        if (part.id) ids.set(part.id, findPart(pointed(part, ids) as Entry)?.id ?? freeId('parts', taken))
    }
  }
  return ids
}

function freeId(list: string, taken: Set<string>): RecordId {
  const kind = list.replace(/s$/, '')
  let n = taken.size + 1
  while (taken.has(`${kind}-${n}`)) n += 1
  taken.add(`${kind}-${n}`)
  return `${kind}-${n}` as RecordId
}
