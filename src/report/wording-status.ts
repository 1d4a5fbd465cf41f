import type { Status } from '../evaluate/status.ts'
import type { Verdict } from '../reform/record.ts'

/** 状態の名 — in the order a reader is shown them. */
export const statusName: Record<Status, string> = {
  achieved: '目標達成',
  'on-track': '順調',
  behind: '遅れ',
  'not-started': '未着手',
  ended: '終了',
  'cannot-tell': '判定不能',
}
export const STATUSES = Object.keys(statusName) as Status[]

export const statusMeaning: Record<Status, string> = {
  achieved: '報告年度の実績が目標を満たしています。',
  'on-track': '年度ごとの目標に沿って進んでいます。',
  behind: '実績が目標に届いていないか、現況値より目標から遠ざかっています。',
  'not-started': '計画期間に入りましたが、着手の報告がありません。',
  ended: '完了・廃止・統合などにより終えた取組です。',
  'cannot-tell': '数値の目標または実績がないため、数値からは判定できません。取組が進んでいないという意味ではありません。',
}

export const verdictName: Record<Verdict, string> = {
  fails: '一致しない',
  'cannot-tell': '判断できない',
  holds: '一致',
  remark: '指摘',
}
export const verdictMeaning: Record<Verdict, string> = {
  fails: '文書に印字された数値を計算し直すと、別の値になる箇所です。',
  'cannot-tell': '計算に必要な値が文書にないため、確かめられない箇所です。',
  holds: '計算し直した値と、印字された値が一致した箇所です（端数処理による差を含む）。',
  remark: '計算の誤りではありませんが、確認を勧める箇所です。',
}

const noRateTexts: Record<string, string> = {
  'kept-not-approached': '維持・抑制の目標',
  'target-not-positive': '目標が0以下',
  'no-target': '目標の記載なし',
  'not-reported': '実績の報告なし',
  'not-a-number': '数値でない',
  'direction-unknown': '改善の方向の記載なし',
  'no-baseline': '現況値の記載なし',
  'baseline-is-target': '現況値と目標が同じ',
  'baseline-meets-target': '現況値が目標を満たしている',
}
/** 率を出さない理由 */
export const noRateText = (reason: string): string => noRateTexts[reason] ?? '率を出せません'

export const metText = (met: boolean | null): string => (met === null ? '判定不能' : met ? '達成' : '未達成')

/** 期限前 — the target is due in a later year */
export const PENDING = '期限前'
