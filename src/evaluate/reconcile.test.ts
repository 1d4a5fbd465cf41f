import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../tests/random.ts'
import { anEffect, anId, aRecord } from '../../town/story/builders.ts'
import { aLine, aMark, anOutlook } from '../../town/story/outlook-builders.ts'
import { EFFECT_CLASSES, effectKey, type Marking } from '../reform/effect-mark.ts'
import type { YenTerm } from './effect-terms.ts'
import { termsOf } from './effect-terms.ts'
import { effectTotals } from './effect-totals.ts'
import { proposeMarks } from './propose-marks.ts'
import { reconcile } from './reconcile.ts'

const ESTIMATE = '計画策定時'
const term = (said: Parameters<typeof anEffect>[0]): YenTerm => anEffect(said) as YenTerm
const inR6 = term({ fiscalYear: 2024, thousandYen: 200 })
const inR4 = term({ fiscalYear: 2022, thousandYen: 50 })
const R6 = (found: ReturnType<typeof reconcile>) => found.years.find(({ fiscalYear }) => fiscalYear === 2024)

describe('財政見通しとの突き合わせ', () => {
  it.each([
    ['判定なしは未判定で、残る収支差は見通しの収支のまま', [], { unmarked: 200_000, remaining: -710_000_000 }],
    ['未織込の一般財源だけが残る収支差に入る', [aMark(inR6)], { unmarked: 0, remaining: -709_800_000 }],
    ['未織込でも総額は入らない', [aMark(inR6, { fund: 'total' })], { unmarked: 0, remaining: -710_000_000 }],
    ['財源の別がない未織込も入らない', [aMark(inR6, { fund: null })], { unmarked: 0, remaining: -710_000_000 }],
    [
      '織込済は見通しの中にあるので、もう足さない',
      [aMark(inR6, { mark: 'in-outlook', line: 'expenditure/人件費' })],
      { unmarked: 0, remaining: -710_000_000 },
    ],
  ] as const)('%s', (_, marks, says) => {
    const found = reconcile([inR6], anOutlook(), marks)
    expect([R6(found)?.classes.unmarked, R6(found)?.remainingYen]).toEqual([says.unmarked, says.remaining])
  })

  it('負の効果額（かえって費用がかかった）は残る収支差を悪くする', () => {
    const worse = term({ fiscalYear: 2024, thousandYen: -4200 })
    expect(R6(reconcile([worse], anOutlook(), [aMark(worse)]))?.remainingYen).toBe(-714_200_000)
  })

  it('未判定が決まるまでの幅は、正の額と負の額を別々に数える', () => {
    const found = reconcile([inR6, term({ scope: '2 柱', fiscalYear: 2024, thousandYen: -30 })], anOutlook(), [])
    expect([R6(found)?.lowYen, R6(found)?.highYen]).toEqual([-710_030_000, -709_800_000])
  })

  it('見通しにない年度の額も、どれか一つの区分に立つ', () => {
    const found = reconcile([inR4], anOutlook(), [aMark(inR4, { mark: 'outside-period', fund: null })])
    expect(found.years[0]).toMatchObject({ fiscalYear: 2022, inPeriod: false, balanceYen: null, remainingYen: null })
    expect(found.totals).toEqual({ 'in-outlook': 0, 'not-in-outlook': 0, 'outside-period': 50_000, unmarked: 0 })
  })

  it('効果額がなくなった判定は数えず、並べる', () => {
    const found = reconcile([inR6], anOutlook(), [aMark(inR4)])
    expect([found.gone.length, found.totals['not-in-outlook'], found.effectYen]).toEqual([1, 0, 200_000])
  })

  it('収支の行がなければ歳入合計と歳出合計の差、どちらもなければ残る収支差は計算しない', () => {
    const [revenue, expenditure] = anOutlook().lines
    const computed = reconcile([inR6], anOutlook({ lines: [revenue, expenditure].flatMap((line) => line ?? []) }), [aMark(inR6)])
    expect([computed.balance.source, R6(computed)?.remainingYen]).toEqual(['computed', -709_800_000])
    const none = reconcile([inR6], anOutlook({ lines: [aLine('revenue', '市税', [1, 2, 3, 4, 5])] }), [aMark(inR6)])
    expect([none.balance.source, R6(none)?.remainingYen]).toEqual(['none', null])
  })

  it('収支の行が二つあるときは、印のあるものだけを使う', () => {
    const two = [aLine('balance', '形式収支', [1, 1, 1, 1, 1]), aLine('balance', '実質収支', [2, 2, 2, 2, 2])]
    expect(reconcile([], anOutlook({ lines: two }), []).balance.source).toBe('none')
    const chosen = two.map((line, nth) => ({ ...line, total: nth === 1 }))
    expect(reconcile([], anOutlook({ lines: chosen }), []).balance.line?.name).toBe('実質収支')
  })
})

describe('効果額表の一円は、ちょうど一つの区分に立つ（無作為の300例）', () => {
  const of = <T>(random: () => number, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T

  function anyCase(seed: number) {
    const random = randomFrom(seed)
    const from = 2021 + Math.floor(random() * 5)
    const length = 2 + Math.floor(random() * 5)
    const years = Array.from({ length }, (_, nth) => from + nth)
    const effects = Array.from({ length: Math.floor(random() * 40) }, () =>
      anEffect({
        scope: of(random, ['1 柱', '2 柱', '3 柱', '合計', '（うち企業版）']),
        of: of(random, [{ node: anId('a') }, { node: anId('b') }, null]),
        fiscalYear: of(random, [2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030, null]),
        thousandYen: Math.floor(random() * 400_000) - 200_000,
        estimate: of(random, [ESTIMATE, ESTIMATE, '後期策定時']),
        side: of(random, ['歳入', '歳出', null]),
        basis: of(random, ['単年度', '継続', null, null]),
        status: of(random, ['計画', '見込み', '実績', null]),
        ...(random() < 0.1 ? { amountYen: null } : {}),
      }),
    )
    const record = aRecord({ effects })
    const lines = [
      aLine(
        'balance',
        '収支',
        years.map(() => (random() < 0.15 ? '－' : String(Math.floor(random() * 2000) - 1000))),
        { from, total: true },
      ),
    ]
    const outlook = anOutlook({ from, period: { from, to: from + length - 1 }, lines })
    const marks = effects
      .filter(() => random() < 0.7)
      .map((effect): Marking => {
        const mark = of(random, ['in-outlook', 'not-in-outlook', 'outside-period'] as const)
        return aMark(effect, { mark, fund: of(random, ['general', 'total', null]), line: mark === 'in-outlook' ? 'balance/収支' : null })
      })
    const distinct = [...new Map(marks.map((one) => [one.effect, one])).values()]
    return { record, outlook, marks: distinct }
  }
  const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)

  it('区分の合計は、年度ごとにも全体でも効果額表の合計になり、残る収支差の式が成り立つ', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const { record, outlook, marks } = anyCase(seed)
      const terms = termsOf(record, ESTIMATE)
      const table = effectTotals(record).find(({ estimate }) => estimate === ESTIMATE)
      const found = reconcile(terms, outlook, marks)
      expect([seed, sum(EFFECT_CLASSES.map((one) => found.totals[one]))]).toEqual([seed, table?.totalYen ?? 0])
      expect(new Set(found.amounts.map(({ key }) => key)).size).toBe(found.amounts.length)
      for (const year of found.years) {
        const printed = table?.years.find(({ fiscalYear }) => fiscalYear === year.fiscalYear)?.amountYen ?? 0
        expect([seed, year.fiscalYear, sum(EFFECT_CLASSES.map((one) => year.classes[one]))]).toEqual([seed, year.fiscalYear, printed])
        expect(year.effectYen).toBe(printed)
        const split = year.notInOutlook
        expect(split.generalYen + split.totalYen + split.unsaidYen).toBe(year.classes['not-in-outlook'])
        const own = found.amounts.filter((one) => one.fiscalYear === year.fiscalYear)
        const general = own.filter((one) => one.class === 'not-in-outlook' && one.fund === 'general').map(({ amountYen }) => amountYen)
        expect(year.remainingYen).toBe(year.balanceYen === null ? null : year.balanceYen + sum(general))
        if (year.remainingYen === null) continue
        expect((year.lowYen ?? 0) <= year.remainingYen && year.remainingYen <= (year.highYen ?? 0)).toBe(true)
        expect((year.lowYen ?? 0) + (year.highYen ?? 0)).toBe(2 * year.remainingYen + year.classes.unmarked)
      }
      const known = new Set(terms.map(effectKey))
      expect(found.gone).toEqual(marks.filter(({ effect }) => !known.has(effect)))
    }
  })

  it('案をすべて採っても、区分の合計は変わらない', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const { record, outlook, marks } = anyCase(seed)
      const terms = termsOf(record, ESTIMATE)
      const before = reconcile(terms, outlook, marks)
      const taken = proposeMarks(before.amounts, outlook, null).map((one) => aMark(one.amount.term, { mark: one.mark, fund: one.fund }))
      const after = reconcile(terms, outlook, [...marks, ...taken])
      expect([seed, sum(Object.values(after.totals))]).toEqual([seed, sum(Object.values(before.totals))])
      for (const { fiscalYear, inPeriod, classes } of after.years)
        if (!inPeriod) expect([seed, fiscalYear, classes.unmarked]).toEqual([seed, fiscalYear, 0])
    }
  })
})
