import { sql } from 'kysely'
import type { AuditEntry } from '../reform/audit.ts'
import { ENTRY, toEntry } from './audit.ts'
import type { Reader } from './handles.ts'

/** `before`: the number below which the page begins; null: at the end of the log. */
export type TraceAsked = {
  by: string | null
  from: Date | null
  to: Date | null
  table: string | null
  before: number | null
  limit: number
}

/** 変更の記録の頁 — the newest first, from a number on: a page deep in the log costs no more than the first. */
export async function tracePage(db: Reader, { by, from, to, table, before, limit }: TraceAsked): Promise<AuditEntry[]> {
  const rows = await db
    .selectFrom('audit')
    .select(ENTRY)
    .where('municipality', '=', db.municipality)
    .$if(by !== null, (query) => query.where('by', '=', by as string))
    .$if(from !== null, (query) => query.where('at', '>=', from as Date))
    .$if(to !== null, (query) => query.where('at', '<', to as Date))
    .$if(table !== null, (query) => query.where('table', '=', table as string))
    .$if(before !== null, (query) => query.where('number', '<', String(before)))
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toEntry)
}

/**
 * Whoever has written into the log, also those that have no account: the command line, the first start. Each name is looked up
 * after the one before it: there are a hundred of them in a hundred thousand rows.
 */
export async function writersOf(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ by: string }>`
    with recursive writers(by) as (
      (select a.by from audit a where a.municipality = ${db.municipality} order by a.by limit 1)
      union all
      select (select a.by from audit a where a.municipality = ${db.municipality} and a.by > w.by order by a.by limit 1)
        from writers w where w.by is not null
    )
    select by from writers where by is not null`.execute(db)
  return rows.map(({ by }) => by)
}
