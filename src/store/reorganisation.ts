import type { Reorganisation, ReorganisationId } from '../reform/reorganisation.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import type { Reader, Tx } from './handles.ts'
import { storable, storableJson } from './storable.ts'

/** 組織改正の一覧 — the youngest first. */
export async function reorganisationsOf(db: Reader): Promise<Reorganisation[]> {
  const rows = await db
    .selectFrom('reorganisation')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .orderBy('effective', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id as ReorganisationId,
    title: row.title,
    effective: row.effective as Day,
    changes: row.changes as Reorganisation['changes'],
    choices: row.choices as Reorganisation['choices'],
    state: row.state as Reorganisation['state'],
    version: row.version,
    document: row.document,
  }))
}

/** Writes it where it still stands in the version that was read (`expected`; 0: new); false: somebody was faster. */
export async function saveReorganisation(tx: Tx, reorganisation: Reorganisation, expected: number): Promise<boolean> {
  const { id, title, effective, changes, choices, state, document } = reorganisation
  const said = {
    title: storable(title),
    effective: effective as string,
    changes: storableJson(changes),
    choices: storableJson(choices),
    state: state as string,
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
