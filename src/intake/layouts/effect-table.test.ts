import { describe, expect, it } from 'vitest'
import { effectTable } from './effect-table.ts'
import { readAs } from './example.ts'

const said = (...lines: string[]): unknown[] =>
  readAs(effectTable, lines).record.effects.map((e) => [e.estimate, e.scope, e.fiscalYear, e.amountYen, e.status])

describe('効果額の表', () => {
  it('見出しの三段、単位の行、見積時点、合計と比較が読める', () => {
    const { record, unread } = readAs(effectTable, [
      '# あおば行革プランの取組による効果額',
      '## 後期策定時点の効果額見込み',
      '(単位：千円)',
      '基本方針|改革改善効果額||合計額 (R4~R5)|計画策定時 との比較',
      '|令和4年度 (実績)|令和5年度 (見込み)||',
      '|金額|金額||',
      'I 窓口の改革|-34,614|0|-34,614|▲1,000',
      '合計|-34,614|0|-34,614|▲1,000',
    ])
    expect(unread).toEqual([])
    expect(record.effects.map((e) => [e.scope, e.fiscalYear, e.amountYen, e.status, e.unit, e.raw])).toEqual([
      ['I 窓口の改革', 2022, -34_614_000, '実績', '千円', '-34,614'],
      ['I 窓口の改革', 2023, 0, '見込み', '千円', '0'],
      ['合計', 2022, -34_614_000, '実績', '千円', '-34,614'],
      ['合計', 2023, 0, '見込み', '千円', '0'],
    ])
    expect(record.effectTotals.map((t) => [t.estimate, t.scope, t.amountYen, t.differenceYen])).toEqual([
      ['後期策定時点', 'I 窓口の改革', -34_614_000, -1_000_000],
      ['後期策定時点', '合計', -34_614_000, -1_000_000],
    ])
    expect(record.plans.map((p) => p.title)).toEqual(['あおば行革プラン'])
  })

  it.each([
    [
      '百万円と小数',
      ['効果額（単位：百万円）', '柱|R6計画|R6実績', '人|1.5|△0.5'],
      [
        [null, '人', 2024, 1_500_000, '計画'],
        [null, '人', 2024, -500_000, '実績'],
      ],
    ],
    [
      '年度が縦に並ぶ',
      ['効果額（単位：万円）', '年度|窓口|計', '令和6年度（実績）|▲120|▲120'],
      [
        [null, '窓口', 2024, -1_200_000, '実績'],
        [null, '計', 2024, -1_200_000, '実績'],
      ],
    ],
    [
      '空欄は何も言わず、「－」は金額のない答え',
      ['効果額（千円）', '柱|R5実績|R6実績|合計', '人||－|0'],
      [[null, '人', 2024, null, '実績']],
    ],
  ])('%s', (_, lines, expected) => {
    expect(said(...lines)).toEqual(expected)
  })

  it('取組名の列は取組を、見出しは歳入・歳出の別を言う', () => {
    const { record } = readAs(effectTable, [
      '１　歳入の確保|（千円）',
      '取組名|担当課|令和6年度計画額|令和6年度実績額',
      '寄附|総務課|55|61',
      '小計||55|61',
    ])
    expect(record.initiatives.map((i) => [i.title, i.sections[0]?.name])).toEqual([['寄附', '総務課']])
    expect(record.effects.map((e) => [e.scope, e.side, e.of && Object.keys(e.of)[0]])).toEqual([
      ['寄附', '歳入', 'initiative'],
      ['寄附', '歳入', 'initiative'],
      ['小計', '歳入', 'node'],
      ['小計', '歳入', 'node'],
    ])
  })

  it('金額でない表、取組の報告のある表は効果額の表ではない', () => {
    expect(readAs(effectTable, ['職員数（単位：人）', '区分|R5|R6', '正規|120|118']).stretches).toBe(0)
    expect(readAs(effectTable, ['取組名|担当課|取組状況|効果額（千円）', '寄附|総務課|増やした。|1,200']).stretches).toBe(0)
  })
})
