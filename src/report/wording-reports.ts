import type { ReportRemark } from '../evaluate/report-remarks.ts'
import type { ReportField } from '../reform/report-content.ts'
import type { FieldDifference } from '../reform/report-difference.ts'
import type { ReportFault } from '../reform/report-faults.ts'
import type { ReportState } from '../reform/report-state.ts'
import type { CannotStep, ReportStep } from '../reform/report-steps.ts'
import type { RoundFault } from '../reform/round-rules.ts'
import { type Day, dayName } from '../vocabulary/calendar-day.ts'
import type { Decimal } from '../vocabulary/decimal.ts'
import { rounded } from '../vocabulary/decimal.ts'
import { numberText, yearShort } from './figures.ts'
import { stateNames, stepNames } from './wording-staff-pages.ts'

/** 保存と手続を断る理由のすべて — what the acts on a report may answer. */
export type ReportRefusal =
  | CannotStep
  | { kind: 'not-found'; id: string }
  | { kind: 'saved-meanwhile'; differences: readonly FieldDifference[] }
  | { kind: 'changed-meanwhile'; state: ReportState }
  | { kind: 'report-faults'; faults: readonly ReportFault[] }
  | { kind: 'reason-missing'; step: ReportStep }
  | { kind: 'document-missing' }
  | { kind: 'end-missing' }
  | { kind: 'end-passed'; until: Day }

/** 誰の名か — a login told as a name where it is known. */
export type NameOf = (login: string) => string

/** 保存・手続を断る文 — what was found, and what to do. */
export function reportRefusalText(problem: ReportRefusal, nameOf: NameOf = (login) => login): string {
  switch (problem.kind) {
    case 'not-found':
      return 'この報告は見つかりません。照会が作り直されたかもしれません。「報告する」の一覧から開き直してください。'
    case 'saved-meanwhile':
      return 'この画面を開いた後に、ほかの人が同じ報告を保存しました。二つの内容を比べて、残すほうを選んでください。まだ何も上書きしていません。'
    case 'changed-meanwhile':
      return `この画面を開いた後に、報告が「${stateNames[problem.state]}」に変わりました。今の内容を確かめてから、もう一度行ってください。`
    case 'report-faults':
      return `書かれていないところが${problem.faults.length}か所あるため、提出していません。`
    case 'reason-missing':
      return `${stepNames[problem.step]}の理由が書かれていません。担当課が何を直せばよいか分かるように書いてください。`
    case 'document-missing':
      return '文書番号と決裁日の両方が要ります。決裁日は「令和7年5月12日」のように書いてください。'
    case 'end-missing':
      return '再開した報告をいつまでに出してもらうか、期限の日付が要ります。'
    case 'end-passed':
      return `期限の${dayName(problem.until)}は過ぎています。今日以後の日付にしてください。`
    default:
      return stepRefusalText(problem, nameOf)
  }
}

function stepRefusalText(problem: CannotStep, nameOf: NameOf): string {
  switch (problem.kind) {
    case 'wrong-state':
      return `「${stateNames[problem.state]}」の報告は、${stepNames[problem.step]}できません。`
    case 'not-yours':
      return problem.section === null
        ? `担当課の決まっていない報告です。行革担当課が担当課を決めるまで、${stepNames[problem.step]}はできません。`
        : `${problem.section}の報告の${stepNames[problem.step]}は、あなたの役割ではできません。異動や代行のときは、管理者に役割の設定を依頼してください。`
    case 'locked':
      return `${dayName(problem.since)}の期限を過ぎ、締め切られています。直す必要があるときは、行革担当課に再開を依頼してください。`
    case 'own-submission':
      return 'あなたが提出した報告なので、あなたは承認できません（提出する人と承認する人を分けています）。ほかの承認者に依頼するか、紙や文書管理システムで決裁した場合は「決裁済の登録」をしてください。'
    case 'not-the-submitter':
      return `引戻しは、提出した本人${problem.submittedBy ? `（${nameOf(problem.submittedBy)}）` : ''}だけができます。直してもらうときは、所属長が差し戻してください。`
    case 'department-not-asked':
      return 'この照会では部長承認を求めていません。課長承認の後は、そのまま行革担当課が受理します。'
    case 'department-first':
      return 'この照会は部長承認が要ります。部長承認の後に受理できます。'
  }
}

/** 提出前の確かめの文 — what to do in the field. */
export function reportFaultText({ kind, name }: ReportFault): string {
  switch (kind) {
    case 'missing':
      return name === '計画の見直し'
        ? '計画の見直しの提案は、見直し後の内容と理由の両方を書いてください。'
        : name === '取組状況'
          ? '取組状況を書いてください。前年度と同じなら「前年度から変更なし」を選んでください。'
          : `「${name}」の実績値を書いてください。値がないときは「－」と書いてください。`
    case 'too-long':
      return `${textNames[name] ?? name}が長すぎます。20,000字までに縮めてください。`
    case 'unknown-target':
      return `計画の見直しの提案にある「${name}」は、この取組の指標や取組内容にありません。選び直してください。`
  }
}
const textNames: Record<string, string> = { progress: '取組状況', issues: '今後の課題・方向性', revision: '計画の見直し' }

/** 照会の設定の誤りの文 */
export function roundFaultText(fault: RoundFault): string {
  switch (fault.kind) {
    case 'no-title':
      return '照会の名称を書いてください。'
    case 'due-before-opening':
      return '課の提出期限が、照会を始める日より前です。始める日か提出期限を直してください。'
    case 'department-before-section':
      return '部長承認の期限が、課の提出期限より前です。課の提出期限以後の日にしてください。'
    case 'office-before-approval':
      return '受理の期限が、課の提出期限（部長承認を求めるときはその期限）より前です。それ以後の日にしてください。'
    case 'lock-before-due':
      return '締切の日は、課の提出期限の翌日以後にしてください。締切の日からは書けなくなります。'
    case 'grace-days':
      return `猶予の日数「${fault.days}」は使えません。0から60までの整数（開庁日）にしてください。`
  }
}

/** 気付きの文 — beside the field and on the reviewer's page. */
export function remarkText(remark: ReportRemark): string {
  switch (remark.kind) {
    case 'same-text':
      return `${yearShort(remark.fiscalYear)}の報告と同じ文です。今年度に行ったことか、確かめてください。`
    case 'stands-out':
      return `${yearShort(remark.before.fiscalYear)}の ${remark.before.raw} の${timesText(remark.ratio)}です。桁や単位を確かめてください。`
    case 'worse-than-baseline':
      return `現況値 ${remark.baseline} より後退しています。理由を取組状況か課題に書いてください。`
    case 'not-a-number':
      return `数値を求めている欄に「${remark.raw}」とあります。このままでは目標と比べられません。`
    case 'other-unit':
      return `単位が「${remark.said}」です。この欄の単位は「${remark.unit}」です。`
  }
}
const timesText = (ratio: Decimal): string => `${numberText(rounded(ratio, 1))}倍`

export const remarkNames: Record<ReportRemark['kind'], string> = {
  'same-text': '昨年と同文',
  'stands-out': '前年度から大きく動いた値',
  'worse-than-baseline': '現況値より後退',
  'not-a-number': '数値の欄に文字',
  'other-unit': '単位の違い',
}

/** The place of a field on the form: what an error summary links to. */
export const fieldAnchor = (field: ReportField): string =>
  `f-${field.replace(/[^A-Za-z0-9_-]/g, (c) => `_${c.codePointAt(0)?.toString(16)}`)}`
