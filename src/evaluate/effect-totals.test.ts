import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anEffect, anId, aRecord } from '../../town/story/builders.ts'
import { isTotalScope } from '../vocabulary/total-scope.ts'
import { termsOf } from './effect-terms.ts'
import { effectAgainstPlan, effectDifferences, effectTotals } from './effect-totals.ts'
import { isGrandTotal } from './printed-total.ts'

const LATER = '後期策定時'
const record = aRecord({
  effects: [
    anEffect({ scope: '1 柱', fiscalYear: 2023, thousandYen: 100 }),
    anEffect({ scope: '1 柱', fiscalYear: 2024, thousandYen: 200 }),
    anEffect({ scope: '2 柱', fiscalYear: 2023, thousandYen: -40 }),
    anEffect({ scope: '合計', fiscalYear: 2023, thousandYen: 60 }),
    anEffect({ scope: '1 柱', fiscalYear: 2023, thousandYen: 30, estimate: LATER, status: '実績' }),
    anEffect({ scope: '1 柱', fiscalYear: 2024, thousandYen: 150, estimate: LATER, status: '見込み' }),
    anEffect({ scope: '2 柱', fiscalYear: 2023, thousandYen: 0, estimate: LATER, status: '実績' }),
  ],
})

describe('効果額の集計', () => {
  it('柱・年度・見積時点ごとに足し、印字の合計行は足さない', () => {
    const [plan, later] = effectTotals(record)
    expect(plan?.rows.map((r) => [r.scope, r.totalYen])).toEqual([
      ['1 柱', 300_000],
      ['2 柱', -40_000],
    ])
    expect(plan?.years).toEqual([
      { fiscalYear: 2023, amountYen: 60_000, cumulativeYen: 60_000, status: null },
      { fiscalYear: 2024, amountYen: 200_000, cumulativeYen: 260_000, status: null },
    ])
    expect(later?.totalYen).toBe(180_000)
    expect(later?.years[0]?.status).toBe('実績')
  })

  it('見積時点の差', () => {
    expect(effectDifferences(record).map((d) => [d.scope, d.fiscalYear, d.differenceYen])).toEqual([
      ['1 柱', null, -120_000],
      ['2 柱', null, 40_000],
      [null, 2023, -30_000],
      [null, 2024, -50_000],
      [null, null, -80_000],
    ])
  })

  it('実績の年度だけを計画と比べる', () => {
    expect(effectAgainstPlan(record)).toEqual({ fiscalYears: [2023], plannedYen: 60_000, actualYen: 30_000, rate: '0.5' })
    expect(effectAgainstPlan(aRecord())).toBeNull()
  })

  it('見積時点のない実績だけの額は、先に取り込まれても計画とはみなさない', () => {
    const reported = anEffect({ scope: '窓口の一本化', fiscalYear: 2023, thousandYen: 30, estimate: null, status: '実績' })
    const both = aRecord({ effects: [reported, ...record.effects] })
    expect(effectAgainstPlan(both)).toEqual({ fiscalYears: [2023], plannedYen: 60_000, actualYen: 30_000, rate: '0.5' })
    expect(effectDifferences(both)).toEqual(effectDifferences(record))
  })

  it.each([
    ['合計', null, true],
    ['総計', null, true],
    ['小計', null, false],
    ['合計', { node: anId('node-1') }, false],
    ['1 柱', null, false],
  ] as const)('%s（%o）は全体の合計の行か：%s', (scope, of, says) => {
    expect(isGrandTotal(scope, of)).toBe(says)
  })

  it('うち・再掲の行は、もう一度足さない', () => {
    const told = aRecord({
      effects: [
        anEffect({ scope: '寄附', fiscalYear: 2023, thousandYen: 30 }),
        anEffect({ scope: '（うち企業版）', fiscalYear: 2023, thousandYen: 10 }),
        anEffect({ scope: '再掲', fiscalYear: 2023, thousandYen: 5 }),
      ],
    })
    expect(effectTotals(told)[0]?.totalYen).toBe(30_000)
  })

  it('継続的効果額は単年度効果額と二重に足さない', () => {
    const both = aRecord({ effects: [anEffect({ basis: '単年度', thousandYen: 10 }), anEffect({ basis: '継続', thousandYen: 50 })] })
    expect(effectTotals(both)[0]?.totalYen).toBe(10_000)
  })

  it('見込額と実績額が並ぶときは実績額だけを足す', () => {
    const both = aRecord({ effects: [anEffect({ status: '見込み', thousandYen: 30 }), anEffect({ status: '実績', thousandYen: 28 })] })
    expect(effectTotals(both)[0]?.totalYen).toBe(28_000)
  })

  it.each([
    ['合計', true],
    ['歳入計', true],
    ['小計', true],
    ['総 合 計', true],
    ['公会計', false],
    ['統計の活用', false],
    ['1 会計', false],
  ])('「%s」は合計の行か', (scope, says) => {
    expect(isTotalScope(scope)).toBe(says)
  })

  it('柱と取組の額が並ぶときは柱だけを足す', () => {
    const both = aRecord({
      effects: [anEffect({ thousandYen: 30 }), anEffect({ of: { initiative: anId('initiative') }, scope: '取組', thousandYen: 30 })],
    })
    expect(termsOf(both, '計画策定時')).toHaveLength(1)
  })

  it('行の合計の和、年度の和、総計は一致する', () => {
    const cell = fc.record({
      scope: fc.constantFrom('甲', '乙', '丙'),
      fiscalYear: fc.integer({ min: 2022, max: 2027 }),
      thousandYen: fc.integer({ min: -99999, max: 99999 }),
    })
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 24 }), (cells) => {
        const [totals] = effectTotals(aRecord({ effects: cells.map(anEffect) }))
        const rows = totals?.rows.reduce((sum, r) => sum + r.totalYen, 0)
        const years = totals?.years.reduce((sum, y) => sum + y.amountYen, 0)
        expect(rows).toBe(totals?.totalYen)
        expect(years).toBe(totals?.totalYen)
        expect(totals?.years.at(-1)?.cumulativeYen).toBe(totals?.totalYen)
      }),
    )
  })
})
