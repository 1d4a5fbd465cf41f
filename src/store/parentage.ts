import { fieldsFrom } from './match.ts'
import type { Shape } from './nouns/record.ts'
import { type Key, keyText, type Row, type Table } from './rows.ts'

/** The key of the row that this one stands under. */
const parentOf = (shape: Shape, row: Row): Key =>
  shape.noun.key === 'id'
    ? (row.values.slice(1, fieldsFrom(shape.noun, shape.parentColumns.length)) as (string | number)[])
    : row.key.slice(0, shape.parentColumns.length)

/** The rows that stand under a parent; each table is sorted by parents once. */
export function rowsUnderParents(rows: ReadonlyMap<Table, readonly Row[]>): (shape: Shape, parent: Key) => readonly Row[] {
  const sorted = new Map<Table, Map<string, Row[]>>()
  return (shape, parent) => {
    const byParent = sorted.get(shape.table) ?? Map.groupBy(rows.get(shape.table) ?? [], (row) => keyText(parentOf(shape, row)))
    sorted.set(shape.table, byParent)
    return byParent.get(keyText(parent)) ?? []
  }
}
