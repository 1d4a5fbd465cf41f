import type { Act } from '../reform/act.ts'
import { type PasswordFault, passwordFault } from '../reform/password.ts'
import { changeSecret, secretOf } from '../store/account-secret.ts'
import type { Store } from '../store/database.ts'
import { endSessions, saveSession } from '../store/session.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { hashPassword } from './secrets/password-hash.ts'
import { isStillProven, type NotProven, proveOneself } from './secrets/prove.ts'
import { SESSION } from './sign-in.ts'

export type CannotChangePassword = NotProven | PasswordFault
type Asked = { present: string; wanted: string; repeated: string; address: string; tokenHash: string }
type Known = { words: readonly string[]; breached?: (password: string) => boolean }

/** パスワードを変える — every session of the account ends; whoever changed it goes on under a new token. */
export async function changePassword(store: Store, asked: Asked, known: Known, act: Act): Promise<Result<void, CannotChangePassword>> {
  if (asked.wanted !== asked.repeated) return no({ kind: 'not-repeated' })
  const fault = passwordFault(asked.wanted, { ...known, words: [...known.words, act.by] })
  if (fault) return no(fault)
  const proven = await proveOneself(store, asked.present, asked.address, act)
  if (!proven.ok) return proven
  if (asked.present === asked.wanted) return no({ kind: 'not-changed' })
  const password = await hashPassword(asked.wanted)
  return store.writing({ ...act, why: 'パスワードの変更' }, async (tx): Promise<Result<void, CannotChangePassword>> => {
    if (!(await isStillProven(tx, proven.value, asked.address))) return no({ kind: 'wrong-password' })
    const secret = (await secretOf(tx, act.by)) ?? proven.value
    await changeSecret(tx, { ...secret, password, oneTime: false, changedAt: act.at })
    await endSessions(tx, { login: act.by })
    const endsAt = new Date(act.at.getTime() + SESSION.idle)
    await saveSession(tx, { tokenHash: asked.tokenHash, login: act.by, startedAt: act.at, seenAt: act.at, endsAt })
    return ok(undefined)
  })
}
