import type { RecordId } from './record-id.ts'

/** 予算反映 — what a decision (改善, 縮小, 廃止) changes in the budget: amount and year, or none and why (DESIGN 3, FIELD 2.1 反映額). */
export type BudgetReflection = {
  initiative: RecordId
  /** the year of the evaluation */
  fiscalYear: number
  /** the decision as the plan calls it */
  word: string
  reflected: { budgetYear: number; amountYen: number; note: string | null } | null
  /** なしの理由 — needed where nothing is reflected */
  none: string | null
}
