import { describe, expect, it } from 'vitest'
import { readAs } from './example.ts'
import { kptSlides } from './kpt-slides.ts'

const LISTS = [
  '# 前期の総括',
  '### Keep 続けること',
  '- ① 提案が定着した',
  '### Problem 課題',
  '- ① 効果が足りない',
  '**Try** 次に',
  '- ① 効果の大きい取組',
  '- ② 体制づくり',
]

describe('KPTの一覧', () => {
  it('種類・番号・文が読める', () => {
    const { record, unread } = readAs(kptSlides, LISTS)
    expect(record.reviews[0]?.items.map((i) => [i.kind, i.number, i.text])).toEqual([
      ['keep', '①', '提案が定着した'],
      ['problem', '①', '効果が足りない'],
      ['try', '①', '効果の大きい取組'],
      ['try', '②', '体制づくり'],
    ])
    expect(unread).toEqual([])
  })

  it('Keep・Problem・Try が列の表でも同じ', () => {
    const { record } = readAs(kptSlides, ['振り返り', 'Keep（続ける）|Problem（課題）|Try（試す）', '提案が定着した|効果が足りない|絞る'])
    expect(record.reviews[0]?.items.map((i) => `${i.kind} ${i.text}`)).toEqual([
      'keep 提案が定着した',
      'problem 効果が足りない',
      'try 絞る',
    ])
  })
})

describe('Try の頁', () => {
  const page = (...lines: string[]) => {
    const { record, unread } = readAs(kptSlides, [...LISTS, 'Try 次に', '## ① 効果の大きい取組', ...lines])
    const item = record.reviews[0]?.items.find((i) => i.kind === 'try')
    return { item, unread }
  }
  const link = (title: string, section: string, more: object = {}) => ({
    title,
    sections: [section],
    aggregates: [],
    note: null,
    initiative: null,
    ...more,
  })

  it.each([
    ['箇条書き', ['- 寄附の推進 [財政課]'], [link('寄附の推進', '財政課')]],
    ['一行に二つ', ['- 相談[市民課]      ○ 広報の改善 [広報課]'], [link('相談', '市民課'), link('広報の改善', '広報課')]],
    ['次の行の※', ['- 評価の見直し [企画課]  ', '※外部の評価を加える'], [link('評価の見直し', '企画課', { note: '※外部の評価を加える' })]],
    [
      '後ろの←と、次の行の⇒',
      ['- 相談役 [職員課] ←旧制度から', '⇒前期に開始'],
      [link('相談役', '職員課', { note: '←旧制度から ⇒前期に開始' })],
    ],
    ['括弧のある名', ['- 意見交換 (ABC) [秘書課] 実施済'], [link('意見交換 (ABC)', '秘書課', { note: '実施済' })]],
    [
      '集約',
      [
        '#### ○ 業務の見直し (総務課)',
        '[既存取組の集約]',
        '- 手順書の作成 [総務課]',
        '- 標準化[ABC] [総務課]',
        '一つにする',
        '- 窓口の改善 [市民課]',
      ],
      [link('業務の見直し', '総務課', { aggregates: ['手順書の作成', '標準化[ABC]'], note: '一つにする' }), link('窓口の改善', '市民課')],
    ],
  ])('%s', (_, lines, expected) => {
    const { item, unread } = page('### 新規の取組', ...lines)
    expect(item?.new).toEqual(expected)
    expect(unread).toEqual([])
  })

  it('既存取組、その他、文章の頁', () => {
    const { item } = page(
      '### 既存取組（前期）',
      '○ 広告の拡大 [資産課・財政課]',
      'その他：別の計画で進める',
      '財政計画との整合を次期計画で整理する。',
    )
    expect(item?.existing.map((l) => [l.title, l.sections])).toEqual([['広告の拡大', ['資産課', '財政課']]])
    expect(item?.other).toEqual(['別の計画で進める', '財政計画との整合を次期計画で整理する。'])
  })
})
