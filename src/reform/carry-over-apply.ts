import { foldTight } from '../vocabulary/folding.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import type { CarryOver, CarryOverMade, CarryOverTarget } from './carry-over.ts'
import { lineageInForce, openTable, originsOf } from './carry-over-draft.ts'
import { type CarryOverFault, carryOverFaults, firstDayOf, successorsOn } from './carry-over-faults.ts'
import { indicatorsCarried } from './carry-over-indicators.ts'
import { inTreeOrder, nodesInOrder } from './carry-over-numbers.ts'
import { lineageOfPaper } from './carry-over-table.ts'
import { hashesOf } from './carry-over-undo.ts'
import type { SectionHistory } from './edition.ts'
import type { Initiative, Part, Plan, PlanNode, ReformRecord, SectionRef } from './record.ts'
import type { RecordId } from './record-id.ts'

/** What a new thing is called; the ids are fresh, so that nothing that was removed comes back under an old name. */
export type CarriedKind = 'plan' | 'node' | 'initiative' | 'part' | 'indicator'
export type CarriedId = (kind: CarriedKind) => RecordId

/** 新しい期を作る — with what it is made for each old thing: nodes and parts that were copied, targets that became initiatives. */
export type PhaseMade<R extends ReformRecord> = { record: R; made: CarryOverMade }

/**
 * 引継ぎを適用する — the record with the new phase beside the old one, under the same outer plan (decision 0022). Nodes of the old
 * phase are copied, description, goal, sections, marks, parts and indicators go on; reports, actuals, costs, the schedule and the
 * effects stay where they are. Refused with everything that is still to be mended.
 */
export function applyCarryOver<R extends ReformRecord>(
  record: R,
  paper: CarryOver,
  sections: readonly SectionHistory[],
  newId: CarriedId,
): Result<PhaseMade<R>, CarryOverFault[]> {
  const faults = carryOverFaults(record, paper, sections)
  const old = record.plans.find(({ id }) => id === paper.from)
  if (faults.length > 0 || !old) return no(faults)
  return ok(phaseOf(record, paper, old, sections, newId))
}

/** 新しい期の姿 — as the paper says it so far, decided or not: what a preview shows and what applying keeps. */
export function phaseOf<R extends ReformRecord>(
  record: R,
  paper: CarryOver,
  old: Plan,
  sections: readonly SectionHistory[],
  newId: CarriedId,
): PhaseMade<R> {
  const making = new Making(record, paper, old, sections, newId)
  const { plan, nodes, initiatives } = making
  const indicators = indicatorsCarried(record, paper, making, newId)
  const lineage = lineageOfPaper(record, paper, (key) => making.initiativeOf(key))
  const after: R = {
    ...record,
    plans: record.plans.flatMap((one) => (one === old ? [one, plan] : [one])),
    nodes: [...record.nodes, ...nodes],
    initiatives: [...record.initiatives, ...initiatives],
    indicators: [...record.indicators, ...indicators],
    lineage: [...lineageInForce(record), ...lineage],
  }
  const ids = <T extends { id: RecordId }>(all: readonly T[]): RecordId[] => all.map(({ id }) => id)
  const made = { plan: plan.id, nodes: ids(nodes), initiatives: ids(initiatives), indicators: ids(indicators), lineage }
  const replaced = { lineage: openTable(record), sources: [] }
  return { record: after, made: { ...made, replaced, hashes: hashesOf(after, made) } }
}

/** 作るもの — the phase, its nodes and initiatives, and which old thing became which new one. */
class Making {
  readonly plan: Plan
  readonly nodes: PlanNode[]
  readonly initiatives: Initiative[]
  /** of nodes and parts: those that belong to the outer plan are not copied, and stay themselves */
  readonly now = new Map<RecordId, RecordId>()
  private readonly record: ReformRecord
  private readonly paper: CarryOver
  private readonly sections: readonly SectionHistory[]
  private readonly newId: CarriedId
  private readonly byKey = new Map<string, RecordId>()

  constructor(record: ReformRecord, paper: CarryOver, old: Plan, sections: readonly SectionHistory[], newId: CarriedId) {
    this.record = record
    this.paper = paper
    this.sections = sections
    this.newId = newId
    const { title, kind, period } = paper
    // a root has nothing above it: it is the outer plan of the phases that come after it (decision 0022)
    this.plan = { id: newId('plan'), title, kind, parent: old.parent ?? old.id, period, goal: null, levels: old.levels, predecessors: [] }
    this.now.set(old.id, this.plan.id)
    this.nodes = this.copiedNodes(old)
    this.initiatives = inTreeOrder(record, paper.targets).map((target) => this.initiativeFor(target))
  }

  initiativeOf(key: string): RecordId | null {
    return this.byKey.get(key) ?? null
  }

  /** Those in which something of the new phase stands, with all above them; in the order of the tree, so that parents come first. */
  private copiedNodes(old: Plan): PlanNode[] {
    const known = new Map(this.record.nodes.map((node) => [node.id, node]))
    const used = new Set<RecordId>()
    for (const { under } of this.paper.targets)
      for (let at = under; at !== null && !used.has(at); at = known.get(at)?.parent ?? null) used.add(at)
    const isOld = ({ plan }: PlanNode): boolean => plan === old.id || (plan === null && old.parent === null)
    return nodesInOrder(this.record).flatMap((id) => {
      const node = known.get(id)
      if (!node || !used.has(id) || !isOld(node)) return []
      const copy = {
        ...node,
        id: this.newId('node'),
        plan: this.plan.id,
        parent: node.parent && (this.now.get(node.parent) ?? node.parent),
      }
      this.now.set(id, copy.id)
      return [copy]
    })
  }

  private initiativeFor(target: CarryOverTarget): Initiative {
    const origins = originsOf(this.paper, target.key).flatMap(
      ({ initiative }) => this.record.initiatives.find(({ id }) => id === initiative) ?? [],
    )
    const id = this.newId('initiative')
    this.byKey.set(target.key, id)
    return {
      id,
      plan: this.plan.id,
      node: target.under && (this.now.get(target.under) ?? target.under),
      number: target.number,
      title: target.title.trim(),
      description: together(origins, ({ description }) => description),
      goal: together(origins, ({ goal }) => goal),
      sections: sectionRefs(target.sections, origins),
      marks: marksOf(origins),
      published: unique(origins.flatMap(({ published }) => published)),
      // a part goes on once, with the first of the initiatives into which its own was divided
      parts: origins.filter((it) => this.isFirst(it, target)).flatMap(({ parts }) => parts.map((part) => this.partOf(part))),
      reports: [],
      evaluations: [],
      costs: [],
    }
  }

  /** Of a 分割 the first new one goes on with the parts and the indicators: a yardstick in two places would be counted twice. */
  isFirst(it: Initiative, { key }: CarryOverTarget): boolean {
    return this.paper.rows.find(({ initiative }) => initiative === it.id)?.to[0] === key
  }

  private partOf(part: Part): Part {
    const id = this.newId('part')
    this.now.set(part.id, id)
    const activities = part.activities.map(({ name }) => ({ name, schedule: [] }))
    return { ...part, id, sections: this.onFirstDay(part.sections), activities }
  }

  /** Parts are not decided on the paper: a section that has ended is followed by those that answer for it. */
  private onFirstDay(refs: readonly SectionRef[]): SectionRef[] {
    const day = firstDayOf(this.paper)
    return refs.flatMap((ref) => {
      const now = day === null ? [] : successorsOn(this.sections, ref.name, day)
      if (now.length === 0 || now.some((name) => foldTight(name) === foldTight(ref.name))) return [ref]
      return now.map((name) => ({ ...ref, name, office: null }))
    })
  }
}

/** One origin speaks as it did; of several each that says something else is named. */
function together(origins: readonly Initiative[], say: (it: Initiative) => string | null): string | null {
  const said = origins.flatMap((it) => (say(it) === null ? [] : [{ title: it.title, text: say(it) as string }]))
  const texts = new Set(said.map(({ text }) => text))
  if (texts.size <= 1) return said[0]?.text ?? null
  return said.map(({ title, text }) => `【${title}】${text}`).join('\n')
}

/** A section that an origin names keeps its office and its role. */
function sectionRefs(names: readonly string[], origins: readonly Initiative[]): SectionRef[] {
  const known = origins.flatMap(({ sections }) => sections)
  return names.map((name) => known.find((ref) => foldTight(ref.name) === foldTight(name)) ?? { name, office: null, role: null })
}

function marksOf(origins: readonly Initiative[]): Initiative['marks'] {
  const found = new Map<string, Initiative['marks'][number]>()
  for (const mark of origins.flatMap(({ marks }) => marks)) {
    const key = `${mark.scheme}\n${mark.name}`
    const before = found.get(key)
    found.set(key, before?.on ? before : mark)
  }
  return [...found.values()]
}

const unique = <T>(all: readonly T[]): T[] => [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
