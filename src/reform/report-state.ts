/** 報告の状態 */
export type ReportState =
  | 'notStarted' // 未着手
  | 'drafting' // 下書き
  | 'submitted' // 提出済
  | 'approved' // 課長承認済
  | 'departmentApproved' // 部長承認済
  | 'returned' // 差戻し
  | 'accepted' // 受理
  | 'published' // 公表済

export const REPORT_STATES: readonly ReportState[] = [
  'notStarted',
  'drafting',
  'submitted',
  'approved',
  'departmentApproved',
  'returned',
  'accepted',
  'published',
]
