import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import type { AcrossReader, Reader, Tx } from './handles.ts'

/** 市区町村 — `reading` (よみ) sorts where it is known. */
export type Municipality = { code: MunicipalityCode; name: string; reading: string | null }

/** The municipality of the act; writes nothing where it is there and says the same. */
export async function saveMunicipality(tx: Tx, { name, reading = null }: { name: string; reading?: string | null }): Promise<void> {
  await tx
    .insertInto('municipality')
    .values({ municipality: tx.municipality, name, reading })
    .onConflict((conflict) =>
      conflict
        .column('municipality')
        .doUpdateSet({ name, reading })
        .where(({ or, eb }) => or([eb('municipality.name', '<>', name), eb('municipality.reading', 'is distinct from', reading)])),
    )
    .execute()
}

/** The municipality of the transaction, or all of them where it reads across. */
export async function municipalities(db: Reader | AcrossReader): Promise<Municipality[]> {
  const rows = await (db as AcrossReader).selectFrom('municipality').selectAll().orderBy('municipality').execute()
  return rows.map((row) => ({ code: row.municipality as MunicipalityCode, name: row.name, reading: row.reading }))
}
