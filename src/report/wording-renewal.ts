export type LinkSide = 'new' | 'existing'

/** 総括・工程・版の比較の言葉 */
export const NO_PILLAR = '柱の記載なし'
export const sideName: Record<LinkSide, string> = { new: '新規', existing: '既存' }
export const sideMark: Record<LinkSide, string> = { new: '新', existing: '既' }

export const reviewWords = {
  title: '総括',
  coverage: '次に取り組むことと取組の対応',
  matrix: '対応の表',
  matrixHelp:
    '「新」はそのために新しく始める取組、「既」は今ある取組です。印のない行は、どの「次に取り組むこと」にも結び付いていない取組です。',
  triesWithout: '取組のない「次に取り組むこと」',
  triesWithoutNone: '取組のない「次に取り組むこと」はありません。',
  initiativesWithout: '「次に取り組むこと」に結び付いていない取組',
  initiativesWithoutNone: 'すべての取組が、いずれかの「次に取り組むこと」に結び付いています。',
  unlinkedIsNoFault: '結び付いていないことは誤りではありません。引き続き行う取組か、見直す取組かを確かめる手掛かりです。',
  problemsWithout: '取組の結び付いていない課題',
  unmatched: '計画に同じ名の取組がないもの',
  unmatchedHelp: '総括に書かれた名の取組が、計画の中に見つかりません。名が変わったか、書き間違いか、これから計画に加える取組です。',
  ended: '（終了）',
} as const

/** 「8件のうち7件に取組があります」 */
export const coverageText = ({
  tries,
  answered,
  initiatives,
  covered,
}: {
  tries: number
  answered: number
  initiatives: number
  covered: number
}): string =>
  `次に取り組むこと${tries}件のうち${answered}件に取組があります。取組${initiatives}件のうち${covered}件が、いずれかに結び付いています。`

export const renewalFormWords = {
  methodHelp: '例：KPT、中間総括',
  numberHelp: '例：①',
  otherHelp: '取組に結び付かない説明など。一行に一つずつ。',
  titleHelp: '計画の取組を選ばないとき、または選んだ取組と違う名で書くときに書きます。',
  noInitiative: '（計画の取組を選ばない）',
  wholePillar: '柱全体の工程',
  yearHelp: '例：令和7年度、2025。書かれていなければ空欄のまま',
  sides: [
    ['', '自動'],
    ['new', '新規'],
    ['existing', '既存'],
  ],
} as const

/** 職員の画面の言葉 */
export const staffReviewWords = {
  title: '総括（振り返り）',
  newReview: '総括を書き始める',
  editReview: '総括の方法と対象を直す',
  newItem: '項目を加える',
  editItem: '項目を直す',
  none: '総括はまだありません。「総括を書き始める」から、続けること・課題・次に取り組むことを書き、次に取り組むことを取組に結び付けてください。',
  noneReader: '総括はまだありません。行革担当課が書くと、ここに出ます。',
  itemLead:
    '「計画の取組」から選ぶと、取組名と所管課が入ります。まだ計画にない取組は、取組名だけを書きます。幾つかの取組を一つにまとめるときは、まとめる前の名を「集約する取組」に書きます。',
  removal: 'この項目を消す',
  removalHelp: '消した項目は、変更の記録と公表した版にだけ残ります。',
  removalReview: 'この総括を消す',
  removalReviewHelp: '項目をすべて消した後に、総括を消せます。',
  removed: '消しました。',
  saved: '保存しました。',
} as const

export const roadmapWords = {
  title: 'ロードマップ',
  byPillar: '柱ごとのロードマップ',
  roadmapOf: (pillar: string) => `ロードマップ：${pillar}`,
  lead: 'いつ何に取り組むかを、柱と年度ごとに一行ずつ示しています。取組の行は、その取組の行動計画を一つの帯にまとめたものです。',
  legend: '青い帯は取り組む年度、●はその年度の節目です。',
  open: '右が点線で薄くなる帯は、いつまで続くか文書に書かれていません（終期の記載なし）。',
  undated: '年度が書かれていない工程',
  unscheduled: '行動計画が書かれていない取組',
  pairs: '指標の現在と目標',
  now: '現在（現況値）',
  interim: '中間',
  final: '最終目標',
  ofPillar: '柱の指標',
  none: '工程も行動計画もまだありません。柱を選んで、工程を加えてください。',
  edit: '工程を直す',
  editLead:
    '柱の工程を一行に一つずつ書きます。終わりの年度は、決まっていなければ空欄のままにします。帯は薄く消え、「終期の記載なし」と出ます。',
} as const
