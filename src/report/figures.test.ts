import { describe, expect, it } from 'vitest'
import { aDecimal } from '../../town/story/builders.ts'
import { changeText, dateText, numberText, percentText, yearText, yenText } from './figures.ts'

describe('数の書き方', () => {
  it.each([
    { value: '1234567', says: '1,234,567' },
    { value: '-2218', says: '▲2,218' },
    { value: '100.0', says: '100.0' },
    { value: '-0.05', says: '▲0.05' },
    { value: '-0', says: '0' },
    { value: '0', says: '0' },
    { value: '1234.5678', says: '1,234.5678' },
  ])('$value は $says', ({ value, says }) => expect(numberText(aDecimal(value))).toBe(says))

  it.each([
    { value: '18', says: '＋18' },
    { value: '-18', says: '▲18' },
    { value: '0', says: '0' },
  ])('増減 $value は $says', ({ value, says }) => expect(changeText(aDecimal(value))).toBe(says))

  it.each([
    { ratio: '0.96', says: '96.0%' },
    { ratio: '0.35177', says: '35.2%' },
    { ratio: '-0.04436', says: '▲4.4%' },
    { ratio: '12.5', says: '1,250.0%' },
  ])('比 $ratio は $says', ({ ratio, says }) => expect(percentText(aDecimal(ratio))).toBe(says))
})

describe('金額は印字された単位で、丸めずに書く', () => {
  it.each([
    { yen: 78_227_000, unit: '千円', says: '78,227' },
    { yen: -52_218_000, unit: '千円', says: '▲52,218' },
    { yen: 1_234_567, unit: '千円', says: '1,234.567' },
    { yen: 12_345_678, unit: '円', says: '12,345,678' },
    { yen: 4_472_000_000, unit: '億円', says: '44.72' },
    { yen: 0, unit: '千円', says: '0' },
    { yen: 500, unit: null, says: '500' },
  ])('$yen 円を $unit で', ({ yen, unit, says }) => expect(yenText(yen, unit)).toBe(says))
})

describe('和暦と西暦を併記する', () => {
  it.each([
    { year: 2022, says: '令和4年度（2022）' },
    { year: 2019, says: '令和元年度（2019）' },
    { year: 2018, says: '平成30年度（2018）' },
  ])('$year 年度', ({ year, says }) => expect(yearText(year)).toBe(says))

  it.each([
    { date: '2024-04-01', says: '令和6年4月1日（2024年）' },
    { date: '2019-04', says: '平成31年4月（2019年）' },
    { date: '2019-05-01', says: '令和元年5月1日（2019年）' },
    { date: '2022', says: '令和4年度（2022）' },
    { date: '5年後まで', says: '5年後まで' },
    { date: '2025-09-01T09:00:00+09:00', says: '令和7年9月1日（2025年）' },
  ])('$date', ({ date, says }) => expect(dateText(date)).toBe(says))
})
