import { readFileSync } from 'node:fs'
import { inject } from 'vitest'
import { openStore, type Store } from '../src/store/database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** file of an embedded database that has been migrated */
    migrated: string
    /** address of a temporary PostgreSQL server, or why there is none */
    server: { url: string } | { missing: string }
  }
}

/** A store of its own for a test file: embedded, in memory, migrated already. Close it in afterAll. */
export const openTestStore = (): Promise<Store> => openStore({ memory: true, dump: new Blob([readFileSync(inject('migrated'))]) })
