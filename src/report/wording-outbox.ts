import type { CannotOrder, MessageKind, MessageOrder, MessageState } from '../reform/message.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import { dayName } from '../vocabulary/calendar-day.ts'

/** 「督促と送信」の画面の言葉 */
export const outboxWords = {
  title: '督促と送信',
  lead: '督促は、照会で決めた日の朝7時に、残りのある人に一通ずつ作ります。提出・差戻し・承認・再開の知らせは、その都度作ります。',
  mailOn: 'メールの設定があります。作った文は、1分以内に送り始めます。',
  mailOff:
    'メールの設定がないため、送信はしません。作った文はこの画面で読み、ファイルに保存して、庁内の連絡に使ってください。設定の方法は、システムの説明書（README）にあります。',
  problems: '送れなかった文',
  noProblems: '送れなかった文はありません。',
  problemsLead: '「送れたか不明」は、届いているかもしれない文です。本人に確かめてから、送り直すか、届いたことにしてください。',
  byDay: '日ごとの数',
  never: '作った文はまだありません。',
  preview: '次の開庁日の督促を見る',
  previewTitle: '督促の下見',
  previewLead: '今の状態のまま、その日の朝を迎えたときに作る督促です。まだ作っていません。',
  previewNone: 'この日に作る督促はありません。',
  now: '今すぐ督促を作る',
  nowLead: '督促の日を待たずに、選んだ人に今日の督促を作ります。督促は一人一日に一通です。今日すでに作った人には、もう一通は作りません。',
  noRound: '始まっている照会がありません。',
  nowNone: 'この照会で残りのある人はいません。',
  todayMade: '今日の督促を作成済み',
  download: 'この日の全文を保存する（テキスト）',
  downloadOne: '文を保存する（テキスト）',
  text: '文',
  asSent: '送るときは、末尾に画面のアドレスと送り主を付けます。',
  noAddress: '（メールアドレスの登録なし）',
  machine: 'システム（自動）',
  missing: 'この文は見つかりません。「督促と送信」の一覧から開き直してください。',
  missingDay: 'この日に作った文はありません。「督促と送信」の一覧から日を選び直してください。',
  orders: '送り直しなどの記録',
  mayHaveArrived:
    '届いているかもしれません。送り直す前に、本人に確かめてください。送り直すときは、同じ文として（同じ Message-ID で）送ります。',
} as const

export const messageStateNames: Record<MessageState, string> = {
  'reading-only': '読むだけ',
  queued: '送信待ち',
  sending: '送信中',
  sent: '送信済',
  failed: '送れない',
  unknown: '送れたか不明',
}
export const messageKindNames: Record<MessageKind, string> = { digest: '督促', notice: '手続の知らせ' }
export const orderNames: Record<MessageOrder, string> = { 'send-again': '送り直す', arrived: '届いたことを確かめた' }

export type OutboxRefusal =
  | CannotOrder
  | { kind: 'not-found'; id: string }
  | { kind: 'not-allowed' }
  | { kind: 'mail-not-set-up' }
  | { kind: 'no-such-round'; id: string }
  | { kind: 'nobody-chosen' }
  | { kind: 'nothing-due' }

/** 断りの文 — what was found and what to do. */
export function outboxRefusalText(problem: OutboxRefusal): string {
  switch (problem.kind) {
    case 'wrong-message-state':
      return `この文は「${messageStateNames[problem.state]}」になっているため、「${orderNames[problem.order]}」は選べません。画面を開き直して、今の状態を確かめてください。`
    case 'no-address':
      return '宛先の職員にメールアドレスの登録がありません。「職員」の画面で登録してから、送り直してください。'
    case 'not-found':
      return outboxWords.missing
    case 'not-allowed':
      return '督促と送信は、行革担当課（事務局）の役割の職員が行います。'
    case 'mail-not-set-up':
      return 'メールの設定がないため、送れません。文を保存して、庁内の連絡に使ってください。'
    case 'no-such-round':
      return 'この照会は見つからないか、終わっています。照会を選び直してください。'
    case 'nobody-chosen':
      return '督促を作る人が選ばれていません。一人以上選んでください。'
    case 'nothing-due':
      return '選んだ人には、この照会で残っているものがありません。画面を開き直して、今の状態を確かめてください。'
  }
}

/** 作った結果の文 */
export function remindedText(made: number, already: number): string {
  const rest = already > 0 ? `${already}人には今日の督促を作ってあったため、作りませんでした。` : ''
  return made > 0 ? `${made}人分の督促を作りました。${rest}` : `${rest}`
}
export const resentText = (count: number): string => (count > 0 ? `${count}通を送り直します。` : '送り直すものはありませんでした。')
export const resendAllText = (count: number): string => `「送れない」${count}通をまとめて送り直す`
export const dayTitle = (day: Day): string => `${dayName(day)}の文`
