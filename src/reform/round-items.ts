import { foldTight } from '../vocabulary/folding.ts'
import type { Initiative, ReformRecord } from './record.ts'
import type { RecordId } from './record-id.ts'

/** 照会の対象 — who is asked about what. */
export type AskedItem = { initiative: RecordId; parts: RecordId[]; section: string | null }

/** What it is decided from: a record, or as much of it. */
export type AskedOf = Pick<ReformRecord, 'plans' | 'initiatives' | 'lineage'>

/**
 * 誰が何を報告するか — one item for an initiative and its section; where parts have sections of their own, one for each section
 * with the parts that are its (「デジタルファースト推進事業」 has four parts with a section each). Related sections are not asked;
 * an initiative without a section becomes an item without an owner, so that nobody is forgotten. What a transition table ended
 * (廃止, or 継続 under another name) is not asked again; the office may add it to a round.
 */
export function itemsAsked(record: AskedOf, plans: ReadonlySet<string>): AskedItem[] {
  const ended = endedBy(record)
  return record.initiatives.filter((it) => (it.plan === null || plans.has(it.plan)) && !ended(it)).flatMap(askedOf)
}

/** 終わった取組か — it stands on the old side of a line of the 取組み整理表 and not on its new side; lines name titles where they know no id. */
export function endedBy({ lineage }: Pick<AskedOf, 'lineage'>): (it: Pick<Initiative, 'id' | 'title'>) => boolean {
  const sides = lineage.map(({ from, to }) => ({ from: namesOf(from), to: namesOf(to) }))
  return ({ id, title }) => {
    const named = (names: ReadonlySet<string>): boolean => names.has(id) || names.has(foldTight(title))
    return sides.some(({ from, to }) => named(from) && !named(to))
  }
}
const namesOf = (ends: ReformRecord['lineage'][number]['from']): ReadonlySet<string> =>
  new Set(ends.flatMap(({ title, initiative }) => (initiative === null ? [foldTight(title)] : [initiative, foldTight(title)])))

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
