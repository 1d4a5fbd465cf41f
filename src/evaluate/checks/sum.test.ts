import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aRecordSaying, looking } from './figure-records.ts'
import { sums } from './sum.ts'

const check = (text: string) => sums(looking(aRecordSaying(text)))

describe('合計の検算', () => {
  it.each([
    ['●2024.4.1時点職員数 合計162人 正規職員120人、4条任期付2人、再任用40人(短時間含)', ['holds']],
    ['●2024.4.1時点職員数 合計163人 正規職員120人、4条任期付2人、再任用40人(短時間含)', ['fails']],
    ['職員数は、正規職員48人、再任用職員4人、臨時職員31人の合計83人である。', ['holds']],
    ['職員数は、正規職員48人、再任用職員4人、臨時職員31人の合計85人である。', ['fails']],
    ['▼評価した事業数30事業 「継続」20 「統合」4 「改善」6', ['holds']],
    ['▼評価した事業数31事業 「継続」20 「統合」4 「改善」6', ['fails']],
    ['▼参加者数100人 市民20人 職員30人', []],
    ['●講座の参加者 合計100人 市民40人、職員20人', ['cannot-tell']],
    ['●講座の参加者 合計100人 市民40人、うち高齢者20人', []],
    ['●処理量 合計10.0t 可燃3.3t、不燃3.3t、資源3.3t', ['holds']],
    ['相談は、窓口30人、電話40人、メール20人の合計85人（重複を除く）である。', ['cannot-tell']],
    ['●相談件数 合計120件 主な内訳 税40件、福祉50件、住宅20件', ['cannot-tell']],
    ['相談件数は、税40件、福祉50件、住宅20件ほか、合計120件であった。', ['cannot-tell']],
    ['効果額は、歳入1,234千円、歳出5,678千円、その他2,346千円の合計9,259千円である。', ['cannot-tell']],
    ['職員数は、採用20人、退職32人、再任用2人の合計10人の減員となった。', ['cannot-tell']],
    ['▼評価した事業数41事業 「継続」20 「統合」4 「改善」16、未着手1', ['cannot-tell']],
    ['▼評価した事業数42事業 「継続」20 「統合」4 「改善」16 ※廃止した2事業は評価していない', ['cannot-tell']],
    ['●受付 東30件 住民20件、税10件、西20件 住民15件、税5件 合計50件', ['cannot-tell']],
    ['利用は、本庁420人、東支所115人、西支所105人の合計820人である。', ['cannot-tell']],
    ['●職員数 合計100人 正規60人、再任用10人、短時間5人［3人］、会計年度27人', ['cannot-tell']],
    ['●受講者数 管理職20人、係長30人、一般職50人、計110人', ['fails']],
    ['●割合 合計100% 市民40%、職員30%', []],
    ['●件数 合計10件 窓口4件、削減時間6時間', []],
  ])('%s', (text, verdicts) => {
    expect(check(text).map((c) => c.verdict)).toEqual(verdicts)
  })

  it('書かれた値・計算した値・式・場所を示す', () => {
    expect(check('職員数は、正規職員48人、再任用職員4人の合計53人である。')).toEqual([
      {
        kind: 'sum',
        verdict: 'fails',
        stated: 'の合計53人',
        computed: '52人',
        message: '「職員数の合計」は53人と書かれていますが、内訳の和は52人です（48＋4＝52）。内訳か合計を確かめてください。',
        at: ['line 4'],
      },
    ])
  })

  it('数え上げた内訳の和は、どんな組み合わせでも一致し、一つずらせば一致しない', () => {
    const counts = fc.array(fc.integer({ min: 100, max: 9_999 }), { minLength: 3, maxLength: 6 })
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 5 }), (terms, off) => {
        const list = terms.map((n, i) => `${'甲乙丙丁戊己'[i]}係${n}人`).join('、')
        const total = terms.reduce((a, b) => a + b, 0)
        expect(check(`配置は、${list}の合計${total}人である。`).map((c) => c.verdict)).toEqual(['holds'])
        expect(check(`配置は、${list}の合計${total + off}人である。`).map((c) => c.verdict)).toEqual(['fails'])
      }),
      { numRuns: 50 },
    )
  })
})
