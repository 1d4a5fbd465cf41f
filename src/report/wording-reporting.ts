import type { RoundItem } from '../reform/round.ts'
import { addDays, type Day, dayInJapan, dayName } from '../vocabulary/calendar-day.ts'
import { countText, yearShort } from './figures.ts'
import type { NameOf } from './wording-reports.ts'

/** 期限までの日数の文 — «あと5開庁日», «今日が期限», «期限を3開庁日過ぎています» */
export function leftText({ left, overdue }: { left: number; overdue: boolean }): string {
  if (overdue) return left === 0 ? '期限を過ぎています' : `期限を${countText(-left)}開庁日過ぎています`
  return left === 0 ? '今日が期限' : `あと${countText(left)}開庁日`
}

export const faultsLeftText = (faults: number): string => (faults === 0 ? 'すべて記入済み' : `あと${countText(faults)}か所`)

/** 残りの欄の文 of a list — a returned report with nothing missing still has the fields that the return named. */
export function restText({ item, faults }: { item: Pick<RoundItem, 'state' | 'returned'>; faults: number }): string {
  if (item.state !== 'returned' || faults > 0) return faultsLeftText(faults)
  const named = item.returned?.fields.length ?? 0
  return named > 0 ? `直す欄${countText(named)}か所` : '差戻しの理由を確認'
}

/** 報告と審査の画面の名 */
export const staffReportWords = {
  list: '報告する',
  reviews: '審査する',
  inPlan: '計画の中のこの取組を見る',
  proposals: '見直しの提案を決定する',
} as const

/** 時刻 — in Japan, «10:32» */
export const timeText = (at: Date): string => new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(11, 16)
/** 日時 — the time alone on the day itself */
export function momentText(at: Date, today: Day): string {
  const day = dayInJapan(at)
  return day === today ? `今日 ${timeText(at)}` : day === addDays(today, -1) ? `昨日 ${timeText(at)}` : dateTimeText(at)
}
export const dateTimeText = (at: Date): string => `${dayName(dayInJapan(at))}${timeText(at)}`

export function savedText({ savedAt, savedBy }: Pick<RoundItem, 'savedAt' | 'savedBy'>, today: Day, nameOf: NameOf): string {
  return savedAt ? `${momentText(savedAt, today)}（${nameOf(savedBy ?? '')}）` : 'まだ保存されていません'
}

export const lastYearText = (fiscalYear: number): string => `前回（${yearShort(fiscalYear)}）の報告`

/** What was just done, said on the page that follows. */
export const doneTexts: Record<string, string> = {
  save: '下書きを保存しました。まだ提出していません。',
  copy: '前年度の文を写して、下書きに保存しました。今年度に行ったことに直してください。',
  merge: '選んだ内容で下書きを保存しました。',
  submit: '提出しました。所属長（課長）の承認を待っています。',
  withdraw: '引き戻しました。直してから、もう一度提出してください。',
  approve: '課長承認をしました。',
  approveDepartment: '部長承認をしました。',
  approveElsewhere: '決裁済として登録しました。',
  return: '差し戻しました。担当課の「わたしの仕事」のいちばん上に出ます。',
  accept: '受理しました。計画の記録に入りました。',
  reopen: '再開しました。担当課が期限まで直せます。',
}

/** 審査の手続の名と、まとめて行うときの言葉 */
export const reviewWords = {
  approve: { heading: '課長承認を待っている報告', button: '選んだ報告を課長承認する', done: '課長承認' },
  approveDepartment: { heading: '部長承認を待っている報告', button: '選んだ報告を部長承認する', done: '部長承認' },
  accept: { heading: '受理を待っている報告', button: '選んだ報告を受理する', done: '受理' },
} as const
