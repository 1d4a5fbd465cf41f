import { sql } from 'kysely'
import type { SectionHistory } from '../reform/edition.ts'
import type { Reader, Tx } from './handles.ts'
import { storable, storableJson } from './storable.ts'

/** 課の履歴 — the sections of the municipality, each with the time in which it existed. */
export async function sectionsOf(db: Reader): Promise<SectionHistory[]> {
  const rows = await db
    .selectFrom('section')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .orderBy('name')
    .orderBy('valid_from')
    .execute()
  return rows.map((row) => ({
    name: row.name,
    from: row.valid_from === '' ? null : row.valid_from,
    to: row.valid_to,
    successors: row.successors,
    ...(row.parent === null ? {} : { parent: row.parent }),
  }))
}

/** Adds sections and brings known ones (same name, same beginning) up to date; removes none. A document that does not name the 部 leaves the known one. */
export async function saveSections(tx: Tx, sections: readonly SectionHistory[]): Promise<void> {
  const rows = sections.map(({ name, from, to, successors, parent = null }) => ({
    municipality: tx.municipality,
    name,
    valid_from: from ?? '',
    valid_to: to,
    successors,
    parent,
  }))
  await sql`insert into section select * from json_populate_recordset(null::section, ${storableJson(rows)}::json)
    on conflict (municipality, name, valid_from) do update
      set valid_to = excluded.valid_to, successors = excluded.successors, parent = coalesce(excluded.parent, section.parent)
      where (section.valid_to, section.successors, section.parent)
        is distinct from (excluded.valid_to, excluded.successors, coalesce(excluded.parent, section.parent))`.execute(tx)
}

/** 所属を書き直す — `was`: the row as it was known, which may have begun on another day; everything is as said, also that there is no 部. */
export async function rewriteSection(tx: Tx, section: SectionHistory, was: SectionHistory | null): Promise<void> {
  if (was)
    await tx
      .deleteFrom('section')
      .where('municipality', '=', tx.municipality)
      .where('name', '=', was.name)
      .where('valid_from', '=', was.from ?? '')
      .where((eb) => eb.or([eb('name', '<>', section.name), eb('valid_from', '<>', section.from ?? '')]))
      .execute()
  const said = { valid_to: section.to, successors: section.successors.map(storable), parent: section.parent ?? null }
  await tx
    .insertInto('section')
    .values({ municipality: tx.municipality, name: storable(section.name), valid_from: section.from ?? '', ...said })
    .onConflict((conflict) => conflict.columns(['municipality', 'name', 'valid_from']).doUpdateSet(said))
    .execute()
}
