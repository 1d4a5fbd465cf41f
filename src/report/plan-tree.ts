import type { PlanNode } from '../reform/record.ts'
import type { EditionIndex } from './edition-index.ts'
import { dateText } from './figures.ts'
import { numbered } from './initiative-sheet.ts'
import { type StatusTold, statusTold } from './initiative-status.ts'

export type TreeLeaf = { id: string; title: string; status: StatusTold }
export type TreeNode = {
  id: string
  level: string | null
  title: string
  text: string | null
  events: { when: string; text: string }[]
  children: TreeNode[]
  initiatives: TreeLeaf[]
}
export type PlanTree = { nodes: TreeNode[]; loose: TreeLeaf[] }

/** 計画の体系 — nodes of any depth with the initiatives under them; initiatives without a node stand by themselves. */
export function planTree(index: EditionIndex): PlanTree {
  const leaves = (node: PlanNode['id'] | null): TreeLeaf[] =>
    index.initiativesIn(node).map((i) => ({ id: i.id, title: numbered(i), status: statusTold(i, index) }))
  const told = (node: PlanNode): TreeNode => ({
    id: node.id,
    level: node.level,
    title: numbered(node),
    text: node.text,
    events: index.edition.record.events
      .filter((e) => e.node === node.id)
      .map((e) => ({ when: e.at ? dateText(e.at) : '時期の記載なし', text: e.text })),
    children: index.childrenOf(node.id).map(told),
    initiatives: leaves(node.id),
  })
  return { nodes: index.pillars.map(told), loose: leaves(null) }
}
