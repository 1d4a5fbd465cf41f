import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Decimal, decimalOf } from '../vocabulary/decimal.ts'
import { agreementOf, isCounted, sumAgreement } from './tolerance.ts'

const d = (text: string) => text as Decimal

describe('許容差', () => {
  it.each([
    ['53.5', '53.5', 'equal'],
    ['53.5', '53.50', 'equal'],
    ['53.5', '53.549', 'rounded'],
    ['53.5', '53.55', 'rounded'],
    ['53.5', '53.551', 'truncated'],
    ['53.5', '53.599', 'truncated'],
    ['53.5', '53.6', 'differs'],
    ['53.5', '53.44', 'differs'],
    ['-53.5', '-53.58', 'truncated'],
    ['7.2', '15.859', 'differs'],
    ['16', '15.859', 'rounded'],
    ['15', '15.859', 'truncated'],
  ])('書かれた値 %s 計算した値 %s', (stated, computed, says) => {
    expect(agreementOf(d(stated), d(computed))).toBe(says)
  })

  it.each([
    ['10', ['3', '3', '3'], '1', 'rounded'],
    ['12', ['3', '3', '3'], '1', 'differs'],
    ['10', ['3', '3', '3'], 'exact', 'differs'],
    ['9', ['3', '3', '3'], 'exact', 'equal'],
    ['1000', ['400', '400'], '1000', 'rounded'],
  ])('合計 %s 項 %j 単位 %s', (stated, terms, unit, says) => {
    expect(sumAgreement(d(stated), terms.map(d), unit === 'exact' ? 'exact' : d(unit))).toBe(says)
  })

  it('四捨五入した n 項の和は、(n+1)/2 を超えて離れない', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -99_999, max: 99_999 }), { minLength: 1, maxLength: 20 }), (tenths) => {
        const total = Math.round(tenths.reduce((a, b) => a + b, 0) / 10)
        const terms = tenths.map((t) => decimalOf(Math.round(t / 10)))
        expect(sumAgreement(decimalOf(total), terms, d('1'))).not.toBe('differs')
      }),
    )
  })

  it('人や件は数え上げ、千円や%は丸めた値', () => {
    expect(isCounted('人', [d('3')])).toBe(true)
    expect(isCounted('件/年', [d('3')])).toBe(true)
    expect(isCounted('円', [d('3')])).toBe(true)
    expect(isCounted('人', [d('3.5')])).toBe(false)
    expect(isCounted('千円', [d('3')])).toBe(false)
    expect(isCounted('%', [d('3')])).toBe(false)
  })
})
