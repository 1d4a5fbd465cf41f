import type { SectionHistory } from '../reform/edition.ts'
import { joinHistories } from '../reform/joined-histories.ts'
import type { Reader, Tx } from './handles.ts'
import { storable } from './storable.ts'

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

/** Lays what is said of sections over what is known (`joinHistories`); what is the same writes nothing. */
export async function saveSections(tx: Tx, sections: readonly SectionHistory[]): Promise<void> {
  const clean = sections.map((section) => ({ ...section, name: storable(section.name), successors: section.successors.map(storable) }))
  const { written, gone } = joinHistories(await sectionsOf(tx), clean)
  for (const { name, from } of gone)
    await tx
      .deleteFrom('section')
      .where('municipality', '=', tx.municipality)
      .where('name', '=', name)
      .where('valid_from', '=', from ?? '')
      .execute()
  if (written.length === 0) return
  const rows = written.map(({ name, from, to, successors, parent = null }) => ({
    municipality: tx.municipality,
    name,
    valid_from: from ?? '',
    valid_to: to,
    successors,
    parent,
  }))
  await tx
    .insertInto('section')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['municipality', 'name', 'valid_from']).doUpdateSet(({ ref }) => ({
        valid_to: ref('excluded.valid_to'),
        successors: ref('excluded.successors'),
        parent: ref('excluded.parent'),
      })),
    )
    .execute()
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
