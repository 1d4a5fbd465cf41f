import { sql } from 'kysely'
import type { PlanFamilyId } from '../reform/record-id.ts'
import type { Reader, Tx } from './handles.ts'
import { storable } from './storable.ts'

export type { PlanFamilyId } from '../reform/record-id.ts'
export type PlanFamily = { id: PlanFamilyId; plan: string; title: string; kind: string | null; period: { from: number; to: number } | null }

/** The plan families of the municipality, the youngest first. */
export async function planFamilies(db: Reader): Promise<PlanFamily[]> {
  const rows = await db
    .selectFrom('plan')
    .select(['family', 'id', 'title', 'kind', 'period_from', 'period_to'])
    .distinctOn('family')
    .where('municipality', '=', db.municipality)
    .where('parent', 'is', null)
    .orderBy('family')
    .orderBy('position')
    .execute()
  return rows
    .toSorted((a, b) => (b.period_from ?? 0) - (a.period_from ?? 0))
    .map((row) => ({
      id: row.family as PlanFamilyId,
      plan: row.id,
      title: row.title,
      kind: row.kind,
      period: row.period_from === null || row.period_to === null ? null : { from: row.period_from, to: row.period_to },
    }))
}

/** One plan of the municipality, a root or one that stands in another. */
export type ListedPlan = Omit<PlanFamily, 'id'> & { family: PlanFamilyId; parent: string | null }

/** 計画の一覧 — every plan, nested ones too, each family in its own order. */
export async function plansListed(db: Reader): Promise<ListedPlan[]> {
  const rows = await db
    .selectFrom('plan')
    .select(['family', 'id', 'title', 'kind', 'parent', 'period_from', 'period_to'])
    .where('municipality', '=', db.municipality)
    .orderBy('family')
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    family: row.family as PlanFamilyId,
    plan: row.id,
    title: row.title,
    kind: row.kind,
    parent: row.parent,
    period: row.period_from === null || row.period_to === null ? null : { from: row.period_from, to: row.period_to },
  }))
}

/** 計画名から — the family that holds a plan of each title, roots and the plans in them. */
export async function plansByTitle(db: Reader): Promise<{ family: PlanFamilyId; title: string }[]> {
  const rows = await db
    .selectFrom('plan')
    .select(['family', 'title'])
    .where('municipality', '=', db.municipality)
    .orderBy('family')
    .execute()
  return rows.map((row) => ({ family: row.family as PlanFamilyId, title: row.title }))
}

type Head = { municipality: { code: string | null; name: string | null }; fiscalYear: number | null }

/** What the record says of itself; null where there is no such family. */
export async function headOf(db: Reader, family: PlanFamilyId): Promise<Head | null> {
  const row = await db
    .selectFrom('plan_family')
    .select(['stated_code', 'stated_name', 'fiscal_year'])
    .where('municipality', '=', db.municipality)
    .where('id', '=', family)
    .executeTakeFirst()
  return row ? { municipality: { code: row.stated_code, name: row.stated_name }, fiscalYear: row.fiscal_year } : null
}

/** Writes nothing where the family is there and says the same. */
export async function saveHead(tx: Tx, family: PlanFamilyId, { municipality, fiscalYear }: Head): Promise<void> {
  const name = municipality.name === null ? null : storable(municipality.name)
  await sql`insert into plan_family (municipality, id, stated_code, stated_name, fiscal_year)
    values (${tx.municipality}, ${family}, ${municipality.code}, ${name}, ${fiscalYear}::integer)
    on conflict (municipality, id) do update
      set stated_code = excluded.stated_code, stated_name = excluded.stated_name, fiscal_year = excluded.fiscal_year
      where (plan_family.stated_code, plan_family.stated_name, plan_family.fiscal_year)
        is distinct from (excluded.stated_code, excluded.stated_name, excluded.fiscal_year)`.execute(tx)
}
