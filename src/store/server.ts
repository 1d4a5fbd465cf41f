import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import type { Engine } from './engine.ts'
import type { Schema } from './schema.ts'

/** A PostgreSQL server, version 15 or newer, with LC_CTYPE C.UTF-8. */
export function openServer(url: string): Engine {
  const pool = new Pool({ connectionString: url, max: 10 })
  // An idle connection that the server ends must not end this process; the next query opens another one.
  pool.on('error', (problem) => console.error(`データベースとの接続が切れました: ${problem.message}`))
  return {
    database: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }),
    inTransaction: async (work) => {
      const client = await pool.connect()
      try {
        await client.query('begin')
        const answer = await work(async (sql) => [await client.query(sql)].flat())
        await client.query('commit')
        return answer
      } catch (problem) {
        await client.query('rollback')
        throw problem
      } finally {
        client.release()
      }
    },
    maintain: async () => {}, // autovacuum and checkpoints are the server's own
    close: () => pool.end(),
  }
}
