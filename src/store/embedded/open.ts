import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import type { Engine } from '../engine.ts'
import type { Schema } from '../schema.ts'
import { clusterIn } from './cluster.ts'
import { DurableFiles } from './durable-files.ts'
import { lockFolder } from './lock.ts'
import { Turns } from './turns.ts'
import { upkeepOf } from './upkeep.ts'

const setting = (said: string): string[] => ['-c', said]

// The memory of WebAssembly only ever grows, so nothing in it may be large.
const SMALL = ['shared_buffers=16MB', 'maintenance_work_mem=16MB', 'max_wal_size=64MB'].flatMap(setting)
// Without -F commits reach the disk; fdatasync does nothing in this build, so fsync it is.
const DURABLE = [
  ...PGlite.defaultStartParams.filter((said) => said !== '-F'),
  ...['fsync=on', 'wal_sync_method=fsync'].flatMap(setting),
  ...SMALL,
]

async function engineOf(options: PGliteOptions): Promise<Engine & { cluster: PGlite }> {
  const cluster = await PGlite.create(options)
  return {
    cluster,
    database: new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: cluster }), plugins: [new Turns()] }),
    inTransaction: (work) =>
      cluster.transaction((tx) => work(async (sql) => (await tx.exec(sql)) as { rows: Record<string, unknown>[] }[])),
    maintain: async () => {},
    close: () => cluster.close(),
  }
}

/** The embedded database in a folder: durable, locked, and looked after as a server would look after itself. */
export async function openFolder(folder: string): Promise<Engine> {
  const unlock = lockFolder(folder)
  try {
    const engine = await engineOf({ fs: new DurableFiles(await clusterIn(folder)), startParams: DURABLE })
    const upkeep = upkeepOf(engine.cluster)
    return {
      ...engine,
      maintain: () => upkeep.vacuum(),
      close: async () => {
        await upkeep.stop()
        await engine.close()
        unlock()
      },
    }
  } catch (problem) {
    unlock()
    throw problem
  }
}

/** The embedded database in memory, for tests; `dump` is one that has been migrated already. */
export async function openMemory(dump?: Blob): Promise<Engine & { dump(): Promise<Uint8Array> }> {
  const engine = await engineOf({ ...(dump ? { loadDataDir: dump } : {}), startParams: [...PGlite.defaultStartParams, ...SMALL] })
  return { ...engine, dump: async () => new Uint8Array(await (await engine.cluster.dumpDataDir('none')).arrayBuffer()) }
}
