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
  /** `on` null: 下書き, which answers nothing yet */
  response: { section: string | null; text: string; on: Day | null } | null
}

/** 意見の状態 — 意見待ち（選定しただけ）, 未対応, 対応済. */
export type OpinionState = 'selected' | 'unanswered' | 'answered'
export const OPINION_STATES: readonly OpinionState[] = ['unanswered', 'answered', 'selected']

export function opinionState({ text, response }: Pick<Opinion, 'text' | 'response'>): OpinionState {
  if (text.trim() === '') return 'selected'
  return response === null || response.on === null ? 'unanswered' : 'answered'
}
