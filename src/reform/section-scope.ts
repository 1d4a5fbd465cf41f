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
    // a name that was borne twice goes where it went the last time, or two names could hand over to one another for ever
    const last = known.reduce<SectionHistory | null>((late, one) => (hasEnded(one, day) && (late?.to ?? '') < one.to ? one : late), null)
    const successors = last?.successors ?? []
    if (valid || successors.length === 0) found.add(valid?.name ?? known[0]?.name ?? one)
    else for (const next of successors) follow(next)
  }
  follow(name)
  return [...found]
}
const hasEnded = (section: SectionHistory, day: Day): section is SectionHistory & { to: string } => section.to !== null && section.to <= day

/**
 * 当時の所属の今 — who answers on a day for the section that bore a name on an earlier one: a name may have been borne again by
 * another section since. A name that was not borne then is asked as it is.
 */
export function sectionSince(sections: readonly SectionHistory[], name: string, since: Day, day: Day): string[] {
  const found = new Set<string>()
  const seen = new Set<SectionHistory>()
  const follow = (one: string, at: Day): void => {
    const row = named(sections, foldTight(one)).find((section) => isValid(section, at))
    if (row && seen.has(row)) return
    if (row) seen.add(row)
    if (!row) for (const today of sectionOn(sections, one, day)) found.add(today)
    else if (!hasEnded(row, day)) found.add(row.name)
    else {
      // moved to another 部: the same section goes on under its name
      const goesOn = named(sections, foldTight(one)).some(({ from }) => from === row.to) && row.successors.length === 0
      if (!goesOn && row.successors.length === 0) found.add(row.name)
      for (const next of goesOn ? [one] : row.successors) follow(next, row.to as Day)
    }
  }
  follow(name, since)
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

/** 上位の所属 — 部, 局: from the nearest up, each as it is called on the day; a circle in the data ends it. */
export function above(sections: readonly SectionHistory[], name: string, day: Day): string[] {
  const chain: string[] = []
  const climb = (at: string): void => {
    const known = named(sections, foldTight(at))
    const valid = known.filter((section) => isValid(section, day))
    // A document that names a section and not its 部 makes a second row beside the one that knows it.
    const parent = [...valid, ...(valid.length === 0 ? known : [])].find((section) => section.parent)?.parent ?? null
    if (parent === null) return
    for (const one of sectionOn(sections, parent, day)) {
      if (chain.includes(one) || one === name) continue
      chain.push(one)
      climb(one)
    }
  }
  climb(name)
  return chain
}
