import type { Act } from '../reform/act.ts'
import type { CarryOver, CarryOverId } from '../reform/carry-over.ts'
import type { SectionHistory } from '../reform/edition.ts'
import type { PlanFamilyId } from '../reform/record-id.ts'
import { may } from '../reform/rights.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import type { CannotCarryOver } from '../report/wording-carry-over.ts'
import { carryOverById } from '../store/carry-over.ts'
import type { Store } from '../store/database.ts'
import type { Tx } from '../store/handles.ts'
import { loadRecord } from '../store/record.ts'
import { no, type Result } from '../vocabulary/result.ts'
import { standingOf } from './standing.ts'

/** 引継ぎの机 — the plan, the paper and the sections, as they are when the act begins. */
export type CarryOverDesk = { tx: Tx; record: StoredRecord; paper: CarryOver; sections: readonly SectionHistory[] }
export type OfPaper = { family: PlanFamilyId; id: CarryOverId }

/** One act on a paper that is there, by somebody who may. */
export async function atTheDesk<T, E>(
  store: Store,
  { family, id }: OfPaper,
  act: Act,
  work: (desk: CarryOverDesk) => Promise<Result<T, E>>,
): Promise<Result<T, E | CannotCarryOver>> {
  return store.writing(act, async (tx): Promise<Result<T, E | CannotCarryOver>> => {
    const standing = await standingOf(tx)
    if (!may(standing, 'plan.renew')) return no({ kind: 'not-allowed' })
    const paper = await carryOverById(tx, family, id)
    const record = paper && (await loadRecord(tx, family))
    if (!paper || !record) return no({ kind: 'not-found' })
    return work({ tx, record, paper, sections: standing.sections })
  })
}
