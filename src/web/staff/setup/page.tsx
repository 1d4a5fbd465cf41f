import type { ReactNode } from 'react'
import { PASSWORD } from '../../../reform/password.ts'
import { signInWords } from '../../../report/wording-sign-in.ts'
import type { Founding } from '../../../workflows/found-municipality.ts'
import { paths } from '../../paths.ts'
import { DoorFrame } from '../door.tsx'
import { Refusal } from '../frame.tsx'

type FieldSaid = {
  name: string
  label: string
  help?: string
  value?: string | undefined
  type?: 'password'
  autoComplete?: string
  optional?: boolean
}

function Field({ name, label, help, value, type, autoComplete = 'off', optional = false }: FieldSaid): ReactNode {
  return (
    <p className="field">
      <label htmlFor={name}>{label}</label>
      {help && <small id={`${name}-help`}>{help}</small>}
      <input
        id={name}
        name={name}
        type={type ?? 'text'}
        defaultValue={value}
        required={!optional}
        autoComplete={autoComplete}
        aria-describedby={help ? `${name}-help` : undefined}
      />
    </p>
  )
}

type Said = { stylesheet: string; why: readonly string[]; said: Partial<Founding> }

export function SetupPage({ stylesheet, why, said }: Said): ReactNode {
  const passwordHelp = `${PASSWORD.least}文字以上。${PASSWORD.recommended}文字以上を勧めます。文字の種類の決まりはありません。`
  return (
    <DoorFrame title={why.length > 0 ? `${signInWords.setup}ができません` : signInWords.setup} stylesheet={stylesheet}>
      {why.length > 0 && (
        <Refusal>
          {why.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Refusal>
      )}
      <p>この機械にはまだ団体がありません。団体と、最初の管理者を登録します。終わると、この画面は開けなくなります。</p>
      <form method="post" action={paths.setup()} className="staff">
        <Field name="one-time" label="初期設定のパスワード" type="password" help="サーバーを起動した端末に表示されたものです。" />
        <h2>団体</h2>
        <Field name="municipality" label="団体コード（6桁）または市区町村の名称" value={said.municipality} />
        <Field name="name" label="名称" help="団体コードの表にない団体だけ入力します。" value={said.name} optional />
        <h2>最初の管理者</h2>
        <Field name="person" label="氏名" value={said.person} autoComplete="name" />
        <Field name="login" label="ログイン名" help="半角の英小文字・数字・記号（. _ -）。" value={said.login} autoComplete="username" />
        <Field name="wanted" label="パスワード" type="password" help={passwordHelp} autoComplete="new-password" />
        <Field name="repeated" label="パスワード（確認のためもう一度）" type="password" autoComplete="new-password" />
        <button type="submit">登録する</button>
      </form>
    </DoorFrame>
  )
}
