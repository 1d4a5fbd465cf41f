import type { EvaluationStage, RuleMethod } from '../reform/judgement.ts'
import { STAGE_NAMES } from '../reform/judgement-evaluations.ts'
import type { RowProblem } from '../reform/judging-refusals.ts'
import type { CannotEditRule } from '../reform/rule-edit.ts'
import type { CoreStatus, DecisionKind, ScaleKind } from '../reform/scale.ts'
import type { CannotEditScale, ScaleUse } from '../reform/scale-edit.ts'
import { yearShort } from './figures.ts'
import { statusName } from './wording-status.ts'

export const stageName: Record<EvaluationStage, string> = STAGE_NAMES
export const stageMeaning: Record<EvaluationStage, string> = {
  section: '取組を受け持つ課が、自分の取組を評価したもの',
  department: 'その課の属する部の長が、課の評価を見て評価したもの',
  external: '市の外の委員による委員会が評価したもの。市の決定ではなく、意見として扱う',
  headquarters: '市長を長とする推進本部が決めたもの。市としての最後の評価',
}
export const kindName: Record<ScaleKind, string> = { status: '状況', decision: '方向性', results: '成果', cost: 'コスト' }
export const kindMeaning: Record<ScaleKind, string> = {
  status: 'どこまで進んだか',
  decision: 'この先どうするか',
  results: '成果が上がったか',
  cost: '費用が増えたか',
}
export const methodName: Record<RuleMethod, string> = {
  'achievement-rate': '達成率',
  'progress-to-target': '目標までの進捗',
  'expected-share': '期待割合に対する進捗',
  'against-baseline': '現況値との比較',
}
export const methodMeaning: Record<RuleMethod, string> = {
  'achievement-rate': 'その年度の目標に対する実績の割合（実績÷目標）',
  'progress-to-target': '現況値から目標までの道のりのうち、進んだ割合（（実績－現況値）÷（目標－現況値））',
  'expected-share': '最終目標までの道のりのうち進んだ割合を、その年度までに進むはずの割合で割ったもの',
  'against-baseline': '現況値からどれだけ良くなったか（悪くなれば▲）を、現況値に対する割合で見たもの',
}
export const decisionName: Record<DecisionKind, string> = {
  expand: '拡充',
  continue: '継続',
  improve: '改善',
  merge: '統合',
  reduce: '縮小',
  pause: '休止',
  end: '廃止・終了',
  complete: '完了',
  routine: '経常事業へ',
}
/** 共通の状態 — null: the word says nothing of the progress. */
export const coreText = (core: CoreStatus | null): string => (core === null ? '状況を表さない' : statusName[core])

/** 評価の画面の言葉 */
export const judgingWords = {
  title: '評価',
  rules: '評価のきまり（尺度と判定基準）',
  following: '意見・改善計画・予算反映・廃止の基準',
  scales: '評価尺度',
  newScale: '新しい尺度を作る',
  newRule: '判定基準を作る',
  judge: '評価を決める',
  undecided: '未決定',
  toJudge: '評価を待つ取組',
  toJudgeHelp: '報告が受理され、この段階の評価がまだ決まっていない取組です。',
  noScale: '評価尺度がまだありません。評価の前に、評語の並びを作ってください。ひな型や、文書にある評語から始められます。',
  noScaleReader: '評価尺度がまだありません。行革担当課が作ると、ここで評価できます。',
  noPlan: 'この計画は見つかりません。削除されたか、アドレスが違います。',
  noThing: 'ここで直すものは見つかりません。ほかの人が削除したか、アドレスが違います。評価のきまりの画面から開き直してください。',
  notAllowed: 'あなたの役割では、尺度や判定基準を直せません。行革担当課に依頼してください。',
  changedMeanwhile:
    'この画面を開いた後に、ほかの人が同じところを直しました。書き込んでいません。違いを確かめて、残す内容に直してから、もう一度保存してください。',
  removalChanged: 'この画面を開いた後に、ほかの人が直しました。消していません。今の内容を確かめてください。',
  saved: '保存しました。',
  removed: '消しました。',
  rowsRefused: '次の取組は決められません。どの取組の評価も、まだ書き込んでいません。直してから、もう一度保存してください。',
  nothing: '書き込まれた評価がなかったので、何も変えていません。',
  reasonHelp: '判定案と違う評語にするときは、理由を必ず書いてください。公表されます。',
  deciderHelp: '決めた人の名は、職員の画面でだけ見られます。公表するものには載りません。',
  readOnly: 'この段階の評価を決めるのは、ほかの役割の人です。ここでは見ることだけができます。',
  foundWords: '文書にある評語',
  foundHelp:
    '取り込んだ文書に書かれていて、どの尺度にもない評語です。共通の状態は、言葉の一般の意味から読んでいます。尺度にすると、この計画の対応を決められます。',
} as const

export const useText = (use: ScaleUse): string => {
  switch (use.by) {
    case 'judgements':
      return `${yearShort(use.fiscalYear)}の評価${use.count}件`
    case 'rule':
      return `判定基準「${use.name}」`
    case 'criterion':
      return `廃止の基準「${use.name}」`
  }
}
const usesText = (uses: readonly ScaleUse[]): string => uses.map(useText).join('、')

export type ScaleRefusal = CannotEditScale | { kind: 'not-allowed' } | { kind: 'changed-meanwhile' }
export function scaleRefusalText(problem: ScaleRefusal): string {
  switch (problem.kind) {
    case 'edit-faults':
      return '直すところがあります。保存していません。'
    case 'not-found':
      return judgingWords.noThing
    case 'not-allowed':
      return judgingWords.notAllowed
    case 'changed-meanwhile':
      return judgingWords.changedMeanwhile
    case 'word-in-use':
      return `評語「${problem.word}」は使われているので、消したり書き換えたりできません（${usesText(problem.uses)}）。残したまま、意味や対応を直してください。`
    case 'kind-in-use':
      return `使われている尺度の種類は変えられません（${usesText(problem.uses)}）。別の尺度を作ってください。`
    case 'order-in-use':
      return `判定基準「${problem.rule}」の区分と逆の順になります。先に判定基準を直してください。`
    case 'scale-in-use':
      return `この尺度は使われているので消せません（${usesText(problem.uses)}）。`
  }
}

export type RuleRefusal = CannotEditRule | { kind: 'not-allowed' } | { kind: 'changed-meanwhile' }
export function ruleRefusalText(problem: RuleRefusal): string {
  switch (problem.kind) {
    case 'edit-faults':
      return '直すところがあります。保存していません。'
    case 'not-found':
    case 'no-such-scale':
      return judgingWords.noThing
    case 'not-allowed':
      return judgingWords.notAllowed
    case 'changed-meanwhile':
      return judgingWords.changedMeanwhile
    case 'scale-has-rule':
      return `尺度「${problem.scale}」には、もう判定基準「${problem.rule}」があります。一つの尺度に基準は一つです。そちらを直してください。`
  }
}

export function rowProblemText(problem: RowProblem): string {
  switch (problem.kind) {
    case 'no-such-thing':
      return 'この取組は、もう計画にありません。'
    case 'not-yours':
      return 'この取組のこの段階の評価は、あなたの役割では決められません。所管の課や部の人、または行革担当課が決めます。'
    case 'not-a-word':
      return `「${problem.word}」は、この尺度の評語ではありません。選び直してください。`
    case 'reason-missing':
      return `判定案「${problem.proposed}」と違う評語です。理由を書いてください。`
    case 'changed-meanwhile': {
      const { judgement, proposal } = problem.now
      const decided = judgement
        ? `いまの決定は「${judgement.word}」${judgement.reason ? `（理由：${judgement.reason}）` : ''}`
        : 'いまは未決定'
      const proposed = proposal ? `、判定案は${proposal.word ? `「${proposal.word}」` : 'ありません'}` : ''
      return `この画面を開いた後に、ほかの人が決めたか、数値が変わりました。${decided}${proposed}。確かめて、このまま決めるときはもう一度保存してください。`
    }
  }
}

/** 「何も変えていません」か、何件決めたか */
export const decidedText = (count: number): string => (count === 0 ? judgingWords.nothing : `${count}件の評価を書き込みました。`)
