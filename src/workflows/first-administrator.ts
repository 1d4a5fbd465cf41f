import type { Act } from '../reform/act.ts'
import { administratorsOn } from '../reform/administrators.ts'
import { peopleOf, savePerson } from '../store/account.ts'
import { changeSecret, secretOf } from '../store/account-secret.ts'
import type { Store } from '../store/database.ts'
import { endSessions } from '../store/session.ts'
import { dayInJapan } from '../vocabulary/calendar-day.ts'
import { newOneTimePassword } from './secrets/one-time-password.ts'
import { hashPassword } from './secrets/password-hash.ts'

export const FIRST_LOGIN = 'admin'
export type FirstAdministrator = { login: string; oneTimePassword: string }

/**
 * 最初の管理者 — where a municipality has no account of its own yet (the invented people do not count), it gets an administrator
 * with a one-time password. Null where there are accounts.
 */
export async function firstAdministrator(store: Store, act: Act): Promise<FirstAdministrator | null> {
  const people = await store.reading(act.municipality, peopleOf)
  return people.some(({ demonstration }) => !demonstration) ? null : restoreAdministrator(store, FIRST_LOGIN, act)
}

/**
 * 管理者を立て直す — from the terminal, by whoever runs the server: the account is there, enabled and an administrator, with a
 * one-time password and no second factor.
 */
export async function restoreAdministrator(store: Store, login: string, act: Act): Promise<FirstAdministrator> {
  const oneTimePassword = newOneTimePassword()
  const password = await hashPassword(oneTimePassword)
  const today = dayInJapan(act.at)
  await store.writing(act, async (tx) => {
    const known = (await peopleOf(tx)).find((one) => one.login === login)
    const was = known ?? { login, name: '管理者', mail: null, assignments: [], disabled: false, demonstration: false }
    const person = { ...was, disabled: false, demonstration: false }
    const isAlready = administratorsOn([person], today).length > 0
    const assignments = isAlready
      ? person.assignments
      : [...person.assignments, { role: 'administrator' as const, section: null, from: today, to: null }]
    await savePerson(tx, { ...person, assignments })
    const secret = await secretOf(tx, login)
    await changeSecret(tx, { ...secret, login, password, oneTime: true, totp: null, totpLastStep: null, changedAt: act.at })
    await endSessions(tx, { login })
  })
  return { login, oneTimePassword }
}
