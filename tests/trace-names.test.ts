import { afterAll, beforeAll, expect, it } from 'vitest'
import { fieldName } from '../src/report/history-lines.ts'
import { QUIET_COLUMNS } from '../src/report/wording-history.ts'
import { tableNames } from '../src/report/wording-history-tables.ts'
import { type Store, storeOn } from '../src/store/database.ts'
import { openMemory } from '../src/store/embedded/open.ts'
import type { Engine } from '../src/store/engine.ts'

let owner: Engine
let store: Store
beforeAll(async () => {
  owner = await openMemory()
  store = await storeOn(owner)
})
afterAll(() => store.close())

/** Every column of every table that is logged: a new one needs its word before an official reads it. */
it('記録される表と列には、どれも日本語の名がある', { timeout: 60_000 }, async () => {
  const [found] = await owner.inTransaction((script) =>
    script(`select c.relname as "table", a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'audit_insert')`),
  )
  const columns = (found?.rows ?? []).filter(({ column }) => column !== 'municipality') as { table: string; column: string }[]
  expect(columns.length).toBeGreaterThan(100)
  expect([...new Set(columns.map(({ table }) => table))].filter((table) => !(table in tableNames))).toEqual([])
  expect(
    columns
      .filter(({ column }) => !QUIET_COLUMNS.has(column) && fieldName(column) === column)
      .map(({ table, column }) => `${table}.${column}`),
  ).toEqual([])
})
