import type { CannotStepImprovement, ImprovementState, ImprovementStep } from '../reform/improvement.ts'
import type { StandsOn } from '../reform/opened-improvements.ts'
import type { OpinionState } from '../reform/opinion.ts'

/** 意見・改善・予算反映の言葉 */
export const followingWords = {
  hub: '意見・改善・予算反映',
  opinions: '意見と対応',
  newOpinion: '意見を加える',
  selection: '外部の点検にかける取組を選ぶ',
  pasteOpinions: '意見を表から貼り付ける',
  improvements: '改善計画',
  reflections: '予算反映',
  retirement: '廃止の基準と候補',
  newCriterion: '廃止の基準を加える',
  resultsAndCost: '成果とコスト',
  costs: '事業費',
  ofPlan: '計画全体',
  gone: '計画から削除された取組',
  noSection: '所管課の記載なし',
  publicHelp:
    '評価で終わりにせず、外からの意見にどう応えたか、改善が進んでいるか、予算をどう変えたかを示します。書いた職員の名は載せません。',
  improvementMeaning:
    '「改善」とした取組について、所管課が原因と改善策と期限を決め、結果が出るまで経過を記したものです。着手する前の計画は「作成待ち」として、内容を載せません。期限切れかどうかは、この版を公表した日で判断しています。',
  reflectionMeaning: '改善・縮小・廃止と決めた取組が、予算をいくら変えたかです。▲は減額です。変えないときは理由を示します。',
  hubHelp:
    '評価の後に続く仕事です。意見には対応を、「改善」には改善計画を、改善・縮小・廃止には予算反映を記します。ここに記したものは、次の公表版に載ります。',
  opinionsHelp:
    '外部評価委員会や審議会が述べた意見と、それに対する所管課の対応を並べて残します。対応は下書きのうちは公表しません。だれが書いたかは公表しません。',
  selectionHelp: '選んだ取組は「意見待ち」として残り、述べられた意見を後で書き入れます。選んだだけのものは公表しません。',
  improvementsHelp:
    '評価が「改善」となった取組に、所管課が原因・改善策・期限を書き、結果が出るまで経過を残します。着手する前の内容は公表しません。経過は公表しますが、書いた人は公表しません。',
  reflectionsHelp: '改善・縮小・廃止と決めた取組が、どの年度の予算をいくら変えたかを記します。▲は減額です。変えないときは理由を記します。',
  retirementHelp: '基準に当たった取組は、廃止を検討する候補です。候補になっただけでは何も決まりません。取組ごとに評価して決めます。',
  resultsHelp: '成果の評語とコストの評語で取組を分けた表と、取組ごとの達成と費用を並べた表です。計算できないところには理由を示します。',
  unitCostHelp:
    '単位あたりの費用は、決算額（決算前は予算額）を実績で割り、円未満を四捨五入したものです。割合の指標は、その分子の数で割ります。取組に複数の指標があるときは、費用をどの指標にも分けずに割っています。',
  saved: '保存しました。',
  removed: '取り消しました。',
  draftHelp: '下書きは所内だけに見え、「未対応」のままです。公表してよい文になったら「対応として記録する」を押してください。',
  noteHelp: '経過は後から直せません。書いた内容は次の公表版に載ります（書いた人は載りません）。個人の名前は書かないでください。',
  yenHelp: '円で書きます。例：▲1,200,000（減額）、300,000（増額）、▲1,200千円',
  dayHelp: '例：令和7年6月2日、2025-06-02',
  yearHelp: '例：令和7年度、2025',
} as const

export const opinionStateNames: Record<OpinionState, string> = { selected: '意見待ち', unanswered: '未対応', answered: '対応済' }
export const improvementStateNames: Record<ImprovementState, string> = { asked: '作成待ち', running: '取組中', closed: '完了' }
export const improvementStepNames: Record<ImprovementStep, string> = {
  write: '内容を保存する',
  start: '着手する',
  note: '経過を加える',
  close: '完了にする',
  reopen: '再開する',
}

/** 根拠 — with the year of the evaluation. */
export function standsOnText(stands: StandsOn, year: string): string {
  switch (stands.on) {
    case 'decision':
      return `${year}の評価「${stands.word}」により`
    case 'changed':
      return stands.word === null
        ? `元になった${year}の評価は取り消されています`
        : `元になった${year}の評価は「${stands.word}」に改められています`
    case 'office':
      return `行革担当課の求めにより（${year}の評価）`
  }
}

const MISSING = { cause: '課題・原因', action: '改善策', due: '期限', text: '内容' } as const

export type CannotFollow =
  | CannotStepImprovement
  | { kind: 'not-allowed' }
  | { kind: 'not-found' }
  | { kind: 'changed-meanwhile' }
  | { kind: 'faults' }
  | { kind: 'not-said-yet' }
  | { kind: 'answered' }
  | { kind: 'not-asked' }
  | { kind: 'nothing-chosen' }
  | { kind: 'already-open' }

export function followingRefusalText(problem: CannotFollow): string {
  switch (problem.kind) {
    case 'cannot-step':
      return `この改善計画は「${improvementStateNames[problem.state]}」です。「${improvementStepNames[problem.step]}」はできません。画面を開き直して、今の状態を確かめてください。`
    case 'incomplete':
      return `${problem.missing.map((one) => MISSING[one]).join('・')}が書かれていません。書いてから、もう一度行ってください。`
    case 'not-allowed':
      return 'この取組は、あなたの課のものではないため、書けません。所管課か行革担当課に依頼してください。'
    case 'not-found':
      return '見つかりません。ほかの人が取り消したか、アドレスが違います。一覧から開き直してください。'
    case 'changed-meanwhile':
      return 'この画面を開いた後に、ほかの人が書き直しました。書き込んでいません。違いを確かめて、残す内容に直してから、もう一度保存してください。'
    case 'faults':
      return '書かれた内容に直すところがあります。赤い説明のある欄を直して、もう一度保存してください。'
    case 'not-said-yet':
      return 'まだ意見が述べられていません。意見を書き入れてから、対応を書いてください。'
    case 'answered':
      return '対応が記録されているため、取り消せません。意見と対応は記録として残します。'
    case 'not-asked':
      return 'この取組の決定は、予算反映を求めるもの（改善・縮小・廃止）ではありません。評価の画面で決定を確かめてください。'
    case 'nothing-chosen':
      return '取組が選ばれていません。一つ以上選んでください。'
    case 'already-open':
      return 'この取組には、同じ年度の改善計画がもうあります。その計画に書き足してください。'
  }
}
