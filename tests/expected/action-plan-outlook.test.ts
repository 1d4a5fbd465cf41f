import { describe, expect, it } from 'vitest'
import { termsOf } from '../../src/evaluate/effect-terms.ts'
import { effectTotals } from '../../src/evaluate/effect-totals.ts'
import { outlookChanges } from '../../src/evaluate/outlook-changes.ts'
import { proposeMarks } from '../../src/evaluate/propose-marks.ts'
import { type ReconciledAmount, reconcile } from '../../src/evaluate/reconcile.ts'
import type { Marking } from '../../src/reform/effect-mark.ts'
import { outlookReport } from '../../src/report/outlook-reconciliation.ts'
import { aLine, aMark, anOutlook } from '../../town/story/outlook-builders.ts'
import { isHere, readShared, skipped } from './compare.ts'

const NAME = 'action-plan-second-half'
const LATER = /後期/

/** 課題⑧ — the effects of the real document against an outlook of our own invention, rolled forward by a year. */
describe.skipIf(!isHere(NAME))(`${skipped(NAME)}と財政見通し`, () => {
  const record = isHere(NAME) ? readShared(NAME) : null
  const estimates = record ? effectTotals(record).map(({ estimate }) => estimate) : []
  const later = estimates.find((one) => LATER.test(one ?? '')) ?? null
  const first = estimates.find((one) => !LATER.test(one ?? '')) ?? null
  const lines = (from: number) => [
    aLine('expenditure', '人件費', [9000, 8950, 8900, 8850, 8800], { from }),
    aLine('expenditure', '物件費', [6000, 6000, 6000, 6000, 6000], { from }),
    aLine('balance', '収支', ['▲800', '▲900', '▲1,000', '▲1,100', '▲1,200'], { from, total: true }),
  ]
  const r5 = anOutlook({ from: 2023, lines: lines(2023) })
  const r6 = anOutlook({ id: 'outlook-2', from: 2024, lines: lines(2024) })
  const sum = (all: number[]) => all.reduce((total, one) => total + one, 0)

  const decide = ({ term, fiscalYear }: ReconciledAmount, { period }: typeof r5): Marking => {
    if (fiscalYear < period.from || fiscalYear > period.to) return aMark(term, { mark: 'outside-period', fund: null })
    if (term.scope.startsWith('II ') || term.scope.startsWith('Ⅱ')) return aMark(term, { mark: 'in-outlook', line: 'expenditure/人件費' })
    return aMark(term)
  }

  it('効果額表の合計が千円まで四つの区分に分かれる', () => {
    if (!record) return
    const found = reconcile(termsOf(record, later), r5, [])
    expect([found.amounts.length, found.effectYen]).toEqual([18, 2_611_600_000])
    const marked = reconcile(
      termsOf(record, later),
      r5,
      found.amounts.map((amount) => decide(amount, r5)),
    )
    expect(marked.totals).toEqual({
      'outside-period': -15_673_000,
      'in-outlook': 73_396_000 + 252_038_000 + 396_053_000 + 598_952_000 + 810_703_000,
      'not-in-outlook': 2_611_600_000 + 15_673_000 - 2_131_142_000,
      unmarked: 0,
    })
    expect(marked.years.find(({ fiscalYear }) => fiscalYear === 2027)?.remainingYen).toBe(-1_200_000_000 + 107_169_000 + 100_688_000)
    expect(sum(Object.values(marked.totals))).toBe(2_611_600_000)
  })

  it('一年繰り越すと、令和5年度が外れて令和10年度が入り、見積りの変わった額が並ぶ', () => {
    if (!record) return
    const before = reconcile(termsOf(record, first), r5, [])
    const earlier = { outlook: r5, marks: before.amounts.map((amount) => decide(amount, r5)) }
    const now = reconcile(termsOf(record, later), r6, [])
    const changes = outlookChanges(now, r6, earlier, () => false)
    expect([changes.yearsIn, changes.yearsOut]).toEqual([[2028], [2023]])
    const proposals = proposeMarks(now.amounts, r6, earlier)
    expect(
      proposals
        .filter(({ mark }) => mark === 'outside-period')
        .map(({ amount }) => amount.fiscalYear)
        .toSorted(),
    ).toEqual([2022, 2022, 2022, 2023, 2023, 2023])
    expect(proposals.filter(({ why }) => why === 'other-estimate')).toHaveLength(12)
    expect(changes.toDecide.every(({ kind }) => kind === 'amount-changed')).toBe(true)
    const report = outlookReport({ record, outlook: r6, marks: [], estimate: later })
    expect([report.unit, report.classes.total, report.counts.unmarked]).toEqual(['千円', '2,611,600', 18])
  })
})
