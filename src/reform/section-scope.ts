import type { Day } from '../vocabulary/calendar-day.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { SectionHistory } from './edition.ts'

const isValid = ({ from, to }: SectionHistory, day: Day): boolean => (from === null || from <= day) && (to === null || day < to)

/** A list of sections is asked for hundreds of people and initiatives: it is put in order once, and the order goes with the list. */
const orders = new WeakMap<readonly SectionHistory[], Map<string, SectionHistory[]>>()
function named(sections: readonly SectionHistory[], key: string): readonly SectionHistory[] {
  const order = orders.get(sections) ?? Map.groupBy(sections, ({ name }) => foldTight(name))
  orders.set(sections, order)
  return order.get(key) ?? []
}

/** その日の名 — what answers for a section on a day: itself while it exists, afterwards its successors, however often. */
export function sectionOn(sections: readonly SectionHistory[], name: string, day: Day): string[] {
  const found = new Set<string>()
  const seen = new Set<string>()
  const follow = (one: string): void => {
    const key = foldTight(one)
    if (seen.has(key)) return
    seen.add(key)
    const known = named(sections, key)
    const valid = known.find((section) => isValid(section, day))
    const successors = known.flatMap((section) => (section.to !== null && section.to <= day ? section.successors : []))
    if (valid || successors.length === 0) found.add(valid?.name ?? known[0]?.name ?? one)
    else for (const next of successors) follow(next)
  }
  follow(name)
  return [...found]
}

/**
 * 所管の範囲 — does somebody who was assigned to a section answer, on this day, for another one: for itself, for what followed
 * either of them through a reorganisation, and for the sections below (部の職員は課も).
 */
export function covers(sections: readonly SectionHistory[], assigned: string, asked: string, day: Day): boolean {
  const mine = new Set(sectionOn(sections, assigned, day).map(foldTight))
  return sectionOn(sections, asked, day).some((name) => [name, ...above(sections, name, day)].some((one) => mine.has(foldTight(one))))
}

/** 上位の所属 — 部, 局: from the nearest up; a circle in the data ends it. */
export function above(sections: readonly SectionHistory[], name: string, day: Day): string[] {
  const chain: string[] = []
  let at: string | null = name
  while (at !== null) {
    const named = sections.filter((section) => foldTight(section.name) === foldTight(at as string))
    const valid = named.filter((section) => isValid(section, day))
    // A document that names a section and not its 部 makes a second row beside the one that knows it.
    const parent: string | null = [...valid, ...(valid.length === 0 ? named : [])].find((section) => section.parent)?.parent ?? null
    if (parent === null || chain.includes(parent) || parent === name) return chain
    chain.push(parent)
    at = parent
  }
  return chain
}
