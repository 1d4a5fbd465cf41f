import { describe, expect, it } from 'vitest'
import { halvesIn, periodIn, planNamedIn, transitionIn } from './plan-title.ts'

describe('表題の計画名', () => {
  it.each([
    ['「あおば改革～次の一歩～」における令和4年度の取組状況', 'あおば改革～次の一歩～', null],
    ['あおば市行財政改革実行計画（令和4年度～令和8年度）　令和5年度実施状況報告', 'あおば市行財政改革実行計画', { from: 2022, to: 2026 }],
    ['令和6年度　あおば市行政改革大綱 進捗状況一覧', 'あおば市行政改革大綱', null],
    ['あおば市 第4次行政改革大綱 財政効果額一覧（令和6年度）', 'あおば市 第4次行政改革大綱', null],
    ['行革プランの取組による改革改善効果額', '行革プラン', null],
    ['あおば町アクションプラン　実施計画一覧', 'あおば町アクションプラン', null],
  ])('%s', (line, title, period) => {
    expect(planNamedIn(line)).toEqual({ title, period })
  })

  it.each([
    '計画策定時点の効果額見込み',
    '取組整理表',
    '（単位：千円）',
    '(1) 財政の改革',
    '本市では行政改革大綱を定め、計画的に進めてきました。',
  ])('%s は計画を名乗らない', (line) => {
    expect(planNamedIn(line)).toBeNull()
  })

  it.each([
    ['R 4～R 9', { from: 2022, to: 2027 }],
    ['平成20年度から24年度まで', { from: 2008, to: 2012 }],
    ['令和4年度', null],
  ])('期間 %s', (text, period) => {
    expect(periodIn(text)).toEqual(period)
  })

  it('前期・後期と、その親の計画', () => {
    expect(halvesIn('行革プラン前期アクションプランの総括と後期アクションプランの方向性')).toEqual([
      { parent: '行革プラン', half: '前期アクションプラン' },
      { parent: null, half: '後期アクションプラン' },
    ])
  })

  it.each([
    ['取組整理表（前期アクションプラン⇒後期アクションプラン）', { from: '前期アクションプラン', to: '後期アクションプラン', parent: null }],
    [
      'あおば市経営プラン　前期実施計画から後期実施計画への移行',
      { from: '前期実施計画', to: '後期実施計画', parent: 'あおば市経営プラン' },
    ],
    ['取組一覧', null],
  ])('移行 %s', (line, expected) => {
    expect(transitionIn(line)).toEqual(expected)
  })
})
