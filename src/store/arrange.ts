import type { ReformRecord } from '../reform/record.ts'
import { fieldsFrom, matchRows, positionsFor } from './match.ts'
import type { Value } from './nouns/field.ts'
import { ROOTS, type Shape } from './nouns/record.ts'
import { type Key, keyText, type Row, type Table } from './rows.ts'

type Item = Readonly<Record<string, unknown>>
export type Arranged = {
  rows: Map<Table, Row[]>
  /** JSON pointer of an item → the row that keeps it */
  owners: Map<string, string>
}

export const ownerOf = (table: Table, key: Key): string => `${table.name}:${key.join('/')}`

/** Lays a record out as rows; items without an id take the numbers of the stored rows that they continue. */
export function arrange(record: ReformRecord, stored: ReadonlyMap<Table, readonly Row[]>): Arranged {
  const arranged: Arranged = { rows: new Map(), owners: new Map() }
  const lists = record as unknown as Item
  for (const shape of ROOTS) place(shape, lists[shape.list] as Item[], [], '', stored, arranged)
  return arranged
}

function place(
  shape: Shape,
  items: readonly Item[],
  parent: Key,
  above: string,
  stored: ReadonlyMap<Table, readonly Row[]>,
  arranged: Arranged,
): void {
  const values = items.map((item) => shape.noun.fields.flatMap((field) => field.write(item[field.key])))
  const siblings = (stored.get(shape.table) ?? []).filter((row) => keyText(parentOf(shape, row)) === keyText(parent))
  const known = shape.noun.key === 'id' ? byId(items, siblings) : matchRows(shape.noun, values, siblings)
  const positions = positionsFor(known.map((row) => (row ? Number(row.values[0]) : null)))
  let highest = Math.max(0, ...siblings.map((row) => Number(row.key.at(-1)) || 0))

  const rows = arranged.rows.get(shape.table) ?? []
  arranged.rows.set(shape.table, rows)
  items.forEach((item, index) => {
    const key = shape.noun.key === 'id' ? [String(item.id)] : (known[index]?.key ?? [...parent, ...side(shape), ++highest])
    const own: Value[] = shape.noun.key === 'id' ? [...parent] : []
    rows.push({ key, values: [positions[index] as number, ...own, ...(values[index] as Value[])] })
    const pointer = `${above}/${shape.list}/${index}`
    arranged.owners.set(pointer, ownerOf(shape.table, key))
    for (const child of shape.children) place(child, item[child.list] as Item[], key, pointer, stored, arranged)
  })
}

const side = (shape: Shape): string[] => (shape.table.side ? [shape.table.side] : [])

/** The key of the row that this one stands under. */
export const parentOf = (shape: Shape, row: Row): Key =>
  shape.noun.key === 'id'
    ? (row.values.slice(1, fieldsFrom(shape.noun, shape.parentColumns.length)) as (string | number)[])
    : row.key.slice(0, shape.parentColumns.length)

function byId(items: readonly Item[], siblings: readonly Row[]): (Row | null)[] {
  const stored = new Map(siblings.map((row) => [row.key[0], row]))
  return items.map((item) => stored.get(String(item.id)) ?? null)
}
