import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from './calendar-day.ts'
import { isWorkingDay, workingDaysBetween, workingDaysFrom } from './working-day.ts'

const aDay = fc.integer({ min: 0, max: 8_000 }).map((days) => addDays('2020-01-01' as Day, days))

describe('開庁日', () => {
  it.each([
    ['2026-05-01', true, '金曜日'],
    ['2026-05-02', false, '土曜日'],
    ['2026-05-03', false, '憲法記念日（日曜日）'],
    ['2026-05-06', false, '振替休日'],
    ['2026-05-07', true, '連休明け'],
    ['2026-09-22', false, '国民の休日（祝日にはさまれた日）'],
    ['2025-12-26', true, '仕事納め'],
    ['2025-12-29', false, '年末の閉庁日'],
    ['2026-01-02', false, '年始の閉庁日'],
    ['2026-01-05', true, '仕事始め'],
    ['2019-05-01', false, '即位の日'],
  ])('%s は開庁日か：%s（%s）', (day, is) => expect(isWorkingDay(day as Day)).toBe(is))
})

describe('開庁日を数える', () => {
  it.each([
    ['2026-05-01', 1, '2026-05-07'],
    ['2026-05-07', -1, '2026-05-01'],
    ['2026-05-15', -5, '2026-05-08'],
    ['2025-12-26', 1, '2026-01-05'],
    ['2026-05-03', 0, '2026-05-07'],
    ['2026-05-01', 0, '2026-05-01'],
  ])('%s から %d 開庁日は %s', (day, count, then) => expect(workingDaysFrom(day as Day, count)).toBe(then))

  it('進んだ日数と数えた日数は一致し、着いた日は開庁日である', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 40 }), (day, count) => {
        const then = workingDaysFrom(day, count)
        expect(isWorkingDay(then)).toBe(true)
        expect(workingDaysBetween(day, then)).toBe(count)
        expect(workingDaysBetween(then, day)).toBe(-count)
      }),
      { numRuns: 300 },
    )
  })
})
