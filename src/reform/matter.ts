import type { Decimal } from '../vocabulary/decimal.ts'
import type { Answer } from '../vocabulary/measured.ts'
import type { RecordId } from './record-id.ts'

/** 値の確からしさ */
export type ValueStatus = '見込み' | '実績' | '決算'

export type ReviewLink = {
  title: string
  sections: string[]
  aggregates: string[]
  note: string | null
  initiative: RecordId | null
}
/** 総括 — keep / problem / try, each try with the initiatives it leads to. */
export type ReviewItem = {
  kind: 'keep' | 'problem' | 'try'
  number: string | null
  text: string
  new: ReviewLink[]
  existing: ReviewLink[]
  other: string[]
}
/** `plan`: the plan or phase that is looked back on; left out where nobody says which. */
export type Review = { method: string; plan?: RecordId | null; items: ReviewItem[] }

export type OrganizationChangeKind = '新設' | '廃止' | '統合' | '分割' | '改称' | '移管' | '再編'
/** 組織改正 */
export type OrganizationChange = {
  number: string | null
  department: string | null
  effective: string | null
  text: string
  changes: { kind: OrganizationChangeKind; from: string[]; to: string[]; what: string | null; reason: string | null; guessed: boolean }[]
}

/** これまでの取組み */
export type ReformEvent = { node: RecordId | null; text: string; at: string | null }
export type RoadmapItem = {
  node: RecordId | null
  initiative: RecordId | null
  text: string
  from: string | null
  to: string | null
  month: number | null
}
/** 指標に属さない数値の系列 — headcount by type, fiscal ratios, counts. */
export type Series = {
  name: string
  unit: string | null
  breakdown: string | null
  thresholds: Record<string, string>
  points: { at: string; value: Decimal | null; answer: Answer; raw: string; status: ValueStatus | null }[]
}
export type GlossaryEntry = { term: string; definition: string }
