import type { ReactNode } from 'react'
import { Table } from '../../../kit/table.tsx'
import { type Person, ROLES } from '../../../reform/account.ts'
import { signInWords } from '../../../report/wording-sign-in.ts'
import { roleNames } from '../../../report/wording-staff-pages.ts'
import { DEMONSTRATION_PASSWORD } from '../../../workflows/sign-in.ts'
import { paths } from '../../paths.ts'
import { isLoopbackHost } from '../../security.ts'
import { Done, Refusal, StaffFrame } from '../frame.tsx'
import { isEncrypted } from '../request.ts'
import type { Staff } from '../staff.ts'

type Said = { staff: Staff; to: string; login?: string; why?: string | null; said?: string | null; people: readonly Person[] }

export function SignInPage({ staff, to, login = '', why, said, people }: Said): ReactNode {
  const lost = !staff.options.plainHttp && !isEncrypted(staff.c) && !isLoopbackHost(staff.c.req.header('host'))
  return (
    <StaffFrame staff={staff} title={why ? `${signInWords.title}できません` : signInWords.title}>
      <h1>{signInWords.title}</h1>
      {why && <Refusal>{why}</Refusal>}
      {said && <Done>{said}</Done>}
      {lost && <Refusal>{signInWords.notEncrypted}</Refusal>}
      <form method="post" action={paths.staff.signIn(staff.code)} className="staff">
        <input type="hidden" name="to" value={to} />
        <p className="field">
          <label htmlFor="login">ログイン名</label>
          <input id="login" name="login" defaultValue={login} required autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </p>
        <p className="field">
          <label htmlFor="password">パスワード</label>
          <input id="password" name="password" type="password" required autoComplete="current-password" />
        </p>
        <p className="field">
          <label htmlFor="code">確認コード</label>
          <small id="code-help">二要素認証を設定した人だけ。認証アプリに出ている6桁の数字です。</small>
          <input id="code" name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={10} aria-describedby="code-help" />
        </p>
        <button type="submit">サインインする</button>
      </form>
      {people.length > 0 && <WhoToTry people={people} />}
      <p>
        <a href={paths.staffDoor()}>ほかの団体</a>
      </p>
    </StaffFrame>
  )
}

/** One of each role first; everybody else folded away. */
function WhoToTry({ people }: { people: readonly Person[] }): ReactNode {
  const first = ROLES.flatMap((role) => people.find(({ assignments }) => assignments.some((a) => a.role === role)) ?? [])
  const others = people.filter((one) => !first.includes(one))
  return (
    <section>
      <h2>見本の職員</h2>
      <p>
        架空の職員です。パスワードはどの職員も <code>{DEMONSTRATION_PASSWORD}</code> です。見本を止めると使えなくなります。
      </p>
      <PeopleTable caption="役割ごとに一人" people={first} />
      {others.length > 0 && (
        <details>
          <summary>{`ほかの見本の職員（${others.length}人）`}</summary>
          <PeopleTable caption="ほかの見本の職員" people={others} />
        </details>
      )}
    </section>
  )
}

function PeopleTable({ caption, people }: { caption: string; people: readonly Person[] }): ReactNode {
  return (
    <Table
      caption={caption}
      rows={people}
      keyOf={({ login }) => login}
      columns={[
        { header: 'ログイン名', names: true, cell: ({ login }) => <code>{login}</code> },
        { header: '氏名', cell: ({ name }) => name },
        { header: '役割', cell: ({ assignments }) => assignments.map(({ role }) => roleNames[role]).join('、') },
        { header: '所属', cell: ({ assignments }) => assignments.map(({ section }) => section ?? '全庁').join('、') },
      ]}
    />
  )
}
