import type { PlanFamilyId } from '../reform/record-id.ts'
import type { ReportState } from '../reform/report-state.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import { itemSheet } from '../report/item-sheet.ts'
import type { Tx } from '../store/handles.ts'
import { roundsOf } from '../store/round.ts'
import { itemsOf, saveItem } from '../store/round-item.ts'

const STILL_OPEN: ReadonlySet<ReportState> = new Set(['notStarted', 'drafting', 'returned'])

/** 照会票を計画の今の内容に改める — of what has not been submitted, after the plan was changed; what was answered stays. */
export async function refreshSheets(tx: Tx, family: PlanFamilyId, record: StoredRecord): Promise<void> {
  for (const round of (await roundsOf(tx)).filter((one) => one.family === family && !one.closed))
    for (const item of await itemsOf(tx, round.id)) {
      if (!STILL_OPEN.has(item.state)) continue
      const sheet = itemSheet(record, { ...item, fiscalYear: round.fiscalYear })
      if (sheet && JSON.stringify(sheet) !== JSON.stringify(item.sheet)) await saveItem(tx, { ...item, sheet })
    }
}
