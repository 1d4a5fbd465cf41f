import type { Day } from '../vocabulary/calendar-day.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { SectionHistory } from './edition.ts'

const isValid = ({ from, to }: SectionHistory, day: Day): boolean => (from === null || from <= day) && (to === null || day < to)

/** What a list of sections has answered: it is asked for hundreds of people and initiatives, and its answers go with it. */
type Known = { named: Map<string, SectionHistory[]>; answering: Map<string, string[]>; chains: Map<string, string[]> }
const remembered = new WeakMap<readonly SectionHistory[], Known>()
function knownOf(sections: readonly SectionHistory[]): Known {
  const of = remembered.get(sections) ?? {
    named: Map.groupBy(sections, ({ name }) => foldTight(name)),
    answering: new Map(),
    chains: new Map(),
  }
  remembered.set(sections, of)
  return of
}
const named = (sections: readonly SectionHistory[], key: string): readonly SectionHistory[] => knownOf(sections).named.get(key) ?? []

function once(answers: Map<string, string[]>, key: string, find: () => string[]): string[] {
  const answer = answers.get(key) ?? find()
  answers.set(key, answer)
  return answer
}

/** 所属に登録のある名か — on whatever day: a section that has ended is registered, a slip of the pen is not. */
export const isRegistered = (sections: readonly SectionHistory[], name: string): boolean => named(sections, foldTight(name)).length > 0

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
  const { answering, chains } = knownOf(sections)
  const mine = once(answering, `${day} ${assigned}`, () => sectionOn(sections, assigned, day).map(foldTight))
  const asks = once(chains, `${day} ${asked}`, () =>
    sectionOn(sections, asked, day).flatMap((name) => [name, ...above(sections, name, day)].map(foldTight)),
  )
  return asks.some((one) => mine.includes(one))
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
