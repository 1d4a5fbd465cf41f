import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anEffect, anId, aRecord } from '../../../town/story/builders.ts'
import type { EffectTotal } from '../../reform/record.ts'
import { lookingAt } from '../looking.ts'
import { effectTables } from './effect-table.ts'

type Printed = [scope: string, amounts: (number | null)[], total?: number, difference?: number]

/** A table in 千円 from 令和5年度 on. */
const table = (rows: Printed[], estimate = '計画策定時') => ({
  effects: rows.flatMap(([scope, amounts]) =>
    amounts.flatMap((n, i) => (n === null ? [] : [anEffect({ scope, thousandYen: n, fiscalYear: 2023 + i, estimate })])),
  ),
  effectTotals: rows.flatMap(([scope, , total, difference]): EffectTotal[] =>
    total === undefined
      ? []
      : [{ estimate, scope, amountYen: total * 1000, differenceYen: difference === undefined ? null : difference * 1000, raw: `${total}` }],
  ),
})
const check = (...tables: ReturnType<typeof table>[]) =>
  effectTables(lookingAt(aRecord({ effects: tables.flatMap((t) => t.effects), effectTotals: tables.flatMap((t) => t.effectTotals) }), {}))
const verdicts = (...tables: ReturnType<typeof table>[]) => check(...tables).map((c) => `${c.kind} ${c.verdict}`)

describe('効果額の表の検算', () => {
  it.each<[string, Printed[], string[]]>([
    [
      '縦横ともに合う',
      [
        ['1 柱', [10, 20], 30],
        ['2 柱', [-5, 7], 2],
        ['合計', [5, 27], 32],
      ],
      ['row-total holds', 'row-total holds', 'row-total holds', 'column-total holds', 'column-total holds', 'column-total holds'],
    ],
    [
      '行の合計が違う',
      [
        ['1 柱', [10, 20], 30],
        ['2 柱', [10, 20], 40],
      ],
      ['row-total holds', 'row-total fails'],
    ],
    ['ただ一つの合計が大きく違えば、範囲が異なるかもしれない', [['1 柱', [10, 20], 40]], ['row-total cannot-tell']],
    [
      'ただ一つの合計が和を少し下回れば、誤り',
      [
        ['寄附', [10]],
        ['広告', [20]],
        ['点検', [70]],
        ['計', [95]],
      ],
      ['column-total fails'],
    ],
    [
      'ただ一つの合計が和を上回れば、載せていない行があるかもしれない',
      [
        ['寄附', [10]],
        ['広告', [20]],
        ['点検', [70]],
        ['計', [105]],
      ],
      ['column-total cannot-tell'],
    ],
    [
      'うち・再掲の行は足さない',
      [
        ['寄附', [10, 20]],
        ['（うち企業版）', [5, 5]],
        ['広告', [7, 9]],
        ['広告（再掲）', [7, 9]],
        ['計', [17, 39]],
      ],
      ['column-total holds', 'column-total fails'],
    ],
    [
      '累計の行は横に足さない',
      [
        ['寄附', [10, 20], 30],
        ['累計', [10, 30], 30],
      ],
      ['row-total holds'],
    ],
    [
      '収入から経費を引いた計',
      [
        ['増収額', [30, 40]],
        ['必要経費', [20, 10]],
        ['計', [10, 30]],
      ],
      ['column-total holds', 'column-total holds'],
    ],
    [
      '柱の行とその内訳が並ぶ表',
      [
        ['1 歳入', [17, 29, 17]],
        ['寄附', [10, 20, 10]],
        ['広告', [7, 9, 7]],
        ['2 歳出', [3, 4, 3]],
        ['点検', [3, 4, 3]],
        ['合計', [20, 44, 20]],
      ],
      ['column-total holds', 'column-total fails', 'column-total holds'],
    ],
    [
      '書かれていない行が合計に含まれる',
      [
        ['寄附', [10, 20], 30],
        ['広告', [7, 9], 16],
        ['合計', [17, 49], 66],
      ],
      [
        'row-total holds',
        'row-total holds',
        'row-total holds',
        'column-total holds',
        'column-total cannot-tell',
        'column-total cannot-tell',
      ],
    ],
    [
      '書かれていない年度が合計に含まれる',
      [
        ['寄附', [10, 20], 50],
        ['広告', [7, 9], 16],
        ['点検', [1, 2], 3],
        ['合計', [18, 31], 69],
      ],
      [
        ...['cannot-tell', 'holds', 'holds', 'cannot-tell'].map((v) => `row-total ${v}`),
        ...['holds', 'holds', 'holds'].map((v) => `column-total ${v}`),
      ],
    ],
    [
      '切り捨てた額の和かもしれない差',
      [
        ['寄附', [10, 10]],
        ['広告', [7, 7]],
        ['点検', [1, 1]],
        ['再編', [2, 2]],
        ['売却', [2, 2]],
        ['計', [22, 26]],
      ],
      ['column-total holds', 'column-total cannot-tell'],
    ],
    [
      '切捨てでも説明できない差',
      [
        ['寄附', [10, 10]],
        ['広告', [7, 7]],
        ['点検', [1, 1]],
        ['再編', [2, 2]],
        ['売却', [2, 2]],
        ['計', [22, 27]],
      ],
      ['column-total holds', 'column-total fails'],
    ],
    [
      '列の合計が違う',
      [
        ['1 柱', [10, 20]],
        ['2 柱', [5, 7]],
        ['計', [15, 72]],
      ],
      ['column-total holds', 'column-total fails'],
    ],
    ['四捨五入の差は合うとする', [['1 柱', [10, 20], 31]], ['row-total holds']],
    [
      '四捨五入で説明できない差',
      [
        ['1 柱', [10, 20], 32],
        ['2 柱', [10, 20], 30],
      ],
      ['row-total fails', 'row-total holds'],
    ],
    [
      '空欄のある行は誤りと言わない',
      [
        ['1 柱', [10, null], 40],
        ['2 柱', [1, 2], 3],
      ],
      ['row-total holds'],
    ],
    [
      '小計のある表は誤りと言わない',
      [
        ['1 柱', [10, 20]],
        ['2 柱', [1, 2]],
        ['小計', [11, 22]],
        ['合計', [99, 99]],
      ],
      ['column-total holds', 'column-total holds', 'column-total cannot-tell', 'column-total cannot-tell'],
    ],
  ])('%s', (_, rows, says) => {
    expect(verdicts(table(rows))).toEqual(says)
  })

  it('歳入計・歳出計はその上の行の和、総計はすべての行の和', () => {
    const rows: Printed[] = [
      ['広告', [9]],
      ['寄附', [20]],
      ['歳入計', [29]],
      ['点検', [18]],
      ['再編', [2]],
      ['歳出計', [20]],
      ['総計', [49]],
    ]
    expect(verdicts(table(rows))).toEqual(['column-total holds', 'column-total holds', 'column-total holds'])
  })

  it('柱ごとの小計', () => {
    const under = (node: string, scope: string, thousandYen: number) =>
      anEffect({ scope, thousandYen, fiscalYear: 2023, of: { node: anId(node) } })
    const rows = (second: number) => [
      ...[under('n1', '広告', 9), under('n1', '寄附', 20), under('n1', '小計', 29)],
      ...[under('n2', '点検', 18), under('n2', '再編', 2), under('n2', '小計', second)],
      anEffect({ scope: '合計', thousandYen: 49, fiscalYear: 2023, of: null }),
    ]
    expect(verdicts({ effects: rows(20), effectTotals: [] })).toEqual(['column-total holds', 'column-total holds', 'column-total holds'])
    expect(verdicts({ effects: rows(30), effectTotals: [] })).toEqual(['column-total holds', 'column-total fails', 'column-total holds'])
  })

  it('見込額と実績額が並ぶ表は、別々に確かめる', () => {
    const both = (status: '見込み' | '実績', amounts: number[]) =>
      ['1 柱', '2 柱', '計'].map((scope, i) => anEffect({ scope, status, thousandYen: amounts[i] ?? 0 }))
    const effects = [...both('見込み', [10, 20, 30]), ...both('実績', [10, 20, 40])]
    expect(verdicts({ effects, effectTotals: [] })).toEqual(['column-total holds', 'column-total fails'])
  })

  it('どの合計も合わない表は、読み落としを疑い、誤りと言わない', () => {
    const rows: Printed[] = [
      ['1 柱', [1, 2, 3]],
      ['2 柱', [1, 2, 3]],
      ['計', [90, 90, 90]],
    ]
    expect(verdicts(table(rows))).toEqual(['column-total cannot-tell', 'column-total cannot-tell', 'column-total cannot-tell'])
  })

  it('前の見積との差', () => {
    const plan = table([['1 柱', [10, 20], 30]])
    const kinds = (difference: number) => verdicts(plan, table([['1 柱', [5, 5], 10, difference]], '後期策定時')).at(-1)
    expect(kinds(-20)).toBe('difference holds')
    expect(kinds(-30)).toBe('difference fails')
  })

  it('文書の表に書き足した行は、文書の合計の内訳とみなさない', () => {
    const { effects, effectTotals } = table([
      ['1 柱', [10, 20], 30],
      ['2 柱', [5, 7], 12],
      ['合計', [15, 38], 53],
    ])
    const written = { of: { initiative: anId('kiosk') }, scope: 'コンビニ交付', fiscalYear: 2023, thousandYen: 3 }
    const added = [anEffect({ ...written, basis: '単年度' }), anEffect({ ...written, basis: '継続' })]
    const places = Object.fromEntries(effects.map((_, nth) => [`/effects/${nth}/amountYen`, [`line ${nth}`]]))
    const said = (all: typeof effects) =>
      effectTables(lookingAt(aRecord({ effects: all, effectTotals }), places)).map((c) => `${c.kind} ${c.verdict}`)
    expect(said([...effects, ...added])).toEqual(said(effects))
    expect(said(effects)).toHaveLength(6)
  })

  it('同じ欄に二つの額があれば確かめない', () => {
    const twice = table([['1 柱', [10, 20], 30]])
    expect(verdicts({ ...twice, effects: [...twice.effects, ...twice.effects] })).toEqual([])
  })

  it('書かれた値と計算した値を、表の単位で示す', () => {
    expect(check(table([['1 柱', [10, 20], 1040]]))[0]).toMatchObject({ stated: '1,040千円', computed: '30千円' })
  })

  it('どんな額でも、和で作った表は合い、2を超えてずらせば合わない', () => {
    const amounts = fc.array(fc.integer({ min: -99_999, max: 99_999 }), { minLength: 2, maxLength: 2 })
    fc.assert(
      fc.property(amounts, fc.integer({ min: 2, max: 999 }), (terms, off) => {
        const total = terms.reduce((a, b) => a + b, 0)
        const sums = (stated: number) =>
          verdicts(
            table([
              ['1 柱', terms, stated],
              ['2 柱', [1, 2], 3],
            ]),
          )
        expect(sums(total)).toEqual(['row-total holds', 'row-total holds'])
        expect(sums(total + off)).toEqual(['row-total fails', 'row-total holds'])
      }),
    )
  })
})
