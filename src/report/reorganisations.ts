import type { Edition, SectionHistory } from '../reform/edition.ts'
import type { OrganizationChange } from '../reform/record.ts'
import type { EditionIndex } from './edition-index.ts'
import { dateText } from './figures.ts'
import type { SourceRef } from './source-pages.ts'

export type ReorganisationTold = {
  effective: string
  number: string | null
  department: string | null
  text: string
  changes: OrganizationChange['changes']
  sources: SourceRef[]
}
export type SectionTold = { name: string; from: string; to: string; successors: string[] }

/** A section of which nothing but its name is known says nothing about a reorganisation. */
const isDated = (s: SectionHistory): boolean => s.from !== null || s.to !== null || s.successors.length > 0

export const hasReorganisations = ({ record, sections }: Edition): boolean =>
  record.organizationChanges.length > 0 || sections.some(isDated)

/** 組織改正 — by the day they take effect, the newest first; undated ones last. */
export function reorganisations(index: EditionIndex): { changes: ReorganisationTold[]; sections: SectionTold[] } {
  const { record } = index.edition
  const sections = index.edition.sections.filter(isDated)
  const changes = record.organizationChanges.map((change, i) => ({ change, i }))
  changes.sort((a, b) => (b.change.effective ?? '').localeCompare(a.change.effective ?? ''))
  return {
    changes: changes.map(({ change, i }) => ({
      ...change,
      effective: change.effective ? dateText(change.effective) : '施行日の記載なし',
      sources: index.sources(`/organizationChanges/${i}/text`),
    })),
    sections: sections.map((s) => ({
      name: s.name,
      from: s.from ? dateText(s.from) : '記載なし',
      to: s.to ? dateText(s.to) : '存続',
      successors: s.successors,
    })),
  }
}
