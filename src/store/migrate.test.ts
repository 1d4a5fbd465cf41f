import { expect, it } from 'vitest'
import { onBothDatabases } from '../../tests/test-store.ts'
import { migrate, readMigrations } from './migrate.ts'

onBothDatabases('表の更新', (database) => {
  const tables = async () => {
    const found = await database().owner.inTransaction((script) =>
      script(`select tablename as name from pg_tables where schemaname = 'public'`),
    )
    return (found.at(-1)?.rows ?? []).map((row) => row.name)
  }

  it('済んだものは二度行わない', async () => {
    expect(readMigrations().map(({ name }) => name)).toContain('0001-ground.sql')
    expect(await migrate(database().owner.inTransaction, readMigrations())).toEqual([])
  })

  it('途中で失敗した更新は何も残さず、直せば続きから行う', async () => {
    const { inTransaction } = database().owner
    const good = { name: '9001-good.sql', sql: 'create table good (a int); create table better (a int);' }
    const broken = { name: '9002-broken.sql', sql: 'create table half (a int); select 1 / 0;' }
    await expect(migrate(inTransaction, [...readMigrations(), good, broken])).rejects.toThrow('division by zero')
    expect(await tables()).toEqual(expect.arrayContaining(['good', 'better']))
    expect(await tables()).not.toContain('half')
    const mended = { ...broken, sql: 'create table half (a int);' }
    expect(await migrate(inTransaction, [...readMigrations(), good, mended])).toEqual(['9002-broken.sql'])
  })

  it('同時に始めても一度だけ行う', async () => {
    const once = [...readMigrations(), { name: '9003-once.sql', sql: 'create table once (a int);' }]
    const ran = await Promise.all([1, 2, 3].map(() => migrate(database().owner.inTransaction, once)))
    expect(ran.flat()).toEqual(['9003-once.sql'])
  })
})
