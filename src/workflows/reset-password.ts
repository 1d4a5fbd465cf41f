import type { Act } from '../reform/act.ts'
import { personOf } from '../store/account.ts'
import { changeSecret, secretOf } from '../store/account-secret.ts'
import type { Store } from '../store/database.ts'
import { endSessions } from '../store/session.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { newOneTimePassword } from './secrets/one-time-password.ts'
import { hashPassword } from './secrets/password-hash.ts'

export type CannotResetPassword = { kind: 'no-such-account'; login: string } | { kind: 'demonstration-account' }

/** 初回パスワードを出し直す — all sessions of the account end; where the phone was lost too, the second factor goes with it. */
export async function resetPassword(
  store: Store,
  { login, secondFactor }: { login: string; secondFactor: 'keep' | 'remove' },
  act: Act,
): Promise<Result<{ oneTimePassword: string }, CannotResetPassword>> {
  const oneTimePassword = newOneTimePassword()
  const password = await hashPassword(oneTimePassword)
  const why = secondFactor === 'remove' ? '初回パスワードの再発行と二要素認証の解除' : '初回パスワードの再発行'
  return store.writing({ ...act, why }, async (tx): Promise<Result<{ oneTimePassword: string }, CannotResetPassword>> => {
    const person = await personOf(tx, login)
    if (!person) return no({ kind: 'no-such-account', login })
    if (person.demonstration) return no({ kind: 'demonstration-account' })
    const was = await secretOf(tx, login)
    const { totp, totpLastStep } = secondFactor === 'keep' && was ? was : { totp: null, totpLastStep: null }
    await changeSecret(tx, { login, password, oneTime: true, totp, totpLastStep, changedAt: act.at })
    await endSessions(tx, { login })
    return ok({ oneTimePassword })
  })
}
