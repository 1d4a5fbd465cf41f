import type { ReactNode } from 'react'
import { Table } from '../../../kit/table.tsx'
import { assignmentsOn, type Person } from '../../../reform/account.ts'
import { accountWords } from '../../../report/wording-accounts.ts'
import { roleNames } from '../../../report/wording-staff-pages.ts'
import type { Session } from '../../../store/session.ts'
import { paths } from '../../paths.ts'
import { Done, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'

type Secrets = ReadonlyMap<string, { oneTime: boolean; totp: boolean }>
type Said = { staff: Staff; people: readonly Person[]; secrets: Secrets; sessions: readonly Session[]; done: string }

export function AccountsPage({ staff, people, secrets, sessions, done }: Said): ReactNode {
  const { day } = staff.standing
  return (
    <StaffFrame
      staff={staff}
      title={accountWords.accounts}
      crumbs={[{ name: accountWords.accounts, href: paths.staff.accounts(staff.code) }]}
    >
      <h1>{accountWords.accounts}</h1>
      {done === 'ended' && <Done>ほかの人のセッションをすべて終わらせました。</Done>}
      <p className="buttons">
        <a href={paths.staff.newAccount(staff.code)}>{accountWords.newAccount}</a>
        <a href={paths.staff.handover(staff.code)}>{accountWords.handover}</a>
        <a href={paths.staff.sections(staff.code)}>{accountWords.sections}</a>
      </p>
      <Table
        caption={`職員の一覧（${people.length}人）`}
        rows={people}
        keyOf={({ login }) => login}
        none="職員はまだ登録されていません。"
        columns={[
          {
            header: '氏名',
            names: true,
            cell: ({ login, name }) => (
              <a href={paths.staff.account(staff.code, login)}>
                {name}
                <small>{login}</small>
              </a>
            ),
          },
          { header: '今の役割', cell: (person) => <RolesNow person={person} day={day} /> },
          { header: 'メール', cell: ({ mail }) => mail ?? '登録なし' },
          { header: '使用', cell: (person) => stateText(person, secrets) },
          { header: 'サインイン', cell: ({ login }) => sessionText(sessions, login) },
        ]}
      />
      <form method="post" action={paths.staff.sessions(staff.code)}>
        <p>自分を除く全員のサインインを、すぐに終わらせます。入力中の人は、サインインし直すことになります。</p>
        <button type="submit" className="second">
          全員のセッションを終わらせる
        </button>
      </form>
    </StaffFrame>
  )
}

function RolesNow({ person, day }: { person: Person; day: Staff['standing']['day'] }): ReactNode {
  const now = assignmentsOn(person, day)
  if (now.length === 0) return '役割なし'
  return now.map(({ role, section }) => `${roleNames[role]}（${section ?? accountWords.everywhere}）`).join('、')
}

function stateText({ login, disabled, demonstration }: Person, secrets: Secrets): string {
  if (disabled) return '停止中'
  if (demonstration) return '見本の職員'
  const secret = secrets.get(login)
  if (!secret) return 'パスワードなし'
  return secret.oneTime ? '初回パスワードのまま' : secret.totp ? '使用中（二要素認証あり）' : '使用中'
}

function sessionText(sessions: readonly Session[], login: string): string {
  const open = sessions.filter((one) => one.login === login).length
  return open === 0 ? 'なし' : `${open}か所`
}
