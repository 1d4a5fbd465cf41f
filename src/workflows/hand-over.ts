import type { Act } from '../reform/act.ts'
import { type Fate, type HandoverFault, handOver } from '../reform/handover.ts'
import { peopleOf, savePerson } from '../store/account.ts'
import type { Store } from '../store/database.ts'
import { sectionsOf } from '../store/section.ts'
import { type Day, dayName } from '../vocabulary/calendar-day.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { keepsAdministrator } from './change-account.ts'

export type CannotHandOver = { kind: 'handover-faults'; faults: HandoverFault[] } | { kind: 'last-administrator'; day: Day }

/** 異動の引継ぎ — all lines of the day in one transaction: every one of them is carried out, or none. The answer is how many people changed. */
export const carryOutHandover = (
  store: Store,
  day: Day,
  fates: ReadonlyMap<string, Fate>,
  act: Act,
): Promise<Result<number, CannotHandOver>> =>
  store.writing({ ...act, why: `${dayName(day)}の異動の引継ぎ` }, async (tx): Promise<Result<number, CannotHandOver>> => {
    const people = await peopleOf(tx)
    const changed = handOver(people, await sectionsOf(tx), day, fates)
    if (!changed.ok) return no({ kind: 'handover-faults', faults: changed.problem })
    const kept = await keepsAdministrator(tx, people, changed.value)
    if (!kept.ok) return kept
    for (const person of changed.value) await savePerson(tx, person)
    return ok(changed.value.length)
  })
