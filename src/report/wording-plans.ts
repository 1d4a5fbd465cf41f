import type { CannotRemove } from '../reform/edit-removal.ts'
import type { EditFault } from '../reform/edit-rows.ts'
import type { CannotEdit } from '../reform/plan-edit.ts'
import type { ChangeMade } from '../reform/recorded-changes.ts'
import type { PlanChange, PlanChangeKind } from '../reform/report-content.ts'
import { roleName } from './wording-fields.ts'

/** 計画の画面の言葉 */
export const planWords = {
  list: '計画と取組',
  newPlan: '新しい計画',
  subPlan: '中の計画を加える',
  table: '一覧表',
  changes: '計画の見直し',
  publication: '公表',
  emptyList: '計画はまだありません。「新しい計画」から書き始めるか、「文書の取込み」で今ある計画を取り込んでください。',
  emptyListReader: '計画はまだありません。行革担当課が書くか、今ある計画を取り込むと、ここに出ます。',
  emptyPlan: '柱・区分も取組もまだありません。上の「柱・区分を加える」から書き始めてください。',
  noPlan: 'この計画は見つかりません。削除されたか、アドレスが違います。',
  noThing: 'ここで直すものは見つかりません。ほかの人が削除したか、アドレスが違います。計画の画面から開き直してください。',
  changedMeanwhile:
    'この画面を開いた後に、ほかの人が同じところを直しました。書き込んでいません。違いを確かめて、残す内容に直してから、もう一度保存してください。',
  reasonMissing: '理由が書かれていません。削除の理由を書いてください。変更の記録に残ります。',
  changeReason:
    'この取組は公表されています。目標・行動計画・所管課・取組名の変更は「計画の見直し」として記録し、次の公表版に載せます。理由を書いて、もう一度保存してください。',
  reasonHelp: '公表した取組の目標・行動計画・所管課・取組名を変えるときは、必ず書いてください。次の公表版に載ります。',
  notAllowed: 'あなたの役割では、計画を直せません。行革担当課に依頼してください。',
  saved: '保存しました。',
  removed: '削除しました。',
  applied: '一覧表をまとめて反映しました。',
  tableOut:
    '受け取った表を直し、見出しの行ごと写して、下の欄に貼り付けます。Excel の表は、どの欄も文字になっているので、番号や「100.0」の桁がそのまま戻ります。',
  pasteHelp:
    '空の欄は、いまの計画のまま残します。消すときは、取組の頁で消してください。「識別番号」の列があればその取組を、なければ番号と取組名の同じ取組を直し、ないものは新しい取組として加えます。',
  noDay: '決定の日が日付として読めません。「令和7年5月1日」のように書いてください。',
} as const

export const planFormWords = {
  roles: [
    ['', '記載なし'],
    ['lead', roleName.lead],
    ['coordinator', roleName.coordinator],
    ['related', roleName.related],
  ],
  markAnswers: [
    ['', '記載なし'],
    ['yes', '該当する'],
    ['no', '該当しない'],
  ],
  kinds: [
    ['', '記載なし'],
    ['output', '活動指標'],
    ['outcome', '成果指標'],
    ['population', '対象指標'],
  ],
  directions: { increase: '増やす', decrease: '減らす', maintain: '維持する' } as Record<string, string>,
  aggregations: [
    ['', '記載なし'],
    ['annual', '年度ごとの値'],
    ['cumulative', '計画期間の累計'],
    ['gross', '総数（ストック）'],
  ],
  statuses: [
    ['', '記載なし'],
    ['実績', '実績'],
    ['見込み', '見込み'],
    ['決算', '決算'],
  ],
  sides: [
    ['', '記載なし'],
    ['歳入', '歳入'],
    ['歳出', '歳出'],
  ],
  bases: [
    ['', '記載なし'],
    ['単年度', '単年度'],
    ['継続', '継続'],
  ],
  costStages: [
    ['', '記載なし'],
    ['予算', '予算'],
    ['決算', '決算'],
  ],
  effectStatuses: [
    ['', '記載なし'],
    ['計画', '計画'],
    ['見込み', '見込み'],
    ['実績', '実績'],
  ],
  numberHelp: '例：1-2-3',
  schemeHelp: '例：5レス',
  urlHelp: 'https:// から始めます',
  kindHelp: '例：大綱、実施計画、アクションプラン',
  yearHelp: '例：令和7年度、2025',
  levelsHelp: '上の階層から一行に一つずつ。例：基本方針、推進項目、取組',
  levelByDepth: '深さに応じた名にする',
  partHelp: '取組を幾つかに分けないときは、空のままで構いません。',
  directionHelp: '文書に書かれているとき、または担当課に確かめたときだけ選びます。',
  valueHelp: '書かれたとおりに。例：1,234、85%以上、「－」',
  asOfHelp: '例：令和5年度、令和6年3月31日',
} as const

export const levelLabel = (level: string | null): string => (level ? `〔${level}〕` : '')

export function faultText({ kind }: EditFault): string {
  switch (kind) {
    case 'missing':
      return '空欄です。書いてください。'
    case 'not-a-year':
      return '年度や日付として読めません。「令和7年度」「2025」のように書いてください。'
    case 'not-a-day':
      return '日付として読めません。「令和7年6月2日」「2025-06-02」のように書いてください。'
    case 'not-an-amount':
      return '金額として読めません。「▲1,200,000」「1,200千円」のように、円の額を書いてください。'
    case 'not-a-count':
      return '1から30までの年数を、数字で書いてください。'
    case 'not-a-share':
      return '0より大きく100以下の割合を、「50」「75.5」のように書いてください。'
    case 'either-or':
      return '反映する額と、反映しない理由の両方が書かれています。どちらか一方だけを書いてください。'
    case 'not-a-period':
      return '年度が選ばれていません。選んでください。'
    case 'end-before-start':
      return '終わりが始まりより前です。どちらかを直してください。'
    case 'too-long':
      return '長すぎます。2万字までにしてください。'
    case 'not-a-choice':
      return '選べない値です。選択肢から選び直すか、書き方の例を見てください。'
    case 'circle':
      return '自分自身、またはその下を置き場所にはできません。ほかの場所を選んでください。'
    case 'twice':
      return '同じものが二つあります。一つにしてください。'
    case 'not-a-number':
      return '割合として読めません。「80」「80％」のように書いてください。'
    case 'not-lower':
      return '上の評語の下限より低くありません。上から順に、低くなるように書いてください。'
    case 'no-rest':
      return '下限を書いた評語より下の一つに、「それ未満のすべて」の印を付けてください。'
  }
}

function removalText(problem: CannotRemove): string {
  const named = `「${problem.title}」は削除できません。`
  switch (problem.kind) {
    case 'has-reports':
      return `${named}報告・評価・事業費が${problem.count}件あります。終わった取組は、削除せずに残してください。`
    case 'has-actuals':
      return `${named}実績が${problem.count}件あります。先に実績を消すか、そのまま残してください。`
    case 'has-lineage':
      return `${named}前の計画とのつながり（継続・集約など）が${problem.count}件あります。`
    case 'has-roadmap':
      return `${named}ロードマップや経過が${problem.count}件あります。`
    case 'has-reviews':
      return `${named}振り返った総括が${problem.count}件あります。`
    case 'has-items':
      return `総括「${problem.title}」には項目が${problem.count}件あります。`
    case 'has-effects':
      return `${named}効果額が${problem.count}件あります。`
    case 'has-indicators':
      return `${named}指標が${problem.count}件あります。先に指標を移すか消してください。`
    case 'has-children':
      return `${named}${[
        problem.plans > 0 && `中の計画${problem.plans}件`,
        problem.nodes > 0 && `柱・区分${problem.nodes}件`,
        problem.initiatives > 0 && `取組${problem.initiatives}件`,
      ]
        .filter(Boolean)
        .join('・')}があります。先に別の場所へ移すか、削除してください。`
    case 'is-root':
      return `${named}計画の全体は消せません。`
  }
}

type Refused =
  | CannotEdit
  | { kind: 'not-allowed' }
  | { kind: 'reason-missing' }
  | { kind: 'in-a-round'; title: string; round: string }
  | { kind: 'changed-meanwhile' }
  | { kind: 'change-reason-missing'; changes: ChangeMade[] }

/** 計画を直せない理由の文 */
export function planRefusalText(problem: Refused): string {
  switch (problem.kind) {
    case 'not-found':
      return planWords.noThing
    case 'not-allowed':
      return planWords.notAllowed
    case 'reason-missing':
      return planWords.reasonMissing
    case 'in-a-round':
      return `「${problem.title}」は「${problem.round}」で照会しているため、削除できません。`
    case 'changed-meanwhile':
      return planWords.changedMeanwhile
    case 'change-reason-missing':
      return planWords.changeReason
    case 'edit-faults':
      return `直してほしいところが${problem.faults.length}か所あります。何も保存していません。`
    default:
      return removalText(problem)
  }
}

export const changeKindNames: Record<PlanChangeKind, string> = { target: '目標', schedule: '行動計画', section: '所管課', title: '取組名' }
export const changeStateNames: Record<PlanChange['state'], string> = { proposed: '未決定', decided: '決定', declined: '見送り' }

/** 取組の頁の区切りの名 */
export const sectionTitles = {
  basics: '基本',
  sections: '所管課',
  part: '取組の部分・取組内容・行動計画',
  indicator: '指標',
  effects: '効果額',
  costs: '事業費',
  marks: '印',
  published: '情報公開',
} as const

type CannotPublish = { kind: 'no-such-plan' } | { kind: 'nothing-new'; number: number }

export function publicationRefusalText(problem: CannotPublish): string {
  switch (problem.kind) {
    case 'no-such-plan':
      return planWords.noPlan
    case 'nothing-new':
      return `第${problem.number}版から変わったところがありません。新しい版は公表していません。`
  }
}

type CannotChange =
  | { kind: 'not-allowed' }
  | { kind: 'not-found' }
  | { kind: 'already-decided'; state: PlanChange['state'] }
  | { kind: 'reason-missing' }
  | { kind: 'nothing-said' }

export function changeRefusalText(problem: CannotChange): string {
  switch (problem.kind) {
    case 'not-allowed':
      return planWords.notAllowed
    case 'not-found':
      return '見直しの対象が見つかりません。取組が削除されていないか、計画の画面で確かめてください。'
    case 'already-decided':
      return `この見直しは、ほかの人がもう「${changeStateNames[problem.state]}」にしています。書き込んでいません。`
    case 'reason-missing':
      return '理由が書かれていません。理由を書いて、もう一度送ってください。'
    case 'nothing-said':
      return '見直し後の内容が空欄です。書いて、もう一度送ってください。'
  }
}

/** 所管課に書かれた、登録のない課 — told where it is typed, long before a round asks it in vain. */
export const unregisteredText = (names: readonly string[]): string =>
  `「${names.join('」「')}」は「所属」に登録がありません。このまま照会を始めると、報告できる人がいません。課名を直すか、「所属」に登録してください。`
