import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anIndicator } from '../../town/story/builders.ts'
import { progressOf } from './progress.ts'

describe('目標までの進捗', () => {
  it.each([
    { baseline: '20', target: '100', actual: '60', says: { rate: '0.5' } },
    { baseline: '20', target: '100', actual: '100', says: { rate: '1' } },
    { baseline: '20', target: '100', actual: '10', says: { rate: '-0.125' } },
    { baseline: '35.7', target: '30以内', actual: '36.25', says: { rate: '-0.09649122807017543860' } },
    { baseline: '12.4', target: '40', actual: '15.9', says: { rate: '0.12681159420289855072' } },
    { baseline: '100', target: '100', actual: '90', says: { noRate: 'baseline-is-target' } },
    { baseline: '100.0', target: '100', actual: '90', says: { noRate: 'baseline-is-target' } },
    { baseline: '', target: '100', actual: '90', says: { noRate: 'no-baseline' } },
    { baseline: '－', target: '100', actual: '90', says: { noRate: 'not-a-number' } },
    { baseline: '20', target: '', actual: '90', says: { noRate: 'no-target' } },
    { baseline: '20', target: '100', actual: '', says: { noRate: 'not-reported' } },
    { baseline: '89.4', target: '85以上を維持', actual: '90.2', says: { noRate: 'kept-not-approached' } },
  ])('現況 $baseline 目標 $target 実績 $actual', ({ says, ...said }) => {
    const read = progressOf(anIndicator(said), 2024)
    if ('rate' in says && 'rate' in read) expect(Number(read.rate)).toBeCloseTo(Number(says.rate), 15)
    else expect(read).toEqual(says)
  })

  it('現況値のときは 0、目標値のときは 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -9999, max: 9999 }), (from, to) => {
        fc.pre(from !== to)
        const at = (actual: number) => progressOf(anIndicator({ baseline: `${from}`, target: `${to}`, actual: `${actual}` }), 2024)
        expect(at(from)).toEqual({ rate: '0' })
        expect(at(to)).toEqual({ rate: '1' })
      }),
    )
  })
})
