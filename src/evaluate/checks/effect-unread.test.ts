import { describe, expect, it } from 'vitest'
import { anEffect, aRecord } from '../../../town/story/builders.ts'
import type { Effect } from '../../reform/record.ts'
import { decimalOf } from '../../vocabulary/decimal.ts'
import { lookingAt } from '../looking.ts'
import { effectTables } from './effect-table.ts'

const verdicts = (effects: Effect[]) => effectTables(lookingAt(aRecord({ effects }), {})).map((c) => `${c.kind} ${c.verdict}`)

describe('合計に足す欄と足さない欄', () => {
  it.each([
    ['※主な取組のみ掲載しているため、内訳と合計は一致しない。', 'line 9', 'column-total cannot-tell'],
    ['1,500', 'line 3', 'column-total cannot-tell'],
    ['12.5%', 'line 3', 'column-total fails'],
    ['（続き）', 'line 3', 'column-total fails'],
  ])('読み取れていない「%s」', (text, at, says) => {
    const amounts = { 寄附: [10, 20], 広告: [7, 9], 計: [17, 49] }
    const effects = Object.entries(amounts).flatMap(([scope, row]) =>
      row.map((thousandYen, i) => anEffect({ scope, thousandYen, fiscalYear: 2023 + i })),
    )
    const places = Object.fromEntries(effects.map((_, i) => [`/effects/${i}/raw`, [`line ${1 + 3 * Math.floor(i / 2)}`]]))
    const record = { ...aRecord({ effects }), unread: [{ at, text }] }
    expect(effectTables(lookingAt(record, places)).map((c) => `${c.kind} ${c.verdict}`)).toEqual(['column-total holds', says])
  })

  it('「－」は何もないと書かれた欄で、その行の他の年度は足す', () => {
    const dash = anEffect({ scope: '電力', amountYen: null, raw: '－', fiscalYear: 2023, of: null })
    const rows = [
      dash,
      anEffect({ scope: '電力', thousandYen: 20, fiscalYear: 2024, of: null }),
      ...[7, 9].map((n, i) => anEffect({ scope: '広告', thousandYen: n, fiscalYear: 2023 + i, of: null })),
      ...[7, 39].map((n, i) => anEffect({ scope: '計', thousandYen: n, fiscalYear: 2023 + i, of: null })),
    ]
    expect(verdicts(rows)).toEqual(['column-total holds', 'column-total fails'])
  })

  it('時間や人の行は、金額の合計に足さない', () => {
    const rows = [
      ...[10, 20].map((n, i) => anEffect({ scope: '窓口', thousandYen: n, fiscalYear: 2023 + i, of: null })),
      ...[90, 90].map((n, i) =>
        anEffect({ scope: '会議', amountYen: null, quantity: decimalOf(n), unit: '時間', fiscalYear: 2023 + i, of: null }),
      ),
      ...[7, 9].map((n, i) => anEffect({ scope: '広告', thousandYen: n, fiscalYear: 2023 + i, of: null })),
      ...[17, 39].map((n, i) => anEffect({ scope: '計', thousandYen: n, fiscalYear: 2023 + i, of: null })),
    ]
    expect(verdicts(rows)).toEqual(['column-total holds', 'column-total fails'])
  })
})
