import type { Tx } from '../../store/database.ts'
import { failuresSince, saveAttempt } from '../../store/sign-in-attempt.ts'
import { no, ok, type Result } from '../../vocabulary/result.ts'

const MINUTE = 60_000
/** S-13: failures within the window; an address may be that of a whole city hall behind a proxy. */
export const ATTEMPTS = { window: 15 * MINUTE, ofLogin: 10, ofAddress: 50, kept: 90 * 24 * 60 * MINUTE }

export type TooManyAttempts = { kind: 'too-many-attempts'; minutes: number }

/** The attempt is written as failed before anything is looked at: a hundred that come together cannot all be the first. */
export async function countAttempt(tx: Tx, who: { login: string; address: string }): Promise<Result<void, TooManyAttempts>> {
  const { at } = tx.act
  const failed = await failuresSince(tx, { ...who, since: new Date(at.getTime() - ATTEMPTS.window) })
  if (failed.ofLogin >= ATTEMPTS.ofLogin || failed.ofAddress >= ATTEMPTS.ofAddress)
    return no({ kind: 'too-many-attempts', minutes: ATTEMPTS.window / MINUTE })
  await saveAttempt(tx, { ...who, at, succeeded: false })
  return ok(undefined)
}
