import type { SectionHistory } from '../../src/reform/edition.ts'
import type { OrganizationChangeKind } from '../../src/reform/record.ts'
import type { Reorganisation, ReorganisationId, SectionChange } from '../../src/reform/reorganisation.ts'
import type { Day } from '../../src/vocabulary/calendar-day.ts'

/** 組織の変更の例 — «統合», «甲課、乙課», «丙課». */
export const aChange = (kind: OrganizationChangeKind, from: string, to: string, said: Partial<SectionChange> = {}): SectionChange => ({
  kind,
  from: listed(from),
  to: listed(to),
  parent: null,
  what: null,
  reason: null,
  ...said,
})
const listed = (names: string): string[] => names.split('、').filter((name) => name !== '')

/** 組織改正の例, of 令和8年4月1日 */
export const aReorganisation = (changes: SectionChange[], said: Partial<Reorganisation> = {}): Reorganisation => ({
  id: 'reorganisation' as ReorganisationId,
  title: '令和8年度組織改正',
  effective: '2026-04-01' as Day,
  changes,
  choices: [],
  state: 'drafting',
  carriedOut: false,
  version: 1,
  document: null,
  ...said,
})

/** 所属の例, there always unless something else is said */
export const aSectionRow = (name: string, said: Partial<SectionHistory> = {}): SectionHistory => ({
  name,
  from: null,
  to: null,
  successors: [],
  ...said,
})
