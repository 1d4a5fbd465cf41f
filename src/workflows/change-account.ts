import type { Person } from '../reform/account.ts'
import { type AccountFault, accountFaults } from '../reform/account-faults.ts'
import type { Act } from '../reform/act.ts'
import { dayWithoutAdministrator } from '../reform/administrators.ts'
import { peopleOf, savePerson } from '../store/account.ts'
import type { Store, Tx } from '../store/database.ts'
import { sectionsOf } from '../store/section.ts'
import { endSessions } from '../store/session.ts'
import { type Day, dayInJapan } from '../vocabulary/calendar-day.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'

export type CannotChangeAccount =
  | { kind: 'no-such-account'; login: string }
  | { kind: 'account-faults'; faults: AccountFault[] }
  | { kind: 'account-changed-meanwhile' }
  | { kind: 'last-administrator'; day: Day }

type Asked = Pick<Person, 'name' | 'mail' | 'assignments' | 'disabled'>

/** 職員を変える — name, mail, roles, whether it may enter; `seen` is the account as the form showed it. */
export async function changeAccount(
  store: Store,
  login: string,
  said: Partial<Asked>,
  act: Act,
  seen: string | null = null,
): Promise<Result<Person, CannotChangeAccount>> {
  return store.writing(act, async (tx): Promise<Result<Person, CannotChangeAccount>> => {
    const people = await peopleOf(tx)
    const was = people.find((one) => one.login === login)
    if (!was) return no({ kind: 'no-such-account', login })
    if (seen !== null && seen !== personState(was)) return no({ kind: 'account-changed-meanwhile' })
    const person = { ...was, ...said }
    const faults = accountFaults(person, await sectionsOf(tx))
    if (faults.length > 0) return no({ kind: 'account-faults', faults })
    const kept = await keepsAdministrator(tx, people, [person])
    if (!kept.ok) return kept
    await savePerson(tx, person)
    if (person.disabled) await endSessions(tx, { login })
    return ok(person)
  })
}

/** What a form says it has seen: two administrators on one account get a refusal, not a loss. */
export const personState = ({ name, mail, disabled, assignments }: Person): string => JSON.stringify([name, mail, disabled, assignments])

/** Whoever manages accounts must not lock everybody out, today or on a day to come. */
export async function keepsAdministrator(
  tx: Tx,
  before: readonly Person[],
  changed: readonly Person[],
): Promise<Result<void, { kind: 'last-administrator'; day: Day }>> {
  const after = before.map((one) => changed.find(({ login }) => login === one.login) ?? one)
  const day = dayWithoutAdministrator(before, after, dayInJapan(tx.act.at))
  return day === null ? ok(undefined) : no({ kind: 'last-administrator', day })
}
