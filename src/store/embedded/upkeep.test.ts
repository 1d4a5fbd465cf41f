import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { openFolder } from './open.ts'
import { upkeepOf } from './upkeep.ts'

const MINUTES = 60_000

describe('データベースの手入れ', () => {
  let folder: string
  let engine: Awaited<ReturnType<typeof openFolder>>
  const run = (sql: string) => engine.inTransaction((script) => script(sql))
  const one = async (sql: string) => Object.values((await run(sql)).at(-1)?.rows[0] ?? {})[0]
  const megabytesOfLog = () => {
    const folderOfLog = join(folder, 'postgres/pg_wal')
    return fs.readdirSync(folderOfLog).filter((name) => /^[0-9A-F]{24}$/.test(name)).length * 16
  }
  beforeAll(async () => {
    folder = fs.mkdtempSync(join(tmpdir(), 'kaikaku-upkeep-'))
    engine = await openFolder(folder)
    await run('create table ledger (number int primary key, said text)')
  })
  afterAll(async () => {
    await engine.close()
    fs.rmSync(folder, { recursive: true, force: true })
  })

  it('VACUUM は消えた行の場所をあけ、統計を新しくする', async () => {
    await run(`insert into ledger select n, repeat('改', 100) from generate_series(1, 2000) n`)
    for (let turn = 0; turn < 5; turn += 1) await run('update ledger set said = said')
    const grown = Number(await one(`select pg_relation_size('ledger')`))
    await engine.maintain()
    expect(await one(`select reltuples::int from pg_class where relname = 'ledger'`)).toBe(2000)
    for (let turn = 0; turn < 3; turn += 1) {
      await run('update ledger set said = said')
      await engine.maintain()
    }
    // the room of the dead rows is used again: without vacuum the table would have grown by half
    expect(Number(await one(`select pg_relation_size('ledger')`))).toBeLessThanOrEqual(grown)
  })

  it('CHECKPOINT は、書き込みの記録（WAL）が増え続けないようにする', { timeout: 120_000 }, async () => {
    await run('alter table ledger alter column said set storage external') // uncompressed, to write much with little
    for (let turn = 0; turn < 6; turn += 1) await run(`update ledger set said = repeat('革', ${3000 + turn})`)
    const grown = megabytesOfLog()
    await engine.maintain()
    expect(grown).toBeGreaterThan(96)
    expect(megabytesOfLog()).toBeLessThanOrEqual(80)
  })
})

describe('手入れの予定', () => {
  afterEach(() => vi.useRealTimers())

  it('五分ごとに、書き込みがあれば CHECKPOINT、一日ごとに VACUUM', async () => {
    vi.useFakeTimers()
    const done: string[] = []
    let place = 0
    const cluster = {
      query: async () => ({ rows: [{ place: String(place) }] }),
      exec: async (sql: string) => {
        done.push(sql)
        place += 1 // whatever runs is written to the log
      },
    }
    const upkeep = upkeepOf(cluster as unknown as PGlite)
    place = 1
    await vi.advanceTimersByTimeAsync(5 * MINUTES)
    expect(done).toEqual(['checkpoint'])
    await vi.advanceTimersByTimeAsync(60 * MINUTES)
    expect(done).toEqual(['checkpoint'])
    await vi.advanceTimersByTimeAsync(24 * 60 * MINUTES)
    expect(done.slice(1)).toEqual(['vacuum analyze', 'checkpoint'])
    await upkeep.stop()
    expect(vi.getTimerCount()).toBe(0)
  })
})
