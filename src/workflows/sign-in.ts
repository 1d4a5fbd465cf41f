import type { Act } from '../reform/act.ts'
import { entrantOf, saveSecret, secretOf } from '../store/account-secret.ts'
import type { Store, Tx } from '../store/database.ts'
import { dropEndedSessions, saveSession } from '../store/session.ts'
import { dropAttemptsBefore, saveAttempt } from '../store/sign-in-attempt.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { ATTEMPTS, countAttempt, type TooManyAttempts } from './secrets/attempts.ts'
import { isPassword } from './secrets/password-hash.ts'
import { stepOfCode } from './secrets/totp.ts'

/** 見本のパスワード — documented in town/story/README.md; opens the invented town's accounts while the demonstration is on. */
export const DEMONSTRATION_PASSWORD = 'aoba-demo'

const HOUR = 3_600_000
/** 8 hours without a request, 24 hours at most. */
export const SESSION = { idle: 8 * HOUR, most: 24 * HOUR }
export type Credentials = { login: string; password: string; code: string; address: string }
/** `wrong` says no more: neither which logins there are, nor which half was right. */
export type CannotSignIn = { kind: 'wrong' } | TooManyAttempts
export type SignedIn = { login: string; endsAt: Date }
type Asked = { tokenHash: string; demonstration: boolean }

/** サインイン — counts first, looks at the password outside of any transaction, and opens a session under a new token. */
export async function signIn(
  store: Store,
  said: Credentials,
  asked: Asked,
  where: Pick<Act, 'municipality' | 'at'>,
): Promise<Result<SignedIn, CannotSignIn>> {
  const credentials = { ...said, login: said.login.normalize('NFKC').trim().toLowerCase().slice(0, 60) }
  const act: Act = { ...where, by: 'sign-in', why: 'サインイン' }
  const counted = await store.writing(act, async (tx) => {
    const tried = await countAttempt(tx, credentials)
    return tried.ok ? ok(await entrantOf(tx, credentials.login)) : tried
  })
  if (!counted.ok) return counted
  const entrant = counted.value
  const isShown = entrant?.demonstration === true
  const hashed = await isPassword(credentials.password, isShown ? null : (entrant?.password ?? null))
  const shown = isShown && asked.demonstration && credentials.password === DEMONSTRATION_PASSWORD
  if (entrant === null || entrant.disabled || !(hashed || shown)) return no({ kind: 'wrong' as const })
  return store.writing({ ...act, by: credentials.login }, (tx) => openFor(tx, credentials, asked.tokenHash, entrant.password))
}

/** The second factor is looked at here, under the lock of the municipality: a code opens once. */
async function openFor(
  tx: Tx,
  { login, code, address }: Credentials,
  tokenHash: string,
  looked: string | null,
): Promise<Result<SignedIn, CannotSignIn>> {
  const { at } = tx.act
  const secret = await secretOf(tx, login)
  // changed by somebody else in the moment between
  if ((secret?.password ?? null) !== looked) return no({ kind: 'wrong' as const })
  if (secret?.totp) {
    const step = stepOfCode(secret.totp, code, at, secret.totpLastStep)
    if (step === null) return no({ kind: 'wrong' as const })
    await saveSecret(tx, { ...secret, totpLastStep: step })
  }
  await saveAttempt(tx, { login, address, at, succeeded: true })
  await dropEndedSessions(tx)
  await dropAttemptsBefore(tx, new Date(at.getTime() - ATTEMPTS.kept))
  const endsAt = new Date(at.getTime() + SESSION.idle)
  await saveSession(tx, { tokenHash, login, startedAt: at, seenAt: at, endsAt })
  return ok({ login, endsAt })
}
