import { randomUUID } from 'node:crypto'
import { withAccepted } from '../reform/accepted-report.ts'
import { formerValue } from '../reform/plan-change.ts'
import type { PlanChange } from '../reform/report-content.ts'
import { type ReportDocument, reportDocument } from '../reform/report-document.ts'
import type { Round, RoundItem } from '../reform/round.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import { saveDocument } from '../store/document.ts'
import type { Tx } from '../store/handles.ts'
import { planChangesOf, savePlanChange } from '../store/plan-change.ts'
import { loadRecord, saveRecord } from '../store/record.ts'
import { roundById } from '../store/round.ts'

/** 受理した報告を計画に移す — each plan is loaded and saved once; what the sections propose to change waits for a decision. */
export async function acceptInto(tx: Tx, items: readonly RoundItem[]): Promise<void> {
  for (const [roundId, ofRound] of Map.groupBy(items, ({ round }) => round)) {
    const round = await roundById(tx, roundId)
    const record = round && (await loadRecord(tx, round.family))
    if (!round || !record) continue
    const documents = ofRound.map((item) => reportDocument(item, round.fiscalYear, tx.act.at))
    for (const document of documents) await saveDocument(tx, round.family, { ...document, readAt: tx.act.at, checks: [] })
    const accepted = ofRound.reduce<StoredRecord>(
      (all, item, nth) => withAccepted(all, item, round.fiscalYear, documents[nth] as ReportDocument),
      record,
    )
    await saveRecord(tx, round.family, accepted)
    await propose(tx, round, record, ofRound)
  }
}

/** A report that was reopened and accepted again does not propose the same change a second time. */
async function propose(tx: Tx, round: Round, record: StoredRecord, items: readonly RoundItem[]): Promise<void> {
  if (items.every(({ content }) => content.changes.length === 0)) return
  const known = await planChangesOf(tx, round.family)
  for (const { id, initiative, content, submittedBy } of items)
    for (const { kind, of, after, reason } of content.changes) {
      const before = known.find((one) => one.item === id && one.kind === kind && one.of === of)
      if (before && before.state !== 'proposed') continue
      const change: PlanChange = {
        id: before?.id ?? randomUUID(),
        initiative,
        kind,
        of,
        before: formerValue(record, { initiative, kind, of }),
        after,
        reason,
        proposedBy: submittedBy ?? tx.act.by,
        proposedAt: tx.act.at,
        item: id,
        state: 'proposed',
        decidedBy: null,
        decidedOn: null,
        decisionReason: null,
      }
      await savePlanChange(tx, round.family, change)
    }
}
