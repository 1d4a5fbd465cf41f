import { leadSection } from '../reform/lead-section.ts'
import type { Initiative } from '../reform/record.ts'
import type { RecordId } from '../reform/record-id.ts'
import { numbered } from './initiative-sheet.ts'
import { followingWords } from './wording-following.ts'

export type Named = Pick<Initiative, 'id' | 'number' | 'title' | 'sections'>
/** 取組の名 — for a list of what was said or decided of initiatives; `gone`: the plan no longer has it. */
export type InitiativeTold = { id: string; name: string; section: string | null; gone: boolean }

/** null is the plan as a whole. */
export function toldBy(initiatives: readonly Named[]): (id: RecordId) => InitiativeTold {
  const known = new Map(
    initiatives.map((it) => [it.id as string, { id: it.id as string, name: numbered(it), section: leadSection(it.sections), gone: false }]),
  )
  return (id) => known.get(id) ?? { id, name: followingWords.gone, section: null, gone: true }
}

/** The order of the plan, for lists that are not by date. */
export const placeOf = (initiatives: readonly Named[]): ((id: string | null) => number) => {
  const places = new Map(initiatives.map(({ id }, nth) => [id as string, nth]))
  return (id) => (id === null ? -1 : (places.get(id) ?? initiatives.length))
}
