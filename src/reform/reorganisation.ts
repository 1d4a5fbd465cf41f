import type { Brand } from '../vocabulary/brand.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import type { OrganizationChangeKind } from './record.ts'
import type { PlanFamilyId, RecordId } from './record-id.ts'

export type ReorganisationId = Brand<string, 'ReorganisationId'>

/**
 * 組織の変更 — n-to-m; `parent`: the 部 under which what is new stands; null: where the former one stood. Of a 廃止, `to` names who
 * takes over what the section did; a section in `from` and in `to` stays (財政課 takes another in).
 */
export type SectionChange = {
  kind: OrganizationChangeKind
  from: string[]
  to: string[]
  parent: string | null
  /** 移管する事務 */
  what: string | null
  reason: string | null
  /** 所管なし — said of a 廃止 after which nobody answers for what the section did; unsaid is not the same */
  nobody?: true
  /** read out of a document by a guess that nobody has confirmed yet; never in one that is applied */
  guessed?: true
}

/** 後継の選択 — which section takes over this initiative; an empty `to`: the plan keeps the former name. */
export type SuccessorChoice = { family: PlanFamilyId; initiative: RecordId; from: string; to: string[] }

/** 組織改正 — entered as one form or taken from a document; looked at, then applied in one transaction. */
export type Reorganisation = {
  id: ReorganisationId
  title: string
  effective: Day
  changes: SectionChange[]
  choices: SuccessorChoice[]
  state: 'drafting' | 'applied'
  /** 所管の移し替え — whether plans and open rounds follow already: one that is applied in advance waits for its day */
  carriedOut: boolean
  version: number
  /** sha256 of the document it was taken from */
  document: string | null
}
