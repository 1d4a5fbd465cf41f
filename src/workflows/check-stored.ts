import { checkRecord } from '../evaluate/check-record.ts'
import type { Check, Places } from '../reform/record.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import type { Store } from '../store/database.ts'
import type { PlanFamilyId } from '../store/plan-family.ts'
import { loadRecord } from '../store/record.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'

/** 検算 of a plan as it is stored. */
export async function checkStored(store: Store, municipality: MunicipalityCode, family: PlanFamilyId): Promise<Check[]> {
  const record = await store.reading(municipality, (db) => loadRecord(db, family))
  return record ? checksOf(record) : []
}

/** A place is «sha256#line 105», because several documents speak of one plan. */
export function checksOf(record: StoredRecord): Check[] {
  const places: Places = {}
  for (const { pointer, document, place } of record.sources) {
    places[pointer] ??= []
    places[pointer].push(`${document}#${place}`)
  }
  return checkRecord(record, places)
}
