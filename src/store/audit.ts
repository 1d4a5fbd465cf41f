import { type Selectable, sql } from 'kysely'
import type { AuditEntry, AuditHead, AuditVerdict } from '../reform/audit.ts'
import type { Reader } from './handles.ts'
import type { Schema } from './schema.ts'

export const ENTRY = ['number', 'at', 'by', 'role', 'request', 'why', 'table', 'act', 'key', 'before', 'after'] as const
export const toEntry = (row: Pick<Selectable<Schema['audit']>, (typeof ENTRY)[number]>): AuditEntry =>
  ({ ...row, number: Number(row.number) }) as AuditEntry

type Asked = { table?: string; key?: Record<string, unknown>; since?: number; limit?: number }

/** The changes of this municipality, the newest first: of a table, or of one row of it. */
export async function auditOf(db: Reader, { table, key, since = 0, limit = 1000 }: Asked = {}): Promise<AuditEntry[]> {
  const rows = await db
    .selectFrom('audit')
    .select(ENTRY)
    .where('municipality', '=', db.municipality)
    .where('number', '>', String(since))
    .$if(table !== undefined, (query) => query.where('table', '=', table as string))
    .$if(key !== undefined, (query) => query.where('key', '@>', JSON.stringify(key) as unknown as object))
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toEntry)
}

/** 記録の末尾; null where nothing is logged yet. */
export async function auditHead(db: Reader): Promise<AuditHead | null> {
  const last = await db
    .selectFrom('audit')
    .select(['number', 'hash', 'at'])
    .where('municipality', '=', db.municipality)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return null
  const { count } = await db
    .selectFrom('audit')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('municipality', '=', db.municipality)
    .executeTakeFirstOrThrow()
  return { municipality: db.municipality, number: Number(last.number), count: Number(count), hash: last.hash, at: last.at }
}

/** 記録を検証する — every row against the one before it, in one pass; then, where it is given, a head that was kept. */
export async function verifyAudit(db: Reader, kept: AuditHead | null = null): Promise<AuditVerdict> {
  const upTo = kept?.number ?? 0
  const { rows } = await sql<{ count: string; bad: string | null; up_to: string; hash: string | null }>`
    select count(*) as count, min(number) filter (where hash is distinct from wanted) as bad,
      count(*) filter (where number <= ${upTo}::bigint) as up_to, max(hash) filter (where number = ${upTo}::bigint) as hash
    from (
      select a.number, a.hash, audit_hash(lag(a.hash) over (order by a.number), a) as wanted
      from audit a where a.municipality = ${db.municipality}
    ) chained`.execute(db)
  const { count = '0', bad = null, up_to = '0', hash = null } = rows[0] ?? {}
  if (bad !== null) return { kind: 'broken', rows: Number(count), first: await rowCalled(db, bad) }
  if (kept && (kept.municipality !== db.municipality || hash !== kept.hash || Number(up_to) !== kept.count))
    return { kind: 'not-this-head', rows: Number(count), kept, found: { count: Number(up_to), hash } }
  return { kind: 'holds', rows: Number(count), head: await auditHead(db) }
}

async function rowCalled(db: Reader, number: string): Promise<Pick<AuditEntry, 'number' | 'at' | 'by' | 'table'>> {
  const row = await db
    .selectFrom('audit')
    .select(['at', 'by', 'table'])
    .where('municipality', '=', db.municipality)
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return { number: Number(number), ...row }
}
