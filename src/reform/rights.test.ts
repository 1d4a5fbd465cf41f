import { describe, expect, it } from 'vitest'
import { aPerson, sections } from '../../town/story/staff.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import type { Person, Role } from './account.ts'
import { EVERY_RIGHT, may, type Right, roleFor } from './rights.ts'

const BEFORE = '2025-03-31' as Day
const AFTER = '2025-04-01' as Day
const standing = (person: Person, day = AFTER) => ({ person, sections, day })
const holding = (role: Role, section: string | null, said: Partial<Person> = {}) => aPerson({ roles: [[role, section]], ...said })

describe('してよいこと（S-01, S-06）', () => {
  it.each<{ role: Role; section: string | null; right: Right; on?: string | null; says: boolean }>([
    { role: 'reporter', section: '財政課', right: 'report.write', on: '財政課', says: true },
    { role: 'reporter', section: '財政課', right: 'report.write', on: '納税課', says: false },
    { role: 'reporter', section: '財政課', right: 'report.write', says: true },
    { role: 'reporter', section: '財政課', right: 'report.write', on: null, says: false },
    { role: 'reporter', section: '財政課', right: 'report.approve', on: '財政課', says: false },
    { role: 'reporter', section: '財政課', right: 'plan.edit', says: false },
    { role: 'reporter', section: null, right: 'report.write', on: '財政課', says: false },
    { role: 'sectionHead', section: '財政課', right: 'report.approve', on: '財政課', says: true },
    { role: 'sectionHead', section: '財政課', right: 'report.write', on: '財政課', says: false },
    { role: 'departmentHead', section: '財務部', right: 'report.approveDepartment', on: '財政課', says: true },
    { role: 'departmentHead', section: '財務部', right: 'report.approveDepartment', on: '市民課', says: false },
    { role: 'departmentHead', section: '財務部', right: 'report.approve', on: '財政課', says: false },
    { role: 'office', section: '行政改革課', right: 'report.accept', on: '市民課', says: true },
    { role: 'office', section: null, right: 'report.accept', on: null, says: true },
    { role: 'office', section: null, right: 'account.manage', says: false },
    { role: 'auditor', section: null, right: 'report.read', on: '市民課', says: true },
    { role: 'auditor', section: null, right: 'report.write', on: '市民課', says: false },
    { role: 'auditor', section: null, right: 'plan.edit', says: false },
    { role: 'administrator', section: null, right: 'account.manage', says: true },
    { role: 'administrator', section: null, right: 'report.read', on: '市民課', says: false },
    { role: 'administrator', section: null, right: 'plan.publish', says: false },
  ])('$role（$section）が $on に $right：$says', ({ role, section, right, on, says }) =>
    expect(may(standing(holding(role, section)), right, on)).toBe(says),
  )

  it.each<{ title: string; person: Person; day: Day; on: string; says: boolean }>([
    { title: '組織改正の前は前の課', person: holding('reporter', '管財課'), day: BEFORE, on: '管財課', says: true },
    { title: '組織改正の後は、統合した課', person: holding('reporter', '管財課'), day: AFTER, on: '資産経営課', says: true },
    { title: '統合した課に移った、前の課の取組', person: holding('reporter', '資産経営課'), day: AFTER, on: '公共施設課', says: true },
    { title: '一緒に統合した、隣の課の取組', person: holding('reporter', '管財課'), day: AFTER, on: '公共施設課', says: true },
    { title: '統合の前は、隣の課の取組ではない', person: holding('reporter', '管財課'), day: BEFORE, on: '公共施設課', says: false },
    { title: '使用を止めた職員', person: holding('reporter', '財政課', { disabled: true }), day: AFTER, on: '財政課', says: false },
    {
      title: '異動した日から、前の課ではない',
      person: aPerson({ assignments: [{ role: 'reporter', section: '財政課', from: '2023-04-01' as Day, to: AFTER }] }),
      day: AFTER,
      on: '財政課',
      says: false,
    },
    {
      title: '異動の前の日までは、前の課',
      person: aPerson({ assignments: [{ role: 'reporter', section: '財政課', from: '2023-04-01' as Day, to: AFTER }] }),
      day: BEFORE,
      on: '財政課',
      says: true,
    },
    {
      title: '発令の日より前は、まだ新しい課ではない',
      person: aPerson({ assignments: [{ role: 'reporter', section: '納税課', from: AFTER, to: null }] }),
      day: BEFORE,
      on: '納税課',
      says: false,
    },
  ])('$title：$says', ({ person, day, on, says }) => expect(may(standing(person, day), 'report.write', on)).toBe(says))

  it('使用を止めた管理者は、何もできない', () => {
    const person = holding('administrator', null, { disabled: true })
    expect(EVERY_RIGHT.filter((right) => may(standing(person), right))).toEqual([])
  })

  it('記録には、その権限を与えた役割が残る', () => {
    const person = aPerson({
      roles: [
        ['reporter', '財政課'],
        ['sectionHead', '納税課'],
      ],
    })
    expect([roleFor(standing(person), 'report.write', '財政課'), roleFor(standing(person), 'report.approve', '納税課')]).toEqual([
      'reporter',
      'sectionHead',
    ])
    expect(roleFor(standing(person), 'report.approve', '財政課')).toBeNull()
  })
})
