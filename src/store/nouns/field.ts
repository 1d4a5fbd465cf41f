import { storable } from '../storable.ts'

/** What a column holds on its way: numerics as text, so that «100.0» keeps its digits. */
export type Value = string | number | boolean | null | readonly string[] | Readonly<Record<string, string>>
export type ColumnType = 'text' | 'integer' | 'bigint' | 'numeric' | 'boolean' | 'text[]' | 'jsonb'
export type Column = { name: string; type: ColumnType; refersTo?: string }

/** One field of an item and the columns that keep it. `read` answers undefined where the field is left out. */
export type Field<Key extends string = string> = {
  key: Key
  columns: readonly Column[]
  write(value: unknown): Value[]
  read(values: readonly Value[]): unknown
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

function stored(value: unknown): Value {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return storable(value)
  if (Array.isArray(value)) return value.map((said) => storable(String(said)))
  if (typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, said]): [string, string] => [storable(key), storable(String(said))])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  return value as number | boolean
}

const plain =
  (type: ColumnType) =>
  <Key extends string>(key: Key, column = snake(key)): Field<Key> => ({
    key,
    columns: [{ name: column, type }],
    write: (value) => [stored(value)],
    read: ([value]) => value,
  })

export const text = plain('text')
export const integer = plain('integer')
export const yen = plain('bigint')
export const decimal = plain('numeric')
export const flag = plain('boolean')
export const texts = plain('text[]')
export const dictionary = plain('jsonb')

/** An id of another noun of the same family. */
export const reference = <Key extends string>(key: Key, refersTo: string): Field<Key> => ({
  ...text(key),
  columns: [{ name: snake(key), type: 'text', refersTo }],
})

/** Ids of other nouns of the same family, in one column. */
export const references = <Key extends string>(key: Key, refersTo: string): Field<Key> => ({
  ...texts(key),
  columns: [{ name: snake(key), type: 'text[]', refersTo }],
})

/** Left out of the item where nothing is stored; absent and null mean the same: not said. */
export const optional = <Key extends string>(field: Field<Key>): Field<Key> => ({
  ...field,
  read: (values) => field.read(values) ?? undefined,
})

/** «of»: at most one of several kinds of owner, a column for each. */
export const oneOf = <Key extends string>(key: Key, owners: Record<string, string>): Field<Key> => ({
  key,
  columns: Object.entries(owners).map(([owner, refersTo]) => ({ name: `${key}_${owner}`, type: 'text', refersTo })),
  write: (value) => Object.keys(owners).map((owner) => stored((value as Record<string, string> | null)?.[owner])),
  read: (values) => {
    const place = values.findIndex((value) => value !== null)
    return place < 0 ? null : { [Object.keys(owners)[place] as string]: values[place] }
  },
})

/** A small object kept in columns of its own; it is there when the column of `sign` is. */
export function inner<Key extends string>(key: Key, sign: string, fields: readonly Field[]): Field<Key> {
  const columns = fields.flatMap((field) => field.columns.map((column) => ({ ...column, name: `${snake(key)}_${column.name}` })))
  const signAt = fields.findIndex((field) => field.key === sign)
  return {
    key,
    columns,
    write: (value) => fields.flatMap((field) => field.write((value as Record<string, unknown> | null)?.[field.key])),
    read: (values) =>
      values[signAt] === null
        ? null
        : Object.fromEntries(fields.map((field, place) => [field.key, field.read(values.slice(place, place + 1))])),
  }
}
