import type { Actual, Indicator, Initiative, ReformRecord, Target } from '../reform/record.ts'
import { compare, type Decimal, dividedBy, isPositive, minus } from '../vocabulary/decimal.ts'

/* Stand-in until evaluate/ has these; the same names and shapes, so that only the imports change. */

export type Achievement =
  | { met: boolean; rate: Decimal }
  | { met: boolean; noRate: 'kept-not-approached' | 'target-not-positive' }
  | { met: null; noRate: 'no-target' | 'not-reported' | 'not-a-number' | 'direction-unknown' }

export type Progress = { rate: Decimal } | { noRate: string }
export type Status = 'achieved' | 'on-track' | 'behind' | 'not-started' | 'ended' | 'cannot-tell'
export type StatusJudgement = { status: Status; reason: string }

export const targetIn = (indicator: Indicator, year: number): Target | null =>
  indicator.targets.find((t) => t.fiscalYear === year) ?? indicator.targets.find((t) => t.final) ?? null
export const actualIn = (indicator: Indicator, year: number): Actual | null => indicator.actuals.find((a) => a.fiscalYear === year) ?? null

function meets(actual: Decimal, target: Target, indicator: Indicator): boolean | null {
  const order = compare(actual, target.value as Decimal)
  if (target.comparator === '>=' || target.maintain) return order >= 0
  if (target.comparator === '<=') return order <= 0
  if (target.comparator === '<') return order < 0
  if (target.comparator === '>') return order > 0
  if (indicator.direction === 'decrease') return order <= 0
  if (indicator.direction === 'increase' || indicator.direction === 'maintain') return order >= 0
  return null
}

export function achievement(indicator: Indicator, year: number): Achievement {
  const target = targetIn(indicator, year)
  const actual = actualIn(indicator, year)
  if (!target) return { met: null, noRate: 'no-target' }
  if (!actual || actual.answer === 'blank') return { met: null, noRate: 'not-reported' }
  if (target.value === null || actual.value === null) return { met: null, noRate: 'not-a-number' }
  const met = meets(actual.value, target, indicator)
  if (met === null) return { met, noRate: 'direction-unknown' }
  if (target.maintain || indicator.direction !== 'increase') return { met, noRate: 'kept-not-approached' }
  if (!isPositive(target.value)) return { met, noRate: 'target-not-positive' }
  return { met, rate: dividedBy(actual.value, target.value) }
}

export function progressOf(indicator: Indicator, year: number): Progress {
  const target = targetIn(indicator, year)
  const actual = actualIn(indicator, year)
  const baseline = indicator.baseline
  if (!target?.value) return { noRate: 'no-target' }
  if (!actual?.value) return { noRate: 'not-reported' }
  if (!baseline?.value) return { noRate: 'no-baseline' }
  const whole = minus(target.value, baseline.value)
  if (compare(whole, '0' as Decimal) === 0) return { noRate: 'baseline-is-target' }
  return { rate: dividedBy(minus(actual.value, baseline.value), whole) }
}

export function statusOf(initiative: Initiative, indicators: Indicator[], _record: ReformRecord, year: number): StatusJudgement {
  if (initiative.evaluations.some((e) => /^(完了|廃止|終了)/.test(e.raw))) return { status: 'ended', reason: '評価が終了を示しています' }
  const judged = indicators.map((i) => achievement(i, year).met).filter((met) => met !== null)
  if (judged.length === 0) return { status: 'cannot-tell', reason: '判定できる指標がありません' }
  if (judged.every(Boolean)) return { status: 'achieved', reason: '目標に達しています' }
  return { status: 'behind', reason: '目標に届いていない指標があります' }
}
