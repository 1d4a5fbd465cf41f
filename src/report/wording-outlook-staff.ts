import type { ToDecide } from '../evaluate/outlook-changes.ts'
import type { OutlookFault } from '../reform/outlook-rules.ts'
import type { Unreadable } from '../reform/unreadable.ts'
import { dateText, yearShort, yenText } from './figures.ts'
import { outlookFaultTexts } from './wording-outlook.ts'
import { unreadableText } from './wording-unreadable.ts'

/** 財政見通しの職員の画面の言葉 */
export const outlookStaffWords = {
  title: '財政見通し',
  lead: '財政課が毎年つくる中期財政見通しを、版ごとに残します。計画の効果額と突き合わせると、まだ見通しに含まれていない効果額と、残る収支差が分かります。',
  none: 'まだありません。「新しい見通し」から、ファイル・貼付け・入力のどれかで残せます。',
  newOutlook: '新しい見通し',
  edit: '見通しを直す',
  fileHelp: 'Excel（.xlsx）、CSV、テキストの表。20MBまで。年度の列と「単位：千円」などの記載があれば、そのまま読めます。',
  pasteHelp: '表計算で、年度の見出しの行から下を選んで写し、ここに貼り付けます。「単位：千円」の行も含めてください。',
  gridHelp:
    '値のない年度は「－」か空欄にします。数字でないものは文字のまま残します。値の一つもない行は残しません。収支の行が二つ以上あるときは、残る収支差の計算に使う行だけを「合計」にします。',
  guessHelp: '（推定）とある行は、種類や位置づけが文書に書かれていないため、名称から推定しました。合っているか確かめてください。',
  confirmGuesses: '（推定）とある行の種類・位置づけ・基準を確かめました。',
  notAllowed: '財政見通しを残したり判定したりできるのは、財政担当と事務局だけです。必要なときは、管理者に役割の設定を依頼してください。',
  notFound: 'この財政見通しは見つかりません。取り消されたか、アドレスが違います。',
  noPlan: 'この計画は見つかりません。アドレスが違うか、別の団体のものです。',
  nothing: '判定するものがありません。ほかの人が先に済ませたか、案がなくなりました。',
  noFile: 'ファイルが選ばれていません。ファイルを選ぶか、表を貼り付けるか、「空の表から入力する」を押してください。',
  noTable: '年度が横に並んだ表が見つかりません。「区分、R6、R7、R8…」のような見出しの行がある表かどうかを確かめてください。',
  saved: '財政見通しを残しました。次は、計画の効果額と突き合わせます。',
  removed: '財政見通しを取り消しました。',
  changedOutlook:
    'この画面を開いた後に、ほかの人がこの見通しを直しました。まだ何も残していません。入力した内容は下の表にあります。いまの内容と見比べて、もう一度「残す」を押してください。',
  changedMarks:
    'この画面を開いた後に、ほかの人が判定したか、効果額か見通しが変わりました。まだ何も判定していません。いまの判定を見比べて、必要なら選び直してください。',
  nothingChanged:
    '前の版から変わったために一つずつ決めるものはありません。未判定の額は残っています。下の「判定の案」を採るか、額ごとに判定してください。',
  markHelp:
    '財源の別は、市が自由に使えるお金（一般財源）がその額だけ増えるか減らずに済むなら「一般財源」、国・県の支出金や市債など使い道の決まったお金の分を含むなら「総額」です。どちらか分からない額は「総額」にしておくと、残る収支差を良く見せることがありません。一般財源の分と残りを分けて数えるときは、効果額の表で行を分けます。',
  effectsNone: '金額と年度のある効果額が、この計画にはありません。効果額を取り込むか入力すると、突き合わせられます。',
} as const

type CannotKeep =
  | { kind: 'not-allowed' }
  | { kind: 'not-found' }
  | { kind: 'outlook-faults'; faults: OutlookFault[] }
  | { kind: 'same-edition'; title: string; madeOn: string }
  | { kind: 'guesses-not-confirmed'; count: number }
  | { kind: 'changed-meanwhile' }
  | { kind: 'has-marks'; count: number }

/** 見通しを残せない・取り消せない理由の文 */
export function outlookRefusalTexts(problem: CannotKeep): string[] {
  switch (problem.kind) {
    case 'not-allowed':
      return [outlookStaffWords.notAllowed]
    case 'not-found':
      return [outlookStaffWords.notFound]
    case 'outlook-faults':
      return outlookFaultTexts(problem.faults)
    case 'same-edition':
      return [
        `「${problem.title}」（${dateText(problem.madeOn)}策定）は、もう残っています。直すときはその見通しの「見通しを直す」を使い、新しい版なら題名か策定の日を変えてください。`,
      ]
    case 'guesses-not-confirmed':
      return [`推定した行が${problem.count}行あります。種類と位置づけを確かめて、確かめたことに印を付けてから残してください。`]
    case 'changed-meanwhile':
      return [outlookStaffWords.changedOutlook]
    case 'has-marks':
      return [
        `この見通しには効果額の判定が${problem.count}件あるため、取り消せません。取り消すには、先に各計画の突き合わせで、判定をすべて「未判定」に戻してください。`,
      ]
  }
}

/** 文書を見通しとして読めない理由の文 */
export function outlookReadingTexts(
  problem: Unreadable | { kind: 'no-year-table' } | { kind: 'years-do-not-fit'; faults: OutlookFault[] },
): string[] {
  switch (problem.kind) {
    case 'no-year-table':
      return [outlookStaffWords.noTable]
    case 'years-do-not-fit':
      return outlookFaultTexts(problem.faults)
    default:
      return [unreadableText(problem)]
  }
}

type MarkFault = {
  scope: string
  fiscalYear: number
  kind: 'line-missing' | 'line-unknown' | 'fund-missing' | 'out-of-period' | 'in-period'
}
const MARK_FAULTS: Record<MarkFault['kind'], string> = {
  'line-missing': '織込済とするときは、見通しのどの行に含まれているかを選んでください。',
  'line-unknown': '選んだ行が、いまの見通しにありません。行を選び直してください。',
  'fund-missing': '一般財源か総額かを選んでください。一般財源だけが残る収支差に入ります。',
  'out-of-period': 'この年度は見通しの期間の外です。「期間外」か「未判定」を選んでください。',
  'in-period': 'この年度は見通しの期間の中です。「期間外」は選べません。',
}
export const markFaultText = ({ scope, fiscalYear, kind }: MarkFault): string =>
  `${scope}（${yearShort(fiscalYear)}）：${MARK_FAULTS[kind]}`

type CannotMark =
  | { kind: 'not-allowed' }
  | { kind: 'not-found' }
  | { kind: 'nothing-to-do' }
  | { kind: 'mark-faults'; faults: readonly MarkFault[] }
  | { kind: 'changed-meanwhile' }

/** 判定できない理由の文 */
export function markRefusalTexts(problem: CannotMark): string[] {
  switch (problem.kind) {
    case 'not-allowed':
      return [outlookStaffWords.notAllowed]
    case 'not-found':
      return [outlookStaffWords.notFound]
    case 'nothing-to-do':
      return [outlookStaffWords.nothing]
    case 'mark-faults':
      return problem.faults.map(markFaultText)
    case 'changed-meanwhile':
      return [outlookStaffWords.changedMarks]
  }
}

/** 決めることの文 — what changed, in one sentence. */
export function toDecideText(one: ToDecide, unit: string): string {
  switch (one.kind) {
    case 'amount-changed':
      return `判定したとき（または前の版・前の見積り）の ${yenText(one.thenYen, unit)}${unit} から ${yenText(one.amount.amountYen, unit)}${unit} に変わりました。`
    case 'line-gone':
      return `含まれているとした「${one.line}」の行が、いまの見通しにありません。行を選び直してください。`
    case 'year-came-in':
      return '前の版では期間外でしたが、見通しの期間に入りました。'
    case 'new':
      return '前の版では判定していない、新しい効果額です。'
    case 'against-period':
      return one.inPeriod ? '期間外と判定していますが、見通しの期間の中です。' : '見通しの期間の外ですが、期間外と判定していません。'
  }
}
export const toDecideName: Record<ToDecide['kind'], string> = {
  'amount-changed': '額が変わった',
  'line-gone': '行がなくなった',
  'year-came-in': '年度が入った',
  new: '新しい効果額',
  'against-period': '期間と合わない',
}
