import type { Initiative } from '../reform/record.ts'
import type { EditionIndex } from './edition-index.ts'
import type { SourceRef } from './source-pages.ts'
import { fieldText } from './wording-fields.ts'

export type SourceGroup = { name: string; guessed: boolean; documents: string[]; sources: SourceRef[] }

/** 取組の値の出典 — every value of the initiative and of its indicators, with the places it was read from. */
export function sourcesOfInitiative(initiative: Initiative, index: EditionIndex): SourceGroup[] {
  const names = new Map(index.edition.documents.map((d) => [d.sha256, d.name]))
  const groups = new Map<string, SourceGroup>()
  const add = (name: string, source: SourceRef) => {
    const group = groups.get(name) ?? { name, guessed: false, documents: [], sources: [] }
    groups.set(name, group)
    group.guessed ||= source.guessed
    const document = names.get(source.document)
    if (document && !group.documents.includes(document)) group.documents.push(document)
    if (!group.sources.some((s) => s.document === source.document && s.place === source.place)) group.sources.push(source)
  }
  const head = index.pointer(initiative)
  for (const { pointer, source } of index.finder.under(head)) add(fieldText(pointer.slice(head.length)), source)
  for (const indicator of index.indicatorsOf(initiative)) {
    const at = index.pointer(indicator)
    for (const { pointer, source } of index.finder.under(at))
      add(`指標「${indicator.name}」の${fieldText(pointer.slice(at.length))}`, source)
  }
  return [...groups.values()]
}
