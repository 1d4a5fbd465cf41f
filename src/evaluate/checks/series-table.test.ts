import { describe, expect, it } from 'vitest'
import { aDecimal, aRecord } from '../../../town/story/builders.ts'
import type { Series } from '../../reform/record.ts'
import { lookingAt } from '../looking.ts'
import { seriesTables } from './series-table.ts'

type Printed = [name: string, values: number[], unit?: string]
const series = (rows: Printed[]): Series[] =>
  rows.map(([name, values, unit = '人']) => {
    const points = values.map((n, i) => ({
      at: `${2023 + i}`,
      value: aDecimal(`${n}`),
      answer: 'number' as const,
      raw: `${n}`,
      status: null,
    }))
    return { name, unit, breakdown: null, thresholds: {}, points }
  })
const check = (rows: Printed[]) => seriesTables(lookingAt(aRecord({ series: series(rows) }), {}))

describe('推移の表の検算', () => {
  it.each<[string, Printed[], string[]]>([
    [
      '職種ごとの職員数',
      [
        ['一般行政職', [310, 308, 305]],
        ['技能労務職', [25, 23, 21]],
        ['合計', [335, 331, 336]],
      ],
      ['holds', 'holds', 'fails'],
    ],
    [
      '合計の下の外数は足さない',
      [
        ['一般行政職', [310, 308]],
        ['技能労務職', [25, 23]],
        ['合計', [335, 331]],
        ['再任用短時間', [12, 15]],
      ],
      ['holds', 'holds'],
    ],
    [
      '採用から退職を引いた差引合計',
      [
        ['退職者数', [12, 15, 11]],
        ['採用者数', [10, 12, 9]],
        ['差引合計', [-2, -3, -4]],
      ],
      ['holds', 'holds', 'fails'],
    ],
    [
      '別の人数まで含む合計',
      [
        ['本庁', [310, 308]],
        ['支所', [25, 23]],
        ['市全体の合計', [435, 431]],
      ],
      ['cannot-tell', 'cannot-tell'],
    ],
    [
      '単位の異なる行は足さない',
      [
        ['本庁', [310, 308]],
        ['支所', [25, 23]],
        ['経費', [900, 910], '千円'],
        ['合計', [335, 331]],
      ],
      ['holds', 'holds'],
    ],
    [
      '対前年増減の行は足さない',
      [
        ['一般行政', [310, 308, 300]],
        ['公営企業', [25, 23, 21]],
        ['対前年増減', [0, -4, -10]],
        ['合計', [335, 331, 321]],
      ],
      ['holds', 'holds', 'holds'],
    ],
    [
      '一度しか合わない合計は、誤りと言わない',
      [
        ['一般行政', [310, 308]],
        ['公営企業', [25, 23]],
        ['合計', [335, 341]],
      ],
      ['holds', 'cannot-tell'],
    ],
    [
      '割合は足さない',
      [
        ['満足', [40, 41], '%'],
        ['不満', [30, 31], '%'],
        ['合計', [90, 91], '%'],
      ],
      [],
    ],
    [
      '合計のない表',
      [
        ['本庁', [310, 308]],
        ['支所', [25, 23]],
        ['残高', [1, 2]],
      ],
      [],
    ],
  ])('%s', (_, rows, verdicts) => {
    expect(
      check(rows)
        .map((c) => c.verdict)
        .toSorted(),
    ).toEqual(verdicts.toSorted())
  })

  it('単位を付けて示す', () => {
    const [, wrong] = check([
      ['本庁', [310, 308, 300]],
      ['支所', [25, 23, 20]],
      ['計', [335, 341, 320]],
    ])
    expect(wrong?.message).toBe('推移「2024年度の計」は341人と書かれていますが、各欄の和は331人です。各欄か合計を確かめてください。')
  })
})
