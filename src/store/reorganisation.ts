import { sql } from 'kysely'
import type { OrganizationChange } from '../reform/record.ts'
import type { PlanFamilyId, RecordId } from '../reform/record-id.ts'
import type { Reorganisation, ReorganisationId } from '../reform/reorganisation.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import type { Reader, Tx } from './handles.ts'
import type { Schema } from './schema.ts'
import { storable, storableJson } from './storable.ts'

const toReorganisation = (row: Schema['reorganisation']): Reorganisation => ({
  id: row.id as ReorganisationId,
  title: row.title,
  effective: row.effective as Day,
  changes: row.changes as Reorganisation['changes'],
  choices: row.choices as Reorganisation['choices'],
  state: row.state as Reorganisation['state'],
  carriedOut: row.carried_out,
  version: row.version,
  document: row.document,
})

/** 組織改正の一覧 — the youngest first. */
export async function reorganisationsOf(db: Reader): Promise<Reorganisation[]> {
  const rows = await db
    .selectFrom('reorganisation')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .orderBy('effective', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toReorganisation)
}

export async function reorganisationById(db: Reader, id: string): Promise<Reorganisation | null> {
  const row = await db
    .selectFrom('reorganisation')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? toReorganisation(row) : null
}

/** Writes it where it still stands in the version that was read (`expected`; 0: new); false: somebody was faster. */
export async function saveReorganisation(tx: Tx, reorganisation: Reorganisation, expected: number): Promise<boolean> {
  const { id, title, effective, changes, choices, state, carriedOut, document } = reorganisation
  const said = {
    title: storable(title),
    effective: effective as string,
    changes: storableJson(changes),
    choices: storableJson(choices),
    state: state as string,
    carried_out: carriedOut,
    version: expected + 1,
    document,
  }
  if (expected === 0) {
    await tx
      .insertInto('reorganisation')
      .values({ municipality: tx.municipality, id, ...said })
      .execute()
    return true
  }
  const { numUpdatedRows } = await tx
    .updateTable('reorganisation')
    .set(said)
    .where('municipality', '=', tx.municipality)
    .where('id', '=', id)
    .where('version', '=', expected)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function removeReorganisation(tx: Tx, id: ReorganisationId): Promise<void> {
  await tx.deleteFrom('reorganisation').where('municipality', '=', tx.municipality).where('id', '=', id).execute()
}

/** 所管の一行 — a section as an initiative, or a part of it, names it. */
export type Responsibility = {
  family: PlanFamilyId
  plan: string
  initiative: RecordId
  number: string | null
  title: string
  part: string | null
  section: string
  role: string | null
}

/** 所管の全て — of every initiative and part of the municipality, in one question. */
export async function responsibilitiesOf(db: Reader): Promise<Responsibility[]> {
  const { rows } = await sql<Responsibility>`
    with named as (
      select s.family, s.initiative, null::text as part, 0 as place_of_part, s.name, s.role, s.position as place
        from initiative_section s where s.municipality = ${db.municipality}
      union all
      select p.family, p.initiative, coalesce(p.title, ''), p.position + 1, s.name, s.role, s.position as place
        from part_section s join part p on p.municipality = s.municipality and p.family = s.family and p.id = s.part
        where s.municipality = ${db.municipality}
    )
    select i.family, coalesce(r.title, '') as plan, i.id as initiative, i.number, i.title, n.part, n.name as section, n.role
      from named n
      join initiative i on i.municipality = ${db.municipality} and i.family = n.family and i.id = n.initiative
      left join plan r on r.municipality = i.municipality and r.family = i.family and r.parent is null
      order by i.family, i.position, n.place_of_part, n.place`.execute(db)
  return rows
}

/** 報告の一行 — which section reported an initiative in a year. */
export type Reported = { family: PlanFamilyId; initiative: RecordId; number: string | null; title: string; section: string }

/** その年度の報告 — those that the record holds and that name their section. */
export async function reportedIn(db: Reader, fiscalYear: number): Promise<Reported[]> {
  const { rows } = await sql<Reported>`select r.family, r.initiative, i.number, i.title, r.section
    from report r join initiative i on i.municipality = r.municipality and i.family = r.family and i.id = r.initiative
    where r.municipality = ${db.municipality} and r.fiscal_year = ${fiscalYear} and r.section is not null
    order by i.family, i.position`.execute(db)
  return rows
}

/** 文書の組織改正 — what the imported documents of a plan say of reorganisations, with the document that says it. */
export type DocumentedChange = OrganizationChange & {
  family: PlanFamilyId
  plan: string
  document: { sha256: string; name: string } | null
}

/** 取り込んだ組織改正の全て — of every plan, in the order of their documents. */
export async function documentedChanges(db: Reader): Promise<DocumentedChange[]> {
  const { rows } = await sql<Omit<DocumentedChange, 'document'> & { sha256: string | null; name: string | null }>`
    select c.family, coalesce(r.title, '') as plan, c.number, c.department, c.effective, c.text, d.sha256, d.name,
      coalesce((select json_agg(json_build_object('kind', s.kind, 'from', s.was, 'to', s.becomes, 'what', s.what,
          'reason', s.reason, 'guessed', s.guessed) order by s.position)
        from section_change s where s.municipality = c.municipality and s.family = c.family and s.organization_change = c.nth), '[]') as changes
    from organization_change c
      left join plan r on r.municipality = c.municipality and r.family = c.family and r.parent is null
      left join document d on d.municipality = c.municipality and d.sha256 = (select min(o.document) from source o
        where o.municipality = c.municipality and o.family = c.family and o.owner = 'organization_change:' || c.nth)
    where c.municipality = ${db.municipality}
    order by c.family, c.position`.execute(db)
  return rows.map(({ sha256, name, ...row }) => ({ ...row, document: sha256 === null || name === null ? null : { sha256, name } }))
}
