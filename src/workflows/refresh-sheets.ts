import type { PlanFamilyId } from '../reform/record-id.ts'
import { onTheDay } from '../reform/record-on-day.ts'
import type { ReportState } from '../reform/report-state.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import { itemSheet } from '../report/item-sheet.ts'
import type { Tx } from '../store/handles.ts'
import { roundsOf } from '../store/round.ts'
import { itemsOf, saveItem } from '../store/round-item.ts'
import { sectionsOf } from '../store/section.ts'
import { dayInJapan } from '../vocabulary/calendar-day.ts'

const STILL_OPEN: ReadonlySet<ReportState> = new Set(['notStarted', 'drafting', 'returned'])

/** 照会票を計画の今の内容に改める — of what has not been submitted, after the plan was changed; what was answered stays. */
export async function refreshSheets(tx: Tx, family: PlanFamilyId, record: StoredRecord): Promise<void> {
  const rounds = (await roundsOf(tx)).filter((one) => one.family === family && !one.closed)
  if (rounds.length === 0) return
  const sections = await sectionsOf(tx)
  const today = dayInJapan(tx.act.at)
  for (const round of rounds) {
    const asking = onTheDay(record, sections, round.opensOn > today ? round.opensOn : today)
    for (const item of await itemsOf(tx, round.id)) {
      if (!STILL_OPEN.has(item.state)) continue
      const sheet = itemSheet(asking, { ...item, fiscalYear: round.fiscalYear })
      if (sheet && JSON.stringify(sheet) !== JSON.stringify(item.sheet)) await saveItem(tx, { ...item, sheet })
    }
  }
}
