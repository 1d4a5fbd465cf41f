import { describe, expect, it } from 'vitest'
import { addDays, type Day, dayInJapan, dayName, daysBetween, fiscalYearOfDay, parseDay } from './calendar-day.ts'

describe('日付の読み取り', () => {
  it.each([
    ['2026-04-01', '2026-04-01'],
    ['2026/4/1', '2026-04-01'],
    ['令和8年4月1日', '2026-04-01'],
    ['令和元年5月1日', '2019-05-01'],
    ['R8.4.1', '2026-04-01'],
    ['Ｒ８．４．１', '2026-04-01'],
    ['平成31年4月30日', '2019-04-30'],
    [' 令和 8 年 4 月 1 日 ', '2026-04-01'],
    ['2028-02-29', '2028-02-29'],
  ])('%s は %s', (text, day) => expect(parseDay(text)).toEqual({ ok: true, value: day }))

  it.each(['', '2026', '2026-02-29', '令和8年13月1日', '4月1日', '明日', '2026-4-31', '26-04-01'])('「%s」は日付ではない', (text) =>
    expect(parseDay(text)).toEqual({ ok: false, problem: { kind: 'not-a-day', text } }),
  )
})

describe('日本の日付', () => {
  it.each([
    ['2026-03-31T14:59:59Z', '2026-03-31'],
    ['2026-03-31T15:00:00Z', '2026-04-01'],
    ['2025-12-31T15:00:00Z', '2026-01-01'],
  ])('世界時 %s は日本では %s', (at, day) => expect(dayInJapan(new Date(at))).toBe(day))

  it.each([
    ['2026-03-31', 2025],
    ['2026-04-01', 2026],
    ['2027-01-01', 2026],
  ])('%s は %d 年度', (day, year) => expect(fiscalYearOfDay(day as Day)).toBe(year))

  it.each([
    ['2026-04-01', '令和8年4月1日（水）'],
    ['2019-05-01', '令和元年5月1日（水）'],
    ['2019-04-30', '平成31年4月30日（火）'],
    ['1988-12-31', '1988年12月31日（土）'],
  ])('%s は %s', (day, name) => expect(dayName(day as Day)).toBe(name))

  it('日を足し、数える', () => {
    expect(addDays('2028-02-28' as Day, 2)).toBe('2028-03-01')
    expect(daysBetween('2026-03-01' as Day, '2026-04-01' as Day)).toBe(31)
  })
})
