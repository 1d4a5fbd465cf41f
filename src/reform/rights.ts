import type { Day } from '../vocabulary/calendar-day.ts'
import { assignmentsOn, type Person, type Role } from './account.ts'
import type { SectionHistory } from './edition.ts'
import { covers } from './section-scope.ts'

/**
 * 権限の表 — which roles may do what. «own» holds for the sections that the assignment covers on the day, «all» for the whole
 * municipality. A right that is not here belongs to nobody.
 */
const RIGHTS = {
  'account.manage': { administrator: 'all' },
  'section.manage': { administrator: 'all', office: 'all' },
  'audit.read': { administrator: 'all', office: 'all', auditor: 'all' },
  'plan.read': {
    administrator: 'all',
    office: 'all',
    auditor: 'all',
    reporter: 'all',
    sectionHead: 'all',
    departmentHead: 'all',
    finance: 'all',
  },
  'plan.edit': { office: 'all' },
  'plan.import': { office: 'all' },
  'plan.publish': { office: 'all' },
  'round.manage': { office: 'all' },
  'round.read': { office: 'all', auditor: 'all' },
  'report.read': { office: 'all', auditor: 'all', reporter: 'own', sectionHead: 'own', departmentHead: 'own' },
  'report.write': { reporter: 'own' },
  'report.approve': { sectionHead: 'own' },
  'report.approveDepartment': { departmentHead: 'own' },
  'report.approveElsewhere': { reporter: 'own', sectionHead: 'own' },
  'report.return': { office: 'all', sectionHead: 'own', departmentHead: 'own' },
  'report.accept': { office: 'all' },
  'form.take': { office: 'all', reporter: 'own' },
  'mail.manage': { office: 'all' },
  'evaluation.manage': { office: 'all' },
  'evaluation.judge': { office: 'all', reporter: 'own', sectionHead: 'own', departmentHead: 'own' },
  'improvement.write': { office: 'all', reporter: 'own', sectionHead: 'own' },
  'opinion.answer': { office: 'all', reporter: 'own', sectionHead: 'own' },
  'reflection.record': { office: 'all', finance: 'all', reporter: 'own', sectionHead: 'own' },
  'outlook.manage': { office: 'all', finance: 'all' },
  'effect.mark': { office: 'all', finance: 'all' },
  'plan.renew': { office: 'all' },
  'section.reorganise': { office: 'all' },
} as const satisfies Record<string, Partial<Record<Role, 'all' | 'own'>>>

export type Right = keyof typeof RIGHTS
export const EVERY_RIGHT = Object.keys(RIGHTS) as Right[]

/** 場面 — the municipality's sections and the day on which the question is asked. */
export type Standing = { person: Person; sections: readonly SectionHistory[]; day: Day }

/**
 * してよいか — on a section, or, without one, on any section at all (is the page there for this person?). An item without an
 * owner (null) belongs to those who may on all. A disabled account may nothing.
 */
export function may({ person, sections, day }: Standing, right: Right, on?: string | null): boolean {
  if (person.disabled) return false
  const roles: Partial<Record<Role, 'all' | 'own'>> = RIGHTS[right]
  return assignmentsOn(person, day).some(({ role, section }) => {
    const reach = roles[role]
    if (reach === undefined) return false
    if (reach === 'all' || on === undefined) return true
    return on !== null && section !== null && covers(sections, section, on, day)
  })
}

/** その権限で就いている役割 — for the log: in which role somebody acted. */
export function roleFor({ person, sections, day }: Standing, right: Right, on?: string | null): Role | null {
  return (
    assignmentsOn(person, day)
      .map(({ role }) => role)
      .find((role) =>
        may({ person: { ...person, assignments: person.assignments.filter((a) => a.role === role) }, sections, day }, right, on),
      ) ?? null
  )
}
