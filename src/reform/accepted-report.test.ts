import { describe, expect, it } from 'vitest'
import { anEffect, anId, anIndicator, anInitiative, aPart, aRecord, aReport } from '../../town/story/builders.ts'
import { aContent, anItem, aSheet } from '../../town/story/round-builders.ts'
import { withAccepted } from './accepted-report.ts'
import type { ReformRecord } from './record.ts'
import type { ReportContent } from './report-content.ts'
import { reportDocument } from './report-document.ts'
import type { RoundItem } from './round.ts'

const accepted = (
  said: Partial<ReportContent> = {},
  { record = {}, item = {} }: { record?: Partial<ReformRecord>; item?: Partial<RoundItem> } = {},
) => {
  const one = anItem({ state: 'accepted', content: aContent(said), ...item })
  const before = { ...aRecord({ initiatives: [anInitiative()], effects: [], ...record }), sources: [] }
  return withAccepted(before, one, 2024, reportDocument(one, 2024, new Date(0)))
}
const actual = (raw: string, status: '見込み' | '実績' | null = '実績') => ({ actuals: [{ indicator: anId('indicator'), raw, status }] })

describe('受理した報告を計画の記録に移す', () => {
  it('その年度の報告が加わる', () => {
    expect(accepted().initiatives[0]?.reports).toMatchObject([
      { fiscalYear: 2024, section: '財政課', progress: '対象手続を20件に広げた。', revision: null },
    ])
  })

  it('同じ年度・課・部分の報告は置き換わり、ほかの年度と課の報告は残る', () => {
    const reports = [
      aReport({ fiscalYear: 2023, section: '財政課' }),
      aReport({ fiscalYear: 2024, section: '財 政 課' }),
      aReport({ fiscalYear: 2024, section: '市民課' }),
    ]
    const told = accepted({}, { record: { initiatives: [anInitiative({ reports })] } }).initiatives[0]?.reports
    expect(told?.map(({ fiscalYear, section, progress }) => [fiscalYear, section, progress])).toEqual([
      [2023, '財政課', '計画どおり実施した。'],
      [2024, '財政課', '対象手続を20件に広げた。'],
      [2024, '市民課', '計画どおり実施した。'],
    ])
  })

  it.each([
    {
      title: '「変更なし」は前回の文',
      said: { unchanged: true, progress: '', issues: '' },
      says: ['対象手続を12件に広げた。', '利用の案内が足りない。'],
    },
    {
      title: '書いた文があれば書いた文',
      said: { unchanged: true, issues: '' },
      says: ['対象手続を20件に広げた。', '利用の案内が足りない。'],
    },
    {
      title: '前回がなければ「変更なし」',
      said: { unchanged: true, progress: '', issues: '' },
      sheet: aSheet({ last: null }),
      says: ['変更なし', null],
    },
    { title: '空の課題は「なし」', said: { issues: ' ' }, says: ['対象手続を20件に広げた。', null] },
  ] as { title: string; said: Partial<ReportContent>; sheet?: RoundItem['sheet']; says: (string | null)[] }[])(
    '$title',
    ({ said, sheet, says }) => {
      const report = accepted(said, { item: sheet ? { sheet } : {} }).initiatives[0]?.reports[0]
      expect([report?.progress, report?.issues]).toEqual(says)
    },
  )

  it.each([
    { raw: '2,150', says: { value: '2150', answer: 'number', raw: '2,150' } },
    { raw: ' 2,150件 ', says: { value: '2150', answer: 'number', raw: '2,150件' } },
    { raw: '概ね達成', says: { value: null, answer: 'text' } },
    { raw: '－', says: { value: null, answer: 'not-applicable' } },
  ])('実績値 $raw', ({ raw, says }) => {
    expect(accepted(actual(raw), { record: { indicators: [anIndicator({ unit: '件' })] } }).indicators[0]?.actuals.at(-1)).toMatchObject({
      fiscalYear: 2024,
      ...says,
    })
  })

  it('空の実績値は、前からある値を消さない', () => {
    const indicators = [anIndicator()]
    expect(accepted(actual(' '), { record: { indicators } }).indicators).toEqual(indicators)
  })

  it('見込みと実績は並び、同じ区分の値は置き換わる', () => {
    const once = accepted(actual('10', '見込み'), { record: { indicators: [{ ...anIndicator(), actuals: [] }] } })
    const item = anItem({ content: aContent(actual('12')) })
    const twice = withAccepted(once, item, 2024, reportDocument(item, 2024, new Date(0)))
    const again = anItem({ content: aContent(actual('13')) })
    const thrice = withAccepted(twice, again, 2024, reportDocument(again, 2024, new Date(0)))
    expect(thrice.indicators[0]?.actuals.map(({ raw, status }) => [raw, status])).toEqual([
      ['10', '見込み'],
      ['13', '実績'],
    ])
  })

  it('効果額の実績は、計画の額と並ぶ', () => {
    const planned = anEffect({ scope: '経費', fiscalYear: 2024, raw: '1,000', status: '計画' as never })
    const sheet = aSheet({ effects: [{ row: '経費', scope: '経費', unit: '千円', planned: '1,000', earlier: [] }] })
    const told = accepted(
      {
        effects: [
          { row: '経費', raw: '▲1,250' },
          { row: '照会票にない行', raw: '9' },
        ],
      },
      { record: { effects: [planned] }, item: { sheet } },
    )
    expect(told.effects[0]).toEqual(planned)
    expect(told.effects.slice(1)).toMatchObject([{ scope: '経費', fiscalYear: 2024, status: '実績', amountYen: -1_250_000, raw: '▲1,250' }])
  })

  it('再開した報告で空にした効果額は、なくなり、ほかの年度と計画の額は残る', () => {
    const sheet = aSheet({ effects: [{ row: '経費', scope: '経費', unit: '百万円', planned: '1', earlier: [] }] })
    const effects = [anEffect({ scope: '経費', fiscalYear: 2024, raw: '1' }), anEffect({ scope: '経費', fiscalYear: 2023, raw: '7' })]
    const once = accepted({ effects: [{ row: '経費', raw: '△2.5' }] }, { record: { effects }, item: { sheet } })
    expect(once.effects.at(-1)).toMatchObject({ amountYen: -2_500_000, raw: '△2.5', status: '実績' })
    const item = anItem({ content: aContent({ effects: [] }), sheet })
    expect(withAccepted(once, item, 2024, reportDocument(item, 2024, new Date(0))).effects).toEqual(effects)
  })

  it.each([
    { raw: '▲1,234', unit: '千円', says: [-1_234_000, null] },
    { raw: '2億5千万円', unit: '千円', says: [250_000_000, null] },
    { raw: '0', unit: '百万円', says: [0, null] },
    { raw: '1.5', unit: '億円', says: [150_000_000, null] },
    { raw: '－', unit: '千円', says: [null, null] },
    { raw: '算定中', unit: '千円', says: [null, null] },
    { raw: '1,200', unit: '時間', says: [null, '1200'] },
  ])('効果額の実績 $raw（$unit）は円の整数', ({ raw, unit, says }) => {
    const sheet = aSheet({ effects: [{ row: '経費', scope: '経費', unit, planned: null, earlier: [] }] })
    const [told] = accepted({ effects: [{ row: '経費', raw }] }, { item: { sheet } }).effects
    expect([told?.amountYen, told?.quantity, told?.raw]).toEqual([...says, raw])
  })

  describe('取り込んだその年度の報告と受理した報告は、二重にならない', () => {
    const parts = [aPart({ id: anId('p1') }), aPart({ id: anId('p2') })]
    const imported = (section: string | null, ...of: string[]) =>
      aReport({ fiscalYear: 2024, section, parts: of.map(anId), progress: '取り込んだ文' })
    it.each([
      { title: '課名のない報告は、ただ一つの担当課の報告', sections: ['財政課'], report: imported(null, 'p1', 'p2'), of: [], says: 1 },
      { title: '部分をすべて挙げた報告は、取組全体の報告', sections: ['財政課'], report: imported('財政課', 'p1', 'p2'), of: [], says: 1 },
      { title: '一つの部分の報告は、取組全体の報告ではない', sections: ['財政課'], report: imported('財政課', 'p1'), of: [], says: 2 },
      { title: '二つの課に尋ねるときは、課名のない報告を残す', sections: ['財政課', '納税課'], report: imported(null), of: [], says: 2 },
      { title: 'ほかの課の報告は残る', sections: ['財政課', '納税課'], report: imported('納税課'), of: [], says: 2 },
    ])('$title', ({ sections, report, of, says }) => {
      const record = { initiatives: [anInitiative({ sections, parts, reports: [report] })] }
      const told = accepted({}, { record, item: { parts: of.map(anId) } }).initiatives[0]?.reports ?? []
      expect(told).toHaveLength(says)
      expect(told.at(-1)).toMatchObject({ section: '財政課', parts: ['p1', 'p2'], progress: '対象手続を20件に広げた。' })
    })
  })

  it.each([
    { was: 2022, says: 2024 },
    { was: null, says: 2024 },
    { was: 2025, says: 2025 },
  ])('記録の年度 $was は、受理すると $says', ({ was, says }) => expect(accepted({}, { record: { fiscalYear: was } }).fiscalYear).toBe(says))

  it('割合の内訳も実績に入る', () =>
    expect(
      accepted(actual('15,006／28,043件 53.5％'), { record: { indicators: [anIndicator({ unit: '%' })] } }).indicators[0]?.actuals.at(-1),
    ).toMatchObject({ value: '53.5', numerator: '15006', denominator: '28043', raw: '15,006／28,043件 53.5％' }))

  it('値の出典は、受理した報告の行になる', () => {
    const told = accepted()
    const pointers = told.sources.map(({ pointer }) => pointer)
    expect(pointers).toContain('/initiatives/0/reports/0/progress')
    expect(pointers.some((pointer) => pointer.startsWith('/indicators/0/actuals/'))).toBe(true)
    expect(new Set(told.sources.map(({ place }) => place)).size).toBeGreaterThan(1)
  })
})
