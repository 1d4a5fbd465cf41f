import type { Initiative, Part, SectionRef } from '../../../reform/record.ts'
import { foldTight } from '../../../vocabulary/folding.ts'
import type { Draft } from '../../draft.ts'
import { addPart } from '../../join.ts'
import type { Cell } from '../../read/page.ts'
import { readSections } from '../../sections.ts'

/** What one row says of its initiative, or of the part of it that the row is about. */
export type PartSaid = { description: Cell | null; goal: Cell | null; sections: readonly Cell[]; related: readonly Cell[] }

const PREFIX =
  /^([①-⑳]|[（(][0-9０-９]{1,2}[）)]|[0-9０-９]{1,2}(?:[-－][0-9０-９]{1,2})+|[0-9０-９]{1,2}(?=[.．、\s　])|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+(?:[-－.．][0-9０-９]+)*)[.．、\s　]*(\S.*)$/s

/** «① 徴収率の向上», «1-2 電子申請» → number and title; «5レスの推進» has no number. */
export function numberedTitle(text: string): { number: string | null; title: string } {
  const said = PREFIX.exec(text.trim())
  return said ? { number: said[1] as string, title: (said[2] as string).trim() } : { number: null, title: text.trim() }
}

export function sectionsSaid({ sections, related }: PartSaid): SectionRef[] {
  return [
    ...sections.flatMap((cell) => readSections(cell.text)),
    ...related.flatMap((cell) => readSections(cell.text)).map((s): SectionRef => ({ ...s, role: s.role ?? 'related' })),
  ].filter((s) => !/^[-ー―－]$/.test(foldTight(s.name)))
}

const sameText = (a: string | null, b: string | null): boolean => a === null || b === null || foldTight(a) === foldTight(b)
const key = (sections: readonly SectionRef[]): string =>
  sections
    .map((s) => foldTight(s.name + (s.office ?? '')))
    .sort()
    .join('・')
const sameSections = (a: readonly SectionRef[], b: readonly SectionRef[]): boolean => a.length === 0 || b.length === 0 || key(a) === key(b)

/**
 * Enters description and sections of a row: on the initiative itself as long as it has one row, in a part of its own
 * where several rows say different things of it. Returns the part; null for the initiative as a whole.
 */
export function enterPart(draft: Draft, initiative: Initiative, said: PartSaid, isOneOfSeveral: boolean): Part | null {
  const sections = sectionsSaid(said)
  const description = said.description?.text ?? null
  if (initiative.parts.length === 0) {
    const fits = sameText(initiative.description, description) && sameSections(initiative.sections, sections)
    if (fits && !isOneOfSeveral) {
      fill(draft, initiative, said, sections)
      return null
    }
    if (initiative.description !== null || initiative.reports.length > 0) firstPart(draft, initiative)
  }
  const part =
    initiative.parts.find(
      (p) => p.title === null && sameText(p.description, description) && sameSections(p.sections, sections) && p.description !== null,
    ) ?? addPart(draft, initiative)
  fill(draft, part, said, sections)
  for (const section of sections)
    if (!initiative.sections.some((s) => key([s]) === key([section]))) {
      initiative.sections.push({ ...section })
      draft.from(initiative, 'sections', [...said.sections, ...said.related])
    }
  return part
}

function fill(draft: Draft, target: Initiative | Part, said: PartSaid, sections: SectionRef[]): void {
  if (said.description && target.description === null) draft.put(target, 'description', said.description.text, said.description)
  if (said.goal && target.goal === null) draft.put(target, 'goal', said.goal.text, said.goal)
  if (sections.length > 0 && target.sections.length === 0) draft.put(target, 'sections', sections, [...said.sections, ...said.related])
  for (const cell of [said.description, said.goal, ...said.sections, ...said.related]) if (cell) draft.claim(cell, 'fields')
}

/** What was said of the whole initiative turns out to be said of its first part. */
function firstPart(draft: Draft, initiative: Initiative): void {
  const part = addPart(draft, initiative)
  for (const field of ['description', 'goal'] as const)
    if (initiative[field] !== null) {
      draft.put(part, field, initiative[field], draft.placesOf(initiative, field))
      initiative[field] = null
      draft.forget(initiative, field)
    }
  part.sections = initiative.sections.map((s) => ({ ...s }))
  draft.from(part, 'sections', draft.placesOf(initiative, 'sections'))
  for (const report of initiative.reports) if (report.parts.length === 0) report.parts.push(part.id)
}
