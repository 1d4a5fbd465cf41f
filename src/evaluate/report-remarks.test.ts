import { describe, expect, it } from 'vitest'
import { anId } from '../../town/story/builders.ts'
import { aContent, aSheet } from '../../town/story/round-builders.ts'
import type { SheetIndicator } from '../reform/report-content.ts'
import type { Decimal } from '../vocabulary/decimal.ts'
import { reportRemarks } from './report-remarks.ts'

const LAST = '市民が窓口に来なくても申請できる手続を令和5年度に12件に広げた。'
const years = (...raws: string[]) => raws.map((raw, nth) => ({ fiscalYear: 2023 - nth, raw }))
const anAsked = (said: Partial<SheetIndicator> = {}): SheetIndicator => ({
  ...(aSheet().indicators[0] as SheetIndicator),
  ...said,
})
const remarksOf = (raw: string, said: Partial<SheetIndicator> = {}) =>
  reportRemarks(
    aContent({ actuals: [{ indicator: anId('indicator'), raw, status: null }] }),
    aSheet({ indicators: [anAsked(said)], last: null }),
  ).map(({ kind }) => kind)

describe('報告の気付き：実績値', () => {
  it.each([
    { title: '前年度より少し増えた', raw: '1,700', says: [] },
    { title: '前年度の5割を超えて増えた', raw: '2,400', says: ['stands-out'] },
    { title: 'ちょうど5割増は目立たない', raw: '2,310', says: [] },
    { title: '単位を添えた数値は読める', raw: '1,700件', says: [] },
    { title: '全角の数字も読める', raw: '１，７００', says: [] },
    { title: '桁を間違えた', raw: '15,400', says: ['stands-out'] },
    { title: '現況値より少ない', raw: '1,100', says: ['worse-than-baseline'] },
    { title: '現況値と同じは後退でない', raw: '1,200', says: [] },
    { title: '少ないほどよい指標が増えた', raw: '1,300', said: { direction: 'decrease' }, says: ['worse-than-baseline'] },
    { title: '目標の「以下」は指標の向きに優先する', raw: '1,300', said: { target: '1,000件以下' }, says: ['worse-than-baseline'] },
    { title: '維持の指標は後退と言わない', raw: '1,100', said: { direction: 'maintain' }, says: [] },
    { title: '向きの分からない指標は後退と言わない', raw: '1,100', said: { direction: null }, says: [] },
    { title: '文字で答えた', raw: '概ね達成', says: ['not-a-number'] },
    {
      title: '数値を求めない指標は文字でよい',
      raw: '概ね達成',
      said: { target: '適切に運営', finalTarget: null, baseline: null, earlier: [], unit: null },
      says: [],
    },
    { title: '別の単位で答えた', raw: '1,700人', says: ['other-unit'] },
    { title: '同じ単位の別の書き方', raw: '1,700名', said: { unit: '人' }, says: [] },
    { title: '「－」は答え', raw: '－', says: [] },
    { title: '空欄は気付きではなく未記入', raw: '  ', says: [] },
    { title: '0は数値', raw: '0', says: ['stands-out', 'worse-than-baseline'] },
    { title: '前年度が0なら比べない', raw: '900', said: { earlier: years('0'), baseline: null }, says: [] },
    { title: '前年度が「－」でも、その前の年度と比べる', raw: '9,000', said: { earlier: years('－', '1,500') }, says: ['stands-out'] },
    { title: '毎年大きく動く指標は目立たない', raw: '2,400', said: { earlier: years('1,500', '2,100', '1,400') }, says: [] },
    {
      title: '前年度の文の中の数値とも比べる',
      raw: '61.4%',
      said: { unit: '%', earlier: [{ fiscalYear: 2023, raw: '登用率は30.7%（前年度から増）', value: '30.7' as Decimal }], baseline: null },
      says: ['stands-out'],
    },
    {
      title: '現況値の文の中の数値とも比べる',
      raw: '20.0%',
      said: { unit: '%', earlier: [], baseline: '登用率 28.7%', baselineValue: '28.7' as Decimal },
      says: ['worse-than-baseline'],
    },
    { title: '負の値から正の値へ', raw: '30', said: { earlier: years('▲20'), baseline: null }, says: ['stands-out'] },
  ] as { title: string; raw: string; said?: Partial<SheetIndicator>; says: string[] }[])('$title：$raw', ({ raw, said, says }) => {
    expect(remarksOf(raw, said)).toEqual(says)
  })

  it('前年度の何倍かを添える', () => {
    const sheet = aSheet({ indicators: [anAsked({ earlier: years('1,000') })], last: null })
    const [remark] = reportRemarks(aContent({ actuals: [{ indicator: anId('indicator'), raw: '2,500', status: null }] }), sheet)
    expect(remark).toMatchObject({
      kind: 'stands-out',
      field: 'actual:indicator',
      ratio: '2.5',
      before: { fiscalYear: 2023, raw: '1,000' },
    })
  })
})

describe('報告の気付き：文と効果額', () => {
  const last = { fiscalYear: 2023, progress: LAST, issues: '実施した。', revision: null }
  const kinds = (said: Parameters<typeof aContent>[0], sheet = aSheet({ last, indicators: [] })) =>
    reportRemarks(aContent({ actuals: [], ...said }), sheet).map(({ kind, field }) => `${field} ${kind}`)

  it.each([
    { title: '前年度と同じ文', said: { progress: LAST }, says: ['progress same-text'] },
    { title: '年度と空白だけを改めた文', said: { progress: LAST.replace('令和5年度', ' 令和６年度 ') }, says: ['progress same-text'] },
    { title: '数を改めた文', said: { progress: LAST.replace('12', '20') }, says: [] },
    { title: '短い文は同じでよい', said: { issues: '実施した。' }, says: [] },
    { title: '「変更なし」は同じことを言う', said: { progress: LAST, unchanged: true }, says: [] },
  ])('$title', ({ said, says }) => expect(kinds(said)).toEqual(says))

  it.each([
    { raw: '1,200', says: [] },
    { raw: '12,000', says: ['effect:経費 stands-out'] },
    { raw: '1,200千円', says: [] },
    { raw: '多少', says: ['effect:経費 not-a-number'] },
    { raw: '3件', says: ['effect:経費 other-unit'] },
    { raw: '▲500', says: ['effect:経費 stands-out'] },
  ])('効果額 $raw', ({ raw, says }) => {
    const effects = [{ row: '経費', scope: '経費の節減', unit: '千円', planned: '1,000', earlier: years('1,000') }]
    expect(kinds({ effects: [{ row: '経費', raw }] }, aSheet({ last: null, indicators: [], effects }))).toEqual(says)
  })
})
