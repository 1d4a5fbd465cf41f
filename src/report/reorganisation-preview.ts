import { assignmentsOn, type Person, type Role } from '../reform/account.ts'
import type { SectionHistory } from '../reform/edition.ts'
import type { PlanFamilyId, RecordId } from '../reform/record-id.ts'
import type { Reorganisation, SectionChange } from '../reform/reorganisation.ts'
import { type ReorganisationFault, reorganisationFaults } from '../reform/reorganisation-faults.ts'
import { type ChangeEffect, effectOf, ends, hasSection, successorsProposed, touchedBy, withReorganisation } from '../reform/reorganise.ts'
import type { ReportState } from '../reform/report-state.ts'
import type { Round, RoundId, RoundItem, RoundItemId } from '../reform/round.ts'
import { sectionOn } from '../reform/section-scope.ts'
import { isWithTheSection, itemMovesTo, itemsMoved, nameBefore, successorsChosen } from '../reform/successor-choice.ts'
import { type Day, fiscalYearOfDay } from '../vocabulary/calendar-day.ts'

/** 影響を受ける取組 — one line for an initiative and a section that it names, itself or in its parts. */
export type TouchedInitiative = {
  family: PlanFamilyId
  plan: string
  initiative: RecordId
  number: string | null
  title: string
  /** titles of the parts that name the section; empty where the initiative itself does */
  parts: string[]
  /** as the plan calls it, and as it is called on the day before */
  from: string
  before: string
  /** whether the section ends, or only gives away work */
  ended: boolean
  possible: string[]
  chosen: string[]
}
export type TouchedReport = {
  family: PlanFamilyId
  initiative: RecordId
  number: string | null
  title: string
  section: string
  after: string[]
}
export type TouchedItem = {
  id: RoundItemId
  round: RoundId
  number: string | null
  title: string
  section: string
  state: ReportState
  /** the section that has it afterwards; null: it stays under its name, and whoever follows answers for it */
  to: string | null
  after: string[]
  /** it goes into the item of the other section that became the same */
  joined: boolean
}
export type TouchedRound = { id: RoundId; title: string; items: number; moved: number }
export type TouchedAssignment = { login: string; name: string; role: Role; section: string; after: string[] }

/** 組織改正の見込み — what applying it would do, and what it would touch; every count is that of a list. */
export type ReorganisationPreview = {
  faults: ReorganisationFault[]
  changes: { change: SectionChange; effect: ChangeEffect }[]
  fiscalYear: number
  initiatives: TouchedInitiative[]
  /** an ended section's initiatives for which nobody is chosen */
  unchosen: TouchedInitiative[]
  reports: TouchedReport[]
  items: TouchedItem[]
  /** in the hands of a section that several follow, and nobody has chosen among them */
  undecidedItems: TouchedItem[]
  rounds: TouchedRound[]
  assignments: TouchedAssignment[]
}

export type ReorganisationTouches = {
  sections: readonly SectionHistory[]
  said: Reorganisation
  responsibilities: readonly {
    family: PlanFamilyId
    plan: string
    initiative: RecordId
    number: string | null
    title: string
    part: string | null
    section: string
  }[]
  reported: readonly { family: PlanFamilyId; initiative: RecordId; number: string | null; title: string; section: string }[]
  rounds: readonly Round[]
  items: readonly RoundItem[]
  people: readonly Person[]
}

/** 今年度の報告 — of the year that ends with the day before: a reorganisation of April meets the reports of the year behind it. */
export const reportsConcerned = (effective: Day): number => fiscalYearOfDay(effective) - 1

export function reorganisationPreview(said: ReorganisationTouches): ReorganisationPreview {
  const { sections, said: it } = said
  const touched = touchedBy(it)
  const after = withReorganisation(sections, it)
  const follows = (section: string): string[] => sectionOn(after, section, it.effective)
  const before = (section: string): string => nameBefore(it, sections, section)
  const isTouched = (section: string | null): section is string => section !== null && hasSection(touched, before(section))
  const initiatives = touchedInitiatives(said, isTouched)
  return {
    faults: it.state === 'drafting' ? reorganisationFaults(sections, it) : [],
    changes: it.changes.map((change) => ({ change, effect: effectOf(sections, it.effective, change) })),
    fiscalYear: reportsConcerned(it.effective),
    initiatives,
    unchosen: initiatives.filter(({ ended, chosen, possible }) => ended && chosen.length === 0 && possible.length > 0),
    reports: said.reported.filter(({ section }) => isTouched(section)).map((one) => ({ ...one, after: follows(one.section) })),
    ...roundsTouched(said, isTouched, follows),
    assignments: said.people
      .filter(({ disabled }) => !disabled)
      .flatMap((person) =>
        assignmentsOn(person, it.effective).flatMap(({ role, section }) =>
          isTouched(section) && ends(it, before(section))
            ? [{ login: person.login, name: person.name, role, section, after: follows(section) }]
            : [],
        ),
      ),
  }
}

function touchedInitiatives(
  { said, sections, responsibilities }: ReorganisationTouches,
  isTouched: (section: string) => boolean,
): TouchedInitiative[] {
  const groups = Map.groupBy(
    responsibilities.filter(({ section }) => isTouched(section)),
    ({ family, initiative, section }) => JSON.stringify([family, initiative, section]),
  )
  return [...groups.values()].flatMap((named) => {
    const [first] = named
    if (!first) return []
    const { family, plan, initiative, number, title, section } = first
    const before = nameBefore(said, sections, section)
    const whole = named.some(({ part }) => part === null)
    return [
      {
        ...{ family, plan, initiative, number, title, from: section, before, ended: ends(said, before) },
        parts: whole ? [] : named.flatMap(({ part }) => (part === null ? [] : [part])),
        possible: successorsProposed(said, before).possible,
        chosen: successorsChosen(said, sections, family, initiative, section),
      },
    ]
  })
}

function roundsTouched(
  { said, sections, rounds, items }: ReorganisationTouches,
  isTouched: (section: string | null) => section is string,
  follows: (section: string) => string[],
): Pick<ReorganisationPreview, 'items' | 'undecidedItems' | 'rounds'> {
  const open = rounds.filter(({ closed }) => !closed)
  const told = open.map((round) => {
    const own = items.filter((item) => item.round === round.id)
    const joined = new Set(itemsMoved(said, sections, round.family, own).removed.map(({ id }) => id))
    const lines = own.flatMap((item): TouchedItem[] => {
      const { id, section, state, sheet } = item
      if (!isTouched(section)) return []
      const to = itemMovesTo(said, sections, round.family, item)
      return [
        {
          ...{ id, section, state, to, number: sheet.number, title: sheet.title },
          round: round.id,
          after: follows(section),
          joined: joined.has(id),
        },
      ]
    })
    return { round, lines }
  })
  const all = told.flatMap(({ lines }) => lines)
  return {
    items: all,
    undecidedItems: all.filter(({ to, after, state }) => to === null && after.length > 1 && isWithTheSection(state)),
    rounds: told
      .filter(({ lines }) => lines.length > 0)
      .map(({ round, lines }) => ({
        id: round.id,
        title: round.title,
        items: lines.length,
        moved: lines.filter(({ to }) => to !== null).length,
      })),
  }
}
