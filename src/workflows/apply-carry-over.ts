import { randomUUID } from 'node:crypto'
import type { Act } from '../reform/act.ts'
import type { CarryOver } from '../reform/carry-over.ts'
import { applyCarryOver as applied } from '../reform/carry-over-apply.ts'
import { lineageInForce } from '../reform/carry-over-draft.ts'
import { carrySources } from '../reform/carry-sources.ts'
import type { RecordId } from '../reform/record-id.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import type { CannotCarryOver } from '../report/wording-carry-over.ts'
import { saveCarryOver } from '../store/carry-over.ts'
import type { Store } from '../store/database.ts'
import { saveRecord } from '../store/record.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { atTheDesk, type OfPaper } from './carry-over-desk.ts'
import { refreshSheets } from './refresh-sheets.ts'

/** 新しい期を作る — in one transaction: the phase, and on the paper what was made, so that it can be taken back. `version`: the paper that was looked at. */
export const applyCarryOver = (store: Store, of: OfPaper, version: number, act: Act): Promise<Result<CarryOver, CannotCarryOver>> =>
  atTheDesk(store, of, act, async ({ tx, record, paper, sections }): Promise<Result<CarryOver, CannotCarryOver>> => {
    if (paper.state === 'applied') return no({ kind: 'carried-already' })
    if (paper.version !== version) return no({ kind: 'paper-changed' })
    const done = applied(record, paper, sections, (kind) => `${kind}-${randomUUID().slice(0, 8)}` as RecordId)
    if (!done.ok) return no({ kind: 'carry-over-faults', faults: done.problem })
    const { record: after, made } = done.value
    // a row of the paper that reads like one of the table in its place came from no document
    const stored: StoredRecord = { ...after, sources: carrySources({ ...record, lineage: lineageInForce(record) }, after) }
    await saveRecord(tx, of.family, stored)
    await refreshSheets(tx, of.family, stored)
    const gone = made.replaced.lineage.length === 0 ? [] : record.sources.filter(({ pointer }) => pointer.startsWith('/lineage/'))
    const replaced = { ...made.replaced, sources: gone }
    const next: CarryOver = { ...paper, state: 'applied', made: { ...made, replaced } }
    return (await saveCarryOver(tx, of.family, next, paper.version)) ? ok(next) : no({ kind: 'paper-changed' })
  })
