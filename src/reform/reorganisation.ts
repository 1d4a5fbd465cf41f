import type { Brand } from '../vocabulary/brand.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import type { OrganizationChangeKind } from './record.ts'
import type { PlanFamilyId, RecordId } from './record-id.ts'

export type ReorganisationId = Brand<string, 'ReorganisationId'>

/** 組織の変更 — n-to-m; `parent`: the 部 under which what is new stands; null: where the former one stood. */
export type SectionChange = {
  kind: OrganizationChangeKind
  from: string[]
  to: string[]
  parent: string | null
  /** 移管する事務 */
  what: string | null
  reason: string | null
}

/** 後継の選択 — where more than one section could follow: which of them takes over this initiative. */
export type SuccessorChoice = { family: PlanFamilyId; initiative: RecordId; from: string; to: string[] }

/** 組織改正 — entered as one form or taken from a document; looked at, then applied in one transaction. */
export type Reorganisation = {
  id: ReorganisationId
  title: string
  effective: Day
  changes: SectionChange[]
  choices: SuccessorChoice[]
  state: 'drafting' | 'applied'
  version: number
  /** sha256 of the document it was taken from */
  document: string | null
}
