import type { Effect, PlanNode, ReformRecord } from '../reform/record.ts'
import type { RecordId } from '../reform/record-id.ts'
import { foldTight } from '../vocabulary/folding.ts'

/**
 * 効果額の置き場所 — where an amount hangs in the tree, as the titles from the pillar downwards. Titles and not ids: the first and
 * the second half of one plan have each their own node 「業務マネジメント改革」, and one pillar is not counted twice for that.
 */
export type EffectPlace = {
  /** the titles of the nodes from the top, folded; empty directly under a plan */
  path: readonly string[]
  initiative: RecordId | null
}

/** 置き場所を調べる — null: the amount belongs to no node and no initiative that the record knows. */
export function effectPlaces(record: ReformRecord): (of: Effect['of']) => EffectPlace | null {
  const nodes = new Map(record.nodes.map((node) => [node.id, node]))
  const paths = new Map(record.nodes.map((node) => [node.id, pathTo(node, nodes).map(({ title }) => foldTight(title))]))
  const initiatives = new Map(record.initiatives.map((it) => [it.id, it.node === null ? [] : (paths.get(it.node) ?? [])]))
  return (of) => {
    if (of === null) return null
    const path = 'node' in of ? paths.get(of.node) : initiatives.get(of.initiative)
    if (path === undefined) return null
    return { path, initiative: 'node' in of ? null : of.initiative }
  }
}

/** The nodes from the top to this one; the number of nodes bounds the walk, as a document may print a node under itself. */
export function pathTo(node: PlanNode, nodes: ReadonlyMap<RecordId, PlanNode>): PlanNode[] {
  const path: PlanNode[] = []
  for (let at: PlanNode | undefined = node; at && path.length <= nodes.size; at = at.parent === null ? undefined : nodes.get(at.parent))
    path.unshift(at)
  return path
}

/** 上に立つか — a pillar stands above its nodes and their initiatives, not above itself. */
export function standsAbove(above: EffectPlace, below: EffectPlace): boolean {
  if (above.initiative !== null) return false
  const inside = above.path.every((title, nth) => below.path[nth] === title)
  return inside && (above.path.length < below.path.length || below.initiative !== null)
}
