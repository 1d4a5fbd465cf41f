import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreRefused } from '../refused.ts'

/**
 * 排他 — two processes in one PGlite folder lose committed rows without an error. The lock is an SQLite file held in an
 * exclusive transaction: the operating system frees it when the process ends, however it ends, so no stale lock is possible.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const lock = new DatabaseSync(join(folder, 'lock'))
  try {
    lock.exec('pragma busy_timeout = 0; pragma locking_mode = exclusive; begin exclusive')
  } catch (problem) {
    lock.close()
    if (problem instanceof Error && /locked|busy/.test(problem.message)) throw new StoreRefused({ kind: 'store-in-use', folder })
    throw problem
  }
  return () => lock.close()
}
