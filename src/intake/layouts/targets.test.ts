import { describe, expect, it } from 'vitest'
import type { FiscalYear } from '../../vocabulary/fiscal-year.ts'
import type { Cell } from '../read/page.ts'
import { readTargetCells } from './targets.ts'

const cell = (text: string, column = 0): Cell => ({ text, raw: text, at: 'line 1', column, columnSpan: 1, rowSpan: 1 })
const R8 = 2026 as FiscalYear
const said = (...texts: string[]) =>
  readTargetCells(
    texts.map((text) => cell(text)),
    R8,
  )
const brief = (...texts: string[]) =>
  said(...texts).found.map((y) => ({
    name: y.name,
    unit: y.unit,
    target: y.targets.map((t) => `${t.fiscalYear}${t.comparator ?? ''}${t.value ?? t.raw}`).join(' '),
    base: y.baseline ? `${y.baseline.asOf}:${y.baseline.value}` : null,
  }))

describe('目標欄', () => {
  it.each([
    ['一つの目標', '利用率 30％以上', [{ name: '利用率', unit: '%', target: '2026>=30', base: null }]],
    ['年のある括弧は目標の年', '利用率 30％以上（令和7年度）', [{ name: '利用率', unit: '%', target: '2025>=30', base: null }]],
    ['年と値の括弧は現況', '利用率 30％以上（令和4年度 4.5％）', [{ name: '利用率', unit: '%', target: '2026>=30', base: '2022:4.5' }]],
    ['現状とだけある括弧', '利用率 30％以上（現状 4.5％）', [{ name: '利用率', unit: '%', target: '2026>=30', base: 'null:4.5' }]],
    ['期間のある単位', '・講座 8回/年', [{ name: '講座', unit: '回/年', target: '2026=8', base: null }]],
    ['値の前の期間は名ではない', '差戻し件数 年間100件以下', [{ name: '差戻し件数', unit: '件', target: '2026<=100', base: null }]],
    [
      '値のない目標',
      '・だれもが使える窓口を目指す',
      [{ name: 'だれもが使える窓口を目指す', unit: null, target: '2026だれもが使える窓口を目指す', base: null }],
    ],
    ['－は目標ではない', '－', []],
  ])('%s', (_title, text, expected) => expect(brief(text)).toEqual(expected))

  it.each([
    ['同じ名', '・利用率 30％ （2022年度末時点の現況値） ・利用率 12.4％'],
    ['てにをはの違い', '・利用率 30％ （2022年度末時点の現況値） ・利用の率 12.4％'],
    ['括弧の中の名', '・窓口の改善（利用率）30％ （2022年度末時点の現況値） ・利用率 12.4％'],
    ['ローマ数字の鍵', 'i 利用率 30％ ii 件数 5件 （2022年度末時点の現況値） i 12.4％ ii 3件'],
    ['現況が別の行', '・利用率 30％\n【2022年度末時点の現況値】\n・利用率 12.4％'],
  ])('現況を目標に結ぶ：%s', (_title, text) => {
    const [first] = brief(text)
    expect([first?.target, first?.base]).toEqual(['2026=30', '2022年度末:12.4'])
  })

  it('目標のない現況は別の指標、名も値もない現況は読まない', () => {
    const { found, left } = said('・利用率 30％ （2022年度末時点の現況値） ・延長 10.4km ・準備の途中である')
    expect(found.map((y) => [y.name, y.targets.length, y.baseline?.value ?? null])).toEqual([
      ['利用率', 1, null],
      ['延長', 0, '10.4'],
    ])
    expect(left.map((l) => l.text)).toEqual(['準備の途中である'])
  })

  it('同じ目標が二つのセルにあれば一つ', () => {
    expect(brief('利用率 30％', '利用率 30％')).toHaveLength(1)
  })

  it('注の付いた目標は注を原文に含めず、途中の目標は別に持つ', () => {
    const [first] = said('利用率 30％ ※令和6年度の目標は10％').found
    expect(first?.targets.map((t) => [t.fiscalYear, t.value, t.final])).toEqual([
      [2024, '10', false],
      [2026, '30', true],
    ])
    expect(first?.targets[1]?.raw).toBe('利用率 30％')
  })
})
