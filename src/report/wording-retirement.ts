import type { RetirementDoubt, RetirementValue } from '../evaluate/retirement.ts'
import type { Actual, Target } from '../reform/record.ts'
import type { RetirementRule } from '../reform/retirement.ts'
import type { Scale } from '../reform/scale.ts'
import { percentText, yearShort, yenText } from './figures.ts'
import { toldMeasured } from './told.ts'
import { comparatorName } from './wording-indicators.ts'
import { metText, noRateText, PENDING } from './wording-status.ts'

/** 廃止の基準の種類 — in the order in which a form offers them. */
export const ruleKindNames: Record<RetirementRule['kind'], string> = {
  'targets-missed': '目標に届かない年が続く',
  'rate-below': '達成率がある割合に届かない年が続く',
  'same-word': '同じ評語が続く',
  'not-reported': '報告のない年が続く',
  'cost-without-result': '費用が大きく、目標に届かない',
  'final-target-met': '最終目標を達成した',
}

const GUESS = '（改善の方向は推定）'
const lasting = (years: number): string => (years === 1 ? '評価する年度に' : `${years}年続けて`)

/** 基準を文で — as it is published. */
export function ruleText(rule: RetirementRule, scales: readonly Scale[]): string {
  switch (rule.kind) {
    case 'targets-missed':
      return `一つの指標が${lasting(rule.years)}目標に届かない`
    case 'rate-below':
      return `一つの指標の達成率が${lasting(rule.years)}${percentText(rule.share)}に届かない`
    case 'same-word':
      return `${scales.find(({ id }) => id === rule.scale)?.name ?? '評価'}が${lasting(rule.years)}「${rule.word}」である`
    case 'not-reported':
      return `取組状況の報告が${lasting(rule.years)}ない`
    case 'cost-without-result':
      return `予算額が${yenText(rule.amountYen, '円')}円以上で、評価する年度の目標に届かない`
    case 'final-target-met':
      return '最終目標のある指標が、すべて最終目標を満たしている'
  }
}

export const doubtTexts: Record<RetirementDoubt, string> = {
  'no-indicator': '数値の指標がないため、分かりません。',
  'figures-missing': '目標か実績に、記載のない年度や数値でない年度があるため、分かりません。',
  'not-judged': '評価のない年度があるため、分かりません。',
  'no-final-target': '最終目標の記載がないため、分かりません。',
  'no-cost': '費用の記載がないか、一つの額にまとめられないため、分かりません。',
  'before-the-plan': '計画の始まる前の年度を含むため、分かりません。',
  'year-of-report-unknown': '年度の分からない報告があるため、分かりません。',
}

export const costWhy = { 'not-said': '記載なし', 'not-money': '金額でない', several: '費用が複数あり、まとめられない' } as const

const targetText = (target: Target | null, unit: string | null): string =>
  target === null
    ? '記載なし'
    : `${toldMeasured(target, unit).text}${target.comparator ? comparatorName[target.comparator] : ''}${target.maintain ? 'を維持' : ''}`
const actualText = (actual: Actual | null, unit: string | null): string => toldMeasured(actual, unit).text

/** 用いた値 — «オンライン申請率（令和6年度）», «目標30.0％以上、実績25.1％、未達成». */
export function retirementValueText(value: RetirementValue): { name: string; value: string } {
  const year = yearShort(value.year)
  switch (value.is) {
    case 'figures':
    case 'rate': {
      const { indicator, reached, dueLater } = value
      const met = reached.met === false && dueLater ? PENDING : reached.met === null ? noRateText(reached.noRate) : metText(reached.met)
      const rate = value.is === 'rate' && value.rate !== null ? `、達成率${percentText(value.rate)}` : ''
      const guess = reached.directionSource === 'guessed' ? GUESS : ''
      const said = `目標${targetText(reached.target, indicator.unit)}、実績${actualText(reached.actual, indicator.unit)}`
      return { name: `${indicator.name}（${year}）`, value: `${said}${rate}、${met}${guess}` }
    }
    case 'final': {
      const { indicator, target, actual, hit } = value
      const said = `最終目標${targetText(target, indicator.unit)}、実績${actualText(actual, indicator.unit)}`
      return { name: `${indicator.name}（${year}）`, value: `${said}、${metText(hit)}${value.guessed ? GUESS : ''}` }
    }
    case 'word':
      return {
        name: `${year}の評価`,
        value: value.said.word === null ? '評価なし' : `「${value.said.word}」${value.said.from === 'document' ? '（文書の記載）' : ''}`,
      }
    case 'cost':
      return {
        name: `${year}の${value.stage === null ? '事業費' : `${value.stage}額`}`,
        value: 'amountYen' in value.found ? `${yenText(value.found.amountYen, '円')}円` : costWhy[value.found.why],
      }
    case 'report':
      return { name: `${year}の報告`, value: value.reported ? 'あり' : 'なし' }
  }
}
