import type { Actual, Direction, Indicator, Target } from '../reform/record.ts'
import { compare, type Decimal, dividedBy, isPositive } from '../vocabulary/decimal.ts'
import { type DirectionSource, directionOf } from './direction.ts'
import { actualIn, targetIn } from './indicator-year.ts'

/** どこから来た判定か — the figures compared, and whether the direction was said or guessed (null: it did not matter). */
type Grounds = { target: Target | null; actual: Actual | null; directionSource: DirectionSource | null }

/** 達成率 (actual ÷ target) — always carries how it was reached, so a page can say why there is no figure. */
export type Achievement = Grounds &
  (
    | { met: boolean; rate: Decimal } // increase towards a positive target
    | { met: boolean; noRate: 'kept-not-approached' | 'target-not-positive' } // 「85%以上を維持」, 待機児童ゼロ, -52,218千円
    | { met: null; noRate: 'no-target' | 'not-reported' | 'not-a-number' | 'direction-unknown' }
  )

/**
 * 目標を満たすか — the comparator decides; a bare number needs the direction, and without it only the number itself is met.
 * «95%を維持» says which value to keep but not which side of it is the good one.
 */
export function meets(actual: Decimal, target: Target, direction: Direction | null): boolean | null {
  if (target.value === null) return null
  const order = compare(actual, target.value)
  if (target.comparator === '>=') return order >= 0
  if (target.comparator === '<=') return order <= 0
  if (target.comparator === '>') return order > 0
  if (target.comparator === '<') return order < 0
  if (order === 0) return true
  if (direction === 'increase') return order > 0
  if (direction === 'decrease') return order < 0
  return null
}

export function achievement(indicator: Indicator, year: number): Achievement {
  const target = targetIn(indicator, year)
  const actual = actualIn(indicator, year)
  const grounds = { target, actual, directionSource: null }
  if (!target || target.answer === 'blank') return { ...grounds, met: null, noRate: 'no-target' }
  if (!actual || actual.answer === 'blank') return { ...grounds, met: null, noRate: 'not-reported' }
  if (target.value === null || actual.value === null) return { ...grounds, met: null, noRate: 'not-a-number' }

  const found = directionOf(indicator, target)
  // 維持 keeps a value, but the indicator may say which side of it is the good one.
  const side = found?.direction === 'maintain' ? indicator.direction : (found?.direction ?? null)
  const met = meets(actual.value, target, side)
  const rests = { ...grounds, directionSource: found?.source ?? null }
  if (met === null) return { ...rests, met, noRate: 'direction-unknown' }
  if (found?.direction !== 'increase') return { ...rests, met, noRate: 'kept-not-approached' }
  if (!isPositive(target.value)) return { ...rests, met, noRate: 'target-not-positive' }
  return { ...rests, met, rate: dividedBy(actual.value, target.value) }
}
