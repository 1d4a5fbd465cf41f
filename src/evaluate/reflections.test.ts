import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../tests/random.ts'
import { anId } from '../../town/story/builders.ts'
import { aJudgement, aReflection, aScale } from '../../town/story/judging-builders.ts'
import type { BudgetReflection } from '../reform/budget-reflection.ts'
import { reflectionSums, reflectionsFound } from './reflections.ts'

const scale = aScale('decision', ['拡充', '継続', '改善', '縮小', '廃止'])
const states = (words: string[], reflections: BudgetReflection[]) =>
  reflectionsFound(
    [scale],
    words.map((word, nth) => aJudgement({ id: String(nth), initiative: anId(`i${nth}`), word, scale: scale.id })),
    reflections,
  ).map(({ initiative, state }) => [initiative, state])
const none = { reflected: null, none: '執行方法の見直しのため' }

describe('予算反映の一覧', () => {
  it.each<{ title: string; words: string[]; reflections: BudgetReflection[]; says: [string, string][] }>([
    {
      title: '改善・縮小・廃止だけが問われる',
      words: ['拡充', '継続', '改善', '縮小', '廃止'],
      reflections: [],
      says: [
        ['i2', 'lacking'],
        ['i3', 'lacking'],
        ['i4', 'lacking'],
      ],
    },
    { title: '額がある', words: ['縮小'], reflections: [aReflection({ initiative: anId('i0') })], says: [['i0', 'reflected']] },
    {
      title: '0円も額である',
      words: ['縮小'],
      reflections: [aReflection({ initiative: anId('i0'), reflected: { budgetYear: 2025, amountYen: 0, note: null } })],
      says: [['i0', 'reflected']],
    },
    {
      title: 'なしと理由',
      words: ['改善'],
      reflections: [aReflection({ initiative: anId('i0'), word: '改善', ...none })],
      says: [['i0', 'none']],
    },
    {
      title: '記録した後に決定が変わった',
      words: ['廃止'],
      reflections: [aReflection({ initiative: anId('i0') })],
      says: [['i0', 'word-changed']],
    },
    {
      title: '決定が「継続」に戻った',
      words: ['継続'],
      reflections: [aReflection({ initiative: anId('i0') })],
      says: [['i0', 'not-asked']],
    },
    {
      title: 'ほかの年度の記録は数えない',
      words: ['縮小'],
      reflections: [aReflection({ initiative: anId('i0'), fiscalYear: 2023 })],
      says: [
        ['i0', 'lacking'],
        ['i0', 'not-asked'],
      ],
    },
  ])('$title', ({ words, reflections, says }) => expect(states(words, reflections)).toEqual(says))

  it('合計は、額のある決定をちょうど一度ずつ足したもの', () => {
    const random = randomFrom(99)
    for (let n = 0; n < 100; n += 1) {
      const judgements = Array.from({ length: 20 }, (_, nth) =>
        aJudgement({
          id: String(nth),
          initiative: anId(`i${nth}`),
          word: ['継続', '改善', '縮小', '廃止'][Math.floor(random() * 4)] as string,
          scale: scale.id,
        }),
      )
      const reflections = judgements.flatMap(({ initiative, word }) =>
        random() < 0.6
          ? [
              aReflection({
                initiative,
                word,
                reflected: { budgetYear: 2025 + Math.floor(random() * 3), amountYen: Math.round((random() - 0.7) * 1e9), note: null },
              }),
            ]
          : [],
      )
      const found = reflectionsFound([scale], judgements, reflections)
      const sums = reflectionSums(found)
      const counted = found.filter(({ state }) => state === 'reflected')
      expect(sums.reduce((sum, one) => sum + one.count, 0)).toBe(counted.length)
      expect(sums.reduce((sum, one) => sum + one.amountYen, 0)).toBe(
        counted.reduce((sum, { reflection }) => sum + (reflection?.reflected?.amountYen ?? 0), 0),
      )
    }
  })
})
