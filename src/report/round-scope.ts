import type { SectionHistory } from '../reform/edition.ts'
import type { RecordId } from '../reform/record-id.ts'
import { onTheDay } from '../reform/record-on-day.ts'
import { nameOn } from '../reform/reorganise.ts'
import type { Round, RoundItem } from '../reform/round.ts'
import { type AskedOf, itemsAsked, plansWithin, runningIn } from '../reform/round-items.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import { foldTight } from '../vocabulary/folding.ts'

/** 加えられる取組 — one that the round does not ask, or does not ask of this section. */
export type Addable = {
  initiative: RecordId
  parts: RecordId[]
  section: string | null
  number: string | null
  title: string
  ended: boolean
}
type Sections = { sections: readonly SectionHistory[]; day: Day }
export type RoundScope = {
  /** in the plan today and in no item: added after the round was opened, or left out because a transition table ended it */
  missing: Addable[]
  /** everything in the plan, to ask another section too */
  initiatives: { id: RecordId; number: string | null; title: string }[]
  /** 未着手 — what may be taken out */
  notBegun: RoundItem[]
}

export function roundScope(plan: AskedOf, round: Round, items: readonly RoundItem[], { sections, day }: Sections): RoundScope {
  const record = onTheDay(plan, sections, round.opensOn > day ? round.opensOn : day)
  const within = plansWithin(record, round.plan)
  const own = record.initiatives.filter((it) => it.plan === null || within.has(it.plan))
  const { ended } = runningIn(record, within, round.fiscalYear)
  const asked = new Set(items.map(({ initiative }) => initiative as string))
  const byId = new Map(own.map((it) => [it.id as string, it]))
  const known = new Set(
    items.flatMap((item) => [keyOf(item), keyOf({ ...item, section: item.section && nameOn(sections, item.section, day) })]),
  )
  const wanted = [
    ...itemsAsked(record, within, round.fiscalYear).filter((one) => !known.has(keyOf(one)) && !isCovered(one, items)),
    ...own
      .filter((it) => ended(it) && !asked.has(it.id))
      .map((it) => ({ initiative: it.id, parts: [], section: it.sections[0]?.name ?? null })),
  ]
  return {
    missing: wanted.flatMap((one) => {
      const it = byId.get(one.initiative)
      return it ? [{ ...one, number: it.number, title: it.title, ended: ended(it) }] : []
    }),
    initiatives: own.map(({ id, number, title }) => ({ id, number, title })),
    notBegun: items.filter(({ state, version }) => state === 'notStarted' && version === 0),
  }
}

const keyOf = ({ initiative, parts, section }: Pick<RoundItem, 'initiative' | 'parts' | 'section'>): string =>
  JSON.stringify([initiative, parts.toSorted(), foldTight(section ?? '')])

/** An initiative that the plan gives no section is not missing once the round has given it one. */
const isCovered = (one: { initiative: RecordId; section: string | null }, items: readonly RoundItem[]): boolean =>
  one.section === null && items.some(({ initiative }) => initiative === one.initiative)
