/** サインインの言葉 */
export const signInWords = {
  door: '職員用の入口',
  title: 'サインイン',
  loginMissing: 'ログイン名を入力してください。',
  notEncrypted:
    'このアドレスは暗号化されていない（http）ため、サインインしても続きません。https のアドレスで開くか、閉じたネットワークで使うときは、サーバーを KAIKAKU_PLAIN_HTTP=1 で起動するよう管理者に依頼してください。',
  setup: '初期設定',
  setupWrong: '初期設定のパスワードが違います。サーバーを起動した端末の表示を確かめて、入力し直してください。',
  setupTooMany: '間違いが続いたため、しばらく受け付けません。15分ほど待ってから、もう一度入力してください。',
  signedOut: 'サインアウトしました。',
} as const

type CannotSignIn = { kind: 'wrong' } | { kind: 'too-many-attempts'; minutes: number }

/** サインインできない理由 — the same words whether the login is unknown or the password wrong. */
export function signInRefusalText(problem: CannotSignIn): string {
  switch (problem.kind) {
    case 'wrong':
      return 'サインインできません。ログイン名、パスワード、確認コードのどれかが違うか、使えない職員です。確かめて入力し直してください。分からないときは、管理者に初回パスワードの再発行を依頼してください。'
    case 'too-many-attempts':
      return `間違いが続いたため、しばらくサインインを受け付けません。${problem.minutes}分ほど待ってから、もう一度入力してください。`
  }
}
