import { sql } from 'kysely'
import type { Reader, Tx } from './handles.ts'
import { storable } from './storable.ts'

/** サインインの試み — every one is written down as failed before the password is looked at, and once more where it succeeded. */
export type Attempt = { login: string; address: string; at: Date; succeeded: boolean }

export async function saveAttempt(tx: Tx, { login, address, at, succeeded }: Attempt): Promise<void> {
  await tx
    .insertInto('sign_in_attempt')
    .values({ municipality: tx.municipality, login: storable(login), address: storable(address), at, succeeded })
    .execute()
}

/** How often somebody failed since a moment: with a login after its last success, and from an address. */
export async function failuresSince(db: Reader, { login, address, since }: { login: string; address: string; since: Date }) {
  const rows = db.selectFrom('sign_in_attempt').where('municipality', '=', db.municipality).where('at', '>', since)
  const ofLogin = await rows
    .select((eb) => eb.fn.countAll<string>().as('failed'))
    .where('login', '=', storable(login))
    .where('nth', '>', (eb) =>
      eb
        .selectFrom('sign_in_attempt as before')
        .select(sql<string>`coalesce(max(before.nth), 0)`.as('last'))
        .where('before.municipality', '=', db.municipality)
        .where('before.login', '=', storable(login))
        .where('before.succeeded', '=', true),
    )
    .executeTakeFirstOrThrow()
  const ofAddress = await rows
    .select(sql<string>`count(*) filter (where not succeeded) - count(*) filter (where succeeded)`.as('failed'))
    .where('address', '=', storable(address))
    .executeTakeFirstOrThrow()
  return { ofLogin: Number(ofLogin.failed), ofAddress: Number(ofAddress.failed) }
}

/** 保存期間 — what is older says nothing any more about who is trying. */
export async function dropAttemptsBefore(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('sign_in_attempt').where('municipality', '=', tx.municipality).where('at', '<', before).execute()
}
