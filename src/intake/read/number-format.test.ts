import { describe, expect, it } from 'vitest'
import { exactDigits, shownNumber } from './number-format.ts'

describe('数値の表示形式', () => {
  it.each([
    { value: 0.1 + 0.2, format: undefined, says: '0.3' },
    { value: 1e21, format: undefined, says: '1000000000000000000000' },
    { value: 1e-7, format: 'General', says: '0.0000001' },
    { value: 1234567, format: '#,##0', says: '1,234,567' },
    { value: 999, format: '#,##0', says: '999' },
    { value: 0.124, format: '0.0%', says: '12.4%' },
    { value: 0.1245, format: '0.0%', says: '12.5%' },
    { value: 1.005, format: '0.00', says: '1.01' },
    { value: 100, format: '0.0', says: '100.0' },
    { value: -5000, format: '#,##0;"▲ "#,##0', says: '▲ 5,000' },
    { value: -5000, format: '#,##0_);[Red](#,##0)', says: '▲5,000' },
    { value: -5000, format: '#,##0;[赤]#,##0', says: '▲5,000' },
    { value: -5000, format: '#,##0', says: '-5,000' },
    { value: 0, format: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', says: '0' },
    { value: 0, format: '0;-0;', says: '' },
    { value: 5, format: ';;;', says: '' },
    { value: 1234000, format: '#,##0,"千円"', says: '1,234千円' },
    { value: 12345678, format: '#,##0.0,,"百万円"', says: '12.3百万円' },
    { value: 1500, format: '[>=1000]#,##0.0,"千";0', says: '1.5千' },
    { value: 4, format: '"令和"0"年度"', says: '令和4年度' },
    { value: 1234, format: '[$¥-411]#,##0', says: '¥1,234' },
    { value: 9600001, format: '000-0000', says: '960-0001' },
    { value: 0.5, format: '#,##0.##', says: '0.5' },
    { value: 12345, format: '0.00E+00', says: '1.23E+04' },
  ])('$value を $format で表すと「$says」', ({ value, format, says }) => {
    expect(shownNumber(value, format)).toBe(says)
  })

  it('整数も小数も、書かれた桁のまま文字になる', () => {
    for (const text of ['0', '-1', '52218', '90.2', '-0.05', '123456789012345', '0.000000123']) expect(exactDigits(Number(text))).toBe(text)
  })
})
