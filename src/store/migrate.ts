import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Runs SQL of several statements; one call is one transaction of the engine. */
export type Script = (sql: string) => Promise<{ rows: Record<string, unknown>[] }[]>
export type InTransaction = <T>(work: (script: Script) => Promise<T>) => Promise<T>

export type Migration = { name: string; sql: string }

/** The migrations lie in the repository, also when this file has been bundled into dist/. */
function migrationsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder)) throw new Error('package.json が見つからないため、src/store/migrations の場所が分かりません')
    folder = dirname(folder)
  }
  return join(folder, 'src/store/migrations')
}

export function readMigrations(folder = migrationsFolder()): Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}-.+\.sql$/.test(name))
  return names.sort().map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }))
}

const GROUND = `
  -- Two servers that start at once must not both migrate.
  select pg_advisory_xact_lock(5401, 1);
  create table if not exists migration (name text primary key, ran_at timestamptz not null default now());
  select name from migration order by name;
`

/** Runs what has not been run yet, each in a transaction of its own; answers with the names of what ran. */
export async function migrate(inTransaction: InTransaction, migrations: readonly Migration[]): Promise<string[]> {
  const ran: string[] = []
  for (;;) {
    const name = await inTransaction(async (script) => {
      const results = await script(GROUND)
      const known = new Set((results.at(-1)?.rows ?? []).map((row) => String(row.name)))
      const next = migrations.find((migration) => !known.has(migration.name))
      if (!next) return null
      await script(next.sql)
      await script(`insert into migration (name) values ('${next.name.replaceAll("'", "''")}')`)
      return next.name
    })
    if (name === null) return ran
    ran.push(name)
  }
}
