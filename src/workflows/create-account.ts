import type { Person } from '../reform/account.ts'
import { type AccountFault, accountFaults } from '../reform/account-faults.ts'
import type { Act } from '../reform/act.ts'
import { personOf, savePerson } from '../store/account.ts'
import { changeSecret } from '../store/account-secret.ts'
import type { Store } from '../store/database.ts'
import { sectionsOf } from '../store/section.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { newOneTimePassword } from './secrets/one-time-password.ts'
import { hashPassword } from './secrets/password-hash.ts'

export type CannotCreateAccount = { kind: 'login-taken'; login: string } | { kind: 'account-faults'; faults: AccountFault[] }

/** 職員を登録する — the answer is the one-time password, which is shown once and never kept. */
export async function createAccount(
  store: Store,
  said: Pick<Person, 'login' | 'name' | 'mail' | 'assignments'>,
  act: Act,
): Promise<Result<{ oneTimePassword: string }, CannotCreateAccount>> {
  const oneTimePassword = newOneTimePassword()
  const password = await hashPassword(oneTimePassword)
  const person: Person = { ...said, disabled: false, demonstration: false }
  return store.writing(act, async (tx): Promise<Result<{ oneTimePassword: string }, CannotCreateAccount>> => {
    const faults = accountFaults(person, await sectionsOf(tx))
    if (faults.length > 0) return no({ kind: 'account-faults', faults })
    // a login that was once given is never given to somebody else: the log knows people by it
    if (await personOf(tx, person.login)) return no({ kind: 'login-taken', login: person.login })
    await savePerson(tx, person)
    await changeSecret(tx, { login: person.login, password, oneTime: true, totp: null, totpLastStep: null, changedAt: act.at })
    return ok({ oneTimePassword })
  })
}
