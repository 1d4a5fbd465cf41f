import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withFormulaGuard, withoutFormulaGuard } from './formula-guard.ts'

describe('数式の無害化', () => {
  it.each([
    { text: '=HYPERLINK("http://a")', says: '\'=HYPERLINK("http://a")' },
    { text: '＝1+1', says: "'＝1+1" },
    { text: '@SUM(A1)', says: "'@SUM(A1)" },
    { text: "-2+3+cmd|' /C calc'!A0", says: "'-2+3+cmd|' /C calc'!A0" },
    { text: '\t=1', says: "'\t=1" },
    { text: "'=1", says: "''=1" },
    { text: '-5000', says: '-5000' },
    { text: '-5,000', says: '-5,000' },
    { text: '+3.2%', says: '+3.2%' },
    { text: '－', says: '－' },
    { text: '▲50', says: '▲50' },
    { text: "'令和6年度", says: "'令和6年度" },
    { text: '', says: '' },
  ])('「$text」は「$says」', ({ text, says }) => {
    expect(withFormulaGuard(text)).toBe(says)
    expect(withoutFormulaGuard(says)).toBe(text)
  })

  it('付けて外せば、どんな文字も元のまま', () => {
    const start = fc.constantFrom('', "'", "''", '=', '-', '＋', '\n', '\0', "'=", '-5')
    fc.assert(
      fc.property(start, fc.string({ unit: 'binary' }), (head, tail) => withoutFormulaGuard(withFormulaGuard(head + tail)) === head + tail),
      { numRuns: 10_000 },
    )
  })
})
