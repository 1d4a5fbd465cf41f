import { describe, expect, it } from 'vitest'
import { anId, anInitiative, aPart, aReport } from '../../town/story/builders.ts'
import { Draft } from './draft.ts'
import { joinReports } from './join-reports.ts'

const parts = [aPart({ id: anId('p1') }), aPart({ id: anId('p2') })]
const joined = (...reports: Parameters<typeof aReport>[0][]): number => {
  const draft = new Draft()
  draft.record.initiatives.push(
    anInitiative({
      parts,
      reports: reports.map((said) => aReport({ fiscalYear: 2024, progress: '実施した。', issues: null, revision: null, ...said })),
    }),
  )
  joinReports(draft)
  return draft.record.initiatives[0]?.reports.length ?? 0
}

describe('一覧と様式に重ねて印字された報告', () => {
  it.each([
    {
      title: '同じ年度・同じ文で、片方が課を書かない',
      a: { section: '財政課', parts: [] },
      b: { section: null, parts: [anId('p1')] },
      left: 1,
    },
    { title: '二つの課が同じ文を書いた', a: { section: '納税課', parts: [] }, b: { section: '国保年金課', parts: [] }, left: 2 },
    { title: '年度が違う', a: { fiscalYear: 2023 }, b: { fiscalYear: 2024 }, left: 2 },
    { title: '別の部分の報告', a: { parts: [anId('p1')] }, b: { parts: [anId('p2')] }, left: 2 },
    { title: '文が違う', a: { progress: '検討した。' }, b: { progress: '実施した。' }, left: 2 },
    { title: 'どちらも文がない', a: { progress: null }, b: { progress: null }, left: 2 },
  ])('$title → $left 件', ({ a, b, left }) => {
    expect(joined(a, b)).toBe(left)
  })
})
