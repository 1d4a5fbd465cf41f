import { no, ok, type Result } from '../vocabulary/result.ts'
import { placeIn } from './edit-initiative.ts'
import { type EditFault, said } from './edit-rows.ts'
import type { PlanNode, ReformRecord } from './record.ts'
import type { RecordId } from './record-id.ts'

export type NodeSaid = { number: string; title: string; text: string; level: string; under: string }

/** その柱・区分の下にあるもの — the node itself and everything below it. */
export function nodesUnder(record: ReformRecord, node: RecordId): Set<RecordId> {
  const found = new Set([node])
  for (let before = 0; before < found.size; ) {
    before = found.size
    for (const { id, parent } of record.nodes) if (parent !== null && found.has(parent)) found.add(id)
  }
  return found
}

/** 深さ — 0 directly under its plan */
function depthOf(record: ReformRecord, parent: RecordId | null): number {
  let depth = 0
  for (let at = parent; at !== null && depth <= record.nodes.length; depth += 1) {
    const above: RecordId | null = record.nodes.find(({ id }) => id === at)?.parent ?? null
    at = above
  }
  return depth
}

/** 柱・区分を書く — new or changed, at any depth. Refused: no title, no such place, a place below itself. */
export function withNode(record: ReformRecord, id: RecordId, typed: NodeSaid): Result<ReformRecord, EditFault[]> {
  const faults: EditFault[] = []
  const was = record.nodes.find((node) => node.id === id) ?? null
  const place = placeIn(record, typed.under)
  const below = was ? nodesUnder(record, id) : new Set<RecordId>()
  if (typed.title.trim() === '') faults.push({ field: 'title', kind: 'missing' })
  if (!place) faults.push({ field: 'under', kind: 'not-a-choice' })
  else if (place.node !== null && below.has(place.node)) faults.push({ field: 'under', kind: 'circle' })
  if (faults.length > 0 || !place) return no(faults)
  const levels = record.plans.find((plan) => plan.id === place.plan)?.levels ?? []
  const node: PlanNode = {
    id,
    plan: place.plan,
    parent: place.node,
    level: said(typed.level, was?.level ?? null) ?? levels[depthOf(record, place.node)] ?? null,
    number: said(typed.number, was?.number ?? null),
    title: said(typed.title, was?.title ?? null) ?? '',
    text: said(typed.text, was?.text ?? null),
  }
  if (!was) return ok({ ...record, nodes: [...record.nodes, node] })
  const moved = was.plan !== node.plan
  const nodes = record.nodes.map((one) => (one.id === id ? node : moved && below.has(one.id) ? { ...one, plan: node.plan } : one))
  // what stands below a node goes with it into the other plan
  const initiatives = moved
    ? record.initiatives.map((it) => (it.node !== null && below.has(it.node) ? { ...it, plan: node.plan } : it))
    : record.initiatives
  return ok({ ...record, nodes, initiatives })
}

type Placed = { id: RecordId; plan: RecordId | null }

/** 並べ替え — one place up or down among those that stand beside it. */
export function inOtherOrder<T extends Placed>(all: readonly T[], id: RecordId, by: 'up' | 'down', beside: (a: T, b: T) => boolean): T[] {
  const it = all.find((one) => one.id === id)
  if (!it) return [...all]
  const siblings = all.filter((one) => one.plan === it.plan && beside(one, it))
  const other = siblings[siblings.indexOf(it) + (by === 'up' ? -1 : 1)]
  return other ? all.map((one) => (one === it ? other : one === other ? it : one)) : [...all]
}
