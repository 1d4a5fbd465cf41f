import type { Duty, DutyKind } from '../evaluate/what-is-due.ts'
import { tellsASuperior } from '../evaluate/what-is-due.ts'
import { assignmentsOn, type Person } from '../reform/account.ts'
import type { SectionHistory } from '../reform/edition.ts'
import type { Standing } from '../reform/rights.ts'
import type { Round, RoundItem } from '../reform/round.ts'
import { sectionOn } from '../reform/section-scope.ts'
import { type Day, dayName } from '../vocabulary/calendar-day.ts'
import type { DeliveryCause } from '../vocabulary/delivery.ts'
import { oneLine } from '../vocabulary/one-line.ts'
import { stateNames } from './wording-staff-pages.ts'

/** 督促と知らせの文 — plain text, a letter that can be read by itself; the address of the page is added when it is sent. */
export type WrittenLetter = { subject: string; body: string }

/** so many initiatives of one kind are listed; an office before the acceptance of hundreds gets a letter that can still be read */
const LISTED = 50

const HEADINGS: Record<DutyKind, string> = {
  report: '提出していない報告',
  approval: '課長の承認を待つ報告',
  departmentApproval: '部長の承認を待つ報告',
  acceptance: '受理を待つ報告',
  ownerless: '担当課の決まっていない取組',
  lateReports: '所属で期限を過ぎた報告',
  lateReportsOfDepartment: '部内で期限を5開庁日以上過ぎた報告',
}
const SHORT: Record<DutyKind, string> = {
  report: '報告の提出',
  approval: '報告の承認',
  departmentApproval: '報告の承認',
  acceptance: '報告の受理',
  ownerless: '担当課の決定',
  lateReports: '期限を過ぎた報告',
  lateReportsOfDepartment: '期限を過ぎた報告',
}
export const dutyNames: Readonly<Record<DutyKind, string>> = HEADINGS

/** «令和7年5月16日（金）（あと1開庁日）» */
export function dueText({ due, left }: Pick<Duty, 'due' | 'left'>): string {
  if (left < 0) return `${dayName(due)}（${-left}開庁日を過ぎています）`
  return `${dayName(due)}（${left === 0 ? '当日' : `あと${left}開庁日`}）`
}

/** 宛名 — «財政課　清水 陽菜 様» */
export const addresseeText = ({ person, sections, day }: Standing): string =>
  oneLine([sectionText(person, day, sections), person.name].filter(Boolean).join('　')).concat(' 様')

/** その日の所属 — the first of those that the person is assigned to, by the name it has that day; empty for the whole municipality. */
export function sectionText(person: Person, day: Day, sections: readonly SectionHistory[]): string {
  const assigned = assignmentsOn(person, day).find(({ section }) => section !== null)?.section
  return assigned ? sectionOn(sections, assigned, day).join('・') : ''
}

const itemLine = ({ sheet, section, state, returned }: RoundItem, withSection: boolean): string => {
  const reason = state === 'returned' && returned ? `（理由：${oneLine(returned.reason).slice(0, 100)}）` : ''
  return oneLine(
    `・${[sheet.number, sheet.title].filter(Boolean).join(' ')}${withSection ? `（${section ?? '担当課なし'}）` : ''}　${stateNames[state]}${reason}`,
  )
}

function dutyText(duty: Duty): string {
  const { kind, round, items } = duty
  const several = kind !== 'report' || new Set(items.map(({ section }) => section)).size > 1
  const rest = items.length - LISTED
  return [
    `■ ${HEADINGS[kind]}　${items.length}件`,
    `照会：${oneLine(round.title)}`,
    `期限：${dueText(duty)}`,
    ...lockText(duty),
    ...items.slice(0, LISTED).map((item) => itemLine(item, several)),
    ...(rest > 0 ? [`・ほか${rest}件は、画面でご覧ください。`] : []),
  ].join('\n')
}

function lockText({ kind, locked, lockedFrom, left }: Duty): string[] {
  if (kind !== 'report') return []
  if (locked) return ['締切を過ぎたため、入力できません。提出が必要なときは、下の問合せ先に再開を依頼してください。']
  return left < 0 && lockedFrom !== null ? [`${dayName(lockedFrom)}から入力できなくなります。それまでに提出してください。`] : []
}

/** 督促の文 — one letter of everything that waits for a person. `duties` is not empty. */
export function digestLetter(standing: Standing, duties: readonly Duty[]): WrittenLetter {
  const contacts = [...new Set(duties.map(({ round }) => oneLine(round.contact)).filter((contact) => contact !== ''))]
  return {
    subject: digestSubject(duties),
    body: [
      addresseeText(standing),
      `${dayName(standing.day)}の時点で、行財政改革の照会について、次のものが残っています。`,
      ...duties.map(dutyText),
      duties.some((duty) => !tellsASuperior(duty))
        ? '行き違いで既に済んでいるときは、ご容赦ください。'
        : '担当者に状況を確かめ、提出するよう伝えてください。行き違いで既に済んでいるときは、ご容赦ください。',
      ...(contacts.length > 0 ? [`問合せ先：${contacts.join('、')}`] : []),
    ]
      .join('\n\n')
      .concat('\n'),
  }
}

/** «【行財政改革】報告の提出　2件　令和7年5月16日（金）まで» — by the earliest of what is to be told. */
function digestSubject(duties: readonly Duty[]): string {
  const [first] = duties as readonly [Duty, ...Duty[]]
  const same = duties.filter(({ kind, due }) => kind === first.kind && due === first.due)
  const count = same.reduce((sum, { items }) => sum + items.length, 0)
  const until = first.left < 0 ? '期限を過ぎています' : `${dayName(first.due)}まで`
  return `【行財政改革】${SHORT[first.kind]}　${count}件　${until}${same.length < duties.length ? '　ほか' : ''}`
}

/** 知らせの種類 — what happened to reports, seen by whoever is told. */
export type NoticeKind = 'submitted' | 'returned' | 'returnedBelow' | 'toDepartment' | 'toOffice' | 'reopened'

const HAPPENED: Record<NoticeKind, { short: string; sentence: string; next: string }> = {
  submitted: {
    short: '報告が提出されました',
    sentence: '次の報告が提出されました。',
    next: '内容を確かめ、承認するか、理由を付けて差し戻してください。',
  },
  returned: {
    short: '報告が差し戻されました',
    sentence: '次の報告が差し戻されました。',
    next: '理由を確かめて直し、もう一度提出してください。',
  },
  returnedBelow: {
    short: '所属の報告が差し戻されました',
    sentence: '所属の次の報告が差し戻されました。',
    next: '担当者にも知らせてあります。',
  },
  toDepartment: {
    short: '報告が課長承認されました',
    sentence: '次の報告が課長承認されました。',
    next: '内容を確かめ、承認するか、理由を付けて差し戻してください。',
  },
  toOffice: {
    short: '報告の承認が済みました',
    sentence: '次の報告の承認が済みました。',
    next: '内容を確かめ、受理するか、理由を付けて差し戻してください。',
  },
  reopened: {
    short: '報告が再開されました',
    sentence: '受理された次の報告が再開されました。',
    next: '期限までに直し、もう一度提出してください。',
  },
}

export type Notice = {
  kind: NoticeKind
  to: Person
  by: Person
  day: Day
  sections: readonly SectionHistory[]
  round: Pick<Round, 'title' | 'contact'>
  items: readonly RoundItem[]
}

/** 手続の知らせの文 */
export function noticeLetter({ kind, to, by, day, sections, round, items }: Notice): WrittenLetter {
  const { short, sentence, next } = HAPPENED[kind]
  const [first] = items as readonly [RoundItem, ...RoundItem[]]
  const name = oneLine([first.sheet.number, first.sheet.title].filter(Boolean).join(' '))
  const others = items.length > 1 ? ` ほか${items.length - 1}件` : ''
  return {
    subject: `【行財政改革】${short}：${name}${others}`,
    body: [
      addresseeText({ person: to, sections, day }),
      sentence,
      [
        `照会：${oneLine(round.title)}`,
        `手続をした人：${oneLine(by.name)}（${dayName(day)}）`,
        ...items.map((item) => noticeLine(kind, item)),
      ].join('\n'),
      next,
      ...(round.contact.trim() === '' ? [] : [`問合せ先：${oneLine(round.contact)}`]),
    ]
      .join('\n\n')
      .concat('\n'),
  }
}

function noticeLine(kind: NoticeKind, { sheet, section, returned, reopened }: RoundItem): string {
  const name = `・${[sheet.number, sheet.title].filter(Boolean).join(' ')}（${section ?? '担当課なし'}）`
  const reason = kind === 'reopened' ? reopened?.reason : kind === 'returned' || kind === 'returnedBelow' ? returned?.reason : undefined
  const why = reason === undefined ? '' : `　理由：${reason}`
  const until = kind === 'reopened' && reopened ? `　期限：${dayName(reopened.until)}` : ''
  return oneLine(`${name}${until}${why}`)
}

/** 送る形 — the letter with the address of the page, where one is set, and who sends it. */
export function sentText(body: string, { municipality, page }: { municipality: string; page: string | null }): string {
  return [
    body.trimEnd(),
    '',
    ...(page === null ? [] : [`画面：${page}`, '']),
    '――――――――――',
    `このメールは、${municipality}の行財政改革のシステムが自動で送っています。`,
    '',
  ].join('\n')
}

/** 送れなかった理由の文 — what is read on the page of a letter; the server's words stay as they are. */
export function deliveryText(cause: DeliveryCause): string {
  switch (cause.kind) {
    case 'server-said':
      return `メールサーバーの答え：${oneLine(cause.reply)}`
    case 'sign-in-refused':
      return `メールサーバーが利用者名とパスワードを受け付けません。メールの設定を確かめてください。（${oneLine(cause.reply)}）`
    case 'unreachable':
      return `メールサーバーにつながりません（${cause.code}）。メールの設定と、メールサーバーが動いているかを確かめてください。`
    case 'broke-off':
      return `送っている途中で通信が切れました（${cause.code}）。`
    case 'bad-address':
      return `「${oneLine(cause.address)}」はメールアドレスの形ではありません。職員の登録を直してから、送り直してください。`
  }
}

export const deliveryWords = {
  senderGone: '送っている途中で、このシステムが止まりました。届いているかもしれないため、自動では送り直しません。',
  noAnswer: '全文を送った後、メールサーバーの答えがないまま通信が切れました。届いているかもしれないため、自動では送り直しません。',
  overtaken: '送れないうちに次の日の督促ができたため、送るのをやめました。',
} as const

/** メールの設定の誤りの文 — the value is not repeated: it may hold a password. */
export function mailSettingText({ setting, kind }: { setting: string; kind: 'missing' | 'unreadable' }): string {
  const example: Record<string, string> = {
    SMTP_URL: 'SMTP_URL=smtp://利用者名:パスワード@mail.example:587?security=starttls',
    SMTP_HOST: 'SMTP_HOST=mail.example',
    SMTP_PORT: 'SMTP_PORT=587',
    SMTP_SECURITY: 'SMTP_SECURITY=starttls（tls、starttls、none のいずれか。省くと、サーバーに合わせます）',
    MAIL_FROM: 'MAIL_FROM="行政経営課 <gyosei@mail.example>"',
    KAIKAKU_URL: 'KAIKAKU_URL=https://kaikaku.example',
  }
  return `メールの設定 ${setting} が${kind === 'missing' ? 'ありません' : '読めません'}。例：${example[setting] ?? setting}`
}

/** 送信の結果の文 — counts only: no address stands in a log (S-11). */
export function postText(
  municipality: string,
  { made, sent, later, failed, unknown }: Record<'made' | 'sent' | 'later' | 'failed' | 'unknown', number>,
): string | null {
  const told = [
    made > 0 && `督促を作成 ${made}通`,
    sent > 0 && `送信 ${sent}通`,
    later > 0 && `後で送り直す ${later}通`,
    failed > 0 && `送れない ${failed}通`,
    unknown > 0 && `送れたか不明 ${unknown}通`,
  ].filter((one) => one !== false)
  return told.length === 0 ? null : `${municipality}：${told.join('、')}`
}
