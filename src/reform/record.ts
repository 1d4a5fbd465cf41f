import type { Decimal } from '../vocabulary/decimal.ts'
import type { Answer } from '../vocabulary/measured.ts'
import type { GlossaryEntry, OrganizationChange, ReformEvent, Review, RoadmapItem, Series, ValueStatus } from './matter.ts'
import type { RecordId } from './record-id.ts'

export type {
  GlossaryEntry,
  OrganizationChange,
  OrganizationChangeKind,
  ReformEvent,
  Review,
  ReviewItem,
  ReviewLink,
  RoadmapItem,
  Series,
  ValueStatus,
} from './matter.ts'
export type { RecordId } from './record-id.ts'

/** 所管課 — a responsible section as printed; «（スマートシティ推進室）» is its office, «（とりまとめ）» its role. */
export type SectionRef = { name: string; office: string | null; role: 'lead' | 'coordinator' | 'related' | null }

/** 計画 — 大綱, 実施計画, アクションプラン; plans stand in plans. */
export type Plan = {
  id: RecordId
  title: string
  kind: string | null
  parent: RecordId | null
  /** 計画期間, fiscal years, both ends included */
  period: { from: number; to: number } | null
  goal: string | null
  /** 階層の名 — the plan's own names of its levels: 重点推進目標 / 取組事項 / 実施計画 */
  levels: string[]
  predecessors: { title: string; date: string | null }[]
}

/** 章 — prose that is not part of the tree: はじめに, 課題, 推進に向けて. */
export type Chapter = { id: RecordId; parent: RecordId | null; heading: string; text: string }

/** 柱・区分 — everything above initiatives: 基本方針, 戦略区分, 重点推進目標, 取組事項, 改革項目. */
export type PlanNode = {
  id: RecordId
  plan: RecordId | null
  parent: RecordId | null
  /** the plan's own name of the level, where it is printed */
  level: string | null
  number: string | null
  title: string
  text: string | null
}

/** 行動計画の一こま — from/to are «2022» or a half «2022-H1»; `to` null: the document does not say where the bar ends. */
export type ScheduleCell = { from: string; to: string | null; text: string; milestone: boolean }
/** 取組内容 — a sub-activity with its schedule row. */
export type Activity = { name: string; schedule: ScheduleCell[] }

/** 取組の部分 — part of an initiative with its own section and activities. */
export type Part = {
  id: RecordId
  title: string | null
  sections: SectionRef[]
  description: string | null
  goal: string | null
  activities: Activity[]
}

/** 実績の数値 — a figure said in a report's prose. `group` is the line it stands under, `previous` a bracketed earlier value. */
export type Figure = {
  label: string
  raw: string
  value: Decimal | null
  unit: string | null
  indicator: RecordId | null
  group?: string | null
  previous?: Decimal | null
  change?: Decimal | null
  numerator?: Decimal | null
  denominator?: Decimal | null
}

/** 進捗報告 — for one or more parts, one section, one fiscal year. */
export type Report = {
  parts: RecordId[]
  section: string | null
  fiscalYear: number | null
  /** 取組状況・実績 */
  progress: string | null
  /** 今後の課題・方向性 */
  issues: string | null
  /** 計画の見直し */
  revision: string | null
  figures: Figure[]
}

/** 評価 — as printed: 継続/改善/…, S/A/B/C, 達成/未達成. */
export type Evaluation = {
  fiscalYear: number | null
  stage: string | null
  criterion: string | null
  scale: string | null
  raw: string
  comment: string | null
}

/** 事業費・予算額 — cost of an initiative; integer yen beside the printed text. */
export type Cost = {
  fiscalYear: number | null
  stage: '予算' | '決算' | null
  label: string | null
  fund: string | null
  amountYen: number | null
  quantity: Decimal | null
  unit: string | null
  raw: string
}

/** 取組 — the unit that is tracked. */
export type Initiative = {
  id: RecordId
  plan: RecordId | null
  node: RecordId | null
  number: string | null
  title: string
  description: string | null
  /** 目指す姿 */
  goal: string | null
  sections: SectionRef[]
  marks: { scheme: string; name: string; on: boolean | null }[]
  published: { where: string; title: string | null; url: string | null }[]
  parts: Part[]
  reports: Report[]
  evaluations: Evaluation[]
  costs: Cost[]
}

/** 比較の向き — what a target asks: 以上, 以下・以内, 未満, 超; `=` is a bare number, which says nothing of the direction. */
export type Comparator = '>=' | '<=' | '<' | '>' | '='
export type Direction = 'increase' | 'decrease' | 'maintain'

export type Baseline = { asOf: string | null; value: Decimal | null; answer: Answer; raw: string }
export type Target = {
  fiscalYear: number | null
  asOf: string | null
  comparator: Comparator | null
  value: Decimal | null
  answer: Answer
  raw: string
  final: boolean
  /** 「…を維持」 is printed */
  maintain?: boolean
}
export type Actual = {
  fiscalYear: number | null
  asOf: string | null
  value: Decimal | null
  answer: Answer
  raw: string
  numerator: Decimal | null
  denominator: Decimal | null
  status: ValueStatus | null
}

/** 指標 — one yardstick of a plan, a pillar, an initiative or a part of one. */
export type Indicator = {
  id: RecordId
  of: { plan: RecordId } | { node: RecordId } | { initiative: RecordId } | { part: RecordId } | null
  name: string
  kind: 'output' | 'outcome' | 'population' | null
  unit: string | null
  /** 改善の方向; null where the document does not say. A guess is marked, and no judgement rests on it silently. */
  direction: Direction | null
  directionSource: 'stated' | 'guessed' | null
  aggregation: 'cumulative' | 'annual' | 'gross' | null
  baseline: Baseline | null
  targets: Target[]
  actuals: Actual[]
}

/** 系譜 — n-to-m: what became of an old initiative. `kind` as printed: 継続, 新規, 廃止（取組を集約）… */
export type Lineage = {
  from: { title: string; initiative: RecordId | null }[]
  to: { title: string; initiative: RecordId | null }[]
  kind: string
  reason: string | null
  section: string | null
  pillar: string | null
  theme: string | null
}

/** 効果額 — of a pillar or initiative in one fiscal year, in one estimate. `scope` is the printed row. */
export type Effect = {
  estimate: string | null
  of: { node: RecordId } | { initiative: RecordId } | null
  scope: string
  fiscalYear: number | null
  amountYen: number | null
  quantity: Decimal | null
  unit: string | null
  side: '歳入' | '歳出' | null
  basis: '単年度' | '継続' | null
  status: '計画' | '見込み' | '実績' | null
  raw: string
}
/** 効果額の合計欄 and its difference to the earlier estimate, as printed. */
export type EffectTotal = { estimate: string | null; scope: string; amountYen: number | null; differenceYen: number | null; raw: string }

export type Verdict = 'holds' | 'fails' | 'cannot-tell' | 'remark'
/** 検算の結果 — what was stated, what was computed, and where. */
export type Check = { kind: string; verdict: Verdict; stated: string | null; computed: string | null; message: string; at: string[] }

export type DocumentKind = 'xlsx' | 'csv' | 'pdf' | 'txt' | 'docx' | 'html'
export type DocumentRef = { name: string; sha256: string; kind: DocumentKind; layouts: string[] }

/** The plan-side of the interchange form: what a document says, what the store keeps, what an edition holds. */
export type ReformRecord = {
  municipality: { code: string | null; name: string | null }
  fiscalYear: number | null
  plans: Plan[]
  chapters: Chapter[]
  nodes: PlanNode[]
  initiatives: Initiative[]
  indicators: Indicator[]
  lineage: Lineage[]
  effects: Effect[]
  effectTotals: EffectTotal[]
  reviews: Review[]
  organizationChanges: OrganizationChange[]
  events: ReformEvent[]
  roadmap: RoadmapItem[]
  series: Series[]
  glossary: GlossaryEntry[]
}

/** 文字数の内訳 — fields + prose + boilerplate + unread = characters, always. */
export type Accounting = { characters: number; fields: number; prose: number; boilerplate: number; unread: number }

/** 出典 — JSON pointer of a value → the places it was read from («line 105», «様式2!F14»). */
export type Places = Record<string, string[]>

/** 文書の記録 — one document read: the interchange form `kaikaku/1` (DESIGN 4). */
export type DocumentRecord = { format: 'kaikaku/1'; document: DocumentRef } & ReformRecord & {
    checks: Check[]
    unread: { at: string; text: string }[]
    accounting: Accounting
    /** pointers of values that are guesses */
    guesses: string[]
    at: Places
  }

export const emptyRecord = (): ReformRecord => ({
  municipality: { code: null, name: null },
  fiscalYear: null,
  plans: [],
  chapters: [],
  nodes: [],
  initiatives: [],
  indicators: [],
  lineage: [],
  effects: [],
  effectTotals: [],
  reviews: [],
  organizationChanges: [],
  events: [],
  roadmap: [],
  series: [],
  glossary: [],
})
