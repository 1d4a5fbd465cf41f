import type { Role } from '../reform/account.ts'
import type { ReportState } from '../reform/report-state.ts'
import type { ReportStep } from '../reform/report-steps.ts'

/** 職員の画面の言葉 that no page owns alone */
export const staffWords = {
  home: 'わたしの仕事',
  refused: 'できません',
  backHome: 'わたしの仕事に戻る',
  foreign: '別のサイトからの送信は受け付けません。この画面を開き直してください。',
  tooLarge: '送られた内容が大きすぎます。ファイルを分けて送ってください。',
  signedOut:
    'サインインしていません。別の窓でサインインし直してから、この画面に戻って送信してください。入力した内容は、ブラウザーの「戻る」で残っています。',
  firstThings: 'まず「自分の設定」で、パスワードの変更と二要素認証の設定を済ませてください。',
  notYours: 'あなたの役割では、この画面を開けません。必要なときは、管理者に役割の設定を依頼してください。',
} as const

export const roleNames: Record<Role, string> = {
  administrator: '管理者',
  office: '行革担当課（事務局）',
  reporter: '報告者',
  sectionHead: '所属長（課長）',
  departmentHead: '部長',
  finance: '財政担当',
  auditor: '監査（閲覧のみ）',
}

export const stateNames: Record<ReportState, string> = {
  notStarted: '未着手',
  drafting: '下書き',
  submitted: '提出済',
  approved: '課長承認済',
  departmentApproved: '部長承認済',
  returned: '差戻し',
  accepted: '受理',
  published: '公表済',
}

export const stepNames: Record<ReportStep, string> = {
  save: '下書き保存',
  submit: '提出',
  withdraw: '引戻し',
  approve: '課長承認',
  approveDepartment: '部長承認',
  approveElsewhere: '決裁済の登録',
  return: '差戻し',
  accept: '受理',
  reopen: '再開',
  publish: '公表',
}
