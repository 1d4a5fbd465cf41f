import type { Kysely } from 'kysely'
import type { InTransaction } from './migrate.ts'
import type { Schema } from './schema.ts'

/** What a database has to offer to carry the store: the embedded one and a server differ in nothing else. */
export type Engine = {
  database: Kysely<Schema>
  inTransaction: InTransaction
  /** what PostgreSQL servers do by themselves: checkpoint, vacuum, statistics */
  maintain(): Promise<void>
  close(): Promise<void>
}
