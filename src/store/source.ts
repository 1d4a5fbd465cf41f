import type { Source } from '../reform/edition.ts'
import type { Row, Table } from './rows.ts'

/** 出典 — kept by the row and the field it belongs to, not by its place in the record, which moves when a row is added above. */
export const SOURCES: Table = {
  name: 'source',
  key: [
    { name: 'owner', type: 'text' },
    { name: 'field', type: 'text' },
    { name: 'nth', type: 'integer' },
  ],
  values: [
    { name: 'document', type: 'text' },
    { name: 'place', type: 'text' },
    { name: 'guessed', type: 'boolean' },
  ],
}

/** The nearest item above a pointer, and the rest of the pointer; '' is the record itself. */
function ownerAndField(pointer: string, owners: ReadonlyMap<string, string>): [owner: string, field: string] {
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
    const owner = owners.get(pointer.slice(0, end))
    if (owner !== undefined) return [owner, pointer.slice(end)]
  }
  return ['', pointer]
}

export function sourceRows(sources: readonly Source[], owners: ReadonlyMap<string, string>): Row[] {
  const counted = new Map<string, number>()
  return sources.map(({ pointer, document, place, guessed }) => {
    const [owner, field] = ownerAndField(pointer, owners)
    const nth = (counted.get(pointer) ?? 0) + 1
    counted.set(pointer, nth)
    return { key: [owner, field, nth], values: [document, place, guessed] }
  })
}

/** In the order of the record. */
export function sourcesOf(rows: readonly Row[], pointers: ReadonlyMap<string, string>): Source[] {
  const order = new Map([...pointers.keys()].map((owner, place) => [owner, place]))
  const placeOf = (row: Row): number => order.get(String(row.key[0])) ?? -1
  return rows
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map(({ key: [owner, field], values: [document, place, guessed] }) => ({
      pointer: `${pointers.get(String(owner)) ?? ''}${field}`,
      document: String(document),
      place: String(place),
      guessed: guessed === true,
    }))
}
