import type { Day } from '../vocabulary/calendar-day.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { type Assignment, assignmentsOn, type Person, type Role } from './account.ts'
import type { SectionHistory } from './edition.ts'
import { sectionsOn } from './section-rules.ts'
import { covers } from './section-scope.ts'

/** 異動の扱い — what becomes of an assignment on the day of the handover: 残る, 終わる, 引き継ぐ, 所属が変わる. */
export type Fate = { kind: 'stays' } | { kind: 'ends' } | { kind: 'passes'; to: string } | { kind: 'moves'; section: string }
/** 引継ぎの一行 — an assignment that holds when the day comes, known by who holds it and since when. */
export type HandoverLine = { key: string; login: string; name: string; assignment: Assignment }
export type HandoverFault =
  | { kind: 'line-not-there'; key: string }
  | { kind: 'taker-not-there'; login: string; name: string; to: string }
  | { kind: 'taker-is-giver'; login: string; name: string }
  | { kind: 'section-not-there'; login: string; name: string; section: string }
/** 空く席 — a section that would have nobody in a role. */
export type Unfilled = { section: string; missing: Role[] }

export const lineKey = (login: string, { role, section, from }: Assignment): string => JSON.stringify([login, role, section, from])

/** 引継ぎの表 — every assignment of an account in use that reaches into the day and began before it. */
export const handoverLines = (people: readonly Person[], day: Day): HandoverLine[] =>
  people
    .filter(({ disabled }) => !disabled)
    .flatMap(({ login, name, ...person }) =>
      assignmentsOn({ login, name, ...person }, day)
        .filter(({ from }) => from < day)
        .map((assignment) => ({ key: lineKey(login, assignment), login, name, assignment })),
    )

/** 異動を反映する — the people who change, as they will be; nothing of them where one line cannot be carried out. */
export function handOver(
  people: readonly Person[],
  sections: readonly SectionHistory[],
  day: Day,
  fates: ReadonlyMap<string, Fate>,
): Result<Person[], HandoverFault[]> {
  const lines = new Map(handoverLines(people, day).map((line) => [line.key, line]))
  const asked = [...fates].filter(([, { kind }]) => kind !== 'stays')
  const faults = asked.flatMap(([key, fate]) => faultsOf(key, fate, lines.get(key), people, sections, day))
  if (faults.length > 0) return no(faults)
  const after = new Map(people.map((person) => [person.login, person]))
  for (const [key, fate] of asked) {
    const { login, assignment } = lines.get(key) as HandoverLine
    change(after, login, (all) => all.map((one) => (lineKey(login, one) === key ? { ...one, to: day } : one)))
    const begun = { ...assignment, from: day }
    if (fate.kind === 'passes') change(after, fate.to, (all) => withNew(all, begun))
    if (fate.kind === 'moves') change(after, login, (all) => withNew(all, { ...begun, section: fate.section }))
  }
  return ok([...after.values()].filter((person) => !people.includes(person)))
}

function change(people: Map<string, Person>, login: string, how: (all: Assignment[]) => Assignment[]): void {
  const person = people.get(login) as Person
  people.set(login, { ...person, assignments: how(person.assignments) })
}

/** Two who give the same to one person give it once. */
const withNew = (all: Assignment[], begun: Assignment): Assignment[] =>
  assignmentsOn({ assignments: all } as Person, begun.from).some(({ role, section }) => role === begun.role && section === begun.section)
    ? all
    : [...all, begun]

function faultsOf(
  key: string,
  fate: Fate,
  line: HandoverLine | undefined,
  people: readonly Person[],
  sections: readonly SectionHistory[],
  day: Day,
): HandoverFault[] {
  if (!line) return [{ kind: 'line-not-there', key }]
  const { login, name } = line
  if (fate.kind === 'passes' && fate.to === login) return [{ kind: 'taker-is-giver', login, name }]
  if (fate.kind === 'passes' && !people.some((one) => one.login === fate.to && !one.disabled))
    return [{ kind: 'taker-not-there', login, name, to: fate.to }]
  if (fate.kind === 'moves' && !sectionsOn(sections, day).some((one) => one.name === fate.section))
    return [{ kind: 'section-not-there', login, name, section: fate.section }]
  return []
}

/** 空く席 — sections of that day without anybody who reports or approves for them; a 部 needs its 部長 only. */
export function unfilledOn(people: readonly Person[], sections: readonly SectionHistory[], day: Day): Unfilled[] {
  const there = sectionsOn(sections, day)
  const held = people.filter(({ disabled }) => !disabled).flatMap((person) => assignmentsOn(person, day))
  const has = (role: Role, name: string): boolean =>
    held.some((one) => one.role === role && one.section !== null && covers(sections, one.section, name, day))
  return there.flatMap(({ name }) => {
    const isDepartment = there.some((below) => below.parent === name)
    const needed: Role[] = isDepartment ? ['departmentHead'] : ['reporter', 'sectionHead']
    const missing = needed.filter((role) => !has(role, name))
    return missing.length > 0 ? [{ section: name, missing }] : []
  })
}
