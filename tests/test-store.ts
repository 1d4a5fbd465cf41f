import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { openStore, type Store, storeOn } from '../src/store/database.ts'
import { openMemory } from '../src/store/embedded/open.ts'
import type { Engine } from '../src/store/engine.ts'
import { openServer } from '../src/store/server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** file of an embedded database that has been migrated */
    migrated: string
    /** address of a temporary PostgreSQL server, or why there is none */
    server: { url: string } | { missing: string }
  }
}

const migrated = (): Blob => new Blob([readFileSync(inject('migrated'))])

/** A store of its own for a test file: embedded, in memory, migrated already. Close it in afterAll. */
export const openTestStore = (): Promise<Store> => openStore({ memory: true, dump: migrated() })

/** An empty database of the temporary server, gone with it. */
async function newDatabase(url: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${name} template template0`)
  await client.end()
  return url.replace('/postgres?', `/${name}?`)
}

/** `owner` goes around the store, as the one who owns the tables: for looking at what the store must not show. */
export type TestDatabase = { store: Store; owner: Engine }

/** The same tests on the embedded database and, where there is one, on a PostgreSQL server. */
export function onBothDatabases(title: string, tests: (database: () => TestDatabase) => void): void {
  const server = inject('server')
  const prepared = (open: () => Promise<Engine>) => () => {
    let database: TestDatabase
    beforeAll(async () => {
      const owner = await open()
      database = { owner, store: await storeOn(owner) }
    })
    afterAll(() => database?.store.close())
    tests(() => database)
  }
  describe(
    `${title}・埋め込み`,
    prepared(async () => openMemory(migrated())),
  )
  if ('url' in server)
    describe(
      `${title}・PostgreSQL`,
      prepared(async () => openServer(await newDatabase(server.url))),
    )
  else
    describe.skip(
      `${title}・PostgreSQL（省略：${server.missing}）`,
      prepared(async () => openServer('')),
    )
}
