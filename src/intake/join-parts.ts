import type { Initiative, Part, RecordId } from '../reform/record.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { Draft } from './draft.ts'

/**
 * 同じ部分の重なり — the rows of a list are parts without a title; the form of the same initiative gives the same parts their
 * titles. What a row describes is one part of the form, or several of them one after the other.
 */
export function joinParts(draft: Draft): void {
  for (const initiative of draft.record.initiatives) {
    for (const row of initiative.parts.filter((part) => part.title === null)) {
      const parts = describedBy(row, initiative)
      if (parts.length > 0) replace(draft, initiative, row, parts)
    }
    if (saysWhatPartsSay(initiative)) {
      initiative.description = null
      draft.forget(initiative, 'description')
    }
  }
}

function describedBy(row: Part, { description, parts }: Initiative): Part[] {
  const titled = parts.filter((part) => part.title !== null)
  const said = row.description === null ? null : inOrder(row.description, titled)
  if (said) return said
  // the first row of a list says what is said of the whole
  const saysNothingOfItsOwn = row.description === null || foldTight(row.description) === foldTight(description ?? '')
  const sections = sectionsOf(row)
  return titled
    .filter((part) => saysNothingOfItsOwn && part.description === null && sections !== '' && sectionsOf(part) === sections)
    .slice(0, 1)
}

/** The parts whose descriptions, one after the other, are this text; null where something else is left. */
function inOrder(text: string, parts: readonly Part[]): Part[] | null {
  let rest = foldTight(text)
  const found: Part[] = []
  for (const part of parts) {
    const own = foldTight(part.description ?? '')
    if (own === '' || !rest.startsWith(own)) continue
    found.push(part)
    rest = rest.slice(own.length)
  }
  return rest === '' && found.length > 0 ? found : null
}

const sectionsOf = (part: Part): string =>
  part.sections
    .map(({ name }) => foldTight(name))
    .sort()
    .join()

function replace(draft: Draft, initiative: Initiative, row: Part, by: readonly Part[]): void {
  initiative.parts = initiative.parts.filter((part) => part !== row)
  const ids = by.map((part) => part.id)
  for (const report of initiative.reports)
    report.parts = [...new Set(report.parts.flatMap((id): RecordId[] => (id === row.id ? ids : [id])))]
  for (const indicator of draft.record.indicators)
    if (indicator.of && 'part' in indicator.of && indicator.of.part === row.id) indicator.of = { part: ids[0] as RecordId }
  const [only] = by
  if (by.length > 1 || !only) return
  for (const key of ['description', 'goal', 'sections'] as const) draft.from(only, key, draft.placesOf(row, key))
  if (only.sections.length === 0) only.sections = row.sections
  only.goal ??= row.goal
  only.activities.push(...row.activities)
}

/** A form asks for the contents of the whole once; where it prints those of all parts, they are not said a second time. */
function saysWhatPartsSay({ description, parts }: Initiative): boolean {
  const described = parts.filter((part) => part.description !== null)
  return description !== null && described.length > 1 && inOrder(description, described)?.length === described.length
}
