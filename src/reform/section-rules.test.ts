import { describe, expect, it } from 'vitest'
import type { SectionHistory } from './edition.ts'
import { sectionFaults } from './section-rules.ts'

const aSection = (name: string, said: Partial<SectionHistory> = {}): SectionHistory => ({
  name,
  from: null,
  to: null,
  successors: [],
  ...said,
})
const others = [
  aSection('総務部', { parent: '市長室' }),
  aSection('市長室'),
  aSection('総務課', { parent: '総務部' }),
  aSection('管財課', { to: '2025-04-01', successors: ['資産経営課'] }),
  aSection('資産経営課', { from: '2025-04-01', to: '2027-04-01', successors: ['財産課'] }),
]

describe('所属の登録', () => {
  it.each([
    { title: '新しい課', section: aSection('広報課', { parent: '総務部' }), says: [] },
    { title: '名称がない', section: aSection(' '), says: ['section-name-missing'] },
    {
      title: '終わりが始まりの日',
      section: aSection('甲課', { from: '2025-04-01', to: '2025-04-01' }),
      says: ['section-ends-before-it-begins'],
    },
    { title: '同じ名で期間が重なる', section: aSection('管財課', { from: '2025-03-01' }), says: ['section-overlaps'] },
    { title: '同じ名でも、なくなった後なら復活できる', section: aSection('管財課', { from: '2025-04-01' }), says: [] },
    {
      title: '引き継ぐ所属がその日にある',
      section: aSection('甲課', { to: '2025-04-01', successors: ['資産経営課', '総務課'] }),
      says: [],
    },
    {
      title: '引き継ぐ所属が、その日にはまだない',
      section: aSection('甲課', { to: '2025-03-31', successors: ['資産経営課'] }),
      says: ['successor-not-there'],
    },
    {
      title: '引き継ぐ所属を書いたのに、なくならない',
      section: aSection('甲課', { successors: ['総務課'] }),
      says: ['successors-without-end'],
    },
    {
      title: '自分が自分を引き継ぐ',
      section: aSection('総務課', { to: '2026-04-01', successors: ['総務課'] }),
      says: ['section-overlaps', 'successor-circle'],
    },
    {
      title: '引継ぎが一回りする',
      section: aSection('財産課', { to: '2026-04-01', successors: ['資産経営課'] }),
      says: ['successor-circle'],
    },
    { title: '上位の所属がない', section: aSection('甲課', { parent: '企画部' }), says: ['parent-not-known'] },
    { title: '上位が自分', section: aSection('甲課', { parent: '甲課' }), says: ['parent-circle'] },
    {
      title: '上位が一回りする',
      section: aSection('市長室 ', { from: '2030-01-01', to: null, parent: '総務課' }),
      says: ['section-overlaps', 'parent-circle'],
    },
  ])('$title', ({ section, says }) => expect(sectionFaults(section, others).map(({ kind }) => kind)).toEqual(says))
})
