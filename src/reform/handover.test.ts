import { describe, expect, it } from 'vitest'
import { people as aoba, aPerson, sections } from '../../town/story/staff.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import type { Assignment, Person } from './account.ts'
import { dayWithoutAdministrator } from './administrators.ts'
import { type Fate, handOver, handoverLines, lineKey, unfilledOn } from './handover.ts'

const DAY = '2026-04-01' as Day
const SINCE = '2023-04-01' as Day
const own: Assignment = { role: 'reporter', section: '財政課', from: SINCE, to: null }
const one = aPerson({ login: 'kou', name: '甲', assignments: [own] })
const other = aPerson({ login: 'otsu', name: '乙', assignments: [] })
const people = [one, other, aPerson({ login: 'hei', name: '丙', disabled: true })]
const key = lineKey('kou', own)
const afterwards = (fate: Fate, of: readonly Person[] = people) => {
  const done = handOver(of, sections, DAY, new Map([[key, fate]]))
  return done.ok
    ? Object.fromEntries(done.value.map(({ login, assignments }) => [login, assignments.map((a) => [a.section, a.from, a.to])]))
    : done.problem.map(({ kind }) => kind)
}

describe('異動の引継ぎ', () => {
  it.each<{ title: string; fate: Fate; says: unknown }>([
    { title: '続けるなら何も変わらない', fate: { kind: 'stays' }, says: {} },
    { title: '終わるなら、その日から働かない', fate: { kind: 'ends' }, says: { kou: [['財政課', SINCE, DAY]] } },
    {
      title: '引き継ぐなら、相手がその日から就く',
      fate: { kind: 'passes', to: 'otsu' },
      says: { kou: [['財政課', SINCE, DAY]], otsu: [['財政課', DAY, null]] },
    },
    {
      title: '所属が変わるなら、本人がその日から新しい所属に就く',
      fate: { kind: 'moves', section: '納税課' },
      says: {
        kou: [
          ['財政課', SINCE, DAY],
          ['納税課', DAY, null],
        ],
      },
    },
    { title: '本人には引き継げない', fate: { kind: 'passes', to: 'kou' }, says: ['taker-is-giver'] },
    { title: '使用を止めた人には引き継げない', fate: { kind: 'passes', to: 'hei' }, says: ['taker-not-there'] },
    { title: '選ばれていない相手には引き継げない', fate: { kind: 'passes', to: '' }, says: ['taker-not-there'] },
    { title: 'その日にない所属には移れない', fate: { kind: 'moves', section: '管財課' }, says: ['section-not-there'] },
  ])('$title', ({ fate, says }) => expect(afterwards(fate)).toEqual(says))

  it('画面を開いている間に役割が変わっていれば断る', () => {
    const moved = { ...one, assignments: [{ ...own, section: '納税課' }] }
    expect(afterwards({ kind: 'ends' }, [moved, other])).toEqual(['line-not-there'])
  })

  it('同じ役割を二人が一人に渡しても、一つだけ就く', () => {
    const third = aPerson({ login: 'tei', assignments: [own] })
    const to: Fate = { kind: 'passes', to: 'otsu' }
    const fates = new Map([
      [key, to],
      [lineKey('tei', own), to],
    ])
    const done = handOver([one, other, third], sections, DAY, fates)
    expect(done.ok && done.value.find(({ login }) => login === 'otsu')?.assignments).toEqual([{ ...own, from: DAY }])
  })

  it('一つでもできなければ、何も変えない', () => {
    const third = aPerson({ login: 'tei', assignments: [own] })
    const fates = new Map<string, Fate>([
      [key, { kind: 'ends' }],
      [lineKey('tei', own), { kind: 'passes', to: 'nobody' }],
    ])
    expect(handOver([one, other, third], sections, DAY, fates).ok).toBe(false)
  })

  it.each([
    { title: '続いている役割', assignment: own, says: 1 },
    { title: '前の日で終わる役割', assignment: { ...own, to: DAY }, says: 0 },
    { title: 'その日に始まる役割', assignment: { ...own, from: DAY }, says: 0 },
    { title: 'その次の日に終わる役割', assignment: { ...own, to: '2026-04-02' as Day }, says: 1 },
  ])('表に出るか：$title', ({ assignment, says }) =>
    expect(handoverLines([aPerson({ assignments: [assignment] })], DAY)).toHaveLength(says),
  )
})

describe('空く席', () => {
  it('あおば市の職員は、組織改正の後もすべての席に就いている', () => expect(unfilledOn(aoba, sections, DAY)).toEqual([]))

  it('報告者が終わる課と、部長のいない部が出る', () => {
    const without = aoba.filter(({ login }) => login !== 'zaisei' && login !== 'zaimu-bucho')
    expect(unfilledOn(without, sections, DAY)).toEqual([
      { section: '財務部', missing: ['departmentHead'] },
      { section: '財政課', missing: ['reporter'] },
    ])
  })

  it('使用を止めた人は席に就いていない', () => {
    const stopped = aoba.map((person) => (person.login === 'shimin-kacho' ? { ...person, disabled: true } : person))
    expect(unfilledOn(stopped, sections, DAY)).toEqual([{ section: '市民課', missing: ['sectionHead'] }])
  })
})

describe('最後の管理者', () => {
  const admin = (said: Partial<Person> = {}, to: Day | null = null): Person =>
    aPerson({ login: 'admin', assignments: [{ role: 'administrator', section: null, from: SINCE, to }], ...said })
  const demo = admin({ login: 'kanri', demonstration: true })

  it.each([
    { title: '使用を止める', before: [admin()], changed: [admin({ disabled: true })], says: '2025-04-21' },
    { title: '役割を外す', before: [admin()], changed: [admin({ assignments: [] })], says: '2025-04-21' },
    { title: '先の日に終わらせる', before: [admin()], changed: [admin({}, DAY)], says: DAY },
    {
      title: 'もう一人いる',
      before: [admin(), admin({ login: 'b' })],
      changed: [admin({ disabled: true }), admin({ login: 'b' })],
      says: null,
    },
    { title: '見本の管理者だけが残る', before: [admin(), demo], changed: [admin({ disabled: true }), demo], says: '2025-04-21' },
    { title: '見本の管理者しかいない町で、それを止める', before: [demo], changed: [{ ...demo, disabled: true }], says: '2025-04-21' },
    {
      title: '終わる日が前から決まっていたのは、この変更のせいではない',
      before: [admin({}, DAY)],
      changed: [admin({ name: '改名' }, DAY)],
      says: null,
    },
  ])('$title', ({ before, changed, says }) => expect(dayWithoutAdministrator(before, changed, '2025-04-21' as Day)).toBe(says))
})
