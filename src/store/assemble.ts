import type { ReformRecord } from '../reform/record.ts'
import { ownerOf } from './arrange.ts'
import { fieldsFrom } from './match.ts'
import { ROOTS, type Shape } from './nouns/record.ts'
import { rowsUnderParents } from './parentage.ts'
import type { Key, Row, Table } from './rows.ts'

type Lists = Omit<ReformRecord, 'municipality' | 'fiscalYear'>
type Item = Record<string, unknown>

/** Puts the rows of a family together again; `pointers` says where in the record each row went. */
export function assemble(rows: ReadonlyMap<Table, readonly Row[]>): { lists: Lists; pointers: Map<string, string> } {
  const pointers = new Map<string, string>()
  const under = rowsUnderParents(rows)
  const listOf = (shape: Shape, parent: Key, above: string): Item[] => {
    const siblings = under(shape, parent).toSorted((a, b) => Number(a.values[0]) - Number(b.values[0]))
    return siblings.map((row, index) => {
      const pointer = `${above}/${shape.list}/${index}`
      pointers.set(ownerOf(shape.table, row.key), pointer)
      const item = itemOf(shape, row)
      for (const child of shape.children) item[child.list] = listOf(child, row.key, pointer)
      return item
    })
  }
  // The row mapper: what the columns hold was written from these types by arrange.ts.
  return { lists: Object.fromEntries(ROOTS.map((shape) => [shape.list, listOf(shape, [], '')])) as unknown as Lists, pointers }
}

function itemOf(shape: Shape, row: Row): Item {
  const item: Item = shape.noun.key === 'id' ? { id: row.key[0] } : {}
  let from = fieldsFrom(shape.noun, shape.parentColumns.length)
  for (const field of shape.noun.fields) {
    const value = field.read(row.values.slice(from, from + field.columns.length))
    if (value !== undefined) item[field.key] = value
    from += field.columns.length
  }
  return item
}
