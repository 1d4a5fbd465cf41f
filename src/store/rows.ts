import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from './handles.ts'
import type { Column, Value } from './nouns/field.ts'
import type { PlanFamilyId } from './plan-family.ts'

/** A table of which a plan family owns rows; all begin with municipality and family, which are not named here. */
export type Table = { name: string; side?: string; key: readonly Column[]; values: readonly Column[] }
export type Key = readonly (string | number)[]
export type Row = { key: Key; values: readonly Value[] }

export const keyText = (key: Key): string => JSON.stringify(key)

// Numerics travel as text in both directions: as JSON numbers they would lose their printed zeros.
const asJson = ({ name, type }: Column): RawBuilder<unknown> => (type === 'numeric' ? sql`${sql.ref(name)}::text` : sql`${sql.ref(name)}`)

/** All rows of the family in all the tables, in one statement; `only` narrows the rows of a table. */
export async function rowsOf(
  db: Reader,
  family: PlanFamilyId,
  tables: readonly Table[],
  only: (table: Table) => RawBuilder<unknown> = () => sql`true`,
): Promise<Map<Table, Row[]>> {
  const asked = tables.map(
    (table, place) => sql`select ${sql.lit(place)}::integer as place, json_agg(json_build_array(
        json_build_array(${sql.join(table.key.map(asJson))}), json_build_array(${sql.join(table.values.map(asJson))})
      ) order by ${sql.join(table.key.map((column) => sql.ref(column.name)))}) as found
      from ${sql.table(table.name)} where municipality = ${db.municipality} and family = ${family}
      ${table.side ? sql`and side = ${table.side}` : sql``} and ${only(table)}`,
  )
  const query = sql<{ place: number; found: [Key, Value[]][] | null }>`${sql.join(asked, sql` union all `)}`
  const { rows } = await query.execute(db)
  return new Map(rows.map(({ place, found }) => [tables[place] as Table, (found ?? []).map(([key, values]) => ({ key, values }))]))
}

export type Difference = { added: Row[]; changed: Row[]; removed: Row[] }

export function difference(stored: readonly Row[], wanted: readonly Row[]): Difference {
  const before = new Map(stored.map((row) => [keyText(row.key), row]))
  const after = new Set(wanted.map((row) => keyText(row.key)))
  if (after.size !== wanted.length) throw new Error(`同じ番号の行が二つあります: ${twice(wanted)}`)
  return {
    added: wanted.filter((row) => !before.has(keyText(row.key))),
    changed: wanted.filter((row) => {
      const was = before.get(keyText(row.key))
      return was && JSON.stringify(was.values) !== JSON.stringify(row.values)
    }),
    removed: stored.filter((row) => !after.has(keyText(row.key))),
  }
}

const twice = (rows: readonly Row[]): string => {
  const keys = rows.map((row) => keyText(row.key))
  return keys.filter((key, place) => keys.indexOf(key) !== place).join(', ')
}

/** One statement for everything added, one for everything changed, one for everything removed. */
export async function write(tx: Tx, family: PlanFamilyId, table: Table, { added, changed, removed }: Difference): Promise<void> {
  const target = sql.table(table.name)
  const keys = ['municipality', 'family', ...table.key.map((column) => column.name)]
  const values = table.values.map((column) => column.name)
  const listed = (rows: readonly Row[]) =>
    sql`json_populate_recordset(null::${target}, ${JSON.stringify(rows.map((row) => object(tx, family, table, row)))}::json) said`
  const sameKey = sql.join(
    keys.map((name) => sql`${target}.${sql.ref(name)} = said.${sql.ref(name)}`),
    sql` and `,
  )
  if (removed.length > 0) await sql`delete from ${target} using ${listed(removed)} where ${sameKey}`.execute(tx)
  if (added.length > 0) {
    const columns = sql.join([...keys, ...values].map((name) => sql.ref(name)))
    await sql`insert into ${target} (${columns}) select ${columns} from ${listed(added)}`.execute(tx)
  }
  if (changed.length > 0) {
    const set = sql.join(values.map((name) => sql`${sql.ref(name)} = said.${sql.ref(name)}`))
    await sql`update ${target} set ${set} from ${listed(changed)} where ${sameKey}`.execute(tx)
  }
}

function object(tx: Tx, family: PlanFamilyId, table: Table, row: Row): Record<string, unknown> {
  const named = (columns: readonly Column[], values: readonly unknown[]) => columns.map((column, place) => [column.name, values[place]])
  return Object.fromEntries([
    ['municipality', tx.municipality],
    ['family', family],
    ...named(table.key, row.key),
    ...named(table.values, row.values),
  ])
}
