import { addDays } from '../vocabulary/calendar-day.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { SectionHistory } from './edition.ts'
import type { Initiative, ReformRecord, SectionRef } from './record.ts'
import type { PlanFamilyId, RecordId } from './record-id.ts'
import type { Reorganisation } from './reorganisation.ts'
import { hasSection, nameOn, sameSection, successorsProposed, touchedBy } from './reorganise.ts'
import type { RoundItem } from './round.ts'

type Chosen = Pick<Reorganisation, 'effective' | 'changes' | 'choices'>
type Sections = readonly SectionHistory[]

/** 前日の名 — a plan may name a section that ended long ago: what concerns whoever answers for it concerns the initiative. */
export const nameBefore = ({ effective }: Pick<Reorganisation, 'effective'>, sections: Sections, name: string): string =>
  nameOn(sections, name, addDays(effective, -1))

/** 選ばれた後継 — what was chosen for an initiative, else the one that is proposed; empty: the plan keeps the former name. */
export function successorsChosen(said: Chosen, sections: Sections, family: PlanFamilyId, initiative: RecordId, from: string): string[] {
  const { possible, proposed } = successorsProposed(said, nameBefore(said, sections, from))
  const choice = said.choices.find((one) => one.family === family && one.initiative === initiative && sameSection(one.from, from))
  // a choice of a draft that was mended since may name what no longer follows
  return choice ? choice.to.filter((name) => hasSection(possible, name)) : proposed
}

/** 所管を移した計画 — every initiative and part names whoever was chosen; what is not concerned stays the same object. */
export function withSuccessors(record: ReformRecord, family: PlanFamilyId, said: Chosen, sections: Sections): ReformRecord {
  const touched = touchedBy(said)
  const isTouched = (name: string): boolean => hasSection(touched, nameBefore(said, sections, name))
  const follow = (it: Initiative, refs: SectionRef[]): SectionRef[] => {
    if (!refs.some(({ name }) => isTouched(name))) return refs
    const after = refs.flatMap((ref) => {
      if (!isTouched(ref.name)) return [ref]
      const to = successorsChosen(said, sections, family, it.id, ref.name)
      return to.length === 0 ? [ref] : to.map((name) => ({ ...ref, name }))
    })
    return [...new Map(after.toReversed().map((ref) => [foldTight(ref.name), ref])).values()].toReversed()
  }
  const initiatives = record.initiatives.map((it) => {
    const named = follow(it, it.sections)
    const parts = it.parts.map((part) => {
      const own = follow(it, part.sections)
      return own === part.sections ? part : { ...part, sections: own }
    })
    return named === it.sections && parts.every((part, nth) => part === it.parts[nth]) ? it : { ...it, sections: named, parts }
  })
  return initiatives.every((it, nth) => it === record.initiatives[nth]) ? record : { ...record, initiatives }
}

/** in the hands of the section: what was submitted keeps the name under which it was reported */
const WITH_THE_SECTION: ReadonlySet<RoundItem['state']> = new Set(['notStarted', 'drafting', 'returned'])
/** 課の手元にある票か — only these may be given to another section. */
export const isWithTheSection = (state: RoundItem['state']): boolean => WITH_THE_SECTION.has(state)

/** 移す票 — where an item of an open round goes; null: it stays where it is. */
export function itemMovesTo(said: Chosen, sections: Sections, family: PlanFamilyId, item: RoundItem): string | null {
  const { section } = item
  if (section === null || !WITH_THE_SECTION.has(item.state) || !hasSection(touchedBy(said), nameBefore(said, sections, section)))
    return null
  const to = successorsChosen(said, sections, family, item.initiative, section)
  return to.length === 1 ? (to[0] as string) : null
}

export type ItemsMoved = { saved: RoundItem[]; removed: RoundItem[] }

/**
 * 照会の票を移す — two items of one initiative that come to one section become one, where nobody has begun one of them; two that were
 * both begun stay two, so that no text is lost.
 */
export function itemsMoved(said: Chosen, sections: Sections, family: PlanFamilyId, items: readonly RoundItem[]): ItemsMoved {
  const moved = new Map<RoundItem, RoundItem>()
  for (const item of items) {
    const section = itemMovesTo(said, sections, family, item)
    if (section !== null) moved.set(item, { ...item, section })
  }
  const removed = new Set<RoundItem>()
  const now = items.map((item) => moved.get(item) ?? item)
  const isUnbegun = ({ state, version }: RoundItem): boolean => state === 'notStarted' && version === 0
  for (const [, twins] of Map.groupBy(now, ({ initiative, section }) => JSON.stringify([initiative, foldTight(section ?? '')]))) {
    const open = twins.filter(({ state }) => WITH_THE_SECTION.has(state))
    if (open.length < 2 || !open.some((one) => [...moved.values()].includes(one))) continue
    const kept = open.find((one) => !isUnbegun(one)) ?? (open[0] as RoundItem)
    const gone = open.filter((one) => one !== kept && isUnbegun(one))
    if (gone.length === 0) continue
    const every = [kept, ...gone]
    const parts = every.some((one) => one.parts.length === 0) ? [] : [...new Set(every.flatMap((one) => one.parts))]
    const original = items[now.indexOf(kept)] as RoundItem
    moved.set(original, { ...kept, parts })
    for (const one of gone) removed.add(items[now.indexOf(one)] as RoundItem)
  }
  return { saved: [...moved].filter(([was]) => !removed.has(was)).map(([, is]) => is), removed: [...removed] }
}
