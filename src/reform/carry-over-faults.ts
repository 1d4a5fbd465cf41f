import type { Day } from '../vocabulary/calendar-day.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { CarryOver, CarryOverDecision, CarryOverRow, CarryOverTarget } from './carry-over.ts'
import { initiativesOfPhase, lineageInForce, originsOf } from './carry-over-draft.ts'
import { titlesOf } from './carry-over-edit.ts'
import { lineageOfPaper } from './carry-over-table.ts'
import type { SectionHistory } from './edition.ts'
import { lineageCircle } from './lineage-rules.ts'
import type { ReformRecord } from './record.ts'
import type { RecordId } from './record-id.ts'
import { endedBy } from './round-items.ts'
import { isRegistered, sectionOn } from './section-scope.ts'

/** 引継ぎで直すところ — what keeps the new phase from being made; each names the line or the new initiative that it is about. */
export type CarryOverFault =
  | { kind: 'undecided'; initiative: RecordId; title: string }
  | { kind: 'left-out'; initiative: RecordId; title: string }
  | { kind: 'gone'; initiative: RecordId }
  | { kind: 'already-ended'; initiative: RecordId; title: string }
  | { kind: 'decision-reason-missing'; initiative: RecordId; title: string; decision: CarryOverDecision }
  | { kind: 'merge-of-one'; initiative: RecordId; title: string; into: string }
  | { kind: 'split-into-one'; initiative: RecordId; title: string }
  | { kind: 'one-into-several'; initiative: RecordId; title: string; decision: CarryOverDecision }
  | { kind: 'target-untitled'; initiative: RecordId | null; key: string; title: string }
  | { kind: 'target-titled-twice'; initiative: RecordId | null; key: string; title: string }
  | { kind: 'place-gone'; initiative: RecordId | null; key: string; title: string }
  | { kind: 'section-ended'; initiative: RecordId | null; key: string; title: string; section: string; successors: string[] }
  | { kind: 'phase-titled-twice'; title: string }
  | { kind: 'phase-gone' }
  | { kind: 'lineage-circle'; path: string[] }

/** 理由の要る決定 — 統合, 完了 and 廃止 end an initiative of this name; whoever misses it asks why. */
export const NEEDS_REASON: ReadonlySet<CarryOverDecision> = new Set(['merge', 'complete', 'end'])

/** 新しい期の初日 — sections are asked for on this day; null: the phase says no years. */
export const firstDayOf = ({ period }: Pick<CarryOver, 'period'>): Day | null => (period === null ? null : (`${period.from}-04-01` as Day))

/** 引継ぎの点検 — everything that is still to be mended before the phase is made; empty: it can be. */
export function carryOverFaults(record: ReformRecord, paper: CarryOver, sections: readonly SectionHistory[]): CarryOverFault[] {
  if (!record.plans.some(({ id }) => id === paper.from)) return [{ kind: 'phase-gone' }]
  const faults = [
    ...paper.rows.flatMap((row) => rowFaults(record, paper, row)),
    ...leftOut(record, paper),
    ...paper.targets.flatMap((target) => targetFaults(record, paper, target, sections)),
  ]
  if (record.plans.some(({ title }) => foldTight(title) === foldTight(paper.title)))
    faults.push({ kind: 'phase-titled-twice', title: paper.title })
  const path = lineageCircle([...lineageInForce(record), ...lineageOfPaper(record, paper, (key) => `new:${key}` as RecordId)])
  return path ? [...faults, { kind: 'lineage-circle', path }] : faults
}

function rowFaults(record: ReformRecord, paper: CarryOver, row: CarryOverRow): CarryOverFault[] {
  const { initiative, decision } = row
  const it = record.initiatives.find(({ id }) => id === initiative)
  if (!it) return [{ kind: 'gone', initiative }]
  const { title } = it
  if (endedBy({ lineage: lineageInForce(record) })(it)) return [{ kind: 'already-ended', initiative, title }]
  if (decision === null) return [{ kind: 'undecided', initiative, title }]
  const faults: CarryOverFault[] = []
  if (NEEDS_REASON.has(decision) && row.reason.trim() === '') faults.push({ kind: 'decision-reason-missing', initiative, title, decision })
  if (decision === 'merge' && row.to.every((key) => originsOf(paper, key).length < 2))
    faults.push({ kind: 'merge-of-one', initiative, title, into: titlesOf(paper, row).join('、') })
  if (decision !== 'split' && row.to.length > 1) faults.push({ kind: 'one-into-several', initiative, title, decision })
  if (decision === 'split' && row.to.length < 2) faults.push({ kind: 'split-into-one', initiative, title })
  return faults
}

/** Somebody wrote a further initiative into the old phase after the paper was begun. */
function leftOut(record: ReformRecord, paper: CarryOver): CarryOverFault[] {
  const rows = new Set(paper.rows.map(({ initiative }) => initiative))
  return initiativesOfPhase(record, paper.from)
    .filter(({ id }) => !rows.has(id))
    .map(({ id, title }) => ({ kind: 'left-out', initiative: id, title }))
}
function targetFaults(
  record: ReformRecord,
  paper: CarryOver,
  target: CarryOverTarget,
  sections: readonly SectionHistory[],
): CarryOverFault[] {
  const { key, title } = target
  const about = { initiative: originsOf(paper, key)[0]?.initiative ?? null, key, title }
  const faults: CarryOverFault[] = []
  if (title.trim() === '') faults.push({ kind: 'target-untitled', ...about })
  else {
    const first = paper.targets.find((one) => foldTight(one.title) === foldTight(title))
    if (first && first.key !== key) faults.push({ kind: 'target-titled-twice', ...about })
  }
  if (target.under !== null && !record.nodes.some(({ id }) => id === target.under)) faults.push({ kind: 'place-gone', ...about })
  const day = firstDayOf(paper)
  if (day === null) return faults
  return [...faults, ...sectionFaults(target, sections, day).map((fault) => ({ ...about, ...fault }))]
}

/** Only sections that are registered: what the register does not know, it cannot say the end of. */
function sectionFaults({ sections: named }: CarryOverTarget, sections: readonly SectionHistory[], day: Day) {
  return named
    .filter((section) => isRegistered(sections, section) && !existsOn(sections, section, day))
    .map((section) => ({ kind: 'section-ended' as const, section, successors: successorsOn(sections, section, day) }))
}
const existsOn = (sections: readonly SectionHistory[], name: string, day: Day): boolean =>
  sections.some(
    (one) => foldTight(one.name) === foldTight(name) && (one.from === null || one.from <= day) && (one.to === null || day < one.to),
  )

/** 後継の課 — those that answer for a section on the day; none where it ended without any. */
export const successorsOn = (sections: readonly SectionHistory[], name: string, day: Day): string[] =>
  sectionOn(sections, name, day).filter((one) => existsOn(sections, one, day))

/** 後継の課に置き換える — in every new initiative, each section that has ended by the first day of the phase and has successors. */
export function withSuccessors(paper: CarryOver, sections: readonly SectionHistory[]): CarryOver {
  const day = firstDayOf(paper)
  if (day === null) return paper
  const replaced = (section: string): string[] => {
    if (!isRegistered(sections, section) || existsOn(sections, section, day)) return [section]
    const successors = successorsOn(sections, section, day)
    return successors.length > 0 ? successors : [section]
  }
  return { ...paper, targets: paper.targets.map((target) => ({ ...target, sections: [...new Set(target.sections.flatMap(replaced))] })) }
}
