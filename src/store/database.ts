import { openFolder, openMemory } from './embedded/open.ts'
import type { Engine } from './engine.ts'
import { type Handles, handlesOf } from './handles.ts'
import { migrate, readMigrations } from './migrate.ts'
import { openServer } from './server.ts'

export type { AcrossReader, Reader, Tx } from './handles.ts'
export { type StoreProblem, StoreRefused } from './refused.ts'

/** `folder`: the embedded database; `url`: a PostgreSQL server; `memory`: an embedded one that is gone afterwards, for tests. */
export type Where = { folder: string } | { url: string } | { memory: true; dump?: Blob }

/** 保存庫 — the only ways to the data: for one municipality, in one transaction, as a role that row level security binds. */
export type Store = Handles & {
  /** vacuum and statistics; called after an import */
  maintain(): Promise<void>
  close(): Promise<void>
}

const engineAt = async (where: Where): Promise<Engine> =>
  'folder' in where ? openFolder(where.folder) : 'url' in where ? openServer(where.url) : openMemory(where.dump)

/** Opens the database and brings its tables up to date. Throws StoreRefused where somebody else has it. */
export const openStore = async (where: Where): Promise<Store> => storeOn(await engineAt(where))

export async function storeOn(engine: Engine): Promise<Store> {
  try {
    await migrate(engine.inTransaction, readMigrations())
  } catch (problem) {
    await engine.close()
    throw problem
  }
  return { ...handlesOf(engine.database), maintain: engine.maintain, close: engine.close }
}
