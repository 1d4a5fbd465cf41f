import { describe, expect, it } from 'vitest'
import { type CostSaid, withCosts } from './edit-costs.ts'
import type { Cost } from './record.ts'

const row = (said: Partial<CostSaid> = {}): CostSaid => ({
  year: '令和6年度',
  stage: '予算',
  label: '',
  fund: '',
  raw: '1,200',
  unit: '千円',
  ...said,
})
const one = (said: Partial<CostSaid>, before: Cost[] = []) => {
  const done = withCosts(before, [row(said)])
  return done.ok ? done.value : done.problem
}

describe('事業費を直す', () => {
  it.each<{ title: string; typed: Partial<CostSaid>; says: object[] }>([
    {
      title: '千円で書いた額は円になる',
      typed: {},
      says: [{ fiscalYear: 2024, stage: '予算', amountYen: 1_200_000, raw: '1,200', unit: '千円' }],
    },
    { title: '単位がなければ円', typed: { unit: '' }, says: [{ amountYen: 1_200, unit: null }] },
    { title: '0円は0円', typed: { raw: '0' }, says: [{ amountYen: 0 }] },
    { title: '「－」は額でなく、書かれたとおり残る', typed: { raw: '－' }, says: [{ amountYen: null, quantity: null, raw: '－' }] },
    { title: '人数は数量', typed: { raw: '1.5', unit: '人' }, says: [{ amountYen: null, quantity: '1.5' }] },
    { title: '空の行は何も加えない', typed: { raw: '' }, says: [] },
    { title: '読めない年度は断る', typed: { year: '来年' }, says: [{ field: 'costs.0.year', kind: 'not-a-year' }] },
  ])('$title', ({ typed, says }) => expect(one(typed)).toMatchObject(says))

  it('変わらない行は同じもので、出典が付いたまま残る', () => {
    const [before] = one({}) as Cost[]
    expect((one({ was: '0', place: '1' }, [before as Cost]) as Cost[])[0]).toBe(before)
  })
})
