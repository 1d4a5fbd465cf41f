import type { CannotPatch } from '../reform/own-form.ts'
import type { FieldVerdict, FileFault, FormRefusal, TakeBackState, TakeBackSummary } from '../reform/take-back.ts'
import { eraName, type FiscalYear } from '../vocabulary/fiscal-year.ts'
import { MUNICIPALITY_NAMES } from '../vocabulary/municipality-names.ts'
import { anotherFormText, cannotPatchText, formProblemText, noAnswersText } from './wording-forms.ts'
import { type ReportRefusal, reportRefusalText } from './wording-reports.ts'
import { stateNames } from './wording-staff-pages.ts'
import { unreadableText } from './wording-unreadable.ts'

/** 様式の配付と回収の言葉 */
export const takeBackWords = {
  title: '様式の回収',
  forms: '様式の配付',
  noRound: '照会がまだありません。照会を始めると、様式を配付し、回収できます。',
  noSuchRound: 'この照会は見つかりません。「照会の状況」から開き直してください。',
  noSuchTakeBack: 'この回収は見つかりません。行革担当課はすべての回収を、報告者は自分の出した回収を開けます。',
  noSuchFile: 'このファイルは見つかりません。',
  discarded: '取りやめました。報告には何も書き込んでいません。',
  changedMeanwhile:
    '比べた後に、ほかの人が報告を保存したか、状態が変わりました。何も書き込んでいません。今の報告と比べ直した結果が下にあります。確かめてから、もう一度決めてください。',
  undecided: (open: number): string =>
    `まだ決めていない項目が${open}件あります。何も書き込んでいません。下の「決めてください」で、今の値を残すか、ファイルの値にするかを一つずつ選んでください。`,
  notPending: (state: TakeBackState): string =>
    `この回収は「${takeBackStates[state]}」です。新しく回収するときは、ファイルを選び直してください。`,
  itemRefused: (title: string, why: string): string => `「${title}」に書き込めなかったため、何も書き込んでいません。${why}`,
} as const

export const takeBackStates: Record<TakeBackState, string> = {
  reading: '読み取り中',
  pending: '決定待ち',
  decided: '取込み済み',
  discarded: '取りやめ',
}

export const verdictNames: Record<FieldVerdict, string> = {
  unchanged: '変わりなし',
  kept: '様式では手つかず（今の値を残す）',
  already: '今の値と同じ',
  new: '取り込む',
  conflict: '今の値と違う',
  'between-files': 'ファイルどうしで違う',
}

/** まとめの一文 — «100 ファイル：93 取り込めます、7 確認が必要» */
export const summaryText = ({ files, ready, toCheck, beside }: TakeBackSummary): string =>
  `${files - beside} ファイル：${ready} 取り込めます、${toCheck} 確認が必要`

const nameOf = (code: string): string => {
  const found = MUNICIPALITY_NAMES.join(' ').match(new RegExp(`(?:^| )${code.replace(/\D/g, '')}(\\S+)`))
  return found?.[1] ? `${found[1]}（団体コード ${code}）` : `別の自治体（団体コード ${code}）`
}

/** 様式を取り込めない理由 — what was found, in which cell, and what to do. */
export function formRefusalTexts(refusal: FormRefusal): string[] {
  switch (refusal.kind) {
    case 'no-number':
      return [
        '帳票番号がなく、どの取組の様式か分かりません。配付した様式に写すか、帳票番号の欄に番号（例：K24-00042-3）を入力し直してください。',
      ]
    case 'unknown-number':
      return [
        `帳票番号 ${refusal.number} は、この自治体が配付した様式の番号にありません。配付した様式の番号を確かめて、入力し直してください。`,
      ]
    case 'number-differs':
      return refusal.number === refusal.hidden
        ? [`帳票番号 ${refusal.number} は、配付したときと別の取組の番号になっています。様式をもう一度配付し、写し直してください。`]
        : [
            `見えている帳票番号は ${refusal.number} ですが、この様式は ${refusal.hidden} として配付したものです。シートの写し違いがないか確かめ、正しい様式に書き写してください。`,
          ]
    case 'other-municipality':
      return [`${nameOf(refusal.code)}の様式です。この自治体が配付した様式を出してもらってください。`]
    case 'other-round':
      return [
        refusal.title === null
          ? '別の照会の様式です。この照会で配付した様式に書いて、出し直してもらってください。'
          : `「${refusal.title}」${refusal.fiscalYear === null ? '' : `（${eraName(refusal.fiscalYear as FiscalYear)}分）`}の様式です。この照会で配付した様式に書いて、出し直してもらってください。`,
      ]
    case 'not-yours':
      return [`${refusal.section ?? '担当課の決まっていない取組'}の様式です。あなたが出せるのは、自分の課の様式だけです。`]
    case 'cannot-save':
      return [cannotSaveText(refusal.problem)]
    case 'twice-in-book':
      return [
        `同じ帳票番号の様式が、一つのファイルに${refusal.sheets.length}つあります（${refusal.sheets.join('、')}）。残すほうだけにして、出し直してください。`,
      ]
    case 'cells':
      return refusal.problems.map(formProblemText)
  }
}

/** What somebody holds in the hand then: a form for a report that has gone on since. */
function cannotSaveText(problem: ReportRefusal): string {
  if (problem.kind !== 'wrong-state') return `報告に書き込めません。${reportRefusalText(problem)}`
  const done = problem.state === 'accepted' || problem.state === 'published'
  const first = done ? '再開して' : '差し戻すか、提出した人が引き戻して'
  return `この報告は「${stateNames[problem.state]}」なので、書き込めません。様式の値に直すときは、報告を${first}から、もう一度回収してください。`
}

/** ファイルとして読めない理由 */
export function fileFaultText(fault: FileFault): string {
  switch (fault.kind) {
    case 'unreadable':
      return unreadableText(fault.problem)
    case 'no-form':
      return '配付した様式も、回答の表も、このファイルにはありません。様式のシートが消されていないか、別のファイルではないかを確かめてください。市の様式は、渡したときのファイルの名前（帳票番号付き）に戻して、出し直してください。'
    case 'no-answers':
      return noAnswersText(fault)
    case 'another-form':
      return anotherFormText(fault)
    case 'empty-archive':
      return 'ZIP の中にファイルがありません。フォルダーを選んで ZIP を作り直してください。'
    case 'archive-in-archive':
      return 'ZIP の中の ZIP は開きません。中のファイルを取り出して、出し直してください。'
    case 'broken':
      return '読み取りの途中で、このシステムの側に問題が起きました。ほかのファイルには影響ありません。管理者に知らせてください。'
    case 'beside':
      return 'Excel や Windows が作る作業用のファイルです。取り込みません。'
  }
}

export type CannotTakeBack =
  | { kind: 'no-such-round' }
  | { kind: 'not-allowed' }
  | { kind: 'no-file' }
  | { kind: 'too-many-files'; limit: number }
  | { kind: 'too-large-together'; limit: number }

/** 回収を始められない理由 */
export function cannotTakeBackText(problem: CannotTakeBack): string {
  switch (problem.kind) {
    case 'no-such-round':
      return '回収する照会を選んでください。'
    case 'not-allowed':
      return 'あなたの役割では、様式を回収できません。'
    case 'no-file':
      return 'ファイルが選ばれていません。回収した様式（Excel、CSV、ZIP）を一つ以上選ぶか、フォルダーを選んでください。'
    case 'too-many-files':
      return `ファイルが多すぎます（上限は ${problem.limit.toLocaleString('ja-JP')}）。何回かに分けて回収してください。何も取り込んでいません。`
    case 'too-large-together':
      return `合わせた大きさが上限（${Math.round(problem.limit / 1_000_000)} MB）を超えます。何回かに分けて回収してください。何も取り込んでいません。`
  }
}

export type CannotIssue =
  | { kind: 'no-such-round' }
  | { kind: 'not-allowed' }
  | { kind: 'nothing-to-issue' }
  | { kind: 'no-such-document' }
  | { kind: 'no-cells' }
  | { kind: 'all-accepted' }
  | { kind: 'cannot-patch'; problem: CannotPatch }

/** 配付できない理由 */
export function cannotIssueText(problem: CannotIssue): string {
  switch (problem.kind) {
    case 'no-such-round':
      return takeBackWords.noSuchRound
    case 'not-allowed':
      return 'あなたが様式を受け取れるのは、自分の課の分だけです。'
    case 'nothing-to-issue':
      return '配付する様式がありません。すでに受理したものは、改めて配付しません。'
    case 'no-such-document':
      return 'この文書は見つからないか、Excel のブックではありません。'
    case 'all-accepted':
      return 'この様式に載る取組の報告は、すべて受理済みです。直すときは、その報告を再開してから様式を出してください。'
    case 'no-cells':
      return 'この文書には、この照会で報告する取組の記入欄が見つかりません。取組ごとに実績を書いた様式（前年度の調書など）を選んでください。'
    case 'cannot-patch':
      return cannotPatchText(problem.problem)
  }
}
