import type { Act } from '../reform/act.ts'
import { changeSecret, secretOf } from '../store/account-secret.ts'
import type { Store } from '../store/database.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { isStillProven, type NotProven, proveOneself } from './secrets/prove.ts'
import { stepOfCode } from './secrets/totp.ts'

export type CannotSetSecondFactor = NotProven | { kind: 'wrong-code' } | { kind: 'second-factor-needed' }

/** 二要素認証を設定する — the code shows that the app has the secret; its step is used up by that. */
export async function setSecondFactor(
  store: Store,
  { password, totp, code, address }: { password: string; totp: string; code: string; address: string },
  act: Act,
): Promise<Result<void, CannotSetSecondFactor>> {
  const step = stepOfCode(totp, code, act.at, null)
  if (step === null) return no({ kind: 'wrong-code' })
  return change(store, password, address, { totp, totpLastStep: step }, { ...act, why: '二要素認証の設定' })
}

/** 二要素認証を外す — not where the role asks for it. */
export async function removeSecondFactor(
  store: Store,
  { password, address, needed }: { password: string; address: string; needed: boolean },
  act: Act,
): Promise<Result<void, CannotSetSecondFactor>> {
  if (needed) return no({ kind: 'second-factor-needed' })
  return change(store, password, address, { totp: null, totpLastStep: null }, { ...act, why: '二要素認証の解除' })
}

async function change(
  store: Store,
  password: string,
  address: string,
  said: { totp: string | null; totpLastStep: number | null },
  act: Act,
): Promise<Result<void, CannotSetSecondFactor>> {
  const proven = await proveOneself(store, password, address, act)
  if (!proven.ok) return proven
  return store.writing(act, async (tx): Promise<Result<void, CannotSetSecondFactor>> => {
    const secret = await secretOf(tx, act.by)
    if (!secret || !(await isStillProven(tx, proven.value, address))) return no({ kind: 'wrong-password' })
    await changeSecret(tx, { ...secret, ...said, changedAt: act.at })
    return ok(undefined)
  })
}
