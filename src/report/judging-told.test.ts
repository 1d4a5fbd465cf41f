import { describe, expect, it } from 'vitest'
import { anId, anInitiative, aPlan } from '../../town/story/builders.ts'
import { aJudgement, aJudging, aRule, aScale } from '../../town/story/judging-builders.ts'
import type { Edition } from '../reform/edition.ts'
import { withJudgements } from '../reform/judgement-evaluations.ts'
import { emptyRecord } from '../reform/record.ts'
import type { ScaleId } from '../reform/scale.ts'
import { indexOf } from './edition-index.ts'
import { judgingTold, proposalsOf } from './judging-told.ts'
import { anEdition } from './test-edition.ts'

const STATUS = 'status' as ScaleId
const scales = [
  aScale('status', ['達成', '遅れ']),
  aScale('decision', ['継続', '完了'], {
    grades: [
      { word: '継続', meaning: null, core: null, decision: 'continue' },
      { word: '完了', meaning: null, core: 'ended', decision: 'complete' },
    ],
  }),
]
const proposal = { rule: aRule().id, word: '達成', why: '達成率は100％です。', inputs: [{ name: '実績', value: '100件' }] }
const judging = aJudging({
  scales,
  rules: [aRule()],
  judgements: [
    aJudgement({ id: 'a', scale: STATUS, stage: 'section', word: '達成', proposal }),
    aJudgement({ id: 'b', scale: STATUS, stage: 'department', word: '遅れ', reason: '件数だけでは足りない', proposal }),
    aJudgement({ id: 'c', stage: 'headquarters', word: '完了', initiative: anId('other') }),
    aJudgement({ id: 'd', scale: STATUS, stage: 'section', word: '達成', initiative: anId('other') }),
  ],
})
const record = withJudgements(
  {
    ...emptyRecord(),
    fiscalYear: 2024,
    plans: [aPlan()],
    initiatives: [anInitiative(), anInitiative({ id: anId('other'), title: '電力調達' })],
  },
  judging,
)
const index = indexOf(anEdition({ record, judging } as Partial<Edition>))

describe('評価の頁', () => {
  const told = judgingTold(index)
  it('段階ごとの評語が並び、重い段階の評語が共通の状態になる', () => {
    const [table] = told.decisions
    expect(table?.columns.map(({ scale, stage }) => `${scale} ${stage}`)).toEqual([
      '状況 一次評価（所管課）',
      '状況 二次評価（部）',
      '方向性 推進本部',
    ])
    expect(table?.rows.map(({ words, core, proposed, differs }) => [words.join('/'), core, proposed, differs])).toEqual([
      ['達成/遅れ/', 'behind', '達成', true],
      ['達成//完了', 'ended', 'なし', false],
    ])
  })
  it('判定案と違う決定に、理由と用いた値がある', () =>
    expect(told.overrides).toMatchObject([
      { proposed: '達成', word: '遅れ', reason: '件数だけでは足りない', inputs: [{ name: '実績', value: '100件' }] },
    ]))
  it('使われている段階だけを説明する', () =>
    expect(told.stages.map(({ name }) => name)).toEqual(['一次評価（所管課）', '二次評価（部）', '推進本部']))
  it('判定基準は、下限を文章で言う', () =>
    expect(told.rules[0]?.bands).toEqual([
      { word: '達成', when: '100％以上' },
      { word: '未達成', when: '100％未満' },
    ]))
  it('取組の頁には、判定案のある決定が段階の順に並ぶ', () =>
    expect(proposalsOf(index, anId('initiative')).map(({ stage, differs }) => [stage, differs])).toEqual([
      ['一次評価（所管課）', false],
      ['二次評価（部）', true],
    ]))
})
