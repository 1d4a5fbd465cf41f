import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anActual, anIndicator, aRecord, aTarget } from '../../../town/story/builders.ts'
import type { Decimal } from '../../vocabulary/decimal.ts'
import { aRecordSaying, looking } from './figure-records.ts'
import { ratios } from './ratio.ts'

const check = (text: string) => ratios(looking(aRecordSaying(text)))

describe('割合の検算', () => {
  it.each([
    ['・軽自動車税 1,206／2,043件 59.0%', ['holds']],
    ['・軽自動車税 1,206／2,043件 59%', ['holds']],
    ['・軽自動車税 1,206／2,043件 59.03%', ['holds']],
    ['・軽自動車税 1,206／2,043件 95.0%', ['fails']],
    ['・軽自動車税 1／3件 33.3%', ['holds']],
    ['・軽自動車税 2／3件 66.6%', ['holds']],
    ['・軽自動車税 2／3件 66.5%', ['fails']],
    ['・軽自動車税 0／0件 0.0%', []],
    ['▼評価した事業数40事業 「継続」30 「改善」10 ▼評価した事業数に占める「改善」の割合 25.0%', ['holds']],
    ['▼評価した事業数40事業 「継続」30 「改善」10 ▼評価した事業数に占める「改善」が必要な事業の割合 7.2%', ['fails']],
    ['▼評価した事業数40事業 「継続」30 ▼評価した事業数に占める「改善」の割合 7.2%', []],
    ['▼申請件数200件 ▼オンライン申請50件 ▼申請件数に占めるオンライン申請の割合 30%', ['fails']],
    ['▼申請件数200件 ▼オンライン申請50人 ▼申請件数に占めるオンライン申請の割合 30%', ['cannot-tell']],
    ['▼申請件数200件 ▼オンライン申請50件 ▼申請件数に占めるオンライン申請の割合 30%（実件数60件）', ['cannot-tell']],
    ['▼女性管理職の割合 21.5%', []],
    ['▼回収率 90.0%（120／150人）', ['fails']],
    ['▼講座の満足度 92.3%（120／150人）', ['cannot-tell']],
    ['▼印刷用紙の削減率 25.0%（75／100箱）', ['holds']],
    ['▼印刷用紙の削減率 35.0%（75／100箱）', ['cannot-tell']],
    ['▼利用者の増加率 25.0%（50／40人）', ['holds']],
    ['▼電子申請の割合 20.0%（80／100件）', ['cannot-tell']],
    ['▼申請件数200件 ▼オンライン申請50件 ▼令和4年度の申請件数に占めるオンライン申請の割合 30%', ['cannot-tell']],
  ])('%s', (text, verdicts) => {
    expect(check(text).map((c) => c.verdict)).toEqual(verdicts)
  })

  it('端数切捨ては一致とし、そう記す', () => {
    expect(check('・軽自動車税 2／3件 66.6%')[0]?.message).toContain('端数切捨て')
  })

  it('正しい値で目標の判定が変わるなら、それを伝える', () => {
    const targets = [aTarget('15', { fiscalYear: 2027, final: true })]
    const indicator = anIndicator({
      name: '改善が必要な割合',
      unit: '%',
      direction: null,
      directionSource: null,
      baseline: '20',
      targets,
      actuals: [],
    })
    const text = '▼評価した事業数40事業 「継続」30 「改善」10 ▼評価した事業数に占める「改善」の割合 7.2%'
    const [found] = ratios(looking(aRecordSaying(text, { indicators: [indicator] })))
    expect(found?.message).toContain('達成から未達成に変わります（改善の方向は推定）')
    expect(found?.computed).toBe('25.0%')
  })

  it('指標の実績の分子・分母も確かめる', () => {
    const actual = anActual('50.0', { numerator: '1' as Decimal, denominator: '4' as Decimal })
    const verdicts = (name: string) =>
      ratios(looking(aRecord({ indicators: [anIndicator({ name, unit: '%', actuals: [actual] })] }))).map((c) => c.verdict)
    expect(verdicts('研修参加率')).toEqual(['fails'])
    expect(verdicts('市民満足度')).toEqual(['cannot-tell'])
  })

  it('四捨五入した割合は、いつも一致する', () => {
    const counts = fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 2 }))
    fc.assert(
      fc.property(counts, ([part, whole, places]) => {
        const numerator = Math.min(part, whole)
        const unit = 10n ** BigInt(places)
        const scaled = (BigInt(numerator) * 100n * unit * 2n + BigInt(whole)) / (BigInt(whole) * 2n)
        const printed = places === 0 ? `${scaled}` : `${scaled / unit}.${`${scaled % unit}`.padStart(places, '0')}`
        expect(check(`・税 ${numerator}／${whole}件 ${printed}%`).map((c) => c.verdict)).toEqual(['holds'])
      }),
      { numRuns: 100 },
    )
  })
})
