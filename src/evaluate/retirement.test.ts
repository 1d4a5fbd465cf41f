import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../tests/random.ts'
import { aDecimal, anActual, anId, anIndicator, anInitiative, aReport, aTarget } from '../../town/story/builders.ts'
import type { Indicator } from '../reform/record.ts'
import type { RetirementRule } from '../reform/retirement.ts'
import type { ScaleId } from '../reform/scale.ts'
import { type RetirementFinding, retirementFinding, type Subject, type WordIn } from './retirement.ts'

const YEAR = 2024
const subject = (said: Partial<Subject> & { words?: Record<number, string> } = {}): Subject => {
  const { words = {}, ...rest } = said
  const wordIn = (year: number): WordIn => ({ word: words[year] ?? null, from: words[year] ? 'judgement' : null })
  return { initiative: anInitiative(), indicators: [anIndicator()], wordIn, since: 2023, ...rest }
}
const found = (rule: RetirementRule, of: Subject): RetirementFinding => retirementFinding({ id: 'criterion', name: '基準', rule }, of, YEAR)
const told = (finding: RetirementFinding): string => (finding.verdict === 'cannot-tell' ? finding.doubt : finding.verdict)

/** targets and actuals of 令和5年度 and 令和6年度 */
const years = (first: [string, string], second: [string, string], said: Partial<Indicator> = {}): Indicator =>
  anIndicator({
    targets: [aTarget(first[0], { fiscalYear: 2023 }), aTarget(second[0], { fiscalYear: 2024 })],
    actuals: [anActual(first[1], { fiscalYear: 2023 }), anActual(second[1], { fiscalYear: 2024 })],
    ...said,
  })
const cost = (raw: string, amountYen: number | null) => ({
  ...{ fiscalYear: YEAR, stage: '予算' as const, label: null, fund: null, amountYen, quantity: null, unit: '円', raw },
})
const costly = anInitiative({ costs: [cost('5,000,000', 5_000_000)] })

describe('廃止の基準', () => {
  const missed = (count: number): RetirementRule => ({ kind: 'targets-missed', years: count })
  const below = (share: string, count = 1): RetirementRule => ({ kind: 'rate-below', share: aDecimal(share), years: count })
  const end: RetirementRule = { kind: 'same-word', scale: 'status' as ScaleId, word: '遅れ', years: 2 }

  it.each<{ title: string; rule: RetirementRule; of: Subject; says: string }>([
    {
      title: '二年続けて目標に届かない',
      rule: missed(2),
      of: subject({ indicators: [years(['100', '90'], ['100', '80'])] }),
      says: 'candidate',
    },
    { title: '一年は届いた', rule: missed(2), of: subject({ indicators: [years(['100', '100'], ['100', '80'])] }), says: 'not-caught' },
    {
      title: '一年の実績が空欄なら分からない',
      rule: missed(2),
      of: subject({ indicators: [years(['100', ''], ['100', '80'])] }),
      says: 'figures-missing',
    },
    {
      title: '空欄があっても、一年届いていれば当たらない',
      rule: missed(2),
      of: subject({ indicators: [years(['100', ''], ['100', '100'])] }),
      says: 'not-caught',
    },
    {
      title: '「－」は届かなかったとはしない',
      rule: missed(1),
      of: subject({ indicators: [years(['100', '90'], ['100', '－'])] }),
      says: 'figures-missing',
    },
    {
      title: '実績0は0として比べる',
      rule: missed(1),
      of: subject({ indicators: [years(['100', '90'], ['100', '0'])] }),
      says: 'candidate',
    },
    {
      title: '目標0件（減らす）を1件上回った',
      rule: missed(1),
      of: subject({ indicators: [years(['0以下', '0'], ['0以下', '1'])] }),
      says: 'candidate',
    },
    {
      title: '期限が先の目標は、まだ届かなかったとはしない',
      rule: missed(1),
      of: subject({ indicators: [anIndicator({ targets: [aTarget('100', { fiscalYear: 2027, final: true })] })] }),
      says: 'figures-missing',
    },
    {
      title: '増減の向きが分からない',
      rule: missed(1),
      of: subject({ indicators: [anIndicator({ direction: null, directionSource: null })] }),
      says: 'figures-missing',
    },
    { title: '指標がなければ分からない', rule: missed(1), of: subject({ indicators: [] }), says: 'no-indicator' },
    {
      title: '別々の指標が別々の年に届かないだけでは当たらない',
      rule: missed(2),
      of: subject({ indicators: [years(['100', '90'], ['100', '100']), years(['100', '100'], ['100', '90'])] }),
      says: 'not-caught',
    },
    { title: '達成率が5割に届かない', rule: below('0.5'), of: subject({ indicators: [anIndicator({ actual: '49' })] }), says: 'candidate' },
    { title: '達成率がちょうど5割', rule: below('0.5'), of: subject({ indicators: [anIndicator({ actual: '50' })] }), says: 'not-caught' },
    {
      title: '維持する目標を満たす',
      rule: below('0.5'),
      of: subject({ indicators: [anIndicator({ target: '85以上を維持', actual: '90' })] }),
      says: 'not-caught',
    },
    {
      title: '維持する目標を満たさないと、率がないので分からない',
      rule: below('0.5'),
      of: subject({ indicators: [anIndicator({ target: '85以上を維持', actual: '20' })] }),
      says: 'figures-missing',
    },
    {
      title: '負の目標には率がない',
      rule: below('0.5'),
      of: subject({ indicators: [anIndicator({ target: '-100', actual: '-900' })] }),
      says: 'figures-missing',
    },
    {
      title: '最終目標を満たした',
      rule: { kind: 'final-target-met' },
      of: subject({ indicators: [anIndicator({ targets: [aTarget('80', { fiscalYear: 2027, final: true })] })] }),
      says: 'candidate',
    },
    {
      title: '最終目標にまだ届かない',
      rule: { kind: 'final-target-met' },
      of: subject({ indicators: [anIndicator({ targets: [aTarget('95', { fiscalYear: 2027, final: true })] })] }),
      says: 'not-caught',
    },
    { title: '最終目標がない', rule: { kind: 'final-target-met' }, of: subject(), says: 'no-final-target' },
    { title: '同じ評語が二年続く', rule: end, of: subject({ words: { 2023: '遅れ', 2024: '遅れ' } }), says: 'candidate' },
    { title: '評語が変わった', rule: end, of: subject({ words: { 2023: '順調', 2024: '遅れ' } }), says: 'not-caught' },
    { title: '一年は評価していない', rule: end, of: subject({ words: { 2024: '遅れ' } }), says: 'not-judged' },
    {
      title: '予算額がその額以上で目標に届かない',
      rule: { kind: 'cost-without-result', amountYen: 5_000_000 },
      of: subject({ initiative: costly }),
      says: 'candidate',
    },
    {
      title: '予算額がその額に一円足りない',
      rule: { kind: 'cost-without-result', amountYen: 5_000_001 },
      of: subject({ initiative: costly }),
      says: 'not-caught',
    },
    { title: '予算額の記載がない', rule: { kind: 'cost-without-result', amountYen: 1 }, of: subject(), says: 'no-cost' },
    {
      title: '予算額の記載がなくても、目標を満たせば当たらない',
      rule: { kind: 'cost-without-result', amountYen: 1 },
      of: subject({ indicators: [anIndicator({ actual: '100' })] }),
      says: 'not-caught',
    },
    { title: '二年報告がない', rule: { kind: 'not-reported', years: 2 }, of: subject(), says: 'candidate' },
    {
      title: '空の報告は報告ではない',
      rule: { kind: 'not-reported', years: 2 },
      of: subject({ initiative: anInitiative({ reports: [aReport({ progress: ' 　' })] }) }),
      says: 'candidate',
    },
    {
      title: '一年は報告した',
      rule: { kind: 'not-reported', years: 2 },
      of: subject({ initiative: anInitiative({ reports: [aReport({ fiscalYear: 2023 })] }) }),
      says: 'not-caught',
    },
    { title: '計画の始まる前の年度は数えない', rule: { kind: 'not-reported', years: 3 }, of: subject(), says: 'before-the-plan' },
    {
      title: '年度の分からない報告がある',
      rule: { kind: 'not-reported', years: 2 },
      of: subject({ initiative: anInitiative({ reports: [aReport({ fiscalYear: null })] }) }),
      says: 'year-of-report-unknown',
    },
  ])('$title：$says', ({ rule, of, says }) => expect(told(found(rule, of))).toBe(says))

  it('推定の向きに基づくことを言う', () => {
    const indicators = [anIndicator({ directionSource: 'guessed', actual: '10' })]
    expect(found(missed(1), subject({ indicators }))).toMatchObject({ verdict: 'candidate', guessed: true })
    expect(found(missed(1), subject({ indicators: [anIndicator({ actual: '10' })] })).guessed).toBe(false)
  })

  it('最終目標の達成も、推定の向きに基づくことを言う', () => {
    const met = (directionSource: 'stated' | 'guessed') =>
      subject({ indicators: [anIndicator({ directionSource, targets: [aTarget('80', { fiscalYear: 2027, final: true })] })] })
    expect(found({ kind: 'final-target-met' }, met('guessed'))).toMatchObject({ verdict: 'candidate', guessed: true })
    expect(found({ kind: 'final-target-met' }, met('stated'))).toMatchObject({ verdict: 'candidate', guessed: false })
  })

  describe('どんな値でも', () => {
    const random = randomFrom(20240401)
    const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
    const cell = () => pick(['', '－', '0', '10', '49', '50', '99', '100', '120', '-5', '概ね達成'])
    const aSubject = (): Subject => {
      const indicators = Array.from({ length: Math.floor(random() * 3) }, (_, nth) =>
        anIndicator({
          id: anId(`indicator-${nth}`),
          direction: pick(['increase', 'decrease', 'maintain', null] as const),
          directionSource: pick(['stated', 'guessed', null] as const),
          targets: [2021, 2022, 2023, 2024, 2027].map((fiscalYear) => aTarget(cell(), { fiscalYear, final: fiscalYear === 2027 })),
          actuals: [2021, 2022, 2023, 2024].map((fiscalYear) => anActual(cell(), { fiscalYear })),
        }),
      )
      const reports = [2021, 2022, 2023, 2024, null].flatMap((fiscalYear) => (random() < 0.4 ? [aReport({ fiscalYear })] : []))
      const costs = random() < 0.5 ? [cost('1', Math.floor(random() * 10_000_000))] : []
      const words = Object.fromEntries([2021, 2022, 2023, 2024].flatMap((year) => (random() < 0.8 ? [[year, pick(['遅れ', '順調'])]] : [])))
      return subject({ indicators, initiative: anInitiative({ reports, costs }), words })
    }
    const rules = (count: number): RetirementRule[] => [
      missed(count),
      below('0.5', count),
      { ...end, years: count } as RetirementRule,
      { kind: 'not-reported', years: count },
    ]

    it('候補には用いた値があり、どの値もそれを支える', () => {
      for (let n = 0; n < 400; n += 1) {
        const of = aSubject()
        for (const rule of [
          ...rules(2),
          { kind: 'final-target-met' } as const,
          { kind: 'cost-without-result', amountYen: 1_000_000 } as const,
        ]) {
          const finding = found(rule, of)
          if (finding.verdict !== 'candidate') continue
          expect(finding.values.length).toBeGreaterThan(0)
          expect(finding.values.every(({ hit }) => hit === true)).toBe(true)
        }
      }
    })

    it('長い年数で候補になるものは、短い年数でも候補である', () => {
      for (let n = 0; n < 400; n += 1) {
        const of = aSubject()
        for (const [nth, rule] of rules(3).entries()) {
          if (found(rule, of).verdict !== 'candidate') continue
          expect(found(rules(2)[nth] as RetirementRule, of).verdict).toBe('candidate')
          expect(found(rules(1)[nth] as RetirementRule, of).verdict).toBe('candidate')
        }
      }
    })

    it('分からない空欄を埋めても、候補でないと決まったものは候補にならない', () => {
      for (let n = 0; n < 400; n += 1) {
        const of = aSubject()
        const fill = (indicator: Indicator): Indicator => ({
          ...indicator,
          actuals: indicator.actuals.map((one) =>
            one.answer === 'blank' ? anActual(pick(['0', '100']), { fiscalYear: one.fiscalYear }) : one,
          ),
        })
        if (found(missed(2), of).verdict !== 'not-caught') continue
        expect(found(missed(2), { ...of, indicators: of.indicators.map(fill) }).verdict).not.toBe('candidate')
      }
    })
  })
})
