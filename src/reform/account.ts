import type { Day } from '../vocabulary/calendar-day.ts'

/** 役割 — 管理者, 行革担当課（事務局）, 報告者, 所属長（課長）, 部長, 財政担当, 監査（閲覧のみ）. */
export type Role = 'administrator' | 'office' | 'reporter' | 'sectionHead' | 'departmentHead' | 'finance' | 'auditor'
export const ROLES: readonly Role[] = ['administrator', 'office', 'reporter', 'sectionHead', 'departmentHead', 'finance', 'auditor']

/** 発令 — a role in a section (null: the whole municipality) from a day on; `to` is the first day on which it no longer holds. */
export type Assignment = { role: Role; section: string | null; from: Day; to: Day | null }

/** 職員 — known by the login, which is never given to somebody else. */
export type Account = { login: string; name: string; mail: string | null; disabled: boolean; demonstration: boolean }
export type Person = Account & { assignments: Assignment[] }

/** その日に就いている役割 */
export const assignmentsOn = (person: Person, day: Day): Assignment[] =>
  person.assignments.filter(({ from, to }) => from <= day && (to === null || day < to))

/** 二要素認証が要るか — administrator and office, whose password alone would open everything (S-08); the invented people share theirs. */
export const needsSecondFactor = (person: Person, day: Day): boolean =>
  !person.demonstration && assignmentsOn(person, day).some(({ role }) => role === 'administrator' || role === 'office')
