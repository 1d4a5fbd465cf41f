import { describe, expect, it } from 'vitest'
import { readAs } from './example.ts'
import { figuresByYear } from './figures-by-year.ts'

describe('年度別の数値の表', () => {
  it.each([
    ['年度が横', ['職員数の推移（単位：人）', '区分|令和5年度|令和6年度|計', '正規|120|118|238'], [['正規', '人', '2023 120', '2024 118']]],
    [
      '年度が縦',
      ['職員数の推移（単位：人）', '年度|正規|再任用', 'R5|120|8', 'R6（見込み）|118|－'],
      [
        ['正規', '人', '2023 120', '2024 118'],
        ['再任用', '人', '2023 8', '2024 null'],
      ],
    ],
  ])('%s', (_, lines, expected) => {
    const { record } = readAs(figuresByYear, lines)
    expect(record.series.map((s) => [s.name, s.unit, ...s.points.map((p) => `${p.at} ${p.value}`)])).toEqual(expected)
  })

  it('目標と実績が年度ごとに縦に並ぶ表は、見出しの指標になる', () => {
    const { record } = readAs(figuresByYear, [
      '指標１　帳票の種類（単位：種類）',
      '年度|目標|実績',
      '令和5年度（基準）|－|312',
      '令和6年度|280以下|274',
      '令和7年度|240',
    ])
    const [indicator] = record.indicators
    expect(indicator).toMatchObject({ name: '帳票の種類', unit: '種類', baseline: { asOf: '2023', value: '312' } })
    expect(indicator?.targets.map((t) => [t.fiscalYear, t.value])).toEqual([
      [2023, null],
      [2024, '280'],
      [2025, '240'],
    ])
    expect(indicator?.actuals.map((a) => [a.fiscalYear, a.value])).toEqual([[2024, '274']])
  })
})
