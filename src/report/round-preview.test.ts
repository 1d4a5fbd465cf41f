import { describe, expect, it } from 'vitest'
import { anItem } from '../../town/story/round-builders.ts'
import { people, sections } from '../../town/story/staff.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import { roundPreview } from './round-preview.ts'

describe('照会を始める前の見込み', () => {
  it.each([
    { title: '今ある課', section: '財政課', says: [] },
    { title: 'なくなった課も、登録にある', section: '行政改革課', says: [] },
    { title: '空白の入った課名は、同じ課', section: '財 政 課', says: [] },
    { title: '書き誤った課名', section: '財政か', says: ['財政か'] },
    { title: '所管なしは、別に数える', section: null, says: [] },
  ])('登録にない課名：$title', ({ section, says }) => {
    const told = roundPreview({ record: { initiatives: [] }, items: [anItem({ section })], people, sections, day: '2026-05-01' as Day })
    expect([told.unregistered, told.withoutReporter]).toEqual([says, 0])
  })
})
