import { describe, expect, it } from 'vitest'
import {
  aLineage,
  anActual,
  anEvaluation,
  anId,
  anIndicator,
  anInitiative,
  aPart,
  aPlan,
  aRecord,
  aTarget,
} from '../../town/story/builders.ts'
import type { Indicator, Initiative } from '../reform/record.ts'
import { coreOfScale } from './scale.ts'
import { statusOf } from './status.ts'

const of = (indicators: Indicator[], initiative: Initiative = anInitiative()) => statusOf(initiative, indicators, aRecord(), 2024)

describe('取組の状態', () => {
  const yearly = (target: string, actual: string) =>
    anIndicator({ targets: [aTarget(target), aTarget('500', { fiscalYear: 2027, final: true })], actual })
  const finalOnly = (said: { baseline?: string; actual: string; target?: string }) =>
    anIndicator({
      baseline: said.baseline ?? '50',
      actual: said.actual,
      targets: [aTarget(said.target ?? '100', { fiscalYear: 2027, final: true })],
    })

  it.each([
    ['最終目標に届いた', [anIndicator({ target: '100', actual: '120' })], 'achieved'],
    ['年度の目標に届いた', [yearly('100', '110')], 'on-track'],
    ['年度の目標に届かない', [yearly('100', '90')], 'behind'],
    ['期限前に最終目標に届いた', [finalOnly({ actual: '130' })], 'achieved'],
    ['期限前で現況値より悪い', [finalOnly({ actual: '40' })], 'behind'],
    ['期限前で途中', [finalOnly({ actual: '70' })], 'cannot-tell'],
    ['実績が報告されていない', [anIndicator({ actual: '' })], 'cannot-tell'],
    ['指標がない', [], 'cannot-tell'],
    ['一つでも届かなければ遅れ', [anIndicator({ actual: '120' }), anIndicator({ actual: '10' })], 'behind'],
    ['判定不能を良い方に数えない', [anIndicator({ actual: '120' }), anIndicator({ actual: '' })], 'on-track'],
  ] as const)('%s', (_, indicators, status) => {
    const judged = of([...indicators])
    expect(judged.status).toBe(status)
    expect(judged.reason).not.toBe('')
  })

  it('推定した方向による判定は推定と記す', () => {
    const guessed = anIndicator({ name: '処理日数', direction: null, directionSource: null, baseline: '20', target: '15', actual: '16' })
    expect(of([guessed])).toMatchObject({ status: 'behind', guessed: true })
  })

  it('文章からは判定しない', () => {
    const initiative = anInitiative({ goal: '目標を達成した', description: '遅れている' })
    expect(of([], initiative).status).toBe('cannot-tell')
  })

  it.each([
    ['廃止', 2024, 'ended'],
    ['完了', 2023, 'ended'],
    ['廃止', 2025, 'cannot-tell'],
    ['継続', 2024, 'cannot-tell'],
    ['未着手', 2024, 'not-started'],
    ['概ね達成', 2024, 'on-track'],
    ['概ね順調', 2024, 'on-track'],
    ['若干の遅れ', 2024, 'behind'],
  ])('評価「%s」（%d年度）', (raw, fiscalYear, status) => {
    expect(of([], anInitiative({ evaluations: [anEvaluation({ raw, fiscalYear })] })).status).toBe(status)
  })

  it('整理表で廃止された取組は終了', () => {
    const lineage = [aLineage({ kind: '廃止（取組完了）', from: [{ title: '旧取組', initiative: anId('initiative') }], to: [] })]
    expect(statusOf(anInitiative(), [anIndicator()], aRecord({ lineage }), 2024).status).toBe('ended')
  })

  it('すべての行動がこの年度より後に始まるなら未着手', () => {
    const activities = [{ name: '導入', schedule: [{ from: '2025-H1', to: null, text: '導入', milestone: false }] }]
    expect(of([], anInitiative({ parts: [aPart({ activities })] })).status).toBe('not-started')
  })

  it('実績のない年度を前の年度で埋めない', () => {
    expect(of([anIndicator({ actuals: [anActual('120', { fiscalYear: 2023 })] })]).status).toBe('cannot-tell')
  })
})

describe('次の期に引き継いだ取組の状態', () => {
  const [old, now, gone] = [anId('old'), anId('now'), anId('gone')]
  const plans = [aPlan(), aPlan({ id: anId('next'), parent: anId('plan'), title: '後期', period: { from: 2025, to: 2027 } })]
  const initiatives = [anInitiative({ id: old }), anInitiative({ id: gone }), anInitiative({ id: now, plan: anId('next') })]
  const lineage = [
    aLineage({ from: [{ title: '前', initiative: old }], to: [{ title: '後', initiative: now }] }),
    aLineage({ from: [{ title: '止', initiative: gone }], to: [], kind: '廃止' }),
  ]
  const record = aRecord({ plans, initiatives, lineage })
  it.each([
    { title: '新しい期の始まる前は、前の期の実績で見る', nth: 0, year: 2024, says: 'behind' },
    { title: '廃止するものも、前の期の間は実績で見る', nth: 1, year: 2024, says: 'behind' },
    { title: '新しい期の取組は、まだ始まっていない', nth: 2, year: 2024, says: 'not-started' },
    { title: '新しい期に入ると、前の期の取組は終わっている', nth: 0, year: 2025, says: 'ended' },
    { title: '廃止したものも終わっている', nth: 1, year: 2025, says: 'ended' },
    { title: '新しい期の取組は、報告がなければ判定できない', nth: 2, year: 2025, says: 'cannot-tell' },
  ])('$title', ({ nth, year, says }) => {
    const indicators = nth === 2 ? [] : [anIndicator()]
    expect(statusOf(initiatives[nth] as Initiative, indicators, record, year).status).toBe(says)
  })

  it('どの期に引き継がれたかを言う', () =>
    expect(statusOf(initiatives[0] as Initiative, [], record, 2025).reason).toBe('「後期」に引き継がれました（見直し区分「継続」）。'))
})

describe('評価尺度', () => {
  it.each([
    { word: '概ね順調', says: 'on-track' },
    { word: 'おおむね計画どおり', says: 'on-track' },
    { word: '概ね目標達成', says: 'on-track' },
    { word: '達成見込み', says: 'on-track' },
    { word: '目標達成', says: 'achieved' },
    { word: '若干の遅れ', says: 'behind' },
    { word: 'やや遅れている', says: 'behind' },
    { word: '計画より遅れている', says: 'behind' },
    { word: '一部未達成', says: 'behind' },
    { word: '未実施', says: 'not-started' },
    { word: '３終了・廃止・休止', says: 'ended' },
    { word: '１現状維持', says: null },
    { word: '廃止を検討', says: null },
    { word: '完了予定', says: null },
    { word: '取組中', says: null },
    { word: 'Ｂ', says: null },
  ])('文書の「$word」は $says', ({ word, says }) => expect(coreOfScale(word)).toBe(says))

  it('文字の尺度は計画が意味を与える', () => {
    expect(coreOfScale('A')).toBeNull()
    expect(coreOfScale('Ａ', { A: 'on-track' })).toBe('on-track')
  })
})
