import type { PlanNode, ReformRecord } from '../reform/record.ts'
import type { RecordId } from '../reform/record-id.ts'

export type OwnerChoice = { value: string; label: string }

const numbered = ({ number, title }: { number: string | null; title: string }): string => [number, title].filter(Boolean).join(' ')

/** 額を書く先の選択肢 — the plan as a whole, then every node with what stands below it, in the order of the plan. */
export function ownerChoices({ nodes, initiatives }: Pick<ReformRecord, 'nodes' | 'initiatives'>): OwnerChoice[] {
  const known = new Set(nodes.map(({ id }) => id))
  const nodesIn = Map.groupBy(nodes, ({ parent }) => (parent !== null && known.has(parent) ? parent : null))
  const initiativesIn = Map.groupBy(initiatives, ({ node }) => (node !== null && known.has(node) ? node : null))
  const seen = new Set<RecordId>()
  const below = (parent: RecordId | null, depth: number): OwnerChoice[] => [
    ...(initiativesIn.get(parent) ?? []).map((it) => ({ value: `initiative:${it.id}`, label: `${'　'.repeat(depth)}・${numbered(it)}` })),
    ...(nodesIn.get(parent) ?? []).flatMap((node) => nodeChoices(node, depth)),
  ]
  const nodeChoices = (node: PlanNode, depth: number): OwnerChoice[] => {
    if (seen.has(node.id)) return []
    seen.add(node.id)
    return [{ value: `node:${node.id}`, label: `${'　'.repeat(depth)}${numbered(node)}` }, ...below(node.id, depth + 1)]
  }
  return [{ value: '', label: '計画全体' }, ...below(null, 0)]
}
