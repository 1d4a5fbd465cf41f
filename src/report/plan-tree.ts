import type { Initiative, PlanNode } from '../reform/record.ts'
import type { EditionIndex } from './edition-index.ts'
import { dateText } from './figures.ts'
import { numbered, roadmapWhen } from './initiative-sheet.ts'
import { type StatusTold, statusTold } from './initiative-status.ts'
import type { SourceRef } from './source-pages.ts'

export type TreeLeaf = { id: string; title: string; status: StatusTold }
export type TreeNode = {
  id: string
  level: string | null
  title: string
  text: string | null
  events: { when: string; text: string; sources: SourceRef[] }[]
  roadmap: { when: string; text: string; sources: SourceRef[] }[]
  children: TreeNode[]
  initiatives: TreeLeaf[]
}
export type PlanTree = { nodes: TreeNode[]; loose: TreeLeaf[] }

const leafIds = (node: TreeNode): string[] => [...node.initiatives.map((i) => i.id), ...node.children.flatMap(leafIds)]

/** 計画の体系 — nodes of any depth with the initiatives under them; initiatives without a node stand by themselves. */
export function planTree(index: EditionIndex): PlanTree {
  const leaf = (i: Initiative): TreeLeaf => ({ id: i.id, title: numbered(i), status: statusTold(i, index) })
  const leaves = (node: PlanNode['id'] | null): TreeLeaf[] => index.initiativesIn(node).map(leaf)
  const told = (node: PlanNode): TreeNode => ({
    id: node.id,
    level: node.level,
    title: numbered(node),
    text: node.text,
    events: index.edition.record.events.flatMap((e, i) =>
      e.node === node.id
        ? [{ when: e.at ? dateText(e.at) : '時期の記載なし', text: e.text, sources: index.sources(`/events/${i}/text`) }]
        : [],
    ),
    roadmap: index.edition.record.roadmap.flatMap((r, i) =>
      r.node === node.id && r.initiative === null
        ? [{ when: roadmapWhen(r), text: r.text, sources: index.sources(`/roadmap/${i}/text`) }]
        : [],
    ),
    children: index.childrenOf(node.id).map(told),
    initiatives: leaves(node.id),
  })
  const nodes = index.pillars.map(told)
  const placed = new Set(nodes.flatMap(leafIds))
  // Initiatives under a node that stands under itself are reached from no pillar; they are told with the loose ones.
  const lost = index.edition.record.initiatives.filter((i) => i.node !== null && index.node(i.node) && !placed.has(i.id)).map(leaf)
  return { nodes, loose: [...leaves(null), ...lost] }
}
