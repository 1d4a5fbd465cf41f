import type { Reader, Tx } from './handles.ts'

/** セッション — known by the hash of its token, so that a copy of the database opens no door. */
export type Session = { tokenHash: string; login: string; startedAt: Date; seenAt: Date; endsAt: Date }

/** `secret`: null where the account has none of its own; `oneTime`: its password must be changed before anything else. */
export type OpenSession = Session & { secret: { oneTime: boolean; totp: boolean; changedAt: Date } | null }

/** The session that is open at this moment under a token; null where there is none, or where the account was disabled (S-07). */
export async function openSession(db: Reader, tokenHash: string, at: Date): Promise<OpenSession | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', (join) =>
      join.onRef('account.municipality', '=', 'session.municipality').onRef('account.login', '=', 'session.login'),
    )
    .leftJoin('account_secret as secret', (join) =>
      join.onRef('secret.municipality', '=', 'session.municipality').onRef('secret.login', '=', 'session.login'),
    )
    .selectAll('session')
    .select(['secret.one_time', 'secret.totp', 'secret.changed_at'])
    .where('session.municipality', '=', db.municipality)
    .where('token_hash', '=', tokenHash)
    .where('ends_at', '>', at)
    .where('account.disabled', '=', false)
    .executeTakeFirst()
  if (!row) return null
  const secret = row.changed_at === null ? null : { oneTime: row.one_time === true, totp: row.totp !== null, changedAt: row.changed_at }
  return { tokenHash: row.token_hash, login: row.login, startedAt: row.started_at, seenAt: row.seen_at, endsAt: row.ends_at, secret }
}

export async function saveSession(tx: Tx, { tokenHash, login, startedAt, seenAt, endsAt }: Session): Promise<void> {
  await tx
    .insertInto('session')
    .values({ municipality: tx.municipality, token_hash: tokenHash, login, started_at: startedAt, seen_at: seenAt, ends_at: endsAt })
    .onConflict((conflict) => conflict.columns(['municipality', 'token_hash']).doUpdateSet({ seen_at: seenAt, ends_at: endsAt }))
    .execute()
}

/** 開いているセッション — of everybody, the newest first; for the administrator. */
export async function openSessions(db: Reader, at: Date): Promise<Session[]> {
  const rows = await db
    .selectFrom('session')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .where('ends_at', '>', at)
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.map((row) => ({
    tokenHash: row.token_hash,
    login: row.login,
    startedAt: row.started_at,
    seenAt: row.seen_at,
    endsAt: row.ends_at,
  }))
}

/** Those that ended are forgotten. */
export async function dropEndedSessions(tx: Tx): Promise<void> {
  await tx.deleteFrom('session').where('municipality', '=', tx.municipality).where('ends_at', '<=', tx.act.at).execute()
}

/** Ends one session, or all of an account. */
export async function endSessions(tx: Tx, which: { tokenHash: string } | { login: string }): Promise<void> {
  await tx
    .deleteFrom('session')
    .where('municipality', '=', tx.municipality)
    .$if('tokenHash' in which, (query) => query.where('token_hash', '=', (which as { tokenHash: string }).tokenHash))
    .$if('login' in which, (query) => query.where('login', '=', (which as { login: string }).login))
    .execute()
}
