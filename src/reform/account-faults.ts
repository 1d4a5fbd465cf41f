import type { Assignment, Person, Role } from './account.ts'
import type { SectionHistory } from './edition.ts'
import { isSectionKnown } from './section-rules.ts'

/** 職員の登録で直すところ — `nth` is the assignment, from 0. */
export type AccountFault =
  | { kind: 'login-shape'; login: string }
  | { kind: 'name-missing' }
  | { kind: 'mail-shape'; mail: string }
  | { kind: 'section-missing'; nth: number; role: Role }
  | { kind: 'section-not-known'; nth: number; section: string }
  | { kind: 'ends-before-it-begins'; nth: number; assignment: Assignment }

/** Roles that reach over the whole municipality: their section only says where somebody sits. */
const EVERYWHERE: readonly Role[] = ['administrator', 'office', 'finance', 'auditor']
export const needsSection = (role: Role): boolean => !EVERYWHERE.includes(role)

const LOGIN = /^[a-z0-9][a-z0-9._-]{1,39}$/
const MAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/

/** 職員の検査 — everything at once, so that a form comes back with all of it. */
export function accountFaults(person: Person, sections: readonly SectionHistory[]): AccountFault[] {
  const { login, name, mail, assignments } = person
  return [
    ...(LOGIN.test(login) ? [] : [{ kind: 'login-shape' as const, login }]),
    ...(name.trim() === '' ? [{ kind: 'name-missing' as const }] : []),
    ...(mail === null || MAIL.test(mail) ? [] : [{ kind: 'mail-shape' as const, mail }]),
    ...assignments.flatMap((assignment, nth) => assignmentFaults(assignment, nth, sections)),
  ]
}

function assignmentFaults(assignment: Assignment, nth: number, sections: readonly SectionHistory[]): AccountFault[] {
  const { role, section, from, to } = assignment
  const faults: AccountFault[] = []
  if (to !== null && to <= from) faults.push({ kind: 'ends-before-it-begins', nth, assignment })
  if (section === null && needsSection(role)) faults.push({ kind: 'section-missing', nth, role })
  if (section !== null && !isSectionKnown(sections, section)) faults.push({ kind: 'section-not-known', nth, section })
  return faults
}
