import { describe, expect, it } from 'vitest'
import { shownDate } from './date-format.ts'

describe('日付の表示形式', () => {
  it.each([
    { date: '2022-04-01', format: undefined, says: '2022/4/1' },
    { date: '2022-04-01', format: '[$-411]ggge"年"m"月"d"日"', says: '令和4年4月1日' },
    { date: '2022-04-01', format: '[$-411]ge.m.d;@', says: 'R4.4.1' },
    { date: '2019-05-01', format: '[$-ja-JP-x-gannen]ggge"年"m"月"', says: '令和元年5月' },
    { date: '2019-04-30', format: 'ggge"年"m"月"', says: '平成31年4月' },
    { date: '1989-01-07', format: 'ge.m.d', says: 'S64.1.7' },
    { date: '1989-01-08', format: 'ge.m.d', says: 'H1.1.8' },
    { date: '2022-04-01', format: 'yyyy"年"m"月"d"日"(aaa)', says: '2022年4月1日(金)' },
    { date: '2022-04-01T14:05:09', format: 'h:mm:ss', says: '14:05:09' },
    { date: '2022-04-01T14:05:09', format: 'mm/dd/yy h:mm AM/PM', says: '04/01/22 2:05 PM' },
    { date: '2022-04-01', format: 'yyyy\\-mm\\-dd', says: '2022-04-01' },
  ])('$date を $format で表すと「$says」', ({ date, format, says }) => {
    expect(shownDate(new Date(date.includes('T') ? `${date}Z` : date), format)).toBe(says)
  })
})
