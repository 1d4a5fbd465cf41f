import type { Reader } from './handles.ts'

/** 記録 — one change: who, when, why; for an update only the fields that changed, before and after. */
export type AuditEntry = {
  number: number
  at: Date
  by: string
  why: string | null
  table: string
  act: 'insert' | 'update' | 'delete'
  key: Record<string, unknown>
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

type Asked = { table?: string; key?: Record<string, unknown>; since?: number; limit?: number }

/** The changes of this municipality, the newest first: of a table, or of one row of it. */
export async function auditOf(db: Reader, { table, key, since = 0, limit = 1000 }: Asked = {}): Promise<AuditEntry[]> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .where('number', '>', String(since))
    .$if(table !== undefined, (query) => query.where('table', '=', table as string))
    .$if(key !== undefined, (query) => query.where('key', '@>', JSON.stringify(key) as unknown as object))
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, number: Number(row.number) })) as unknown as AuditEntry[]
}
