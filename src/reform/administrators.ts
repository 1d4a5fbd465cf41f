import type { Day } from '../vocabulary/calendar-day.ts'
import { assignmentsOn, type Person } from './account.ts'

/**
 * 管理者のいなくなる日 — the first day, from today on, on which a change would leave nobody who manages accounts although there was
 * somebody before it. Null where there is none. The invented town's administrator counts only where there is no other.
 */
export function dayWithoutAdministrator(before: readonly Person[], after: readonly Person[], today: Day): Day | null {
  const turns = after.flatMap(({ assignments }) => assignments.flatMap(({ from, to }) => [from, to]))
  const days = [...new Set([today, ...turns.filter((day): day is Day => day !== null && day > today)])].sort()
  const lost = (of: (person: Person) => boolean, day: Day): boolean =>
    administratorsOn(before, day).some(of) && !administratorsOn(after, day).some(of)
  return days.find((day) => lost(() => true, day) || lost(({ demonstration }) => !demonstration, day)) ?? null
}

/** その日の管理者 */
export const administratorsOn = (people: readonly Person[], day: Day): Person[] =>
  people.filter((person) => !person.disabled && assignmentsOn(person, day).some(({ role }) => role === 'administrator'))
