import { foldTight } from '../vocabulary/folding.ts'
import type { Lineage, ReformRecord } from './record.ts'
import type { RecordId } from './record-id.ts'

/** 系譜の一段 — one row of the 取組み整理表 between initiatives that both stand in the record. */
export type LineageStep = { lineage: Lineage; from: RecordId[]; to: RecordId[] }

function endFinder(initiatives: ReformRecord['initiatives']): (end: Lineage['from'][number]) => RecordId[] {
  const ids = new Set(initiatives.map(({ id }) => id))
  const byTitle = Map.groupBy(initiatives, ({ title }) => foldTight(title))
  return ({ title, initiative }) => {
    if (initiative !== null) return ids.has(initiative) ? [initiative] : []
    const same = byTitle.get(foldTight(title)) ?? []
    return same.length === 1 && same[0] ? [same[0].id] : []
  }
}

/**
 * 系譜の段 — an end without an id is the initiative of exactly that title, where there is one and only one: a document that
 * prints the old name beside the new one means it. A row whose two ends are the same initiative is no step.
 */
export function lineageSteps({ lineage, initiatives }: Pick<ReformRecord, 'lineage' | 'initiatives'>): LineageStep[] {
  const meant = endFinder(initiatives)
  return lineage.flatMap((one) => {
    const from = [...new Set(one.from.flatMap(meant))]
    const to = [...new Set(one.to.flatMap(meant))]
    const same = from.length === 1 && to.length === 1 && from[0] === to[0]
    return from.length === 0 || to.length === 0 || same ? [] : [{ lineage: one, from, to }]
  })
}

/** One step on the way from an initiative to another, and how it was reached. */
export type Reached = { id: RecordId; step: LineageStep; via: RecordId }

/**
 * 系譜をたどる — every initiative before (or after) one, the nearest first. A lineage that runs in a circle ends where it began.
 */
export function reached(steps: readonly LineageStep[], start: RecordId, way: 'before' | 'after'): Reached[] {
  const [near, far] = way === 'before' ? (['to', 'from'] as const) : (['from', 'to'] as const)
  const seen = new Set([start])
  const all: Reached[] = []
  let front = [start]
  while (front.length > 0) {
    const next: RecordId[] = []
    for (const via of front)
      for (const step of steps.filter((one) => one[near].includes(via)))
        for (const id of step[far])
          if (!seen.has(id)) {
            seen.add(id)
            next.push(id)
            all.push({ id, step, via })
          }
    front = next
  }
  return all
}

/** 引き継がれたもの — which initiatives have gone over into others, or ended: they stand in the record, and are no longer carried on. */
export function notCarriedOn({ lineage, initiatives }: Pick<ReformRecord, 'lineage' | 'initiatives'>): Set<RecordId> {
  const idsOf = endFinder(initiatives)
  const left = new Set<RecordId>()
  const stays = new Set<RecordId>()
  for (const { from, to } of lineage) {
    const after = new Set(to.flatMap(idsOf))
    for (const id of from.flatMap(idsOf)) (after.has(id) ? stays : left).add(id)
  }
  return new Set([...left].filter((id) => !stays.has(id)))
}
