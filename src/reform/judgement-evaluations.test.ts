import { describe, expect, it } from 'vitest'
import { anInitiative } from '../../town/story/builders.ts'
import { aJudgement, aScale } from '../../town/story/judging-builders.ts'
import { aDay } from '../../town/story/round-builders.ts'
import { decidedBy } from './decided.ts'
import { withJudgements } from './judgement-evaluations.ts'
import { emptyRecord } from './record.ts'
import type { ScaleId } from './scale.ts'

const [A, B] = ['a' as ScaleId, 'b' as ScaleId]
const scales = [
  aScale('decision', ['継続', '廃止'], { id: A, name: '方向性' }),
  aScale('decision', ['継続', '廃止'], { id: B, name: '処置' }),
]
const record = { ...emptyRecord(), initiatives: [anInitiative()] }

describe('評価を記録に添える', () => {
  it.each([
    {
      title: '本部の評価は課の評価の後',
      judgements: [aJudgement({ id: '1', scale: A, stage: 'headquarters', word: '廃止' }), aJudgement({ id: '2', scale: A })],
    },
    {
      title: '同じ段階では、後の日の評価が後（識別子の順ではなく）',
      judgements: [
        aJudgement({ id: '1', scale: A, word: '廃止', on: aDay('2025-05-21') }),
        aJudgement({ id: '2', scale: B, word: '継続', on: aDay('2025-05-20') }),
      ],
    },
    {
      title: '外部の委員会の評価は、内部の評価より軽い',
      judgements: [
        aJudgement({ id: '1', scale: A, word: '廃止' }),
        aJudgement({ id: '2', scale: A, stage: 'external', on: aDay('2025-06-01') }),
      ],
    },
  ])('$title：決まった評語が最後に立つ', ({ judgements }) => {
    const last = withJudgements(record, { scales, judgements }).initiatives[0]?.evaluations.at(-1)
    expect(last?.raw).toBe('廃止')
    expect(decidedBy('decision', scales, judgements).map(({ grade }) => grade.word)).toEqual([last?.raw])
  })

  it('二度添えても、二度は言わない', () => {
    const judging = { scales, judgements: [aJudgement({ scale: A })] }
    const once = withJudgements(record, judging)
    expect(withJudgements(once, judging)).toEqual(once)
  })
})
