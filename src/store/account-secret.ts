import type { Reader, Tx } from './handles.ts'

/** 秘密 — how an account proves itself: the hash of its password, and where it was set up, the second factor. */
export type AccountSecret = {
  login: string
  /** PHC string; null: no password opens this account */
  password: string | null
  /** must be changed at the next sign-in */
  oneTime: boolean
  totp: string | null
  /** a code of this step or an earlier one was used already */
  totpLastStep: number | null
  changedAt: Date
}

export async function secretOf(db: Reader, login: string): Promise<AccountSecret | null> {
  const row = await db
    .selectFrom('account_secret')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .where('login', '=', login)
    .executeTakeFirst()
  if (!row) return null
  const { password, totp } = row
  const totpLastStep = row.totp_last_step === null ? null : Number(row.totp_last_step)
  return { login: row.login, password, oneTime: row.one_time, totp, totpLastStep, changedAt: row.changed_at }
}

/** 入る人 — whether a login may enter, and its secret, in one question. Null where there is no such account. */
export async function entrantOf(db: Reader, login: string) {
  const row = await db
    .selectFrom('account')
    .leftJoin('account_secret as secret', (join) =>
      join.onRef('secret.municipality', '=', 'account.municipality').onRef('secret.login', '=', 'account.login'),
    )
    .select(['account.disabled', 'account.demonstration', 'secret.password'])
    .where('account.municipality', '=', db.municipality)
    .where('account.login', '=', login)
    .executeTakeFirst()
  return row ?? null
}

/** 秘密を替える — and says so on the account, whose rows the log holds; the why of the act says what was changed. */
export async function changeSecret(tx: Tx, secret: AccountSecret): Promise<void> {
  await saveSecret(tx, secret)
  await tx
    .updateTable('account')
    .set({ secret_changed: tx.act.at })
    .where('municipality', '=', tx.municipality)
    .where('login', '=', secret.login)
    .execute()
}

/** The step of a code that was used is no change that anybody asks about. */
export async function saveSecret(tx: Tx, secret: AccountSecret): Promise<void> {
  const said = {
    password: secret.password,
    one_time: secret.oneTime,
    totp: secret.totp,
    totp_last_step: secret.totpLastStep === null ? null : String(secret.totpLastStep),
    changed_at: secret.changedAt,
  }
  await tx
    .insertInto('account_secret')
    .values({ municipality: tx.municipality, login: secret.login, ...said })
    .onConflict((conflict) => conflict.columns(['municipality', 'login']).doUpdateSet(said))
    .execute()
}

/** Who has a second factor, and whose password is still the first one; for the list of accounts. */
export async function secretStates(db: Reader): Promise<Map<string, { oneTime: boolean; totp: boolean }>> {
  const rows = await db
    .selectFrom('account_secret')
    .select(['login', 'one_time', 'totp'])
    .where('municipality', '=', db.municipality)
    .execute()
  return new Map(rows.map(({ login, one_time, totp }) => [login, { oneTime: one_time, totp: totp !== null }]))
}
