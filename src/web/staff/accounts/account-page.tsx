import type { ReactNode } from 'react'
import type { Person } from '../../../reform/account.ts'
import { accountWords } from '../../../report/wording-accounts.ts'
import type { Session } from '../../../store/session.ts'
import { paths } from '../../paths.ts'
import { Done, Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import type { AccountForm } from './account-form.ts'
import { AssignmentTable } from './assignment-table.tsx'
import { RoleFields } from './role-fields.tsx'

const crumbsOf = (staff: Staff, name: string, href: string) => [
  { name: accountWords.accounts, href: paths.staff.accounts(staff.code) },
  { name, href },
]

function Why({ lines }: { lines: readonly string[] }): ReactNode {
  if (lines.length === 0) return null
  return (
    <Refusal>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Refusal>
  )
}

type FormSaid = { staff: Staff; form: AccountForm; why: readonly string[]; sections: readonly string[] }

function NameAndMail({ form }: { form: AccountForm }): ReactNode {
  return (
    <>
      <p className="field">
        <label htmlFor="name">氏名</label>
        <input id="name" name="name" defaultValue={form.name} required maxLength={80} autoComplete="off" />
      </p>
      <p className="field">
        <label htmlFor="mail">メールアドレス</label>
        <small id="mail-help">督促を送る先です。なければ空のままにします。</small>
        <input
          id="mail"
          name="mail"
          type="email"
          defaultValue={form.mail}
          maxLength={200}
          autoComplete="off"
          aria-describedby="mail-help"
        />
      </p>
    </>
  )
}

export function NewAccountPage({ staff, form, why, sections }: FormSaid): ReactNode {
  const title = accountWords.newAccount
  const href = paths.staff.newAccount(staff.code)
  return (
    <StaffFrame staff={staff} title={why.length > 0 ? `登録できません：${title}` : title} crumbs={crumbsOf(staff, title, href)}>
      <h1>{title}</h1>
      <Why lines={why} />
      <form method="post" action={href}>
        <div className="staff">
          <p className="field">
            <label htmlFor="login">ログイン名</label>
            <small id="login-help">
              半角の英小文字・数字・記号（. _
              -）で2〜40文字。職員番号でも構いません。あとで変えることも、ほかの人に付け直すこともできません。
            </small>
            <input
              id="login"
              name="login"
              defaultValue={form.login}
              required
              maxLength={40}
              autoComplete="off"
              aria-describedby="login-help"
            />
          </p>
          <NameAndMail form={form} />
        </div>
        <RoleFields rows={form.rows} sections={sections} />
        <button type="submit">登録して初回パスワードを出す</button>
      </form>
    </StaffFrame>
  )
}

type AccountSaid = FormSaid & {
  person: Person
  seen: string
  secret: { oneTime: boolean; totp: boolean } | null
  sessions: readonly Session[]
  done: string
}

export function AccountPage({ staff, person, form, why, sections, seen, secret, sessions, done }: AccountSaid): ReactNode {
  const href = paths.staff.account(staff.code, person.login)
  const title = `${person.name}（${person.login}）`
  return (
    <StaffFrame staff={staff} title={why.length > 0 ? `登録できません：${title}` : title} crumbs={crumbsOf(staff, title, href)}>
      <h1>{title}</h1>
      <Why lines={why} />
      {done === 'saved' && why.length === 0 && <Done>登録しました。次に開く画面から、この内容で働きます。</Done>}
      {done === 'ended' && why.length === 0 && <Done>この職員のセッションを終わらせました。</Done>}
      {why.length > 0 && <AssignmentTable caption="今の登録" assignments={person.assignments} day={staff.standing.day} />}
      <form method="post" action={href}>
        <input type="hidden" name="seen" value={seen} />
        <div className="staff">
          <NameAndMail form={form} />
        </div>
        <RoleFields rows={form.rows} sections={sections} />
        <p className="check">
          <input type="checkbox" id="disabled" name="disabled" defaultChecked={form.disabled} />
          <label htmlFor="disabled">使用を止める（サインインできなくなり、開いているセッションもすぐに終わります）</label>
        </p>
        <button type="submit">登録する</button>
      </form>
      {!person.demonstration && <Renewal staff={staff} person={person} secret={secret} />}
      <section>
        <h2>セッション</h2>
        <p>{sessions.length === 0 ? '今はサインインしていません。' : `今、${sessions.length}か所でサインインしています。`}</p>
        {sessions.length > 0 && (
          <form method="post" action={paths.staff.accountSessions(staff.code, person.login)}>
            <button type="submit" className="second">
              この職員のセッションを終わらせる
            </button>
          </form>
        )}
      </section>
    </StaffFrame>
  )
}

type RenewalSaid = { staff: Staff; person: Person; secret: { oneTime: boolean; totp: boolean } | null }

function Renewal({ staff, person, secret }: RenewalSaid): ReactNode {
  return (
    <section>
      <h2>初回パスワードの再発行</h2>
      <p>
        {secret?.oneTime ? 'まだ初回パスワードを変えていません。' : 'パスワードを忘れたときに使います。'}
        今のパスワードは使えなくなり、開いているセッションも終わります。
      </p>
      <form method="post" action={paths.staff.accountPassword(staff.code, person.login)}>
        {secret?.totp && (
          <p className="check">
            <input type="checkbox" id="second-factor" name="second-factor" value="remove" />
            <label htmlFor="second-factor">二要素認証も解除する（電話機をなくしたとき）</label>
          </p>
        )}
        <button type="submit" className="second">
          初回パスワードを再発行する
        </button>
      </form>
    </section>
  )
}

export function OneTimePasswordPage({
  staff,
  person,
  password,
}: {
  staff: Staff
  person: Pick<Person, 'login' | 'name'>
  password: string
}): ReactNode {
  const title = '初回パスワード'
  return (
    <StaffFrame staff={staff} title={title} crumbs={crumbsOf(staff, title, paths.staff.account(staff.code, person.login))}>
      <h1>{title}</h1>
      <Done>{person.name}さんの初回パスワードを出しました。この画面を閉じると、二度と表示できません。</Done>
      <dl className="definitions">
        <div>
          <dt>ログイン名</dt>
          <dd>
            <code className="secret">{person.login}</code>
          </dd>
        </div>
        <div>
          <dt>初回パスワード</dt>
          <dd>
            <code className="secret">{password}</code>
          </dd>
        </div>
      </dl>
      <p>本人に直接渡してください。最初のサインインで、本人が自分だけのパスワードに変えます。</p>
      <p>
        <a href={paths.staff.account(staff.code, person.login)}>この職員の登録</a>
        {' ・ '}
        <a href={paths.staff.accounts(staff.code)}>職員の一覧</a>
      </p>
    </StaffFrame>
  )
}
