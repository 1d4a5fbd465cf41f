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
  const [who, where] = [storable(login), storable(address)]
  const { rows } = await sql<{ of_login: string; of_address: string }>`
    with recent as (
      select login, address, succeeded, max(nth) filter (where succeeded) over (partition by login) as entered, nth
      from sign_in_attempt
      where municipality = ${db.municipality} and at > ${since} and (login = ${who} or address = ${where})
    )
    select
      count(*) filter (where login = ${who} and nth > coalesce(entered, 0)) as of_login,
      count(*) filter (where address = ${where} and not succeeded) - count(*) filter (where address = ${where} and succeeded) as of_address
    from recent`.execute(db)
  return { ofLogin: Number(rows[0]?.of_login), ofAddress: Number(rows[0]?.of_address) }
}

/** 保存期間 — what is older says nothing any more about who is trying. */
export async function dropAttemptsBefore(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('sign_in_attempt').where('municipality', '=', tx.municipality).where('at', '<', before).execute()
}
