import type { BudgetReflection } from './budget-reflection.ts'
import type { Improvement } from './improvement.ts'
import type { Judgement, JudgementRule } from './judgement.ts'
import type { Opinion } from './opinion.ts'
import type { RetirementCriterion } from './retirement.ts'
import type { Scale } from './scale.ts'

/** 評価の一式 — the scales and rules of a plan family, and everything that was judged, said and followed by them. */
export type Judging = {
  scales: Scale[]
  rules: JudgementRule[]
  criteria: RetirementCriterion[]
  judgements: Judgement[]
  opinions: Opinion[]
  improvements: Improvement[]
  reflections: BudgetReflection[]
}

export const NO_JUDGING: Judging = {
  scales: [],
  rules: [],
  criteria: [],
  judgements: [],
  opinions: [],
  improvements: [],
  reflections: [],
}
