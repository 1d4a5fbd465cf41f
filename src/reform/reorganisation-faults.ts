import { addDays } from '../vocabulary/calendar-day.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { SectionHistory } from './edition.ts'
import { circleIn } from './lineage-rules.ts'
import type { OrganizationChangeKind } from './record.ts'
import type { Reorganisation, SectionChange } from './reorganisation.ts'
import { begunBy, endedBy, hasSection, movedBy, rowOn, sameSection, successorsIn, withReorganisation } from './reorganise.ts'

/** 組織改正で直すところ — `nth` is the change it is about. */
export type ReorganisationFault =
  | { kind: 'title-missing' }
  | { kind: 'nothing-changes' }
  | { kind: 'counts'; nth: number; of: OrganizationChangeKind; from: number; to: number }
  | { kind: 'from-not-there'; nth: number; name: string; on: string }
  | { kind: 'to-there-already'; nth: number; name: string; on: string }
  | { kind: 'to-not-there'; nth: number; name: string; on: string }
  | { kind: 'parent-not-there'; nth: number; name: string; on: string }
  | { kind: 'nobody-follows'; nth: number; name: string }
  | { kind: 'ended-twice'; nth: number; name: string; other: number }
  | { kind: 'begun-twice'; nth: number; name: string; other: number }
  | { kind: 'circle'; nth: number; through: string[] }
  | { kind: 'changed-later'; nth: number; name: string; on: string }
  | { kind: 'not-confirmed'; nth: number }

type Said = Pick<Reorganisation, 'title' | 'effective' | 'changes'>

const MANY = Number.POSITIVE_INFINITY
/** how many sections each kind takes from and gives to; of a 廃止, `to` is who takes over */
const COUNTS: Record<OrganizationChangeKind, { from: [number, number]; to: [number, number] }> = {
  新設: { from: [0, 0], to: [1, 1] },
  廃止: { from: [1, 1], to: [0, MANY] },
  統合: { from: [2, MANY], to: [1, 1] },
  分割: { from: [1, 1], to: [2, MANY] },
  改称: { from: [1, 1], to: [1, 1] },
  移管: { from: [1, MANY], to: [1, MANY] },
  再編: { from: [1, MANY], to: [1, MANY] },
}
const isIn = (count: number, [least, most]: [number, number]): boolean => count >= least && count <= most

/** 組織改正の検査 — everything that keeps a reorganisation from being applied, at once. What the sections say already is no fault. */
export function reorganisationFaults(sections: readonly SectionHistory[], said: Said): ReorganisationFault[] {
  const faults: ReorganisationFault[] = []
  if (said.title.trim() === '') faults.push({ kind: 'title-missing' })
  if (said.changes.length === 0) faults.push({ kind: 'nothing-changes' })
  const after = withReorganisation(sections, said)
  said.changes.forEach((change, nth) => {
    const { kind, from, to } = change
    const counts = COUNTS[kind]
    if (!isIn(from.length, counts.from) || !isIn(to.length, counts.to))
      faults.push({ kind: 'counts', nth, of: kind, from: from.length, to: to.length })
    if (change.guessed) faults.push({ kind: 'not-confirmed', nth })
    faults.push(...beforeFaults(sections, said, change, nth), ...afterFaults(sections, after, said, change, nth))
  })
  return [...faults, ...twiceFaults(said), ...circleFaults(said)]
}

/** What the change takes from: there on the day before, and not changed again later. */
function beforeFaults(
  sections: readonly SectionHistory[],
  { effective }: Said,
  { from }: SectionChange,
  nth: number,
): ReorganisationFault[] {
  const before = addDays(effective, -1)
  return from.flatMap((name): ReorganisationFault[] => {
    const row = rowOn(sections, name, before)
    if (!row) return [{ kind: 'from-not-there', nth, name, on: before }]
    const later = laterThan(sections, name, effective, row)
    return later === null ? [] : [{ kind: 'changed-later', nth, name, on: later }]
  })
}

/** The day of a change that is registered for after the effective date; the row itself may end on that date already. */
function laterThan(sections: readonly SectionHistory[], name: string, effective: string, row: SectionHistory | null): string | null {
  if (row && row.to !== null && row.to > effective) return row.to
  const later = sections.find((one) => sameSection(one.name, name) && one !== row && one.from !== null && one.from > effective)
  return later?.from ?? null
}

function afterFaults(
  sections: readonly SectionHistory[],
  after: readonly SectionHistory[],
  said: Said,
  change: SectionChange,
  nth: number,
): ReorganisationFault[] {
  const { effective } = said
  const before = addDays(effective, -1)
  const faults: ReorganisationFault[] = []
  for (const name of change.to) {
    const isNew = hasSection(begunBy(change), name)
    const was = rowOn(sections, name, before)
    if (isNew && was && !takesOver(change)) faults.push({ kind: 'to-there-already', nth, name, on: before })
    const later = isNew && !was ? laterThan(sections, name, effective, rowOn(sections, name, effective)) : null
    if (later !== null) faults.push({ kind: 'changed-later', nth, name, on: later })
    if (!rowOn(after, name, effective)) faults.push({ kind: 'to-not-there', nth, name, on: effective })
  }
  if (change.parent !== null && !rowOn(after, change.parent, effective))
    faults.push({ kind: 'parent-not-there', nth, name: change.parent, on: effective })
  for (const name of change.kind === '廃止' ? endedBy(change) : [])
    if (!change.nobody && successorsIn(said, name).length === 0) faults.push({ kind: 'nobody-follows', nth, name })
  return faults
}

/** 統合, 分割 and 再編 may end in a section that was there before; 新設 and 改称 may not. */
const takesOver = ({ kind }: SectionChange): boolean => kind === '統合' || kind === '分割' || kind === '再編'

/** A section ends once; a new one begins once, unless several give to it in part. */
function twiceFaults({ changes }: Said): ReorganisationFault[] {
  const faults: ReorganisationFault[] = []
  const ended = new Map<string, number>()
  const begun = new Map<string, number>()
  const isOne = (nth: number): boolean => ['新設', '改称', '統合'].includes(changes[nth]?.kind ?? '')
  changes.forEach((change, nth) => {
    for (const name of new Set(endedBy(change).map(foldTight))) {
      const other = ended.get(name)
      if (other !== undefined) faults.push({ kind: 'ended-twice', nth, name: nameIn(change.from, name), other })
      else ended.set(name, nth)
    }
    for (const name of new Set([...begunBy(change), ...movedBy(change)].map(foldTight))) {
      const other = begun.get(name)
      if (other !== undefined && (isOne(nth) || isOne(other)))
        faults.push({ kind: 'begun-twice', nth, name: nameIn(change.to, name), other })
      else if (other === undefined) begun.set(name, nth)
    }
  })
  return faults
}
const nameIn = (names: readonly string[], key: string): string => names.find((name) => foldTight(name) === key) ?? key

/** 引継ぎが一回りする — 甲 goes to 乙 and 乙 to 甲 on the same day, through whichever of several successors; each circle once. */
function circleFaults(said: Said): ReorganisationFault[] {
  const ending = said.changes.flatMap(endedBy)
  const next = new Map(
    ending.map((name) => [
      foldTight(name),
      new Set(successorsIn(said, name).flatMap((one) => (hasSection(ending, one) ? [foldTight(one)] : []))),
    ]),
  )
  const faults: ReorganisationFault[] = []
  for (let way = circleIn(next); way !== null; way = circleIn(next)) {
    const through = way.map((key) => nameIn(ending, key))
    const nth = said.changes.findIndex((change) => hasSection(endedBy(change), through[0] ?? ''))
    faults.push({ kind: 'circle', nth, through })
    for (const key of way) next.delete(key)
  }
  return faults
}
