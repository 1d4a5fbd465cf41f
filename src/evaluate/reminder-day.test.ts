import { describe, expect, it } from 'vitest'
import { aDay } from '../../town/story/round-builders.ts'
import { addDays } from '../vocabulary/calendar-day.ts'
import { isReminderDay } from './reminder-day.ts'

/** Every day of the spring and of the winter on which something is sent. */
const daysSaid = (remind: Parameters<typeof isReminderDay>[0], due: string, from: string, days: number): string[] =>
  Array.from({ length: days }, (_, nth) => addDays(aDay(from), nth)).filter((day) => isReminderDay(remind, aDay(due), day))

describe('督促の日', () => {
  it.each([
    {
      title: '平日の期限（5月16日の金曜）は14・5・1開庁日前と当日。連休は数えない',
      remind: { before: [14, 5, 1], onDay: true, after: [] },
      due: '2025-05-16',
      says: ['2025-04-23', '2025-05-09', '2025-05-15', '2025-05-16'],
    },
    {
      title: '連休明けの水曜（5月7日）が期限なら、1開庁日前は連休前の金曜',
      remind: { before: [1], onDay: true, after: [] },
      due: '2025-05-07',
      says: ['2025-05-02', '2025-05-07'],
    },
    {
      title: '連休中の日曜（5月4日）が期限なら、当日分は連休前の金曜で、1開庁日前と同じ日に一度だけ',
      remind: { before: [1], onDay: true, after: [] },
      due: '2025-05-04',
      says: ['2025-05-02'],
    },
    {
      title: '期限後の月曜が祝日（5月5日）なら、次の開庁日の水曜',
      remind: { before: [], onDay: false, after: [1] },
      due: '2025-05-01',
      says: ['2025-05-07', '2025-05-12', '2025-05-19', '2025-05-26'],
    },
    {
      title: '期限の日の曜日は期限後に数えない。次の週から',
      remind: { before: [], onDay: false, after: [5] },
      due: '2025-05-16',
      says: ['2025-05-23'],
    },
    {
      title: '年末年始をはさむ月曜（1月5日）が期限なら、1開庁日前は12月26日、5開庁日前は12月22日',
      remind: { before: [5, 1], onDay: true, after: [] },
      due: '2026-01-05',
      from: '2025-12-15',
      says: ['2025-12-22', '2025-12-26', '2026-01-05'],
    },
    {
      title: '12月29日から1月3日までの曜日の督促は、仕事始めの一日にまとまる',
      remind: { before: [], onDay: false, after: [1, 4] },
      due: '2025-12-26',
      from: '2025-12-15',
      says: ['2026-01-05', '2026-01-08'],
    },
    { title: '選ばれていなければ、送らない', remind: { before: [], onDay: false, after: [] }, due: '2025-05-16', says: [] },
    { title: '0開庁日前は当日の指定に従う', remind: { before: [0], onDay: false, after: [] }, due: '2025-05-16', says: [] },
  ])('$title', ({ remind, due, from = '2025-04-14', says }) => {
    const days = from === '2025-04-14' ? 43 : 25
    expect(daysSaid(remind, due, from, days)).toEqual(says)
  })
})
