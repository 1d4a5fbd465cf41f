import type { Day } from '../vocabulary/calendar-day.ts'
import type { EvaluationStage } from './judgement.ts'
import type { RecordId } from './record-id.ts'

/** 意見と対応 — what a committee, a council or another city said of an initiative (null: of the plan), and what is done about it. */
export type Opinion = {
  id: string
  initiative: RecordId | null
  fiscalYear: number
  stage: EvaluationStage
  /** 意見を述べた機関: 総合計画審議会, 外部評価委員会 */
  from: string
  text: string
  saidOn: Day | null
  response: { section: string | null; text: string; on: Day | null } | null
}
