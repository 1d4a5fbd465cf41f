import { describe, expect, it } from 'vitest'
import { anEffect } from '../../town/story/builders.ts'
import { aLine, aMark, anOutlook } from '../../town/story/outlook-builders.ts'
import type { OutlookThreshold } from '../reform/fiscal-outlook.ts'
import { outlookFaults } from '../reform/outlook-rules.ts'
import type { YenTerm } from './effect-terms.ts'
import { outlookChanges } from './outlook-changes.ts'
import { checkOutlook } from './outlook-checks.ts'
import { thresholdLines } from './outlook-thresholds.ts'
import { isTakeable, proposeMarks } from './propose-marks.ts'
import { reconcile } from './reconcile.ts'

const term = (said: Parameters<typeof anEffect>[0]): YenTerm => anEffect(said) as YenTerm
const last = anOutlook()
const next = anOutlook({ id: 'outlook-2', from: 2024 })
const PERSONNEL = 'expenditure/人件費'

describe('見通しを一年繰り越す', () => {
  const inside = term({ fiscalYear: 2025, thousandYen: 100 })
  const out = term({ fiscalYear: 2023, thousandYen: 10 })
  const comesIn = term({ fiscalYear: 2028, thousandYen: 300 })
  const added = term({ scope: '新しい行', fiscalYear: 2026, thousandYen: 7 })
  const gone = term({ scope: 'やめた行', fiscalYear: 2026, thousandYen: 9 })
  const earlier = {
    outlook: last,
    marks: [
      aMark(inside, { mark: 'in-outlook', line: PERSONNEL }),
      aMark(out),
      aMark(comesIn, { mark: 'outside-period', fund: null }),
      aMark(gone),
    ],
  }
  const terms = [inside, out, comesIn, added]

  it('案は年度と前の版の判定から作り、未判定のものにだけ出す', () => {
    const { amounts } = reconcile(terms, next, [])
    expect(proposeMarks(amounts, next, earlier).map((one) => [one.amount.fiscalYear, one.mark, one.line?.name ?? null, one.why])).toEqual([
      [2025, 'in-outlook', '人件費', 'last-outlook'],
      [2023, 'outside-period', null, 'outside-period'],
    ])
    const marked = reconcile(terms, next, [aMark(inside)])
    expect(proposeMarks(marked.amounts, next, earlier)).toHaveLength(1)
  })

  it('別の見積りの同じ行・年度の判定も案になる', () => {
    const later = term({ ...inside, estimate: '後期策定時', amountYen: 90_000 })
    const [found] = proposeMarks(reconcile([later], next, []).amounts, next, earlier)
    expect([found?.why, found?.mark, found?.amountThenYen]).toEqual(['other-estimate', 'in-outlook', 100_000])
  })

  it('前の版で含まれていた行がなければ、そのまま採れる案にしない', () => {
    const without = { ...next, lines: next.lines.filter(({ id }) => id !== PERSONNEL) }
    const [found] = proposeMarks(reconcile([inside], without, []).amounts, without, earlier)
    expect([found?.lineGone, found && isTakeable(found)]).toEqual(['人件費', false])
  })

  it('入った年度・外れた年度と、決めることを並べる', () => {
    const found = outlookChanges(reconcile(terms, next, []), next, earlier)
    expect([found.yearsIn, found.yearsOut]).toEqual([[2028], [2023]])
    expect(found.toDecide.map((one) => [one.kind, one.amount.fiscalYear])).toEqual([
      ['year-came-in', 2028],
      ['new', 2026],
    ])
    expect(found.vanished.map(({ own }) => own)).toEqual([false])
  })

  it.each([
    ['判定した後に変わった額', [term({ ...inside, amountYen: 120_000 })], [aMark(inside)], 'amount-changed'],
    ['なくなった行に含めた判定', [inside], [aMark(inside, { mark: 'in-outlook', line: 'expenditure/委託料' })], 'line-gone'],
    ['期間の中の年度を期間外とした判定', [inside], [aMark(inside, { mark: 'outside-period' })], 'against-period'],
    ['期間の外の年度を未織込とした判定', [out], [aMark(out)], 'against-period'],
  ] as const)('%s は、決めることに並ぶ', (_, now, marks, kind) => {
    expect(outlookChanges(reconcile(now, next, marks), next, null).toDecide.map((one) => one.kind)).toEqual([kind])
  })

  it('前の版がなければ、新しい効果額とは言わない', () =>
    expect(outlookChanges(reconcile(terms, next, []), next, null).toDecide).toEqual([]))
})

describe('財政指標の基準', () => {
  const ceiling = (value: string, comparator: OutlookThreshold['comparator'] = '<'): OutlookThreshold =>
    ({ label: '早期健全化基準', comparator, value, of: null }) as OutlookThreshold
  it.each([
    ['24.9は25未満', 'ratio', '24.9', ceiling('25'), 'keeps'],
    ['25は25未満でない', 'ratio', '25.0', ceiling('25'), 'misses'],
    ['「－」は赤字がない', 'ratio', '－', ceiling('12.5'), 'none'],
    ['空欄は比べられない', 'ratio', '', ceiling('25'), 'cannot-tell'],
    ['文字は比べられない', 'ratio', '算定中', ceiling('25'), 'cannot-tell'],
    ['3,000百万円は2,900以上', 'fund', '3,000', ceiling('2900', '>='), 'keeps'],
  ] as const)('%s', (_, kind, cell, threshold, verdict) => {
    const line = aLine(kind, '比率', [cell], { thresholds: [threshold] })
    expect(thresholdLines({ lines: [line] })[0]?.years[0]?.verdict).toBe(verdict)
  })

  it('財政調整基金は標準財政規模の10％と比べ、限度の額を言う', () => {
    const size = aLine('other', '標準財政規模', [14200, 14300])
    const fund = aLine('fund', '財政調整基金', [1430, 1400], {
      thresholds: [{ label: '確保の目安', comparator: '>=', value: '10', of: size.id } as OutlookThreshold],
    })
    expect(thresholdLines({ lines: [size, fund] })[0]?.years.map((one) => [one.verdict, one.limit])).toEqual([
      ['keeps', '1420000000'],
      ['misses', '1430000000'],
    ])
  })
})

describe('見通しの検算', () => {
  const total = (value: number) => aLine('revenue', '歳入合計', [value], { total: true })
  const period = { from: 2023, to: 2023 }
  it.each([
    ['和が合う', [total(300), aLine('revenue', '市税', [100]), aLine('revenue', 'その他', [200])], ['holds equal']],
    ['端数の丸めで1違う', [total(301), aLine('revenue', '市税', [100]), aLine('revenue', 'その他', [200])], ['holds rounded']],
    ['合わない', [total(390), aLine('revenue', '市税', [100]), aLine('revenue', 'その他', [200])], ['fails differs']],
    ['主な内訳だけの表は、合わないと言わない', [total(900), aLine('revenue', '市税', [100])], ['cannot-tell incomplete']],
    [
      '収支は歳入合計−歳出合計',
      [total(300), aLine('expenditure', '歳出合計', [340], { total: true }), aLine('balance', '収支', ['▲40'])],
      ['holds equal'],
    ],
    [
      '財源不足額は符号が逆',
      [total(300), aLine('expenditure', '歳出合計', [340], { total: true }), aLine('balance', '財源不足額', ['40'])],
      ['fails sign'],
    ],
  ])('%s', (_, lines, says) => {
    expect(checkOutlook({ lines, period }).map(({ verdict, how }) => `${verdict} ${how}`)).toEqual(says)
  })

  it('「うち」の行は足さず、内訳の行は足す', () => {
    const parent = aLine('expenditure', '義務的経費', [100])
    const part = (name: string, value: number) => aLine('expenditure', name, [value], { under: parent })
    expect(checkOutlook({ lines: [parent, part('人件費', 60), part('扶助費', 30)], period }).map(({ verdict }) => verdict)).toEqual([
      'fails',
    ])
    expect(checkOutlook({ lines: [parent, part('うち人件費', 60), part('うち扶助費', 30)], period })).toEqual([])
  })
})

describe('残せない見通し', () => {
  const line = aLine('revenue', '市税', [1, 2, 3, 4, 5])
  it.each([
    ['題名がない', { title: ' ' }, ['title-missing']],
    ['期間が逆', { period: { from: 2027, to: 2023 }, lines: [] }, ['period-backwards', 'no-lines']],
    ['期間が列より長い', { period: { from: 2023, to: 2028 }, lines: [line] }, ['line-years']],
    ['年度の抜けた行', { lines: [{ ...line, values: line.values.filter((_, nth) => nth !== 2) }] }, ['line-years']],
    ['同じ行が二つ', { lines: [line, line] }, ['line-twice']],
    ['名のない行', { lines: [{ ...line, name: '' }] }, ['line-nameless']],
  ])('%s', (_, said, kinds) => {
    expect(outlookFaults(anOutlook(said)).map(({ kind }) => kind)).toEqual(kinds)
  })
})
