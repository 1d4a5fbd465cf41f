import type { StoredRecord } from '../reform/stored-record.ts'
import { arrange } from './arrange.ts'
import { assemble } from './assemble.ts'
import type { Reader, Tx } from './handles.ts'
import { SHAPES } from './nouns/record.ts'
import { headOf, type PlanFamilyId, saveHead } from './plan-family.ts'
import { danglingIn } from './reference.ts'
import { difference, rowsOf, write } from './rows.ts'
import { SOURCES, sourceRows, sourcesOf } from './source.ts'

const TABLES = [...SHAPES.map((shape) => shape.table), SOURCES]

type Rows = Awaited<ReturnType<typeof rowsOf>>
// What this transaction has read or written of a family: saving compares with it instead of reading it all a second time. It
// holds because no other function writes these tables, and because the acts of a municipality follow one another.
const known = new WeakMap<Reader, Map<PlanFamilyId, Rows>>()

async function rowsKnown(db: Reader, family: PlanFamilyId): Promise<Rows> {
  return known.get(db)?.get(family) ?? remember(db, family, await rowsOf(db, family, TABLES))
}

function remember(db: Reader, family: PlanFamilyId, rows: Rows): Rows {
  known.set(db, (known.get(db) ?? new Map()).set(family, rows))
  return rows
}

/** The whole record of a plan family, in two statements; null where there is none. */
export async function loadRecord(db: Reader, family: PlanFamilyId): Promise<StoredRecord | null> {
  const head = await headOf(db, family)
  if (!head) return null
  const rows = await rowsKnown(db, family)
  const { lists, pointers } = assemble(rows)
  return { ...head, ...lists, sources: sourcesOf(rows.get(SOURCES) ?? [], pointers) }
}

/** Writes the rows in which the record differs from what is stored, and no others: the log then holds exactly what changed. */
export async function saveRecord(tx: Tx, family: PlanFamilyId, record: StoredRecord): Promise<void> {
  await saveHead(tx, family, record)
  const stored = await rowsKnown(tx, family)
  const arranged = arrange(record, stored)
  const dangling = danglingIn(arranged).map(({ owner, column, id }) => `${owner} ${column}=${id}`)
  if (dangling.length > 0) throw new Error(`参照先のない項目があるため保存できません: ${dangling.slice(0, 10).join(', ')}`)

  const { rows, owners } = arranged
  rows.set(SOURCES, sourceRows(record.sources, owners))
  for (const table of TABLES) await write(tx, family, table, difference(stored.get(table) ?? [], rows.get(table) ?? []))
  remember(tx, family, rows)
}
