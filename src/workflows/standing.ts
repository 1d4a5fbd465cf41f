import type { Person } from '../reform/account.ts'
import type { Standing } from '../reform/rights.ts'
import { personOf } from '../store/account.ts'
import type { Reader, Tx } from '../store/handles.ts'
import { sectionsOf } from '../store/section.ts'
import { dayInJapan } from '../vocabulary/calendar-day.ts'

/** だれでもない人 — who may nothing. */
export const NOBODY: Person = { login: '', name: '', mail: null, disabled: true, demonstration: false, assignments: [] }

/** 場面 — whoever acts, as the database knows them now: a right that was taken away a moment ago no longer holds (S-06). */
export async function standingOf(tx: Tx): Promise<Standing> {
  return standingIn(tx, tx.act.by, tx.act.at)
}

export async function standingIn(db: Reader, login: string, at: Date): Promise<Standing> {
  return { person: (await personOf(db, login)) ?? { ...NOBODY, login, name: login }, sections: await sectionsOf(db), day: dayInJapan(at) }
}
