import { type ExpressionBuilder, sql } from 'kysely'
import type { Edition } from '../reform/edition.ts'
import type { RecordId } from '../reform/record-id.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import type { AcrossReader, Reader, Tx } from './handles.ts'
import type { PlanFamilyId } from './plan-family.ts'
import type { Schema } from './schema.ts'

/** 公表版の見出し — what a list of editions shows without its content. */
export type EditionHead = {
  municipality: MunicipalityCode
  family: PlanFamilyId
  number: number
  plan: string
  title: string
  fiscalYear: number | null
  publishedAt: Date
  hash: string
}

/** The number that the next edition of this plan family will have. */
export async function nextEditionNumber(db: Reader, family: PlanFamilyId): Promise<number> {
  const row = await db
    .selectFrom('edition')
    .select(({ fn }) => fn.max('number').as('highest'))
    .where('municipality', '=', db.municipality)
    .where('family', '=', family)
    .executeTakeFirst()
  return (row?.highest ?? 0) + 1
}

/** 公表 — keeps an edition for ever; the database refuses to change or to delete it. */
export async function saveEdition(tx: Tx, family: PlanFamilyId, edition: Edition): Promise<void> {
  const { municipality } = tx
  const { number, plan, fiscalYear, publishedAt, hash, record } = edition
  const title = record.plans.find((said) => said.id === plan)?.title ?? ''
  const head = { number, plan, title, fiscal_year: fiscalYear, published_at: new Date(publishedAt), published_by: tx.act.by, hash }
  await tx
    .insertInto('edition')
    .values({ municipality, family, ...head })
    .execute()
  await tx
    .insertInto('edition_content')
    .values({ municipality, family, number, content: JSON.stringify(edition) })
    .execute()
}

const HEAD = ['municipality', 'family', 'number', 'plan', 'title', 'fiscal_year', 'published_at', 'hash'] as const

const toHead = (row: Pick<Schema['edition'], (typeof HEAD)[number]>): EditionHead => ({
  municipality: row.municipality as MunicipalityCode,
  family: row.family as PlanFamilyId,
  number: row.number,
  plan: row.plan,
  title: row.title,
  fiscalYear: row.fiscal_year,
  publishedAt: row.published_at,
  hash: row.hash,
})

/** All editions of a plan family, the newest first. */
export async function editionsOf(db: Reader, family: PlanFamilyId): Promise<EditionHead[]> {
  const rows = await db
    .selectFrom('edition')
    .select(HEAD)
    .where('municipality', '=', db.municipality)
    .where('family', '=', family)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(toHead)
}

const sameEdition = (eb: ExpressionBuilder<Schema, 'edition' | 'edition_content'>) =>
  eb.and([
    eb('edition.municipality', '=', eb.ref('edition_content.municipality')),
    eb('edition.family', '=', eb.ref('edition_content.family')),
    eb('edition.number', '=', eb.ref('edition_content.number')),
  ])

/** The newest edition of a plan family, of one fiscal year where that is given. */
export async function latestEdition(db: Reader, family: PlanFamilyId, fiscalYear?: number | null): Promise<Edition | null> {
  const row = await db
    .selectFrom('edition')
    .innerJoin('edition_content', (join) => join.on(sameEdition))
    .select('edition_content.content')
    .where('edition.municipality', '=', db.municipality)
    .where('edition.family', '=', family)
    .$if(fiscalYear !== undefined, (query) => query.where('edition.fiscal_year', 'is not distinct from', fiscalYear ?? null))
    .orderBy('edition.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? (row.content as Edition) : null
}

/** 公表されたことのある取組 — which of these some edition of the plan family has shown. */
export async function initiativesPublished(db: Reader, family: PlanFamilyId, ids: readonly RecordId[]): Promise<Set<RecordId>> {
  const { rows } = await sql<{ id: string }>`select distinct asked.id
    from json_array_elements_text(${JSON.stringify(ids)}::json) asked(id)
    join edition_content c on c.municipality = ${db.municipality} and c.family = ${family}
    -- editions are written by JSON.stringify, the id of an initiative first
    where position('{"id":' || to_json(asked.id)::text || ',' in c.content::text) > 0`.execute(db)
  return new Set(rows.map(({ id }) => id as RecordId))
}

/** The newest edition of every plan family of every municipality: what the portal shows. */
export async function editionsAcross(db: AcrossReader): Promise<EditionHead[]> {
  const rows = await db
    .selectFrom('edition')
    .select(HEAD)
    .distinctOn(['municipality', 'family'])
    .orderBy('municipality')
    .orderBy('family')
    .orderBy('number', 'desc')
    .execute()
  return rows.map(toHead)
}

/** Every edition ever published, of all municipalities, the newest first. */
export async function allEditionsAcross(db: AcrossReader): Promise<EditionHead[]> {
  const rows = await db.selectFrom('edition').select(HEAD).orderBy('published_at', 'desc').orderBy('number', 'desc').execute()
  return rows.map(toHead)
}

/** An edition by its hash, whosever it is. */
export async function editionByHash(db: AcrossReader | Reader, hash: string): Promise<Edition | null> {
  const { rows } = await sql<{ content: Edition }>`select c.content
    from edition e join edition_content c on c.municipality = e.municipality and c.family = e.family and c.number = e.number
    where e.hash = ${hash} limit 1`.execute(db)
  return rows[0]?.content ?? null
}
