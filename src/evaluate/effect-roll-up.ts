import type { Initiative, Plan, PlanNode, ReformRecord } from '../reform/record.ts'
import type { RecordId } from '../reform/record-id.ts'
import { cumulated, sumsOver, type YearSums, yearsIn } from './effect-sums.ts'
import type { EffectTerm } from './effect-terms.ts'

/** 積上げの一行 — a plan, a node, an initiative, or a printed row that belongs to none of them; its sums hold what stands below it. */
export type RollUpLine = {
  kind: 'plan' | 'node' | 'initiative' | 'row'
  id: RecordId | null
  number: string | null
  title: string
  depth: number
  sums: YearSums
  /** the terms that hang on this very line and not below it */
  own: EffectTerm[]
}
export type RollUp = { years: number[]; lines: RollUpLine[]; sums: YearSums; cumulative: YearSums['years'] }

type Branch = Omit<RollUpLine, 'sums' | 'depth'> & { below: Branch[] }

/**
 * 積上げ — initiative → node → plan → outer plan. What hangs on no node and no initiative belongs to the plan as a whole, which is
 * the outermost one: a plan R4-R9 holds the effects, its two halves the initiatives.
 */
export function rolledUp(record: ReformRecord, terms: readonly EffectTerm[], years: readonly number[] = yearsIn(terms)): RollUp {
  const tree = treeOf(record, terms)
  const lines = tree.flatMap((branch) => linesOf(branch, 0, years))
  const sums = sumsOver(terms, years)
  return { years: [...years], lines, sums, cumulative: cumulated(sums.years) }
}

const termsBelow = (branch: Branch): EffectTerm[] => [...branch.own, ...branch.below.flatMap(termsBelow)]

function linesOf({ below, ...line }: Branch, depth: number, years: readonly number[]): RollUpLine[] {
  const all = termsBelow({ ...line, below })
  if (all.length === 0) return []
  return [{ ...line, depth, sums: sumsOver(all, years) }, ...below.flatMap((one) => linesOf(one, depth + 1, years))]
}

/** What stands where: the record and the terms, looked up by what they hang on. */
type Ground = {
  root: RecordId | null
  plansIn: (id: RecordId | null) => Plan[]
  nodesIn: (id: RecordId | null) => PlanNode[]
  initiativesIn: (id: RecordId | null) => Initiative[]
  ownOf: (id: RecordId) => EffectTerm[]
  rows: Branch[]
  /** a document may print a node under itself */
  seen: Set<RecordId>
}

function treeOf(record: ReformRecord, terms: readonly EffectTerm[]): Branch[] {
  const ground = groundOf(record, terms)
  const plans = ground.plansIn(null)
  if (plans.length > 0) return plans.flatMap((plan) => planBranch(plan, ground))
  return [...ground.nodesIn(null).flatMap((node) => nodeBranch(node, ground)), ...initiativesOf(null, ground), ...ground.rows]
}

function groundOf({ plans, nodes, initiatives }: ReformRecord, terms: readonly EffectTerm[]): Ground {
  const known = new Set([...plans, ...nodes, ...initiatives].map(({ id }) => id))
  const isKnown = (id: RecordId | null | undefined): id is RecordId => id !== null && id !== undefined && known.has(id)
  const root = plans.find(({ parent }) => !isKnown(parent))?.id ?? null
  const below = (...above: (RecordId | null)[]): RecordId | null => above.find(isKnown) ?? root
  const plansIn = Map.groupBy(plans, ({ parent }) => (isKnown(parent) ? parent : null))
  const nodesIn = Map.groupBy(nodes, ({ parent, plan }) => below(parent, plan))
  const initiativesIn = Map.groupBy(initiatives, ({ node, plan }) => below(node, plan))
  const owner = ({ effect: { of } }: EffectTerm): RecordId | null => {
    const id = of && ('node' in of ? of.node : of.initiative)
    return isKnown(id) ? id : null
  }
  const own = Map.groupBy(terms, owner)
  return {
    root,
    plansIn: (id) => plansIn.get(id) ?? [],
    nodesIn: (id) => nodesIn.get(id) ?? [],
    initiativesIn: (id) => initiativesIn.get(id) ?? [],
    ownOf: (id) => own.get(id) ?? [],
    rows: rowsOf(own.get(null) ?? []),
    seen: new Set(),
  }
}

function planBranch(plan: Plan, ground: Ground): Branch[] {
  if (ground.seen.has(plan.id)) return []
  ground.seen.add(plan.id)
  const below = [
    ...ground.nodesIn(plan.id).flatMap((node) => nodeBranch(node, ground)),
    ...initiativesOf(plan.id, ground),
    ...ground.plansIn(plan.id).flatMap((one) => planBranch(one, ground)),
    ...(plan.id === ground.root ? ground.rows : []),
  ]
  return [{ kind: 'plan', id: plan.id, number: null, title: plan.title, own: [], below }]
}

function nodeBranch(node: PlanNode, ground: Ground): Branch[] {
  if (ground.seen.has(node.id)) return []
  ground.seen.add(node.id)
  const below = [...ground.nodesIn(node.id).flatMap((one) => nodeBranch(one, ground)), ...initiativesOf(node.id, ground)]
  return [{ kind: 'node', id: node.id, number: node.number, title: node.title, own: ground.ownOf(node.id), below }]
}

const initiativesOf = (id: RecordId | null, ground: Ground): Branch[] =>
  ground.initiativesIn(id).map((it) => ({
    ...{ kind: 'initiative', id: it.id, number: it.number, title: it.title, below: [] },
    own: ground.ownOf(it.id),
  }))

const rowsOf = (terms: readonly EffectTerm[]): Branch[] =>
  [...Map.groupBy(terms, ({ effect }) => effect.scope)].map(([scope, own]) => ({
    ...{ kind: 'row', id: null, number: null, title: scope },
    own,
    below: [],
  }))
