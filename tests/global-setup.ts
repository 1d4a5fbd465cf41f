import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { openMemory } from '../src/store/embedded/open.ts'
import { migrate, readMigrations } from '../src/store/migrate.ts'
import { startServer } from './postgres.ts'
import './test-store.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Initialising the embedded database takes seconds: it is done once for each state of the migrations and kept beside the packages. */
async function migratedDump(): Promise<string> {
  const migrations = readMigrations()
  const version = readFileSync(`${root}node_modules/@electric-sql/pglite/package.json`, 'utf8')
  const name = createHash('sha256').update(version).update(JSON.stringify(migrations)).digest('hex').slice(0, 16)
  const file = `${root}node_modules/.cache/kaikaku/${name}.tar`
  if (existsSync(file)) return file

  const engine = await openMemory()
  await migrate(engine.inTransaction, migrations)
  const dump = await engine.dump()
  await engine.close()
  mkdirSync(`${root}node_modules/.cache/kaikaku`, { recursive: true })
  writeFileSync(`${file}.${process.pid}`, dump)
  renameSync(`${file}.${process.pid}`, file) // another run may be reading or making it
  return file
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('migrated', await migratedDump())
  const server = await startServer()
  if ('missing' in server && process.env.CI === 'true') throw new Error(`CI では PostgreSQL での試験を省略できません。${server.missing}`)
  project.provide('server', 'url' in server ? { url: server.url } : server)
  return async () => {
    if ('stop' in server) await server.stop()
  }
}
