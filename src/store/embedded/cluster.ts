import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { StoreRefused } from '../refused.ts'

/** The major version of the PostgreSQL inside the pinned PGlite; it opens no other one's files. */
export const MAJOR = '18'

const INITIALISE = `
  const { PGlite } = require(process.env.KAIKAKU_PGLITE)
  const cluster = new PGlite(process.env.KAIKAKU_CLUSTER)
  cluster.waitReady.then(() => cluster.close())
`

/**
 * Makes the files of a new database, in a process of its own: initdb needs 1 GB for some seconds, which a server
 * that goes on running would hardly give back. Made under another name first, so that a half-made one is never opened.
 */
async function initialise(cluster: string): Promise<void> {
  const making = `${cluster}.making`
  rmSync(making, { recursive: true, force: true })
  const env = { ...process.env, KAIKAKU_PGLITE: createRequire(import.meta.url).resolve('@electric-sql/pglite'), KAIKAKU_CLUSTER: making }
  await promisify(execFile)(process.execPath, ['--eval', INITIALISE], { env })
  renameSync(making, cluster)
}

/** The folder of the database files inside `folder`, made at the first start. */
export async function clusterIn(folder: string): Promise<string> {
  const cluster = join(folder, 'postgres')
  if (!existsSync(cluster)) {
    const strangers = readdirSync(folder).filter((name) => !/^(lock(-journal)?|postgres\.making)$/.test(name))
    if (strangers.includes('PG_VERSION')) throw new StoreRefused({ kind: 'not-a-store', folder })
    await initialise(cluster)
  }
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (found !== MAJOR) throw new StoreRefused({ kind: 'other-version', folder, found, expected: MAJOR })
  return cluster
}
