import { describe, expect, it } from 'vitest'
import { anEvaluation, anIndicator, anInitiative, aRecord } from '../../town/story/builders.ts'
import { aScale } from '../../town/story/judging-builders.ts'
import type { CoreStatus, Scale } from '../reform/scale.ts'
import { coreOf } from './scale.ts'
import { statusOf } from './status.ts'

const scaleOf = (name: string, mapping: Record<string, CoreStatus | null>): Scale =>
  aScale('status', [], { name, grades: Object.entries(mapping).map(([word, core]) => ({ word, meaning: null, core, decision: null })) })

describe('計画の評語から共通の状態へ', () => {
  const letters = scaleOf('総合評価', { S: 'achieved', A: 'achieved', B: 'on-track', C: 'behind' })
  const steps = scaleOf('着手状況', { 完了: 'achieved', 取組中: 'on-track', 未着手: 'not-started' })
  const ways = scaleOf('方向性', { 継続: null, 完了: 'ended' })
  it.each([
    ['文字の評語は計画の対応による', '総合評価', 'Ｂ', [letters], 'on-track'],
    ['対応がなければ文字からは何も言えない', '総合評価', 'B', [], null],
    ['尺度の名のない評語は、それを知る尺度による', null, 'C', [letters], 'behind'],
    ['尺度が名指されれば、一般の読み方より先', '着手状況', '完了', [steps, ways], 'achieved'],
    ['同じ語を別の意味で使う尺度があれば、一般の読み方に戻る', null, '完了', [steps, ways], 'ended'],
    ['状況を言わない評語は、状況を言わない', '方向性', '継続', [ways], null],
    ['登録のない尺度の語は、一般の読み方', '進み具合', '順調', [letters], 'on-track'],
  ] as const)('%s', (_, scale, raw, scales, says) => expect(coreOf({ scale, raw }, [...scales])).toBe(says))
})

describe('状態と計画の評語', () => {
  const letters = scaleOf('総合評価', { A: 'achieved', B: 'on-track', C: 'behind' })
  const status = (evaluations: Parameters<typeof anEvaluation>[0][], scales = [letters]) =>
    statusOf(
      anInitiative({ evaluations: evaluations.map((one) => anEvaluation(one)) }),
      [anIndicator({ target: '100', actual: '120' })],
      aRecord(),
      2024,
      scales,
    )

  it('計画の尺度で決めた評語は数値より先で、数値が別のことを言えばそれも書く', () => {
    const judged = status([{ scale: '総合評価', stage: '推進本部', raw: 'C' }])
    expect(judged.status).toBe('behind')
    expect(judged.reason).toBe('推進本部の評価が「C」です。数値からは「目標達成」です。')
  })
  it('尺度の登録がなければ数値による', () => expect(status([{ scale: '総合評価', raw: 'C' }], []).status).toBe('achieved'))
  it('別の年度の評語は、その年度の状態にならない', () =>
    expect(status([{ scale: '総合評価', raw: 'C', fiscalYear: 2023 }]).status).toBe('achieved'))
  it('重い段階の評語による（後に並ぶもの）', () =>
    expect(
      status([
        { scale: '総合評価', raw: 'C' },
        { scale: '総合評価', raw: 'B' },
      ]).status,
    ).toBe('on-track'))
  it('推進本部の「継続」は、所管課の「廃止」を打ち消す', () => {
    const ways: Scale = { ...scaleOf('方向性', { 継続: null, 廃止: 'ended' }), kind: 'decision' }
    expect(status([{ scale: '方向性', raw: '廃止' }], [ways]).status).toBe('ended')
    const said = [
      { scale: '方向性', raw: '廃止' },
      { scale: '方向性', raw: '継続' },
    ]
    expect(status(said, [ways]).status).toBe('achieved')
  })
})
