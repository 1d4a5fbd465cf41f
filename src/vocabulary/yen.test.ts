import { describe, expect, it } from 'vitest'
import { decimalOf } from './decimal.ts'
import { readKanjiNumber } from './number-words.ts'
import { sameUnit } from './units.ts'
import { readYen, yenOf } from './yen.ts'

describe('金額の読み取り', () => {
  it.each([
    ['66,669', '千円', 66_669_000],
    ['△66,669', '千円', -66_669_000],
    ['▲ 1,200', '千円', -1_200_000],
    ['(1,200)', '千円', -1_200_000],
    ['-52,218', '千円', -52_218_000],
    ['8,832千円', null, 8_832_000],
    ['約2億5千万円', null, 250_000_000],
    ['2千3百万円', null, 23_000_000],
    ['44億7,200万円', '千円', 4_472_000_000],
    ['約290億円', null, 29_000_000_000],
    ['1.5百万円', null, 1_500_000],
    ['0', '千円', 0],
    ['１２３', '円', 123],
    ['0.5', '円', null],
    ['－', '千円', null],
    ['', '千円', null],
    ['(1,200', '千円', null],
    ['12件', '千円', null],
    ['12', '件', null],
  ])('%s（単位 %s）', (cell, unit, yen) => {
    expect(readYen(cell, unit)).toBe(yen)
  })

  it('金額でない単位は円にならない', () => {
    expect(yenOf(decimalOf(8), '件')).toBeNull()
    expect(yenOf(decimalOf(8), null)).toBeNull()
  })
})

describe('漢数字', () => {
  it.each([
    ['五', 5],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['百五', 105],
    ['五つ', null],
  ])('%s', (text, says) => {
    expect(readKanjiNumber(text)).toBe(says)
  })
})

describe('単位の表記', () => {
  it.each([
    ['名', '人', true],
    ['か所', '箇所', true],
    ['%', 'ポイント', false],
    [null, null, true],
    ['件', null, false],
  ])('%s と %s', (a, b, says) => {
    expect(sameUnit(a, b)).toBe(says)
  })
})
