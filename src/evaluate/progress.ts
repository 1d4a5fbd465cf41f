import type { Indicator } from '../reform/record.ts'
import { compare, type Decimal, dividedBy, minus } from '../vocabulary/decimal.ts'
import { directionOf } from './direction.ts'
import { actualIn, targetIn } from './indicator-year.ts'

/** 目標までの進捗 (actual − baseline) ÷ (target − baseline) — another figure than 達成率, and never shown under its name. */
export type Progress =
  | { rate: Decimal }
  | { noRate: 'no-target' | 'no-baseline' | 'not-reported' | 'not-a-number' | 'baseline-is-target' | 'kept-not-approached' }

/** Below 0 the actual is worse than the baseline, above 1 the target is passed; the sign needs no direction. */
export function progressOf(indicator: Indicator, year: number): Progress {
  const target = targetIn(indicator, year)
  const actual = actualIn(indicator, year)
  const { baseline } = indicator
  if (!target || target.answer === 'blank') return { noRate: 'no-target' }
  if (!actual || actual.answer === 'blank') return { noRate: 'not-reported' }
  if (!baseline || baseline.answer === 'blank') return { noRate: 'no-baseline' }
  if (target.value === null || actual.value === null || baseline.value === null) return { noRate: 'not-a-number' }
  if (directionOf(indicator, target)?.direction === 'maintain') return { noRate: 'kept-not-approached' }
  const way = minus(target.value, baseline.value)
  if (compare(way, '0' as Decimal) === 0) return { noRate: 'baseline-is-target' }
  return { rate: dividedBy(minus(actual.value, baseline.value), way) }
}
