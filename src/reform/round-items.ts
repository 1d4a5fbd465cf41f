import { foldTight } from '../vocabulary/folding.ts'
import type { Initiative, Lineage, ReformRecord } from './record.ts'
import type { RecordId } from './record-id.ts'

/** 照会の対象 — who is asked about what. */
export type AskedItem = { initiative: RecordId; parts: RecordId[]; section: string | null }

/** What it is decided from: a record, or as much of it. */
export type AskedOf = Pick<ReformRecord, 'plans' | 'initiatives' | 'lineage'>

/**
 * 誰が何を報告するか — one item for an initiative and its section; where parts have sections of their own, one for each section
 * with the parts that are its (「デジタルファースト推進事業」 has four parts with a section each). Related sections are not asked;
 * an initiative without a section becomes an item without an owner, so that nobody is forgotten. What a transition table ended
 * (廃止, or 継続 under another name) is not asked again; the office may add it to a round. Between two phases of a plan the year
 * decides: until the new phase begins the old one is asked, from then on the new one, and each thing once.
 */
export function itemsAsked(record: AskedOf, plans: ReadonlySet<string>, fiscalYear: number | null = null): AskedItem[] {
  const { ended, begun } = runningIn(record, plans, fiscalYear)
  return record.initiatives.filter((it) => (it.plan === null || plans.has(it.plan)) && !ended(it) && begun(it)).flatMap(askedOf)
}

type Asking = Pick<Initiative, 'id' | 'title'>

/** 終わった取組か — it stands on the old side of a line of the 取組み整理表 and not on its new side; an end names its initiative, or its title where it knows none. */
export function endedBy({ lineage }: Pick<AskedOf, 'lineage'>): (it: Asking) => boolean {
  const sides = lineage.map(({ from, to }) => ({ from: namesOf(from), to: namesOf(to) }))
  return ({ id, title }) => {
    const names = [id as string, foldTight(title)]
    const named = (side: ReadonlySet<string>): boolean => names.some((name) => side.has(name))
    return sides.some(({ from, to }) => named(from) && !named(to))
  }
}
const namesOf = (ends: Lineage['from']): ReadonlySet<string> => new Set(ends.map(({ title, initiative }) => initiative ?? foldTight(title)))

/**
 * その年度に動いているか — for a round over some plans and one year: what has ended, and what has begun. A line between two phases
 * counts only where the round asks about the new one and the year has reached it.
 */
export function runningIn(
  record: AskedOf,
  plans: ReadonlySet<string>,
  fiscalYear: number | null,
): { ended: (it: Asking) => boolean; begun: (it: Pick<Initiative, 'plan'>) => boolean } {
  const root = record.plans.find(({ parent }) => parent === null)?.id ?? null
  const planOf = new Map(record.initiatives.map(({ id, plan }) => [id, plan ?? root]))
  const next = phasesIn(record.lineage, planOf)
  const isBefore = (phase: RecordId): boolean => {
    const from = record.plans.find(({ id }) => id === phase)?.period?.from
    return fiscalYear !== null && from !== undefined && fiscalYear < from
  }
  const isWaiting = (old: RecordId | null): boolean => {
    const phase = old === null ? undefined : next.get(old)
    return phase !== undefined && (!plans.has(phase) || isBefore(phase))
  }
  const waits = ({ from }: Lineage): boolean =>
    from.some(({ initiative }) => initiative !== null && isWaiting(planOf.get(initiative) ?? null))
  const early = new Set([...next].filter(([old, phase]) => plans.has(old) && isBefore(phase)).map(([, phase]) => phase))
  return {
    ended: endedBy({ lineage: record.lineage.filter((line) => !waits(line)) }),
    begun: ({ plan }) => plan === null || !early.has(plan),
  }
}

/** 期の移り変わり — the plan in which the initiatives of another one go on. */
function phasesIn(lineage: readonly Lineage[], planOf: ReadonlyMap<RecordId, RecordId | null>): Map<RecordId, RecordId> {
  const found = new Map<RecordId, RecordId>()
  const plansOf = (ends: Lineage['from']): RecordId[] =>
    ends.flatMap(({ initiative }) => (initiative === null ? [] : (planOf.get(initiative) ?? [])))
  for (const { from, to } of lineage)
    for (const old of plansOf(from)) for (const phase of plansOf(to)) if (old !== phase) found.set(old, phase)
  return found
}

/** The plan with all the plans in it. */
export function plansWithin(record: Pick<AskedOf, 'plans'>, plan: RecordId): ReadonlySet<string> {
  const within = new Set<string>([plan])
  for (let size = 0; size !== within.size; ) {
    size = within.size
    for (const { id, parent } of record.plans) if (parent !== null && within.has(parent)) within.add(id)
  }
  return within
}

/** Whoever is asked, each section once, however its name is spaced («D X 推進課»). */
const owners = (sections: Initiative['sections']): string[] => {
  const asked = sections.filter(({ role }) => role !== 'related')
  const lead = asked.filter(({ role }) => role === 'lead' || role === 'coordinator')
  const names = (lead.length > 0 ? lead : asked).map(({ name }) => name)
  return [...new Map(names.toReversed().map((name) => [foldTight(name), name])).values()].toReversed()
}

/**
 * 指標を答える課か — an indicator is asked of one section only, or two answers would overwrite one another: one of the whole
 * initiative, or of a part, of the coordinator, else of the first that is asked. Whoever else was given the item by the office is
 * asked too: somebody must be.
 */
export function answersIndicators(it: Initiative, section: string | null, part: RecordId | null = null): boolean {
  const named = it.parts.find(({ id }) => id === part)?.sections ?? []
  const own = owners(named)
  const items = askedOf(it).flatMap((item) => item.section ?? [])
  const all = (own.length > 0 ? own : items).map(foldTight)
  const coordinator = foldTight([...named, ...it.sections].find(({ role }) => role === 'coordinator')?.name ?? '')
  const lead = all.includes(coordinator) ? coordinator : all[0]
  return section === null || foldTight(section) === lead || !all.includes(foldTight(section))
}

/** 一つの取組で誰に尋ねるか */
export function askedOf(it: Initiative): AskedItem[] {
  const ofParts = it.parts.filter((part) => owners(part.sections).length > 0)
  const own = owners(it.sections)
  const whole = own.length > 0 ? own : [null]
  if (ofParts.length === 0) return whole.map((section) => ({ initiative: it.id, parts: [], section }))
  const bySection = new Map<string | null, AskedItem>()
  for (const part of it.parts) {
    const named = owners(part.sections)
    for (const section of named.length > 0 ? named : whole) {
      const key = section === null ? null : foldTight(section)
      const item = bySection.get(key) ?? { initiative: it.id, parts: [], section }
      bySection.set(key, { ...item, parts: [...item.parts, part.id] })
    }
  }
  return [...bySection.values()]
}
