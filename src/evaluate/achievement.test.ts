import { describe, expect, it } from 'vitest'
import { anActual, anIndicator, aTarget } from '../../town/story/builders.ts'
import type { Decimal } from '../vocabulary/decimal.ts'
import { type Achievement, achievement, meets } from './achievement.ts'

/** Only what is judged; the grounds are compared where a case is about them. */
const plain = ({ target: _, actual: __, ...judged }: Achievement) => judged

describe('達成率', () => {
  it.each([
    { direction: 'increase', target: '100', actual: '90', says: { met: false, rate: '0.9' } },
    { direction: 'increase', target: '200', actual: '250', says: { met: true, rate: '1.25' } },
    { direction: 'increase', target: '30', actual: '10', says: { met: false, rate: '0.33333333333333333333' } },
    { direction: 'increase', target: '85以上', actual: '90.2', says: { met: true, rate: '1.06117647058823529412' } },
    { direction: 'increase', target: '85以上を維持', actual: '90.2', says: { met: true, noRate: 'kept-not-approached' } },
    { direction: 'increase', target: '85以上を維持', actual: '84.9', says: { met: false, noRate: 'kept-not-approached' } },
    { direction: 'increase', target: '0', actual: '5', says: { met: true, noRate: 'target-not-positive' } },
    { direction: 'increase', target: '-100', actual: '-150', says: { met: false, noRate: 'target-not-positive' } },
    { direction: 'decrease', target: '30以内', actual: '36.25', says: { met: false, noRate: 'kept-not-approached' } },
    { direction: 'decrease', target: '0', actual: '0', says: { met: true, noRate: 'kept-not-approached' } },
    { direction: 'decrease', target: '15.3', actual: '15.9', says: { met: false, noRate: 'kept-not-approached' } },
  ] as const)('$direction 目標 $target 実績 $actual', ({ says, ...said }) => {
    expect(plain(achievement(anIndicator(said), 2024))).toEqual({ ...says, directionSource: 'stated' })
  })

  it.each([
    { target: '100', actual: '', says: { met: null, noRate: 'not-reported' } },
    { target: '100', actual: '－', says: { met: null, noRate: 'not-a-number' } },
    { target: '適切に運営', actual: '90', says: { met: null, noRate: 'not-a-number' } },
    { target: '', actual: '90', says: { met: null, noRate: 'no-target' } },
  ])('目標「$target」実績「$actual」は率を出さない', ({ says, ...said }) => {
    expect(plain(achievement(anIndicator(said), 2024))).toEqual({ ...says, directionSource: null })
  })

  it('方向の分からない数値目標は判定しない', () => {
    const said = { direction: null, directionSource: null, target: '100', actual: '90' }
    expect(plain(achievement(anIndicator(said), 2024))).toEqual({ met: null, noRate: 'direction-unknown', directionSource: null })
  })

  it('現況値から推定した方向は、推定と記す', () => {
    const said = { name: '改善が必要な事業の割合', direction: null, directionSource: null, baseline: '19.6', target: '15.3', actual: '7.2' }
    expect(plain(achievement(anIndicator(said), 2024))).toEqual({ met: true, noRate: 'kept-not-approached', directionSource: 'guessed' })
  })

  it('現況値より低い目標は、名前が減らすものでなければ方向を推定しない', () => {
    const said = { name: '政策の提案数', direction: null, directionSource: null, baseline: '8', target: '2', actual: '8' }
    expect(plain(achievement(anIndicator(said), 2024))).toEqual({ met: null, noRate: 'direction-unknown', directionSource: null })
  })

  it('年度の目標がなければ次に期限の来る目標で見る', () => {
    const targets = [aTarget('500', { fiscalYear: 2027, final: true }), aTarget('200', { fiscalYear: 2025 })]
    expect(achievement(anIndicator({ targets, actual: '100' }), 2024).target?.raw).toBe('200')
    expect(achievement(anIndicator({ targets, actuals: [anActual('100', { fiscalYear: 2026 })] }), 2026).target?.raw).toBe('500')
  })

  it('決算は見込みより先に取る', () => {
    const actuals = [anActual('95', { status: '決算' }), anActual('90', { status: '見込み' })]
    expect(achievement(anIndicator({ actuals }), 2024).actual?.raw).toBe('95')
  })
})

describe('目標を満たすか', () => {
  it.each([
    ['85以上', '85', null, true],
    ['85以上', '84.99', 'increase', false],
    ['85超', '85', null, false],
    ['30以内', '30', null, true],
    ['10未満', '10', null, false],
    ['10未満', '9.9', 'increase', true],
    ['100', '100', null, true],
    ['100', '100.0', null, true],
    ['100', '99', null, null],
    ['95を維持', '96', 'maintain', null],
  ] as const)('目標 %s 実績 %s（%s）', (target, actual, direction, says) => {
    expect(meets(actual as Decimal, aTarget(target), direction)).toBe(says)
  })
})
