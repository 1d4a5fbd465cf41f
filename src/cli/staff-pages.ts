import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Store } from '../store/database.ts'
import { municipalities } from '../store/municipality.ts'
import { paths } from '../web/paths.ts'
import { isLoopbackHost } from '../web/security.ts'
import type { StaffOptions } from '../web/staff/staff.ts'
import { firstAdministrator } from '../workflows/first-administrator.ts'
import { newOneTimePassword } from '../workflows/secrets/one-time-password.ts'
import { operator } from './operator.ts'
import { faultCode, say, typedPath } from './terminal.ts'

type Said = Pick<StaffOptions, 'demonstration' | 'plainHttp' | 'proxies' | 'breached' | 'log'>

/** What the environment says about the staff pages; null where it names a list that cannot be read, which is said. */
export function staffPagesSaid(host: string): Said | null {
  const list = process.env.KAIKAKU_BREACHED
  const breached = list ? breachedList(typedPath(list)) : undefined
  if (breached === null) return null
  return {
    demonstration: demonstrationSaid(host),
    plainHttp: process.env.KAIKAKU_PLAIN_HTTP === '1',
    proxies: (process.env.KAIKAKU_PROXY ?? '').split(/[\s,]+/).filter((one) => one !== ''),
    log: say,
    ...(breached ? { breached } : {}),
  }
}

/**
 * 見本の職員が使えるか — KAIKAKU_DEMO=on and off say it. Where nothing is said, only where the server listens to nobody else,
 * and then only for whoever sits at this machine: not for what a proxy hands on.
 */
function demonstrationSaid(host: string): boolean | 'everywhere' {
  const said = process.env.KAIKAKU_DEMO
  return said === 'on' ? 'everywhere' : said !== 'off' && isLoopbackHost(host)
}

const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex').toUpperCase()
const HASH = /^([0-9A-Fa-f]{40})(?::\d+)?$/

/**
 * 流出したパスワードの一覧 — a line each: the password itself, or its SHA-1 as haveibeenpwned.com gives it («HASH:count»).
 * Null where the file cannot be read: whoever named it must not believe that it is looked at.
 */
function breachedList(path: string): ((password: string) => boolean) | null {
  try {
    const known = new Set(readFileSync(path, 'utf8').split(/\r?\n/).flatMap(hashIn))
    return (password) => known.has(sha1(password))
  } catch (problem) {
    const code = faultCode(problem)
    if (code === null) throw problem
    say(`KAIKAKU_BREACHED の ${path} を読めません（${code}）。場所と権限を確かめてください。`)
    return null
  }
}

const hashIn = (line: string): string[] => (line === '' ? [] : [HASH.exec(line)?.[1]?.toUpperCase() ?? sha1(line)])

/** The one-time password of an installation without any municipality; null where there is one. */
export const setupPassword = async (store: Store): Promise<string | null> =>
  (await store.across((db) => municipalities(db))).length === 0 ? newOneTimePassword() : null

/** Tells where the staff enter, and what somebody needs who enters for the first time. */
export async function sayTheDoor(store: Store, address: string, setup: string | null): Promise<void> {
  say(`職員用の画面： ${address}${paths.staffDoor()}`)
  if (setup !== null)
    say(`初期設定： ${address}${paths.setup()}`, `初期設定のパスワード： ${setup}（団体を登録するまで、起動のたびに変わります）`)
  for (const { code, name } of await store.across((db) => municipalities(db))) {
    const made = await firstAdministrator(store, { municipality: code, by: operator(), at: new Date(), why: '最初の管理者' })
    if (made)
      say(
        `${name}の管理者： ログイン名 ${made.login}　初回パスワード ${made.oneTimePassword}`,
        '　最初のサインインで変えます。表示はこの一度だけです。失くしたときは、止めてから npm run -s kaikaku -- reset-administrator で出し直せます。',
      )
  }
}
