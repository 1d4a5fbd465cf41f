import type { ReformRecord } from '../../reform/record.ts'
import type { Table } from '../rows.ts'
import { event, glossaryEntry, lineage, organizationChange, review, roadmapItem } from './change.ts'
import { effect, effectTotal, series } from './effect.ts'
import type { Column } from './field.ts'
import { indicator } from './indicator.ts'
import { initiative } from './initiative.ts'
import type { Noun } from './noun.ts'
import { chapter, plan, planNode } from './plan.ts'

type Lists = Omit<ReformRecord, 'municipality' | 'fiscalYear'>

const RECORD: { [List in keyof Lists]: Noun } = {
  plans: plan,
  chapters: chapter,
  nodes: planNode,
  initiatives: initiative,
  indicators: indicator,
  lineage,
  effects: effect,
  effectTotals: effectTotal,
  reviews: review,
  organizationChanges: organizationChange,
  events: event,
  roadmap: roadmapItem,
  series,
  glossary: glossaryEntry,
}

/** A noun in its place in the tree, with the table that keeps its rows. */
export type Shape = {
  noun: Noun
  list: string
  /** columns that name the row's parent: the first of the key, or, where the key is an id, after the position */
  parentColumns: readonly string[]
  table: Table
  children: readonly Shape[]
}

const POSITION: Column = { name: 'position', type: 'integer' }
// An id is text, the number of a row without one is an integer; a parent that is known by its id is named after its table.
const keyColumn = (name: string, idParent: boolean): Column => ({ name, type: idParent ? 'text' : 'integer' })

function shapeOf(list: string, said: Noun, parentColumns: readonly Column[]): Shape {
  const columns = said.fields.flatMap((field) => field.columns)
  const byId = said.key === 'id'
  const sided: readonly Column[] = said.side ? [...parentColumns, { name: 'side', type: 'text' }] : parentColumns
  const below = byId ? [keyColumn(said.table, true)] : [...sided, keyColumn(said.table, false)]
  return {
    noun: said,
    list,
    parentColumns: parentColumns.map((column) => column.name),
    table: {
      name: said.table,
      ...(said.side ? { side: said.side } : {}),
      key: byId ? [keyColumn('id', true)] : [...sided, keyColumn('nth', false)],
      values: [POSITION, ...(byId ? parentColumns : []), ...columns],
    },
    children: Object.entries(said.children).map(([name, child]) => shapeOf(name, child, below)),
  }
}

const withChildren = (shape: Shape): Shape[] => [shape, ...shape.children.flatMap(withChildren)]

export const ROOTS: readonly Shape[] = Object.entries(RECORD).map(([list, said]) => shapeOf(list, said, []))
export const SHAPES: readonly Shape[] = ROOTS.flatMap(withChildren)
