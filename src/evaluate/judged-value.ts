import type { JudgementInput, JudgementRule } from '../reform/judgement.ts'
import type { Direction, Indicator, Target } from '../reform/record.ts'
import { absolute, compare, type Decimal, dividedBy, isPositive, minus } from '../vocabulary/decimal.ts'
import { achievement, meets } from './achievement.ts'
import { type DirectionSource, directionOf } from './direction.ts'
import { actualIn, isDueLater, targetIn } from './indicator-year.ts'
import { directionInput, inputOf, shareInput, targetInput, yearName } from './judgement-inputs.ts'
import { fiscalYearOf } from './looking.ts'

/**
 * 判定に用いる値 — what is compared with the bands. `met` alone: the target is met or missed, but there is no ratio to say by how
 * much (維持, ゼロ, 現況値と同じ目標). `unsaid`: nothing can be compared, and why.
 */
export type JudgedValue = {
  inputs: JudgementInput[]
  source: DirectionSource | null
} & ({ value: Decimal; name: string; met: boolean | null } | { met: boolean; why: string } | { unsaid: string })

const ZERO = '0' as Decimal
/** 100％ */
export const WHOLE = '1' as Decimal

/** 達成率 — towards the target of the year itself; one that is due later cannot be missed yet. */
function byAchievementRate(indicator: Indicator, year: number): JudgedValue {
  const reached = achievement(indicator, year)
  const { target, actual, directionSource: source } = reached
  const inputs = [...targetInput(indicator, target), ...inputOf(indicator, `実績（${yearName(year)}）`, actual)]
  if (reached.met === null) return { inputs, source, unsaid: WHY[reached.noRate] }
  const found = directionOf(indicator, target)
  const said = [...inputs, ...directionInput(found)]
  if (!reached.met && target && isDueLater(target, year))
    return { inputs: said, source, unsaid: 'この年度の目標がなく、最終目標の期限前です。達成率では、まだ届いていないとは言えません。' }
  if ('rate' in reached)
    return { inputs: [...said, shareInput('達成率', reached.rate)], source, value: reached.rate, name: '達成率', met: reached.met }
  return { inputs: said, source, met: reached.met, why: NO_RATE[reached.noRate] }
}

/** 目標までの進捗 — of the way from the baseline to the target. */
function progressTo(indicator: Indicator, year: number, target: Target | null): JudgedValue {
  const actual = actualIn(indicator, year)
  const start = startOf(indicator)
  const inputs = [
    ...(start.assumed ? [{ name: '現況値', value: '0（累計の指標で記載がないため）' }] : inputOf(indicator, '現況値', indicator.baseline)),
    ...targetInput(indicator, target),
    ...inputOf(indicator, `実績（${yearName(year)}）`, actual),
  ]
  const no = (unsaid: string): JudgedValue => ({ inputs, source: null, unsaid })
  if (!target || target.answer === 'blank') return no(WHY['no-target'])
  if (!actual || actual.answer === 'blank') return no(WHY['not-reported'])
  if (target.value === null || actual.value === null) return no(WHY['not-a-number'])
  const found = directionOf(indicator, target)
  const side = sideOf(indicator, target)
  const met = meets(actual.value, target, side)
  const said = { inputs: [...inputs, ...directionInput(found)], source: found?.source ?? null }
  if (met === null) return no(WHY['direction-unknown'])
  if (found?.direction === 'maintain') return { ...said, met, why: NO_RATE['kept-not-approached'] }
  if (start.value === null) return { ...said, unsaid: start.why }
  const way = minus(target.value, start.value)
  if (compare(way, ZERO) === 0) return { ...said, met, why: '現況値と目標が同じなので、進捗の割合は出せません。' }
  if (meets(start.value, target, side) === true)
    return { ...said, met, why: '現況値がすでに目標を満たしているので、進捗の割合は出せません。' }
  if (!start.assumed && isNoStart(indicator, year)) return { ...said, unsaid: noStart(indicator) }
  const rate = dividedBy(minus(actual.value, start.value), way)
  return { ...said, inputs: [...said.inputs, shareInput('目標までの進捗', rate)], value: rate, name: '目標までの進捗', met }
}

/** 期待割合に対する進捗 — the progress to the final target against what the plan expects by the end of this year. */
function byExpectedShare(rule: JudgementRule, indicator: Indicator, year: number): JudgedValue {
  const share = rule.shares.find(({ fiscalYear }) => fiscalYear === year)?.share ?? null
  const final = finalTarget(indicator)
  const progress = progressTo(indicator, year, final)
  if (!('value' in progress)) return earlyOrWhy(progress, final, year)
  if (share === null)
    return { inputs: progress.inputs, source: progress.source, unsaid: `${yearName(year)}の期待割合が、判定基準に書かれていません。` }
  const inputs = [...progress.inputs, shareInput(`期待割合（${yearName(year)}）`, share)]
  if (!isPositive(share))
    return { inputs, source: progress.source, unsaid: `${yearName(year)}は、まだ進捗を期待しない年度です（期待割合 0％）。` }
  const value = dividedBy(progress.value, share)
  const name = '期待割合に対する進捗'
  return { inputs: [...inputs, shareInput(name, value)], source: progress.source, value, name, met: metAtShare(progress, final, year) }
}

/**
 * A target that is met is met, and one that is due later may be missed still without being late. 「20未満」 at exactly 20 in the
 * last year has gone the whole way and is missed.
 */
function metAtShare({ value, met }: { value: Decimal; met: boolean | null }, final: Target | null, year: number): boolean | null {
  if (met !== false) return met
  return final && !isDueLater(final, year) && compare(value, WHOLE) >= 0 ? false : null
}

/** Without a ratio a final target that is due later can be met early; it cannot be missed yet. */
function earlyOrWhy(progress: JudgedValue, final: Target | null, year: number): JudgedValue {
  if (!('why' in progress) || progress.met || !final || !isDueLater(final, year)) return progress
  return { inputs: progress.inputs, source: progress.source, unsaid: `${progress.why}最終目標の期限前なので、届いていないとも言えません。` }
}

/** 現況値との比較 — how much better (＋) or worse (－) than the baseline, as a share of it. */
function againstBaseline(indicator: Indicator, year: number): JudgedValue {
  const actual = actualIn(indicator, year)
  const target = targetIn(indicator, year)
  const { baseline } = indicator
  const inputs = [...inputOf(indicator, '現況値', baseline), ...inputOf(indicator, `実績（${yearName(year)}）`, actual)]
  const no = (unsaid: string): JudgedValue => ({ inputs, source: null, unsaid })
  if (!baseline || baseline.answer === 'blank') return no(NO_BASELINE)
  if (!actual || actual.answer === 'blank') return no(WHY['not-reported'])
  if (baseline.value === null || actual.value === null) return no('現況値または実績が数値ではありません。')
  const found = directionOf(indicator, target)
  const side = sideOf(indicator, target)
  if (side === null || side === 'maintain') return no('増減のどちらが改善かが書かれていないため、現況値と比べられません。')
  const said = {
    inputs: [...inputs, ...directionInput({ direction: side, source: found?.source ?? 'stated' })],
    source: found?.source ?? null,
  }
  if (isNoStart(indicator, year)) return { ...said, unsaid: noStart(indicator) }
  const gain = side === 'increase' ? minus(actual.value, baseline.value) : minus(baseline.value, actual.value)
  if (compare(baseline.value, ZERO) === 0) {
    if (compare(gain, ZERO) === 0) return { ...said, value: ZERO, name: '現況値からの改善', met: null }
    return { ...said, unsaid: '現況値が0なので、何％変わったかを出せません。' }
  }
  const value = dividedBy(gain, absolute(baseline.value))
  return { ...said, inputs: [...said.inputs, shareInput('現況値からの改善', value)], value, name: '現況値からの改善', met: null }
}

export function judgedValue(rule: JudgementRule, indicator: Indicator, year: number): JudgedValue {
  switch (rule.method) {
    case 'achievement-rate':
      return byAchievementRate(indicator, year)
    case 'progress-to-target':
      return progressTo(indicator, year, targetIn(indicator, year))
    case 'expected-share':
      return byExpectedShare(rule, indicator, year)
    case 'against-baseline':
      return againstBaseline(indicator, year)
  }
}

/** 最終目標 — the one that is marked as such; else the last year's. */
const finalTarget = (indicator: Indicator): Target | null =>
  indicator.targets.findLast((target) => target.final) ??
  indicator.targets.toSorted((a, b) => (a.fiscalYear ?? 0) - (b.fiscalYear ?? 0)).at(-1) ??
  null

/** 維持 keeps a value: its comparator, or else the indicator, says which side of it is the good one. */
function sideOf(indicator: Indicator, target: Target | null): Direction | null {
  const found = directionOf(indicator, target)
  if (found?.direction !== 'maintain') return found?.direction ?? null
  if (target?.comparator === '>=' || target?.comparator === '>') return 'increase'
  if (target?.comparator === '<=' || target?.comparator === '<') return 'decrease'
  return indicator.direction
}

/** A running total begins at nothing; anything else needs a printed baseline. */
function startOf({ baseline, aggregation }: Indicator): { value: Decimal | null; assumed: boolean; why: string } {
  if (baseline && baseline.answer !== 'blank') return { value: baseline.value, assumed: false, why: '現況値が数値ではありません。' }
  if (aggregation === 'cumulative') return { value: ZERO, assumed: true, why: '' }
  return { value: null, assumed: false, why: NO_BASELINE }
}

/** «引越し 920件（2022年度末）» is the value of 令和4年度 itself: nothing was covered since, and that is no 0 %. April begins a year. */
function isNoStart({ baseline }: Indicator, year: number): boolean {
  const asOf = baseline?.asOf ?? null
  const of = fiscalYearOf(asOf)
  return of !== null && (of > year || (of === year && !/(?<!\d)0?4(?:月|[-/.])/.test((asOf ?? '').normalize('NFKC'))))
}
const noStart = ({ baseline }: Indicator): string =>
  `現況値が${baseline?.asOf ?? ''}の値で、この年度より前のものではないため、どれだけ進んだかを出せません。`

const NO_BASELINE = '現況値の記載がないので、どれだけ進んだかを出せません。'
const WHY = {
  'no-target': '数値の目標がありません。',
  'not-reported': 'この年度の実績が報告されていません。',
  'not-a-number': '目標または実績が数値ではないため、基準では判定できません。',
  'direction-unknown': '増減のどちらが改善かが書かれていません。',
} as const
const NO_RATE = {
  'kept-not-approached': '維持・抑制の目標なので、割合は出せません。',
  'target-not-positive': '目標が0以下なので、達成率は出せません。',
} as const
