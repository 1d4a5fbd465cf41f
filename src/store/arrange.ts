import type { ReformRecord } from '../reform/record.ts'
import { matchRows, positionsFor } from './match.ts'
import type { Value } from './nouns/field.ts'
import { ROOTS, type Shape } from './nouns/record.ts'
import { rowsUnderParents } from './parentage.ts'
import type { Key, Row, Table } from './rows.ts'

type Item = Readonly<Record<string, unknown>>
export type Arranged = {
  rows: Map<Table, Row[]>
  /** JSON pointer of an item → the row that keeps it */
  owners: Map<string, string>
}

export const ownerOf = (table: Table, key: Key): string => `${table.name}:${key.join('/')}`

/** Lays a record out as rows; items without an id take the numbers of the stored rows that they continue. */
export function arrange(record: ReformRecord, stored: ReadonlyMap<Table, readonly Row[]>): Arranged {
  const rows = new Map<Table, Row[]>()
  const owners = new Map<string, string>()
  const storedUnder = rowsUnderParents(stored)

  const place = (shape: Shape, items: readonly Item[], parent: Key, above: string): void => {
    const { noun, table, list, children } = shape
    const values = items.map((item) => noun.fields.flatMap((field) => field.write(item[field.key])))
    const siblings = storedUnder(shape, parent)
    const known = noun.key === 'id' ? byId(items, siblings) : matchRows(noun, values, siblings)
    const positions = positionsFor(known.map((row) => (row ? Number(row.values[0]) : null)))
    const newKey = numberer(shape, parent, siblings)
    const laid = rows.get(table) ?? []
    rows.set(table, laid)
    items.forEach((item, index) => {
      const key = noun.key === 'id' ? [String(item.id)] : (known[index]?.key ?? newKey())
      const own: Value[] = noun.key === 'id' ? [...parent] : []
      laid.push({ key, values: [positions[index] as number, ...own, ...(values[index] as Value[])] })
      const pointer = `${above}/${list}/${index}`
      owners.set(pointer, ownerOf(table, key))
      for (const child of children) place(child, item[child.list] as Item[], key, pointer)
    })
  }
  const lists = record as unknown as Item
  for (const shape of ROOTS) place(shape, lists[shape.list] as Item[], [], '')
  return { rows, owners }
}

/** Gives new rows the numbers after the highest one in use under this parent. */
function numberer(shape: Shape, parent: Key, siblings: readonly Row[]): () => Key {
  const side = shape.table.side ? [shape.table.side] : []
  let highest = Math.max(0, ...siblings.map((row) => Number(row.key.at(-1)) || 0))
  return () => {
    highest += 1
    return [...parent, ...side, highest]
  }
}

function byId(items: readonly Item[], siblings: readonly Row[]): (Row | null)[] {
  const stored = new Map(siblings.map((row) => [row.key[0], row]))
  return items.map((item) => stored.get(String(item.id)) ?? null)
}
