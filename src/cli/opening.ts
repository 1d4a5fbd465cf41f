import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { openStore, type Store, StoreRefused } from '../store/database.ts'
import { say } from './terminal.ts'

/** DATABASE_URL names a PostgreSQL server; otherwise the embedded database in ./data (KAIKAKU_DATA). */
export const dataFolder = (): string => resolve(process.env.KAIKAKU_DATA ?? 'data')

/** Opens the store; a refusal (somebody else has it) is said, and answers null. */
export async function openTheStore(): Promise<Store | null> {
  try {
    if (process.env.DATABASE_URL) return await openStore({ url: process.env.DATABASE_URL })
    mkdirSync(dirname(dataFolder()), { recursive: true })
    return await openStore({ folder: dataFolder() })
  } catch (problem) {
    if (!(problem instanceof StoreRefused)) throw problem
    say(problem.message)
    return null
  }
}

/** Opens the store for one piece of work and closes it, whatever happens. */
export async function withStore<T>(refused: T, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openTheStore()
  if (!store) return refused
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
