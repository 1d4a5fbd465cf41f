import type { Act } from '../../reform/act.ts'
import { type AccountSecret, secretOf } from '../../store/account-secret.ts'
import type { Store, Tx } from '../../store/database.ts'
import { saveAttempt } from '../../store/sign-in-attempt.ts'
import { no, ok, type Result } from '../../vocabulary/result.ts'
import { countAttempt, type TooManyAttempts } from './attempts.ts'
import { isPassword } from './password-hash.ts'

export type NotProven = { kind: 'wrong-password' } | { kind: 'no-secret' } | TooManyAttempts

/** 本人の確認 — whoever changes a secret says the present password first: an open browser alone is not enough (7.5.1). */
export async function proveOneself(store: Store, password: string, address: string, act: Act): Promise<Result<AccountSecret, NotProven>> {
  const counted = await store.writing(act, async (tx): Promise<Result<AccountSecret, NotProven>> => {
    const secret = await secretOf(tx, act.by)
    // the invented town's people share a password that nobody may change
    if (!secret?.password) return no({ kind: 'no-secret' })
    const tried = await countAttempt(tx, { login: act.by, address })
    return tried.ok ? ok(secret) : tried
  })
  if (!counted.ok) return counted
  if (!(await isPassword(password, counted.value.password))) return no({ kind: 'wrong-password' })
  return counted
}

/** Inside the transaction that changes it: nobody else was quicker; and the attempt was no failure. */
export async function isStillProven(tx: Tx, proven: AccountSecret, address: string): Promise<boolean> {
  const now = await secretOf(tx, proven.login)
  await saveAttempt(tx, { login: proven.login, address, at: tx.act.at, succeeded: true })
  return now?.password === proven.password
}
