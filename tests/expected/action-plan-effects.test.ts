import { describe, expect, it } from 'vitest'
import { comparableEstimates, compareEstimates } from '../../src/evaluate/effect-comparison.ts'
import { rolledUp } from '../../src/evaluate/effect-roll-up.ts'
import { statusesOver } from '../../src/evaluate/effect-sums.ts'
import { standingsIn, termsIn, termsOf } from '../../src/evaluate/effect-terms.ts'
import type { DocumentRecord } from '../../src/reform/record.ts'
import { percentText } from '../../src/report/figures.ts'
import { type Decimal, dividedBy } from '../../src/vocabulary/decimal.ts'
import { expectedOf, isHere, plain, readShared, skipped } from './compare.ts'

const NAME = 'action-plan-second-half'
const YEARS = [2022, 2023, 2024, 2025, 2026, 2027]
const thousands = (yen: Decimal | null | undefined): number | null =>
  yen === null || yen === undefined ? null : Number(dividedBy(yen, '1000' as Decimal))

/** The tables of the document, computed from what was read of their cells and never from the printed totals. */
describe.skipIf(!isHere(NAME))(skipped(NAME), () => {
  const record = (isHere(NAME) ? readShared(NAME) : null) as DocumentRecord
  const expected = isHere(NAME) ? expectedOf(NAME) : null
  const estimates = isHere(NAME) ? comparableEstimates(record) : []
  const rowsOf = (estimate: string) => expected.effects.filter((e: { edition: string }) => e.edition === estimate)
  const pillarsOf = (estimate: string) => rowsOf(estimate).filter((e: { policy: string }) => e.policy !== '合計')
  const totalOf = (estimate: string) => rowsOf(estimate).find((e: { policy: string }) => e.policy === '合計')
  const printed = (amounts: Record<string, number>) => YEARS.map((year) => amounts[year])

  it('見積時点は二つあり、外側の計画（R4～R9）の全年度にわたる', () => {
    expect(estimates).toEqual(
      expected.effects.map((e: { edition: string }) => e.edition).filter((e: string, i: number, all: string[]) => all.indexOf(e) === i),
    )
    const outer = record.plans.find(({ parent }) => parent === null)
    expect(outer?.period).toEqual({ from: YEARS[0], to: YEARS.at(-1) })
    const up = rolledUp(record, termsIn(record, estimates[0] as string, 'yen'))
    expect(up.years).toEqual(YEARS)
    expect(up.lines[0]).toMatchObject({ kind: 'plan', title: outer?.title, depth: 0, sums: up.sums })
    // the halves carry the initiatives over; each amount stands below the outer plan once
    expect(up.lines.filter(({ kind }) => kind === 'node')).toHaveLength(3)
  })

  it('柱ごと・年度ごとの額、縦計、横計、総計が千円まで合う', () => {
    for (const estimate of estimates) {
      const up = rolledUp(record, termsIn(record, estimate, 'yen'))
      const pillars = up.lines.filter(({ kind }) => kind === 'node')
      for (const [nth, e] of pillarsOf(estimate).entries()) {
        expect(plain(e.policy)).toContain(plain(pillars[nth]?.title ?? ''))
        expect(pillars[nth]?.sums.years.map(thousands)).toEqual(printed(e.amounts))
        expect(thousands(pillars[nth]?.sums.total)).toBe(e.total)
      }
      expect(up.sums.years.map(thousands)).toEqual(printed(totalOf(estimate).amounts))
      expect(thousands(up.sums.total)).toBe(totalOf(estimate).total)
      expect(thousands(up.cumulative.at(-1))).toBe(totalOf(estimate).total)
      expect(termsOf(record, estimate).reduce((sum, e) => sum + e.amountYen, 0)).toBe(totalOf(estimate).total * 1000)
    }
  })

  it('年度の列の実績・見込みが正しい', () => {
    const [, later] = estimates as [string, string]
    expect(statusesOver(termsIn(record, later, 'yen'), YEARS)).toEqual(['実績', '実績', '見込み', '見込み', '見込み', '見込み'])
  })

  it('計画策定時との比較の列が、柱ごとにも総計でも合う', () => {
    const [first, later] = estimates as [string, string]
    const compared = compareEstimates(record, 'yen', [first, later])
    expect(compared.rows.map(({ total }) => thousands(total.difference))).toEqual(
      pillarsOf(later).map((e: { differenceFromOriginal: number }) => e.differenceFromOriginal),
    )
    expect(thousands(compared.total.difference)).toBe(totalOf(later).differenceFromOriginal)
  })

  it('実績の出た令和4・5年度は、計画222,380千円に対して実績78,227千円、35.2%', () => {
    const [first, later] = estimates as [string, string]
    const { against } = compareEstimates(record, 'yen', [first, later])
    expect(against?.fiscalYears).toEqual([2022, 2023])
    expect([thousands(against?.planned), thousands(against?.actual)]).toEqual([222_380, 78_227])
    expect(percentText(against?.rate as Decimal)).toBe('35.2%')
  })

  it('合計に含めないのは合計の行だけ', () => {
    const out = estimates.flatMap((estimate) => standingsIn(record, estimate).filter(({ leftOut }) => leftOut !== null))
    expect(new Set(out.map(({ effect }) => effect.scope))).toEqual(new Set(['合計']))
    expect(new Set(out.map(({ leftOut }) => leftOut))).toEqual(new Set(['printed-total']))
  })
})
