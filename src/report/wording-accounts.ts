import type { AccountFault } from '../reform/account-faults.ts'
import type { HandoverFault } from '../reform/handover.ts'
import { PASSWORD, type PasswordFault } from '../reform/password.ts'
import type { SectionFault } from '../reform/section-rules.ts'
import { type Day, dayName } from '../vocabulary/calendar-day.ts'
import { roleNames } from './wording-staff-pages.ts'

/** 職員と所属の画面の言葉 */
export const accountWords = {
  accounts: '職員',
  newAccount: '職員を登録する',
  handover: '異動の引継ぎ',
  sections: '所属',
  newSection: '所属を登録する',
  own: '自分の設定',
  everywhere: '全庁',
  stays: '続ける',
  ends: '終わる',
  passes: '引き継ぐ',
  moves: '所属が変わる',
} as const

/** «令和8年4月1日（水）から», «…の前日まで» is said as the last day on which it holds by the pages that show it. */
export const dayText = (day: string | null): string => (day === null ? '定めなし' : dayName(day as Day))

/** パスワードを受け付けない理由 */
export function passwordFaultText(fault: PasswordFault): string {
  switch (fault.kind) {
    case 'too-short':
      return `新しいパスワードは${fault.letters}文字です。${PASSWORD.least}文字以上にしてください（${PASSWORD.recommended}文字以上を勧めます）。`
    case 'too-long':
      return `新しいパスワードは${fault.letters}文字です。${PASSWORD.most}文字以内にしてください。`
    case 'common':
      return '新しいパスワードは、多くの人が使っているものか、同じ文字の繰り返しです。すぐに当てられるため、別のものにしてください。'
    case 'own-words':
      return `新しいパスワードは「${fault.word}」がほとんどを占めています。ログイン名や団体の名から推測できるため、別のものにしてください。`
    case 'breached':
      return '新しいパスワードは、流出したパスワードの一覧にあります。別のものにしてください。'
    case 'not-repeated':
      return '新しいパスワードと、確認のために入力したパスワードが違います。両方を入力し直してください。'
    case 'not-changed':
      return '新しいパスワードが今のパスワードと同じです。別のものにしてください。'
  }
}

/** 職員の登録で直すところの文 */
export function accountFaultText(fault: AccountFault): string {
  switch (fault.kind) {
    case 'login-shape':
      return `ログイン名「${fault.login}」は使えません。半角の英小文字・数字・記号（. _ -）で、英小文字か数字で始まる2〜40文字にしてください。`
    case 'name-missing':
      return '氏名を入力してください。'
    case 'mail-shape':
      return `メールアドレス「${fault.mail}」の形が違います。name@example.jp のように入力してください。`
    case 'section-missing':
      return `${fault.nth + 1}行目：${roleNames[fault.role]}には所属が要ります。所属を選んでください。`
    case 'section-not-known':
      return `${fault.nth + 1}行目：「${fault.section}」という所属は登録されていません。「所属」の画面で登録してから選んでください。`
    case 'ends-before-it-begins':
      return `${fault.nth + 1}行目：終わる日が始まる日より後になっていません。日付を直してください。`
  }
}

type CannotAccount =
  | { kind: 'login-taken'; login: string }
  | { kind: 'no-such-account'; login: string }
  | { kind: 'account-changed-meanwhile' }
  | { kind: 'last-administrator'; day: Day }
  | { kind: 'demonstration-account' }

/** 職員の画面で断る理由 */
export function accountRefusalText(problem: CannotAccount): string {
  switch (problem.kind) {
    case 'login-taken':
      return `ログイン名「${problem.login}」は、すでに使われています。記録を人ごとに残すため、一度使ったログイン名はほかの人に付けられません。別のログイン名にしてください。`
    case 'no-such-account':
      return `ログイン名「${problem.login}」の職員は登録されていません。`
    case 'account-changed-meanwhile':
      return '画面を開いている間に、ほかの人がこの職員を変更しました。下の「今の登録」を確かめて、もう一度登録してください。'
    case 'last-administrator':
      return `この変更をすると、${dayName(problem.day)}に管理者が一人もいなくなります。先に、ほかの職員を管理者にしてください。`
    case 'demonstration-account':
      return '見本の職員のパスワードは、変えることも再発行することもできません。'
  }
}

type NotProven =
  | { kind: 'wrong-password' }
  | { kind: 'no-secret' }
  | { kind: 'too-many-attempts'; minutes: number }
  | { kind: 'wrong-code' }
  | { kind: 'second-factor-needed' }

/** 本人の確認ができない理由 */
export function notProvenText(problem: NotProven): string {
  switch (problem.kind) {
    case 'wrong-password':
      return '今のパスワードが違います。確かめて入力し直してください。'
    case 'no-secret':
      return '見本の職員は、パスワードと二要素認証を変えられません。'
    case 'too-many-attempts':
      return `間違いが続いたため、しばらく受け付けません。${problem.minutes}分ほど待ってから、もう一度入力してください。`
    case 'wrong-code':
      return '確認コードが違います。認証アプリに今出ている6桁の数字を入力してください。続けて合わないときは、電話機の時計を確かめてください。'
    case 'second-factor-needed':
      return '管理者と行革担当課は、二要素認証を外せません。'
  }
}

/** 引継ぎで直すところの文 */
export function handoverFaultText(fault: HandoverFault): string {
  switch (fault.kind) {
    case 'line-not-there':
      return '画面を開いている間に、職員の役割が変わりました。開き直した表を確かめて、もう一度選んでください。'
    case 'taker-not-there':
      return fault.to === ''
        ? `${fault.name}（${fault.login}）：引き継ぐ職員を入力してください。`
        : `${fault.name}（${fault.login}）：引き継ぐ職員「${fault.to}」は登録されていないか、同じ氏名の人が二人いるか、使用を止めています。ログイン名を確かめてください。`
    case 'taker-is-giver':
      return `${fault.name}（${fault.login}）：引き継ぐ職員が本人です。ほかの職員を選ぶか、「${accountWords.stays}」を選んでください。`
    case 'section-not-there':
      return fault.section === ''
        ? `${fault.name}（${fault.login}）：新しい所属を入力してください。`
        : `${fault.name}（${fault.login}）：「${fault.section}」という所属は、その日にはありません。`
  }
}

/** 所属の登録で直すところの文 */
export function sectionFaultText(fault: SectionFault): string {
  switch (fault.kind) {
    case 'section-name-missing':
      return '所属の名称を入力してください。'
    case 'section-ends-before-it-begins':
      return `なくなる日（${dayText(fault.to)}）が、できた日（${dayText(fault.from)}）より後になっていません。日付を直してください。`
    case 'section-overlaps':
      return `「${fault.name}」は、${dayText(fault.from)}から${dayText(fault.to)}まで、すでに登録されています。期間が重ならないようにしてください。`
    case 'successors-without-end':
      return '引き継ぐ所属を書くときは、なくなる日も入力してください。'
    case 'successor-not-there':
      return `引き継ぐ所属「${fault.successor}」は、${dayText(fault.on)}にはありません。先に登録するか、名称を確かめてください。`
    case 'successor-circle':
      return `引継ぎが一回りしています（${fault.through.join(' → ')}）。引き継ぐ所属を直してください。`
    case 'parent-not-known':
      return `上位の所属「${fault.parent}」は登録されていません。先に登録するか、名称を確かめてください。`
    case 'parent-circle':
      return `上位の所属が一回りしています（${fault.through.join(' → ')}）。上位の所属を直してください。`
  }
}

type CannotFound =
  | { kind: 'already-founded' }
  | { kind: 'municipality-not-known'; text: string }
  | { kind: 'check-digit'; text: string }
  | { kind: 'municipality-name-missing'; code: string }

/** 初期設定を受け付けない理由 */
export function foundingRefusalText(problem: CannotFound): string {
  switch (problem.kind) {
    case 'already-founded':
      return '初期設定は、すでに終わっています。'
    case 'municipality-not-known':
      return `「${problem.text}」という市区町村は見つかりません。団体コード6桁を入力し、表にない団体は名称も入力してください。同じ名の市町が二つあるときも、団体コードで入力してください。`
    case 'check-digit':
      return `「${problem.text}」は団体コードの検証番号（末尾の1桁）が合いません。6桁を確かめてください。`
    case 'municipality-name-missing':
      return `団体コード ${problem.code} は名称の表にありません。名称も入力してください。`
  }
}
