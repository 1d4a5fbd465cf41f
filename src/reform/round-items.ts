import { foldTight } from '../vocabulary/folding.ts'
import type { Initiative, Part, ReformRecord } from './record.ts'
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
  return record.initiatives.filter((it) => (it.plan === null || plans.has(it.plan)) && !ended(it)).flatMap(itemsOf)
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

const owners = (sections: Initiative['sections']): string[] => {
  const asked = sections.filter(({ role }) => role !== 'related')
  const lead = asked.filter(({ role }) => role === 'lead' || role === 'coordinator')
  return (lead.length > 0 ? lead : asked).map(({ name }) => name)
}

/**
 * 指標を答える課か — an indicator of the whole initiative is asked of one section only (the coordinator, else the first lead), or
 * two answers would overwrite one another. Whoever else was given the item by the office is asked too: somebody must be.
 */
export function answersIndicators(it: Initiative, section: string | null): boolean {
  const all = itemsOf(it).flatMap((item) => (item.section === null ? [] : [foldTight(item.section)]))
  const coordinator = foldTight(it.sections.find(({ role }) => role === 'coordinator')?.name ?? '')
  const lead = all.includes(coordinator) ? coordinator : all[0]
  return section === null || foldTight(section) === lead || !all.includes(foldTight(section))
}

function itemsOf(it: Initiative): AskedItem[] {
  const ofParts = it.parts.filter((part) => owners(part.sections).length > 0)
  if (ofParts.length === 0) {
    const sections = owners(it.sections)
    return (sections.length > 0 ? sections : [null]).map((section) => ({ initiative: it.id, parts: [], section }))
  }
  const bySection = new Map<string, Part[]>()
  for (const part of it.parts) {
    const own = owners(part.sections)
    for (const section of own.length > 0 ? own : owners(it.sections)) bySection.set(section, [...(bySection.get(section) ?? []), part])
  }
  return [...bySection].map(([section, parts]) => ({ initiative: it.id, parts: parts.map(({ id }) => id), section }))
}
