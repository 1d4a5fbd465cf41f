import { describe, expect, it } from 'vitest'
import { anEvaluation, anInitiative } from '../../town/story/builders.ts'
import { aScale } from '../../town/story/judging-builders.ts'
import { foundWords } from './found-words.ts'

const initiatives = (...all: Parameters<typeof anEvaluation>[0][]) => all.map((one) => anInitiative({ evaluations: [anEvaluation(one)] }))

describe('文書にある評語', () => {
  it('尺度ごとに、件数・年度・共通の状態の案を並べる', () => {
    const [found] = foundWords(
      initiatives({ raw: '遅れ', scale: '進捗' }, { raw: '順調', scale: '進捗', fiscalYear: 2023 }, { raw: '順調', scale: '進捗' }),
      [],
    )
    expect(found).toMatchObject({ scale: '進捗', kind: 'status' })
    expect(found?.words.map(({ word, count, years, grade }) => [word, count, years, grade.core])).toEqual([
      ['順調', 2, '令和5年度、令和6年度', 'on-track'],
      ['遅れ', 1, '令和6年度', 'behind'],
    ])
  })
  it('方向性の語は方向性の尺度の案になる', () => {
    const [found] = foundWords(initiatives({ raw: '継続' }, { raw: '改善' }, { raw: '廃止' }), [])
    expect(found?.kind).toBe('decision')
    expect(Object.fromEntries(found?.grades.map(({ word, decision }) => [word, decision]) ?? [])).toEqual({
      継続: 'continue',
      改善: 'improve',
      廃止: 'end',
    })
  })
  it('尺度にある評語は、もう出ない', () => {
    expect(foundWords(initiatives({ raw: '達 成' }), [aScale('status', ['達成', '未達成'])])).toEqual([])
  })
})
