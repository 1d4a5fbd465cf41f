import { isLocked, type Round } from '../reform/round.ts'
import { type Day, dayName, weekdayOf } from '../vocabulary/calendar-day.ts'
import { isWorkingDay, workingDaysFrom } from '../vocabulary/working-day.ts'
import type { RoundList } from './round-lists.ts'

/** 照会の画面の言葉 */
export const roundWords = {
  rounds: '照会の状況',
  newRound: '照会を始める',
  settings: '照会の設定',
  scope: '照会の対象',
  owner: '所管を決める',
  items: '一覧',
  total: '合計',
  none: '照会はまだありません。計画と年度を選んで始めてください。',
  noPlan: '計画がまだありません。計画を作るか、文書を取り込んでから、照会を始めてください。',
  changedSince: '内容を確かめた後で設定が変わりました。もう一度確かめてから、始めてください。',
  dates: {
    opensOn: '開始日',
    dueSection: '課の提出期限',
    dueDepartment: '部長承認の期限',
    dueOffice: '事務局の受理期限',
    graceDays: '猶予',
    lockOn: '締切（ロック）',
  },
  attention: {
    noOwner: { name: '所管が決まっていない', explained: '報告する課がないため、誰にも届いていません。' },
    divided: {
      name: '所管が決まっていない（課が分かれた）',
      explained: '組織改正で課が分かれ、後継のどの課からも報告できます。一覧で、報告する課を決めてください。',
    },
    returnedNow: { name: '差戻し中', explained: '課の手元に戻っていて、再提出を待っています。' },
    stale: { name: '止まっている下書き', explained: '90日を超えて保存されていない下書きです。' },
    standsOut: { name: '前年度から大きく動いた値', explained: '前年度の半分を超えて増減した実績値・効果額があります。' },
    sameText: { name: '昨年と同文', explained: '取組状況か課題の文章が、前年度の報告と同じです。' },
    neverReported: { name: '一度も報告のない指標', explained: '前年度までにも今回も、実績値が一度も報告されていません。' },
    reopened: { name: '再開した報告', explained: '受理した後に、理由と期限を付けて再開しました。' },
  },
} as const

export const listNames: Record<RoundList, string> = {
  all: '対象の全件',
  imported: '取り込んだ過去の報告',
  received: '提出があったもの',
  onTime: '期限内に提出されたもの',
  withinGrace: '猶予の間に提出されたもの',
  late: '期限（猶予）の後に提出されたもの',
  outstanding: '未提出のもの',
  returned: '差戻しがあったもの',
  returnedNow: '差戻し中のもの',
  approved: '課長承認があったもの',
  accepted: '受理したもの',
  noOwner: '所管が決まっていないもの',
  divided: '課が分かれ、所管が決まっていないもの',
  neverReported: '一度も報告のない指標があるもの',
  stale: '90日を超えて止まっている下書き',
  standsOut: '前年度から大きく動いた値があるもの',
  sameText: '昨年と同文のもの',
  reopened: '再開したもの',
}

/** 終わったことの知らせ — after a redirect. */
const DONE: Record<string, string> = {
  opened: '照会を始めました。照会文と記入要領を渡し、様式を配ってください。',
  settings: '設定を改めました。理由とともに変更の記録に残しました。',
  closed: '照会を終了しました。報告は書けなくなりました。',
  again: '照会を開き直しました。',
  owner: '所管を決めました。その課の「報告する」に出ます。',
  added: '対象に加えました。',
  'taken-out': '対象から外しました。',
}
export const doneText = (said: string): string | null => (Object.hasOwn(DONE, said) ? (DONE[said] as string) : null)

export const noOwnerName = '（所管なし）'
export function departmentName(department: string | null, sections: readonly { section: string | null }[]): string {
  return department ?? (sections.every(({ section }) => section === null) ? noOwnerName : '（部に属さない所属）')
}

export function stateOfRound(round: Round, day: Day): { word: string; tone: 'open' | 'locked' | 'closed' } {
  if (round.closed) return { word: '終了', tone: 'closed' }
  if (isLocked(round, { reopened: null }, day)) return { word: '締切後（書込み不可）', tone: 'locked' }
  return { word: day < round.opensOn ? '開始前' : day > round.dueSection ? '期限後' : '受付中', tone: 'open' }
}

/** 閉庁日の注意 — null for a working day. */
export function closedDayText(day: Day): string | null {
  if (isWorkingDay(day)) return null
  const weekday = weekdayOf(day)
  const why = weekday === 0 ? '日曜日' : weekday === 6 ? '土曜日' : day.slice(5) >= '12-29' || day.slice(5) <= '01-03' ? '年末年始' : '祝日'
  return `開庁日ではありません（${why}）。直前の開庁日は${dayName(workingDaysFrom(day, -1))}、直後は${dayName(workingDaysFrom(day, 0))}です。`
}

/** A field that cannot be read: what was found, and how to write it. */
export type FieldProblem = 'not-a-day' | 'no-day' | 'not-a-count' | 'no-plan' | 'no-year' | 'not-reminder-days' | 'too-long'
export function fieldProblemText(problem: FieldProblem, typed: string): string {
  switch (problem) {
    case 'not-a-day':
      return `「${typed}」は日付として読めません。R7.5.16、令和7年5月16日、2025-05-16 のように入れてください。`
    case 'no-day':
      return '日付を入れてください。'
    case 'not-a-count':
      return `「${typed}」は日数として読めません。0から60までの数で入れてください。`
    case 'no-plan':
      return '計画を選んでください。'
    case 'no-year':
      return '年度を選んでください。'
    case 'not-reminder-days':
      return `「${typed}」は日数の並びとして読めません。14、5、1 のように、60までの数を読点で区切って入れてください。`
    case 'too-long':
      return `長すぎます（${typed.length}字）。200字までにしてください。`
  }
}
