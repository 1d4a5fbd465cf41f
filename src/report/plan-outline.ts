import type { Initiative, Plan, PlanNode } from '../reform/record.ts'
import { periodText } from './figures.ts'
import { numbered } from './initiative-sheet.ts'

type Leaf = Pick<Initiative, 'id' | 'plan' | 'node' | 'number' | 'title' | 'sections'>
export type OutlineLeaf = { id: string; title: string; sections: string }
export type OutlineNode = { id: string; level: string | null; title: string; nodes: OutlineNode[]; initiatives: OutlineLeaf[] }
export type OutlinePlan = {
  id: string
  title: string
  kind: string | null
  period: string
  levels: string[]
  goal: string | null
  isRoot: boolean
  nodes: OutlineNode[]
  initiatives: OutlineLeaf[]
  count: number
}

/** 計画の構成 — the plans of a family, each with its own tree; what stands under nothing that is there stands under its plan. */
export function planOutline(said: { plans: readonly Plan[]; nodes: readonly PlanNode[]; initiatives: readonly Leaf[] }): OutlinePlan[] {
  const root = said.plans.find(({ parent }) => parent === null)?.id ?? null
  const ids = new Set(said.nodes.map(({ id }) => id))
  const below = Map.groupBy(said.nodes, ({ plan, parent }) => (parent !== null && ids.has(parent) ? parent : `plan:${plan ?? root}`))
  const within = Map.groupBy(said.initiatives, ({ plan, node }) => (node !== null && ids.has(node) ? node : `plan:${plan ?? root}`))
  const leaves = (key: string): OutlineLeaf[] =>
    (within.get(key as PlanNode['id']) ?? []).map((it) => ({
      id: it.id,
      title: numbered(it),
      sections: it.sections.map(({ name }) => name).join('、'),
    }))
  const tree = (key: string, depth: number): OutlineNode[] =>
    // the length of the list bounds the walk: an imported node may stand under itself
    (depth > said.nodes.length ? [] : (below.get(key as PlanNode['id']) ?? [])).map((node) => ({
      id: node.id,
      level: node.level,
      title: numbered(node),
      nodes: tree(node.id, depth + 1),
      initiatives: leaves(node.id),
    }))
  return said.plans.map((plan) => ({
    id: plan.id,
    title: plan.title,
    kind: plan.kind,
    period: periodText(plan.period),
    levels: plan.levels,
    goal: plan.goal,
    isRoot: plan.parent === null,
    nodes: tree(`plan:${plan.id}`, 0),
    initiatives: leaves(`plan:${plan.id}`),
    count: said.initiatives.filter((it) => (it.plan ?? root) === plan.id).length,
  }))
}
