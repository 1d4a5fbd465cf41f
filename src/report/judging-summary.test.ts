import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../tests/random.ts'
import { anEvaluation, anId, anInitiative, aPlan } from '../../town/story/builders.ts'
import { aJudgement, aScale } from '../../town/story/judging-builders.ts'
import { withJudgements } from '../reform/judgement-evaluations.ts'
import { emptyRecord } from '../reform/record.ts'
import { SCALE_TEMPLATES } from '../reform/scale-templates.ts'
import { decimalOf, rounded, sumOf, times } from '../vocabulary/decimal.ts'
import { coreCounts, judgingSummary } from './judging-summary.ts'

const direction = aScale('decision', [], {
  name: '今後の方向性',
  grades: SCALE_TEMPLATES.find(({ key }) => key === 'direction')?.grades ?? [],
})
const words = (counts: Record<string, number>): string[] =>
  Object.entries(counts).flatMap(([word, count]) => Array.from({ length: count }, () => word))
const recordOf = (all: readonly string[], more = 0) => ({
  ...emptyRecord(),
  plans: [aPlan()],
  initiatives: [...all, ...Array.from({ length: more }, () => null)].map((_, nth) => anInitiative({ id: anId(`i${nth}`) })),
})
const judged = (all: readonly string[], more = 0) =>
  withJudgements(recordOf(all, more), {
    scales: [direction],
    judgements: all.map((word, nth) =>
      aJudgement({ id: `j${nth}`, initiative: anId(`i${nth}`), word, stage: 'headquarters', scale: direction.id }),
    ),
  })

describe('評価の集計', () => {
  it('227件のうち改善36件は15.9％であり、ほかの数は印字できない', () => {
    const counts = { 継続: 177, 経常事業: 2, 統合: 2, 完了: 3, 廃止: 1, 拡充: 6, 改善: 36 }
    const [year] = judgingSummary(judged(words(counts)), [direction])
    const [table] = year?.tables ?? []
    expect(table).toMatchObject({ judged: 227, undecided: 0, stage: '推進本部', scale: '今後の方向性' })
    expect(table?.rows.map(({ word, count, shareText }) => `${word} ${count} ${shareText}`)).toEqual([
      '拡充 6 2.6%',
      '継続 177 78.0%',
      '改善 36 15.9%',
      '統合 2 0.9%',
      '縮小 0 0.0%',
      '完了 3 1.3%',
      '廃止 1 0.4%',
      '経常事業 2 0.9%',
    ])
    expect(table?.note).toBeNull()
  })
  it('未決定は割合の母数に入れず、別に数える', () => {
    const [table] = judgingSummary(judged(['継続', '継続', '改善'], 5), [direction])[0]?.tables ?? []
    expect(table).toMatchObject({ judged: 3, undecided: 5, all: 8 })
    expect(table?.rows.find(({ word }) => word === '改善')?.shareText).toBe('33.3%')
  })
  it('四捨五入の合計が100にならなければ、そう書く', () => {
    const [table] = judgingSummary(judged(['継続', '改善', '廃止']), [direction])[0]?.tables ?? []
    expect(table?.note).toContain('99.9%')
  })
  it('期間外の計画の取組は未決定に数えない', () => {
    const record = judged(['継続'], 1)
    const other = { ...record, plans: [...record.plans, aPlan({ id: anId('old'), period: { from: 2018, to: 2022 } })] }
    const old = { ...other, initiatives: other.initiatives.map((it, nth) => (nth === 1 ? { ...it, plan: anId('old') } : it)) }
    expect(judgingSummary(old, [direction])[0]?.tables[0]).toMatchObject({ judged: 1, undecided: 0 })
  })
  it('文書の評価も、年度・段階・尺度ごとに数える', () => {
    const record = {
      ...recordOf(['', '']),
      initiatives: [
        anInitiative({ id: anId('i0'), evaluations: [anEvaluation({ raw: '順調' }), anEvaluation({ raw: '遅れ', fiscalYear: 2023 })] }),
        anInitiative({ id: anId('i1'), evaluations: [anEvaluation({ raw: '順 調' })] }),
      ],
    }
    const summary = judgingSummary(record, [])
    expect(summary.map(({ fiscalYear }) => fiscalYear)).toEqual([2024, 2023])
    expect(summary[0]?.tables[0]).toMatchObject({ stage: '文書の評価', judged: 2, rows: [{ word: '順調', count: 2, core: 'on-track' }] })
    expect(coreCounts(summary[0]?.tables[0] ?? { rows: [] })).toEqual([{ core: 'on-track', text: '順調', count: 2 }])
  })
  it('どの集計でも、内訳の件数の和は評価した件数、割合の和は1', () => {
    const random = randomFrom(36)
    for (let nth = 0; nth < 60; nth += 1) {
      const all = Array.from({ length: 1 + Math.floor(random() * 300) }, () => direction.grades[Math.floor(random() * 8)]?.word ?? '継続')
      const [table] = judgingSummary(judged(all, Math.floor(random() * 20)), [direction])[0]?.tables ?? []
      const counts = table?.rows.map(({ count }) => decimalOf(count)) ?? []
      expect(sumOf(counts)).toBe(String(all.length))
      expect(rounded(times(sumOf(table?.rows.map(({ share }) => share) ?? []), decimalOf(1)), 12)).toBe('1.000000000000')
    }
  })
})

describe('評価を記録に添える', () => {
  it('二度添えても二重にならない。元の記録は変わらない', () => {
    const record = recordOf(['継続'])
    const said = { scales: [direction], judgements: [aJudgement({ initiative: anId('i0'), scale: direction.id })] }
    const once = withJudgements(record, said)
    expect(once.initiatives[0]?.evaluations).toEqual([
      { fiscalYear: 2024, stage: '一次評価（所管課）', criterion: null, scale: '今後の方向性', raw: '継続', comment: null },
    ])
    expect(withJudgements(once, said)).toEqual(once)
    expect(record.initiatives[0]?.evaluations).toEqual([])
  })
  it('指標ごとの評価は取組の評価にならない', () => {
    const said = { scales: [direction], judgements: [aJudgement({ initiative: anId('i0'), scale: direction.id, indicator: anId('x') })] }
    const record = recordOf(['継続'])
    expect(withJudgements(record, said)).toBe(record)
  })
  it('同じ年度では、重い段階が最後に並ぶ', () => {
    const stages = ['headquarters', 'external', 'section', 'department'] as const
    const judgements = stages.map((stage) => aJudgement({ id: stage, initiative: anId('i0'), stage, scale: direction.id }))
    const record = withJudgements(recordOf(['継続']), { scales: [direction], judgements })
    expect(record.initiatives[0]?.evaluations.map(({ stage }) => stage)).toEqual([
      '外部評価',
      '一次評価（所管課）',
      '二次評価（部）',
      '推進本部',
    ])
  })
})
