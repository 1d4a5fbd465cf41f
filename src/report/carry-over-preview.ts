import type { CarryOver } from '../reform/carry-over.ts'
import { phaseOf } from '../reform/carry-over-apply.ts'
import type { Lineage, ReformRecord } from '../reform/record.ts'
import type { RecordId } from '../reform/record-id.ts'
import { type CarryOver as CarryOverTold, carryOver } from './carry-over.ts'
import { indexOf } from './edition-index.ts'
import { type LineagePhase, lineageFlow } from './lineage-flow.ts'

/** 整理表の下見 — the table, its counts and its picture, as an edition would print them today. */
export type CarryOverPreview = CarryOverTold & { phases: LineagePhase[]; lineage: Lineage[]; record: ReformRecord }

export function carryOverPreview(record: ReformRecord, paper: CarryOver): CarryOverPreview {
  const { after, lineage } = paper.made ? { after: record, lineage: paper.made.lineage } : trial(record, paper)
  // only this step: what earlier tables say stands on the page of the plan
  const shown: ReformRecord = { ...after, lineage }
  const index = indexOf({
    format: 'kaikaku-edition/1',
    number: 0,
    publishedAt: '',
    hash: '',
    municipality: { code: record.municipality.code ?? '', name: record.municipality.name ?? '' },
    plan: record.plans.find(({ parent }) => parent === null)?.id ?? ('' as RecordId),
    fiscalYear: null,
    record: shown,
    checks: [],
    sources: [],
    documents: [],
    sections: [],
    corrections: [],
  })
  const told = carryOver(index)
  return { ...told, phases: lineageFlow(told.rows, index), lineage, record: shown }
}

function trial(record: ReformRecord, paper: CarryOver): { after: ReformRecord; lineage: Lineage[] } {
  const old = record.plans.find(({ id }) => id === paper.from)
  if (!old) return { after: record, lineage: [] }
  let made = 0
  const done = phaseOf(record, paper, old, [], (kind) => {
    made += 1
    return `${kind}-preview-${made}` as RecordId
  })
  return { after: done.record, lineage: done.made.lineage }
}
