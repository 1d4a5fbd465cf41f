import type { Decimal } from '../vocabulary/decimal.ts'
import type { ScaleId } from './scale.ts'

/** 廃止の基準 — a rule of the plan; what it catches is a candidate, never an end (いわき市 2024: 評価・廃止基準設定). */
export type RetirementRule =
  /** 目標を続けて満たさない年数 */
  | { kind: 'targets-missed'; years: number }
  /** 同じ評語が続く年数 */
  | { kind: 'same-word'; scale: ScaleId; word: string; years: number }
  /** 最終目標を達成した */
  | { kind: 'final-target-met' }
  /** 予算額がこの額以上で、この年度に目標を満たさない */
  | { kind: 'cost-without-result'; amountYen: number }
  /** 報告のない年数 */
  | { kind: 'not-reported'; years: number }
  /** 指標の実績が目標のこの割合を下回る */
  | { kind: 'rate-below'; share: Decimal; years: number }

export type RetirementCriterion = { id: string; name: string; rule: RetirementRule }
