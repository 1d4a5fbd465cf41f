import type { Brand } from '../vocabulary/brand.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import type { Decimal } from '../vocabulary/decimal.ts'
import type { RecordId } from './record-id.ts'
import type { ScaleId } from './scale.ts'

/** 評価の段階 — 一次（所管課）, 二次（部）, 推進本部, 外部評価. */
export type EvaluationStage = 'section' | 'department' | 'headquarters' | 'external'
export const EVALUATION_STAGES: readonly EvaluationStage[] = ['section', 'department', 'headquarters', 'external']

/** 判定の方法 — what is compared with the bands: 達成率, 目標までの進捗, 年度ごとの期待割合に対する進捗, 基準値との比較 (FIELD 2.9). */
export type RuleMethod = 'achievement-rate' | 'progress-to-target' | 'expected-share' | 'against-baseline'
export type RuleId = Brand<string, 'RuleId'>

/** 区分の下限 — a value at or above `from` gets the word; the last band takes everything below. */
export type Band = { word: string; from: Decimal | null }

/** 判定基準 — data of the plan:富士市 80/50/20, 多摩市 20/40/60/80/100, 長与町 △10%以内. */
export type JudgementRule = {
  id: RuleId
  name: string
  scale: ScaleId
  method: RuleMethod
  /** the highest first; shares, not per cent: 0.8 is 80 % */
  bands: Band[]
  /** 期待割合: how much of the way to the final target is expected by the end of the year; only for «expected-share» */
  shares: { fiscalYear: number; share: Decimal }[]
  /** 対象外とする指標, with the reason that is printed */
  exempt: { indicator: RecordId; reason: string }[]
}

/** 判定に用いた値 — «目標 85 (令和6年度)», as it is printed beside the judgement. */
export type JudgementInput = { name: string; value: string }

/** 判定案 — what a rule says, with the inputs it used; without a word where it cannot say, and why. */
export type JudgementProposal = { rule: RuleId; word: string | null; why: string; inputs: JudgementInput[] }

/** 評価 — what was decided at one stage for one initiative (or one of its indicators) and year, beside what the rule had proposed. */
export type Judgement = {
  id: string
  initiative: RecordId
  indicator: RecordId | null
  fiscalYear: number
  stage: EvaluationStage
  scale: ScaleId
  proposal: JudgementProposal | null
  word: string
  /** 理由 — needed where the word is not the proposed one */
  reason: string | null
  by: string
  on: Day
}
