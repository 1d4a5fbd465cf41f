import type { Day } from '../vocabulary/calendar-day.ts'
import type { RecordId } from './record-id.ts'

/** 改善計画の状態 — 作成待ち, 取組中, 完了. */
export type ImprovementState = 'asked' | 'running' | 'closed'

/** カイゼン行動計画 — opened by the decision 改善, followed until it is closed. */
export type Improvement = {
  id: string
  initiative: RecordId
  /** the year of the evaluation that opened it */
  fiscalYear: number
  /** id of the judgement that opened it; null: opened by the office */
  judgement: string | null
  section: string | null
  /** 課題・原因 */
  cause: string
  /** 改善策 */
  action: string
  due: Day | null
  state: ImprovementState
  /** 経過 — the oldest first; what was noted stays */
  notes: { on: Day; by: string; text: string }[]
  closedOn: Day | null
  /** 結果 */
  outcome: string | null
}
