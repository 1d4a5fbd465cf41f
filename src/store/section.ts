import { sql } from 'kysely'
import type { SectionHistory } from '../reform/edition.ts'
import type { Reader, Tx } from './handles.ts'
import { storableJson } from './storable.ts'

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
  }))
}

/** Adds sections and brings known ones (same name, same beginning) up to date; removes none. */
export async function saveSections(tx: Tx, sections: readonly SectionHistory[]): Promise<void> {
  const rows = sections.map(({ name, from, to, successors }) => ({
    municipality: tx.municipality,
    name,
    valid_from: from ?? '',
    valid_to: to,
    successors,
  }))
  await sql`insert into section select * from json_populate_recordset(null::section, ${storableJson(rows)}::json)
    on conflict (municipality, name, valid_from) do update set valid_to = excluded.valid_to, successors = excluded.successors
    where (section.valid_to, section.successors) is distinct from (excluded.valid_to, excluded.successors)`.execute(tx)
}
