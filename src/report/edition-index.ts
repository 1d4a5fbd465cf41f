import type { Edition } from '../reform/edition.ts'
import type { Indicator, Initiative, Plan, PlanNode, RecordId } from '../reform/record.ts'
import { type SourceFinder, type SourceRef, sourceFinder } from './source-pages.ts'

/** 公表版の索引 — the edition with what every report looks up: by id, by parent, and where a value came from. */
export type EditionIndex = {
  edition: Edition
  /** the plan at the root, and every plan under it, the root first */
  root: Plan
  plans: Plan[]
  node: (id: RecordId | null) => PlanNode | null
  initiative: (id: RecordId | null) => Initiative | null
  plan: (id: RecordId | null) => Plan | null
  childrenOf: (node: RecordId | null) => PlanNode[]
  initiativesIn: (node: RecordId | null) => Initiative[]
  /** the nodes above, the pillar first */
  pathOf: (node: RecordId | null) => PlanNode[]
  pillars: PlanNode[]
  indicatorsOf: (initiative: Initiative) => Indicator[]
  initiativeOf: (indicator: Indicator) => Initiative | null
  /** JSON pointer of an initiative or an indicator of this record */
  pointer: (noun: Initiative | Indicator) => string
  sources: (pointer: string) => SourceRef[]
  finder: SourceFinder
  /** the year that is reported on: of the edition, else the last year anyone reported */
  year: number | null
}

const UNTITLED: Plan = {
  id: '' as RecordId,
  title: '計画名の記載なし',
  kind: null,
  parent: null,
  period: null,
  goal: null,
  levels: [],
  predecessors: [],
}

function grouped<T, K>(all: readonly T[], key: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const one of all) {
    const group = groups.get(key(one))
    if (group) group.push(one)
    else groups.set(key(one), [one])
  }
  return groups
}

function ownerOf(indicator: Indicator, byPart: Map<RecordId, Initiative>, byId: Map<RecordId, Initiative>): Initiative | null {
  const of = indicator.of
  if (of && 'initiative' in of) return byId.get(of.initiative) ?? null
  if (of && 'part' in of) return byPart.get(of.part) ?? null
  return null
}

function reportedYear({ edition }: { edition: Edition }): number | null {
  const said = edition.fiscalYear ?? edition.record.fiscalYear
  if (said !== null) return said
  const years = edition.record.initiatives.flatMap((i) => i.reports.map((r) => r.fiscalYear ?? 0))
  const last = Math.max(0, ...years)
  return last > 0 ? last : null
}

export function indexOf(edition: Edition): EditionIndex {
  const { record } = edition
  const nodes = new Map(record.nodes.map((n) => [n.id, n]))
  const known = (id: RecordId | null) => (id !== null && nodes.has(id) ? id : null)
  const plans = new Map(record.plans.map((p) => [p.id, p]))
  const initiatives = new Map(record.initiatives.map((i) => [i.id, i]))
  const byPart = new Map(record.initiatives.flatMap((i) => i.parts.map((p) => [p.id, i] as const)))
  const children = grouped(record.nodes, (n) => known(n.parent))
  const inNode = grouped(record.initiatives, (i) => known(i.node))
  const owners = new Map(record.indicators.map((it) => [it, ownerOf(it, byPart, initiatives)]))
  const indicators = grouped(record.indicators, (it) => owners.get(it) ?? null)
  const finder = sourceFinder(edition)
  const positions = new Map<object, string>([
    ...record.initiatives.map((it, i) => [it, `/initiatives/${i}`] as const),
    ...record.indicators.map((it, i) => [it, `/indicators/${i}`] as const),
  ])
  const root = plans.get(edition.plan) ?? record.plans[0] ?? UNTITLED
  const pathOf = (id: RecordId | null): PlanNode[] => {
    const path: PlanNode[] = []
    // the length of the tree bounds the walk: a document may print a node under itself
    for (let at = known(id); at !== null && path.length <= nodes.size; at = known(nodes.get(at)?.parent ?? null))
      path.unshift(nodes.get(at) as PlanNode)
    return path
  }
  return {
    edition,
    root,
    plans: [root, ...record.plans.filter((p) => p !== root)],
    node: (id) => (id === null ? null : (nodes.get(id) ?? null)),
    initiative: (id) => (id === null ? null : (initiatives.get(id) ?? null)),
    plan: (id) => (id === null ? null : (plans.get(id) ?? null)),
    childrenOf: (id) => children.get(id) ?? [],
    initiativesIn: (id) => inNode.get(id) ?? [],
    pathOf,
    pillars: children.get(null) ?? [],
    indicatorsOf: (initiative) => indicators.get(initiative) ?? [],
    initiativeOf: (indicator) => owners.get(indicator) ?? null,
    pointer: (noun) => positions.get(noun) ?? '',
    sources: finder.of,
    finder,
    year: reportedYear({ edition }),
  }
}
