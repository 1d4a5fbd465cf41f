import type { ReactNode } from 'react'
import { Definitions } from '../../../kit/table.tsx'
import { needsSecondFactor } from '../../../reform/account.ts'
import { PASSWORD } from '../../../reform/password.ts'
import { accountWords } from '../../../report/wording-accounts.ts'
import { totpLink } from '../../../workflows/secrets/totp.ts'
import { paths } from '../../paths.ts'
import { AssignmentTable } from '../accounts/assignment-table.tsx'
import { Done, Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'

type Said = { staff: Staff; why: { password?: string; secondFactor?: string }; totp: string; done: string }

const DONE: Record<string, string> = {
  password: 'パスワードを変えました。ほかの場所のサインインは終わらせました。',
  'second-factor': '二要素認証を設定しました。次のサインインから、確認コードも入力してください。',
  removal: '二要素認証を外しました。',
}

export function OwnPage({ staff, why, totp, done }: Said): ReactNode {
  const { person, day } = staff.standing
  const refused = why.password ?? why.secondFactor
  return (
    <StaffFrame
      staff={staff}
      title={refused ? `変更できません：${accountWords.own}` : accountWords.own}
      crumbs={[{ name: accountWords.own, href: paths.staff.own(staff.code) }]}
    >
      <h1>{accountWords.own}</h1>
      {refused && <Refusal>{refused}</Refusal>}
      {DONE[done] && !refused && <Done>{DONE[done]}</Done>}
      <FirstThing staff={staff} totp={totp} />
      <Definitions
        items={[
          ['氏名', person.name],
          ['ログイン名', <code key="login">{person.login}</code>],
          ['メール', person.mail ?? '登録なし'],
        ]}
      />
      <AssignmentTable caption="自分の役割" assignments={person.assignments} day={day} />
      <p className="quiet">氏名・メール・役割の変更は、管理者に依頼してください。</p>
      {person.demonstration ? (
        <p>見本の職員のため、パスワードと二要素認証は変えられません。</p>
      ) : (
        <>
          {staff.first !== 'password' && <PasswordForm staff={staff} />}
          {staff.first === null && <SecondFactor staff={staff} totp={totp} />}
        </>
      )}
    </StaffFrame>
  )
}

/** What has to be done before anything else opens stands before everything else. */
function FirstThing({ staff, totp }: { staff: Staff; totp: string }): ReactNode {
  if (staff.first === 'password')
    return (
      <>
        <Done>
          初回パスワードでサインインしています。はじめに、自分だけのパスワードに変えてください。ほかの画面は、そのあとで開けます。
        </Done>
        <PasswordForm staff={staff} />
      </>
    )
  if (staff.first === 'second-factor')
    return (
      <>
        <Done>管理者と行革担当課には二要素認証が要ります。設定すると、ほかの画面を開けます。</Done>
        <SecondFactor staff={staff} totp={totp} />
      </>
    )
  return null
}

function PasswordForm({ staff }: { staff: Staff }): ReactNode {
  return (
    <section>
      <h2>パスワードを変える</h2>
      <form method="post" action={paths.staff.ownPassword(staff.code)} className="staff">
        <input type="hidden" name="username" value={staff.standing.person.login} autoComplete="username" />
        <p className="field">
          <label htmlFor="present">今のパスワード</label>
          <input id="present" name="present" type="password" required autoComplete="current-password" />
        </p>
        <p className="field">
          <label htmlFor="wanted">新しいパスワード</label>
          <small id="wanted-help">
            {PASSWORD.least}文字以上。{PASSWORD.recommended}
            文字以上の、いくつかの言葉をつないだものを勧めます。文字の種類の決まりや、定期的な変更はありません。貼り付けもできます。
          </small>
          <input id="wanted" name="wanted" type="password" required autoComplete="new-password" aria-describedby="wanted-help" />
        </p>
        <p className="field">
          <label htmlFor="repeated">新しいパスワード（確認のためもう一度）</label>
          <input id="repeated" name="repeated" type="password" required autoComplete="new-password" />
        </p>
        <button type="submit">パスワードを変える</button>
      </form>
    </section>
  )
}

function SecondFactor({ staff, totp }: { staff: Staff; totp: string }): ReactNode {
  if (!staff.session?.secret) return null
  const { person, day } = staff.standing
  if (!staff.session.secret.totp) return <Enrolment staff={staff} totp={totp} />
  return (
    <section>
      <h2>二要素認証</h2>
      <p>設定済みです。サインインのときに、認証アプリの確認コードを入力します。</p>
      {needsSecondFactor(person, day) ? (
        <p>役割に二要素認証が要るため、外せません。電話機を替えるときは、管理者に再設定を依頼してください。</p>
      ) : (
        <form method="post" action={paths.staff.ownSecondFactorRemoval(staff.code)} className="staff">
          <PresentPassword id="removal-password" />
          <button type="submit" className="second">
            二要素認証を外す
          </button>
        </form>
      )}
    </section>
  )
}

function PresentPassword({ id }: { id: string }): ReactNode {
  return (
    <p className="field">
      <label htmlFor={id}>今のパスワード</label>
      <input id={id} name="password" type="password" required autoComplete="current-password" />
    </p>
  )
}

function Enrolment({ staff, totp }: { staff: Staff; totp: string }): ReactNode {
  const { name } = staff.municipality
  return (
    <section>
      <h2>二要素認証</h2>
      <p>
        パスワードのほかに、電話機などの認証アプリに出る6桁の確認コードでも本人を確かめます。インターネットにつながらない場所でも使えます。
      </p>
      <ol className="steps">
        <li>
          認証アプリに、次の鍵を手で入力します（種類は「時間ベース」）。
          <p>
            <code className="secret">{totp.match(/.{4}/g)?.join(' ')}</code>
          </p>
          <p>
            この画面を電話機で開いているときは、
            <a href={totpLink(totp, `${name} 行財政改革`, staff.standing.person.login)}>認証アプリに登録する</a>
            でも登録できます。
          </p>
        </li>
        <li>アプリに出た6桁の数字と、今のパスワードを入力します。</li>
      </ol>
      <form method="post" action={paths.staff.ownSecondFactor(staff.code)} className="staff">
        <p className="field">
          <label htmlFor="code">確認コード（6桁）</label>
          <input id="code" name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={10} required />
        </p>
        <PresentPassword id="factor-password" />
        <button type="submit">二要素認証を設定する</button>
      </form>
    </section>
  )
}
