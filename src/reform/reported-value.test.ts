import { describe, expect, it } from 'vitest'
import { readCounted, readReported } from './reported-value.ts'

describe('実績値の読み取り', () => {
  it.each([
    { raw: '45,200件', unit: '件', says: 'number 45200' },
    { raw: '４５，２００ 件', unit: '件', says: 'number 45200' },
    { raw: '92.5％', unit: '%', says: 'number 92.5' },
    { raw: '92.50％', unit: '%', says: 'number 92.50' },
    { raw: '1,700名', unit: '人', says: 'number 1700' },
    { raw: '12t-CO2', unit: 't-CO2', says: 'number 12' },
    { raw: '12,345件', unit: '件/年', says: 'number 12345' },
    { raw: '32件/年', unit: '件/年間', says: 'number 32' },
    { raw: '280名／年', unit: '人/年', says: 'number 280' },
    { raw: '2,208時間/年間', unit: '時間', says: 'number 2208' },
    { raw: '3件/月', unit: '件/年', says: 'text' },
    { raw: '1,700人', unit: '件', says: 'text' },
    { raw: '件', unit: '件', says: 'text' },
    { raw: '▲3', unit: null, says: 'number -3' },
    { raw: '△0.30％', unit: '%', says: 'number -0.30' },
    { raw: '5万円', unit: '千円', says: 'number 50' },
    { raw: '▲52,218千円', unit: '千円', says: 'number -52218' },
    { raw: '▲52,218千円', unit: '円', says: 'number -52218000' },
    { raw: '2億5,000万円', unit: '百万円', says: 'number 250' },
    { raw: '5万円', unit: '件', says: 'text' },
    { raw: '0', unit: '件', says: 'number 0' },
    { raw: '0件', unit: '件', says: 'number 0' },
    { raw: '－', unit: '件', says: 'not-applicable' },
    { raw: ' ', unit: '件', says: 'blank' },
    { raw: '5～8件', unit: '件', says: 'text' },
    { raw: '約250件', unit: '件', says: 'text' },
    { raw: '85％以上', unit: '%', says: 'text' },
    { raw: '概ね達成', unit: '件', says: 'text' },
  ])('$raw（$unit）', ({ raw, unit, says }) => {
    const read = readReported(raw, unit)
    expect(read.answer === 'number' ? `number ${read.value}` : read.answer).toBe(says)
  })

  it.each([
    { raw: '15,006／28,043件 53.5％', unit: '%', says: ['53.5', '15006', '28043'] },
    { raw: '53.5％（15,006／28,043件）', unit: '％', says: ['53.5', '15006', '28043'] },
    { raw: '15,006件／28,043件 53.50%', unit: '%', says: ['53.50', '15006', '28043'] },
    { raw: '15,006／28,043件', unit: '%', says: [null, null, null] },
    { raw: '15,006／28,043件 53.5％', unit: '件', says: [null, null, null] },
    { raw: '53.5％', unit: '%', says: ['53.5', null, null] },
  ])('割合の内訳 $raw（$unit）', ({ raw, unit, says }) => {
    const { measured, numerator, denominator } = readCounted(raw, unit)
    expect([measured.answer === 'number' ? measured.value : null, numerator, denominator]).toEqual(says)
  })
})
