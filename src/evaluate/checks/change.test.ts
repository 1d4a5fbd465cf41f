import { describe, expect, it } from 'vitest'
import { anIndicator, aTarget } from '../../../town/story/builders.ts'
import type { Decimal } from '../../vocabulary/decimal.ts'
import { differences } from './difference.ts'
import { aRecordSaying, looking } from './figure-records.ts'
import { percentPoints } from './percent-point.ts'
import { yearOnYear } from './year-on-year.ts'

const indicator = (baseline: string, unit = '件') =>
  anIndicator({
    name: 'コンビニ交付件数',
    unit,
    baseline: { asOf: '2023年度末', value: baseline as Decimal, answer: 'number', raw: baseline },
    targets: [aTarget('30000', { fiscalYear: 2027, final: true })],
    actuals: [],
  })

describe('前年度比の検算', () => {
  it.each([
    ['▼コンビニ交付件数：22,182件 <前年度比：6,011件増>', '16171', '件', ['holds']],
    ['▼コンビニ交付件数：22,182件 <前年度比：6,001件増>', '16171', '件', ['cannot-tell']],
    ['▼コンビニ交付率は5.1%（前年比0.6ポイント減少）', '5.7', '%', ['holds']],
    ['▼コンビニ交付率は5.1%（前年比0.6ポイント減少）', '5.6', '%', ['holds']],
    ['▼コンビニ交付率は5.1%（前年比0.6ポイント減少）', '6.7', '%', ['cannot-tell']],
    ['▼コンビニ交付件数：22,182件', '16171', '件', []],
  ])('%s 現況値 %s%s', (text, baseline, unit, verdicts) => {
    expect(yearOnYear(looking(aRecordSaying(text, { indicators: [indicator(baseline, unit)] }))).map((c) => c.verdict)).toEqual(verdicts)
  })

  it.each([
    ['利用者は、令和5年度の3,040人から令和6年度は3,255人となり、215人増えた。', ['holds']],
    ['利用者は、令和5年度の3,040人から令和6年度は3,255人となり、225人増えた。', ['fails']],
    ['受講者数 50人（30人）、前年度比10人増', ['cannot-tell']],
    ['受講者数 50人（前年度30人）、前年度比10人増', ['fails']],
    ['受講者数 50人（前年度40人）、前年度比10人増', ['holds']],
    ['利用者は3,655人（前年度3,240人）、前年度比405人増（前年度の値は修正後）', ['cannot-tell']],
    ['受講者数 50人（前年度30人）、前年度比10人増、計画比15人増', ['cannot-tell']],
  ])('並べて書かれた前の値と比べる: %s', (text, verdicts) => {
    expect(yearOnYear(looking(aRecordSaying(text))).map((c) => c.verdict)).toEqual(verdicts)
  })

  it('現況値が前年度のものでなければ比べない', () => {
    const old = {
      ...indicator('16171'),
      baseline: { asOf: '2021年度末', value: '16171' as Decimal, answer: 'number' as const, raw: '16171' },
    }
    expect(yearOnYear(looking(aRecordSaying('▼件数：22,182件 <前年度比：6,000件増>', { indicators: [old] })))).toEqual([])
  })
})

describe('差の検算', () => {
  it.each([
    ['正規職員の合計で10名の減員となった。 R5. 4. 1 841名 R6. 4. 1 831名', ['holds']],
    ['正規職員の合計で12名の減員となった。 R5. 4. 1 841名 R6. 4. 1 831名', ['fails']],
    ['正規職員の合計で10名の減員となった。 R6. 4. 1 831名 R5. 4. 1 841名', ['holds']],
    ['再任用職員が5名の増員となった。 R5. 4. 1 841名 R6. 4. 1 831名', ['cannot-tell']],
    ['3年間で、正規職員の合計で40名の減員となった。 R5. 4. 1 841名 R6. 4. 1 831名', ['cannot-tell']],
    ['正規職員の合計で10名の減員となった。 R5. 4. 1 841名', []],
    ['正規職員の合計で10名の減員となった。 R5. 4. 1 841件 R6. 4. 1 831件', []],
  ])('%s', (text, verdicts) => {
    expect(differences(looking(aRecordSaying(text))).map((c) => c.verdict)).toEqual(verdicts)
  })
})

describe('%とポイント', () => {
  const text = '●啓発（取得率：2024年度 42.9%）※前年度比 21.7%増'

  it('前の値が分からなければ、二つの読み方を示す指摘にする', () => {
    const [found] = percentPoints(looking(aRecordSaying(text)))
    expect(found?.verdict).toBe('remark')
    expect(found?.message).toContain('ポイントなら前の値は21.2%、比率なら35.3%')
  })

  it.each([
    ['21.2', 'remark', 'ポイントを%と書いたと見られます'],
    ['20.6', 'remark', 'ただし前年度の値は20.6%で、差は22.3ポイントです'],
    ['35.25', 'holds', '比率として合います'],
  ])('前年度の値が %s のとき', (baseline, verdict, says) => {
    const [found] = percentPoints(looking(aRecordSaying(text, { indicators: [indicator(baseline, '%')] })))
    expect(found?.verdict).toBe(verdict)
    expect(found?.message).toContain(says)
  })

  it('ポイントと書かれていれば何も言わない', () => {
    expect(percentPoints(looking(aRecordSaying('▼比率は5.5%（前年比0.4ポイント減少）')))).toEqual([])
  })
})
