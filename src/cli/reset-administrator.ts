import { accountFaults } from '../reform/account-faults.ts'
import { accountFaultText } from '../report/wording-accounts.ts'
import type { Store } from '../store/database.ts'
import { municipalities } from '../store/municipality.ts'
import { FIRST_LOGIN, restoreAdministrator } from '../workflows/first-administrator.ts'
import type { Arguments } from './arguments.ts'
import { withStore } from './opening.ts'
import { operator } from './operator.ts'
import { COULD_NOT, DONE, say } from './terminal.ts'

/** kaikaku reset-administrator [login] — whoever may run the server may let an administrator in again. */
export const runResetAdministrator = (args: Arguments): Promise<number> => withStore(COULD_NOT, (store) => reset(store, args))

async function reset(store: Store, { values, positionals }: Arguments): Promise<number> {
  const login = positionals[0] ?? FIRST_LOGIN
  const [fault] = accountFaults({ login, name: '管理者', mail: null, disabled: false, demonstration: false, assignments: [] }, [])
  if (fault) {
    say(accountFaultText(fault))
    return COULD_NOT
  }
  const all = await store.across((db) => municipalities(db))
  const asked = values.municipality
  const found = all.filter(({ code, name }) => asked === undefined || code === asked || name === asked)
  const [one] = found
  if (!one || found.length > 1) {
    say(
      all.length === 0
        ? 'まだ団体がありません。npm start -- --empty で起動し、初期設定をしてください。'
        : `--municipality にどの団体かを指定してください：${all.map(({ code, name }) => `${code} ${name}`).join('、')}`,
    )
    return COULD_NOT
  }
  const act = { municipality: one.code, by: operator(), at: new Date(), why: '管理者の初回パスワードの再発行（端末から）' }
  const made = await restoreAdministrator(store, login, act)
  say(`${one.name}の管理者： ログイン名 ${made.login}　初回パスワード ${made.oneTimePassword}`)
  say('　最初のサインインで変えます。この職員のセッションはすべて終わり、二要素認証は解除されました。')
  return DONE
}
