import { describe, expect, it } from 'vitest'
import { aSectionRow } from '../../town/story/reorganisation-builders.ts'
import { sections as aoba } from '../../town/story/staff.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import { sectionNow, sectionThenNow } from './sections-then-now.ts'

const at = { sections: [...aoba, aSectionRow('周年室', { to: '2024-04-01' })], day: '2025-06-02' as Day }

describe('当時の課と現在の課', () => {
  it.each([
    { name: '行政改革課', year: 2022, says: '当時：行政改革課（現在：行政経営課）' },
    { name: '財政課', year: 2022, says: '財政課' },
    { name: '周年室', year: 2022, says: '当時：周年室（現在：所管なし）' },
    { name: '登録のない課', year: 2022, says: '登録のない課' },
    { name: '行政経営課', year: 2025, says: '行政経営課' },
    { name: '行政改革課', year: null, says: '当時：行政改革課（現在：行政経営課）' },
  ])('$year年度の$name：$says', ({ name, year, says }) => expect(sectionThenNow(at, name, year)).toBe(says))

  it('計画の所管課', () => expect(sectionNow(at, '管財課', '管財課（主担当）')).toBe('管財課（主担当）（現在：資産経営課）'))

  it('同じ名を別の課が名のっても、当時の課の後をたどる', () => {
    const sections = [
      aSectionRow('甲課', { to: '2023-04-01', successors: ['乙課'] }),
      aSectionRow('乙課', { from: '2023-04-01' }),
      aSectionRow('甲課', { from: '2025-04-01' }),
    ]
    expect(sectionThenNow({ sections, day: '2025-06-02' as Day }, '甲課', 2022)).toBe('当時：甲課（現在：乙課）')
  })
})
