import type { Day } from '../vocabulary/calendar-day.ts'
import type { Decimal } from '../vocabulary/decimal.ts'
import type { ValueStatus } from './record.ts'
import type { RecordId } from './record-id.ts'

/** 実績の報告 — as it was typed: blank, 「－」, text and 0 are four answers, read where a judgement needs them. */
export type ReportedActual = { indicator: RecordId; raw: string; status: ValueStatus | null }
/** 効果額の報告 — of one row of the effect table in the round's year; `row` is its key on the sheet. */
export type ReportedEffect = { row: string; raw: string }
/** 計画の見直しの提案 — what the section would change, as text; `of` names an indicator or an activity where one is meant. */
export type ProposedChange = { kind: PlanChangeKind; of: string | null; after: string; reason: string }
export type PlanChangeKind = 'target' | 'schedule' | 'section' | 'title'

/** 報告の内容 — what a section answers for one item of a round. `unchanged` is the explicit answer 「変更なし」. */
export type ReportContent = {
  unchanged: boolean
  progress: string
  issues: string
  revision: string
  actuals: ReportedActual[]
  effects: ReportedEffect[]
  changes: ProposedChange[]
}

export const EMPTY_CONTENT: ReportContent = {
  unchanged: false,
  progress: '',
  issues: '',
  revision: '',
  actuals: [],
  effects: [],
  changes: [],
}

/** 報告の項目 — the fields a return can name and a comparison is told by; those of an indicator or effect carry its id. */
export type ReportField = 'unchanged' | 'progress' | 'issues' | 'revision' | `actual:${string}` | `effect:${string}` | 'changes'

/**
 * 照会票 — what the round asks about one item and what the section is shown beside it, taken from the plan when the round is
 * opened and again whenever the plan changes before the section has submitted.
 */
export type ItemSheet = {
  number: string | null
  title: string
  description: string | null
  goal: string | null
  /** 柱・区分 from the top */
  under: string[]
  parts: { id: RecordId; title: string | null }[]
  activities: { name: string; planned: string }[]
  indicators: SheetIndicator[]
  effects: SheetEffect[]
  /** 前年度の報告 */
  last: { fiscalYear: number; progress: string | null; issues: string | null; revision: string | null } | null
}

export type SheetIndicator = {
  id: RecordId
  name: string
  unit: string | null
  direction: 'increase' | 'decrease' | 'maintain' | null
  baseline: string | null
  /** its number, where the printed words are more than a figure: «公募委員の比率は5.1％（前年比0.6ポイント減少）» */
  baselineValue?: Decimal
  /** the target of the round's year, as printed; null where the plan names none */
  target: string | null
  finalTarget: string | null
  /** earlier years' actuals as printed, the youngest first; `value` as of the baseline */
  earlier: { fiscalYear: number; raw: string; value?: Decimal }[]
}
export type SheetEffect = {
  row: string
  scope: string
  unit: string | null
  planned: string | null
  earlier: { fiscalYear: number; raw: string }[]
}

/** 見直しの記録 — a change of target, schedule, section or title: proposed, decided, and kept with the former value. */
export type PlanChange = {
  id: string
  initiative: RecordId
  kind: PlanChangeKind
  of: string | null
  before: string | null
  after: string
  reason: string
  proposedBy: string
  proposedAt: Date
  /** the item of the round with whose report it was proposed; null: by the office */
  item: string | null
  state: 'proposed' | 'decided' | 'declined'
  decidedBy: string | null
  decidedOn: Day | null
  decisionReason: string | null
}
