import type { Direction, Indicator, Target } from '../reform/record.ts'
import { compare } from '../vocabulary/decimal.ts'

export type DirectionSource = 'stated' | 'guessed'
/** 改善の方向と根拠 — a judgement that rests on a guess says so. */
export type DirectionFound = { direction: Direction; source: DirectionSource }

/**
 * 改善の方向 — what the target's own words say (以上・以下・維持) comes first, then what the indicator says. A bare number
 * says nothing: then the way from the baseline to the target is taken as a guess, and marked as one. A target below the
 * baseline is often a modest goal for something that should grow (提案数 8件 → 目標 2件), so 「減らす」 is guessed only where
 * the name agrees.
 */
export function directionOf(indicator: Indicator, target: Target | null): DirectionFound | null {
  if (target?.maintain) return { direction: 'maintain', source: 'stated' }
  if (target?.comparator === '>=' || target?.comparator === '>') return { direction: 'increase', source: 'stated' }
  if (target?.comparator === '<=' || target?.comparator === '<') return { direction: 'decrease', source: 'stated' }
  if (indicator.direction) return { direction: indicator.direction, source: indicator.directionSource ?? 'guessed' }
  const from = indicator.baseline?.value ?? null
  const to = target?.value ?? null
  if (from === null || to === null || compare(from, to) === 0) return null
  if (compare(to, from) > 0) return { direction: 'increase', source: 'guessed' }
  return BETTER_LESS.test(indicator.name) ? { direction: 'decrease', source: 'guessed' } : null
}

const BETTER_LESS =
  /必要な|必要と|減|待ち|待機|滞納|未収|未納|未利用|超過|負担|残業|時間外|市債|地方債|公債|赤字|経費|費用|人件費|コスト|支出|日数|処理時間|所要|事故|苦情|不適|不備|遅延|ごみ|排出|漏水|離職|休職|空き|枚数|使用量|消費/

/** 改善したか — whether `to` is better than `from` in this direction; null where they are equal or it does not apply. */
export function isBetter(from: NonNullable<Target['value']>, to: NonNullable<Target['value']>, direction: Direction): boolean | null {
  const order = compare(to, from)
  if (order === 0 || direction === 'maintain') return null
  return direction === 'increase' ? order > 0 : order < 0
}
