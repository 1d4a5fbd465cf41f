import type { Person } from '../reform/account.ts'
import { assignmentsOn } from '../reform/account.ts'
import type { SectionHistory } from '../reform/edition.ts'
import type { ReformRecord } from '../reform/record.ts'
import { nameOn, sameSection } from '../reform/reorganise.ts'
import type { RoundItem } from '../reform/round.ts'
import { above, isRegistered, sectionOn } from '../reform/section-scope.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import { foldTight } from '../vocabulary/folding.ts'

/** 照会を始める前の見込み — how many items for whom, and what would go to nobody. */
export type RoundPreview = {
  count: number
  imported: number
  toReport: number
  /** `today`: who answers on the first day, where several followed; `formerly`: the names by which the plan calls it */
  sections: { section: string; today: string[]; formerly: string[]; count: number; imported: number; reporters: string[] }[]
  withoutOwner: { number: string | null; title: string }[]
  withoutReporter: number
  /** names that no section in the register has ever borne: a slip in the plan, or a section still to be registered */
  unregistered: string[]
}
type Previewed = {
  record: Pick<ReformRecord, 'initiatives'>
  items: readonly RoundItem[]
  people: readonly Person[]
  sections: readonly SectionHistory[]
  day: Day
}

export function roundPreview({ record, items, people, sections, day }: Previewed): RoundPreview {
  const named = namedIn(record)
  const reportersOf = reportersBySection(people, sections, day)
  const formerly = (section: string): string[] =>
    named.filter((name) => !sameSection(name, section) && sameSection(nameOn(sections, name, day), section))
  const lines = [...Map.groupBy(items, ({ section }) => section)].flatMap(([section, own]) => {
    if (section === null) return []
    const imported = own.filter((item) => item.imported).length
    return [
      {
        section,
        today: sectionOn(sections, section, day),
        formerly: formerly(section),
        count: own.length,
        imported,
        reporters: reportersOf(section),
      },
    ]
  })
  const imported = items.filter((item) => item.imported).length
  return {
    count: items.length,
    imported,
    toReport: items.length - imported,
    sections: lines,
    withoutOwner: items.filter(({ section }) => section === null).map(({ sheet }) => ({ number: sheet.number, title: sheet.title })),
    // a role cannot be given for a section that is not registered: that one needs another remedy
    withoutReporter: lines.filter(
      (line) => isRegistered(sections, line.section) && line.reporters.length === 0 && line.count > line.imported,
    ).length,
    unregistered: lines.map(({ section }) => section).filter((section) => !isRegistered(sections, section)),
  }
}

const namedIn = ({ initiatives }: Previewed['record']): string[] => [
  ...new Set(initiatives.flatMap((it) => [it.sections, ...it.parts.map((part) => part.sections)].flat()).map(({ name }) => name)),
]

/** Who answers for a section on the day: as `covers` has it, with every assignment looked up once. */
function reportersBySection(people: readonly Person[], sections: readonly SectionHistory[], day: Day): (section: string) => string[] {
  const byName = new Map<string, Set<string>>()
  for (const person of people.filter(({ disabled }) => !disabled))
    for (const { role, section } of assignmentsOn(person, day))
      if (role === 'reporter' && section !== null)
        for (const name of sectionOn(sections, section, day).map(foldTight))
          byName.set(name, (byName.get(name) ?? new Set()).add(person.name))
  return (section) => [
    ...new Set(
      sectionOn(sections, section, day)
        .flatMap((name) => [name, ...above(sections, name, day)])
        .flatMap((name) => [...(byName.get(foldTight(name)) ?? [])]),
    ),
  ]
}
