import { sql } from 'kysely'
import type { Accounting, Check, DocumentKind } from '../reform/record.ts'
import type { Reader, Tx } from './handles.ts'
import type { PlanFamilyId } from './plan-family.ts'
import { storableJson } from './storable.ts'

export type TextLine = { at: string; text: string }

/** 文書 — a file as it was handed in, and what reading it gave beside its record. */
export type StoredDocument = {
  sha256: string
  name: string
  kind: DocumentKind
  readAt: Date
  layouts: string[]
  accounting: Accounting
  checks: Check[]
  unread: { at: string; text: string }[]
}
export type NewDocument = StoredDocument & { bytes: Uint8Array; lines: TextLine[] }

/** Keeps a document for a plan family. The same file that reads as before writes nothing; read differently, it is brought up to date. */
export async function saveDocument(tx: Tx, family: PlanFamilyId, document: NewDocument): Promise<void> {
  const { municipality } = tx
  const { sha256, bytes } = document
  const row = { municipality, ...document, read_at: document.readAt }
  await sql`insert into document (municipality, sha256, name, kind, read_at, layouts, accounting, checks, unread)
    select municipality, sha256, name, kind, read_at, layouts, accounting, checks, unread
      from json_populate_recordset(null::document, ${storableJson([{ ...row, bytes: null, lines: null }])}::json)
    on conflict (municipality, sha256) do update set (name, kind, read_at, layouts, accounting, checks, unread)
      = (excluded.name, excluded.kind, excluded.read_at, excluded.layouts, excluded.accounting, excluded.checks, excluded.unread)
      where (document.name, document.kind, document.layouts, document.accounting, document.checks, document.unread)
        is distinct from (excluded.name, excluded.kind, excluded.layouts, excluded.accounting, excluded.checks, excluded.unread)`.execute(
    tx,
  )
  const lines = storableJson(document.lines)
  await sql`insert into document_content (municipality, sha256, bytes, lines) values (${municipality}, ${sha256}, ${bytes}::bytea, ${lines}::json)
    on conflict (municipality, sha256) do update set lines = excluded.lines
      where document_content.lines::text <> excluded.lines::text`.execute(tx)
  await tx
    .insertInto('plan_family_document')
    .values({ municipality, family, sha256 })
    .onConflict((conflict) => conflict.columns(['municipality', 'family', 'sha256']).doNothing())
    .execute()
}

const DESCRIBED = ['sha256', 'name', 'kind', 'read_at', 'layouts', 'accounting', 'checks', 'unread'] as const
type DescribedRow = { [Key in (typeof DESCRIBED)[number]]: unknown }

const toDocument = (row: DescribedRow): StoredDocument => ({
  sha256: String(row.sha256),
  name: String(row.name),
  kind: row.kind as DocumentKind,
  readAt: row.read_at as Date,
  layouts: row.layouts as string[],
  accounting: row.accounting as Accounting,
  checks: row.checks as Check[],
  unread: row.unread as StoredDocument['unread'],
})

export async function documentBySha(db: Reader, sha256: string): Promise<StoredDocument | null> {
  const row = await db
    .selectFrom('document')
    .select(DESCRIBED)
    .where('municipality', '=', db.municipality)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row ? toDocument(row) : null
}

/** The plan families that hold a document. */
export async function familiesHolding(db: Reader, sha256: string): Promise<PlanFamilyId[]> {
  const rows = await db
    .selectFrom('plan_family_document')
    .select('family')
    .where('municipality', '=', db.municipality)
    .where('sha256', '=', sha256)
    .execute()
  return rows.map(({ family }) => family as PlanFamilyId)
}

/** The documents of a plan family, in the order in which they were read. */
export async function documentsOf(db: Reader, family: PlanFamilyId): Promise<StoredDocument[]> {
  const rows = await db
    .selectFrom('document')
    .select(DESCRIBED)
    .where('municipality', '=', db.municipality)
    .where('sha256', 'in', (within) =>
      within.selectFrom('plan_family_document').select('sha256').where('municipality', '=', db.municipality).where('family', '=', family),
    )
    .orderBy('read_at')
    .orderBy('name')
    .execute()
  return rows.map(toDocument)
}

/** The texts of all documents of a plan family as they were read, line by line or cell by cell, each with its place; by their hash. */
export async function documentTexts(db: Reader, family: PlanFamilyId): Promise<Map<string, TextLine[]>> {
  const rows = await db
    .selectFrom('document_content')
    .select(['sha256', 'lines'])
    .where('municipality', '=', db.municipality)
    .where('sha256', 'in', (within) =>
      within.selectFrom('plan_family_document').select('sha256').where('municipality', '=', db.municipality).where('family', '=', family),
    )
    .execute()
  return new Map(rows.map(({ sha256, lines }) => [sha256, lines as TextLine[]]))
}

/** The file itself. */
export async function documentBytes(db: Reader, sha256: string): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('document_content')
    .select('bytes')
    .where('municipality', '=', db.municipality)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row?.bytes ?? null
}
