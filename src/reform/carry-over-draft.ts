import type { CarryOver, CarryOverId, CarryOverRow, CarryOverTarget } from './carry-over.ts'
import type { Initiative, Lineage, ReformRecord } from './record.ts'
import type { RecordId } from './record-id.ts'
import { endedBy } from './round-items.ts'

/** 引継ぎの始め方 — which phase ends, and the one that is to be made. */
export type CarryOverBegun = Pick<CarryOver, 'from' | 'title' | 'kind' | 'period'> & { id: CarryOverId }

/**
 * まだ作られていない整理表 — an imported 取組み整理表 that leads to no initiative that is known: it says what is to become of the old
 * phase, and has made nothing yet. A paper may be begun with it, and what the paper makes takes its place.
 */
export const openTable = ({ lineage }: Pick<ReformRecord, 'lineage'>): Lineage[] =>
  lineage.some(({ to }) => to.some(({ initiative }) => initiative !== null)) ? [] : lineage

/** 効力のある系譜 — without a table that has made nothing. */
export const lineageInForce = (record: Pick<ReformRecord, 'lineage'>): Lineage[] => (openTable(record).length > 0 ? [] : record.lineage)

/** 前の期の取組 — those of the phase that go on to its end; what an earlier 整理表 ended is not decided a second time. */
export function initiativesOfPhase(record: ReformRecord, from: RecordId): Initiative[] {
  const ended = endedBy({ lineage: lineageInForce(record) })
  const isRoot = record.plans.find(({ id }) => id === from)?.parent === null
  return record.initiatives.filter((it) => (it.plan === from || (isRoot && it.plan === null)) && !ended(it))
}

/** The key of the target that is proposed for an old initiative: always the same, so that a decision can be taken back. */
export const proposedKey = (initiative: RecordId): string => `of-${initiative}`

/** 引き継ぐ案 — the same title, number, place and sections. */
export const proposedTarget = (it: Initiative): CarryOverTarget => ({
  key: proposedKey(it.id),
  number: it.number,
  title: it.title,
  under: it.node,
  after: null,
  added: false,
  sections: it.sections.map(({ name }) => name),
  note: '',
})

/** まだ決めていない行 — with 継続 proposed: it counts as decided only when somebody says so. */
export const undecidedRow = (initiative: RecordId): CarryOverRow => ({
  initiative,
  decision: null,
  word: null,
  to: [proposedKey(initiative)],
  reason: '',
})

/** 引継ぎの案 — every initiative of the old phase, nothing decided, 継続 under its own title proposed. */
export function carryOverDraft(record: ReformRecord, begun: CarryOverBegun): CarryOver {
  const old = initiativesOfPhase(record, begun.from)
  return {
    ...begun,
    rows: old.map(({ id }) => undecidedRow(id)),
    targets: old.map(proposedTarget),
    state: 'drafting',
    version: 0,
    made: null,
  }
}

/** その取組が引き継ぐ前の取組 — the rows that go on in a target; none: it is 新規. */
export const originsOf = ({ rows }: Pick<CarryOver, 'rows'>, key: string): CarryOverRow[] => rows.filter(({ to }) => to.includes(key))
