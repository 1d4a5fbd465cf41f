import type { EstimateFault } from '../reform/edit-estimate.ts'
import type { NoEffectTable, PastedRow } from './effect-paste.ts'

/** 効果額の画面の言葉 */
export const effectsBoardWords = {
  title: '効果額',
  lead: '取組・柱の額を計画まで積み上げたものです。選んだ見積時点の額だけを足し、円・人・時間は別々に集計します。',
  empty: '効果額はまだありません。「新しい見積りを始める」から書くか、効果額の表がある文書を取り込んでください。',
  emptyReader: '効果額はまだありません。行革担当課が書くか、効果額の表がある文書を取り込むと、ここに出ます。',
  newEstimate: '新しい見積りを始める',
  edit: 'この見積りを直す',
  paste: '表計算から貼り付ける',
  all: 'すべて',
  unsaid: '記載なし',
  noYear: '年度の記載なし',
  noComparison: '比べない',
  labels: {
    estimate: '見積時点',
    against: '比べる見積時点',
    measure: '量',
    side: '歳入・歳出',
    basis: '単年度・継続',
    status: '計画・見込み・実績',
  },
  breakdowns: { side: '歳入・歳出の内訳', basis: '単年度・継続の内訳', status: '計画・見込み・実績の内訳' },
  lastingNote: '継続的効果額だけを見ています。前の年度までの取組の効果が続いている分を含むので、単年度効果額の合計とは足さないでください。',
  leftOut: '合計に入れていない額と、その理由',
  saved: '見積りを保存しました。',
  own: '額を直す',
  ownTitle: (name: string) => `効果額：${name}`,
  ofPlan: '計画全体の額（どの柱・取組にも属さないもの）',
  gridHelp: '空の欄は「記載なし」になります。「－」や文字も書いたまま残り、0とは別に扱います。合計は書き込まず、保存した額から計算します。',
  gridNew: '年度を増やすには、下の「年度を増やす」の欄に年度を書いて保存します。',
  copied: (from: string, through: string) => `「${from}」を写しました。${through}`,
  through: (year: string) => `${year}までを実績、それより後を見込みにしています。直してから保存してください。`,
  noThrough: 'どの年度も見込みにしています。直してから保存してください。',
  taken: '各課の報告から取り入れた実績',
  startLead:
    '前の見積りを写して始めます。終わった年度を実績に変え、受理した報告に額があればその額を入れます。前の見積りはそのまま残り、いつでも比べられます。',
  pasteLead:
    '表計算の表を、見出しの行ごと写して貼り付けます。行は柱・取組の名、列は年度です。空の欄はいまの額のまま残し、合計の行と列は読みません（計算します）。',
  changedMeanwhile:
    'この画面を開いた後に、ほかの人がこの見積りを直しました。書き込んでいません。下の違いを確かめて、残す内容に直してから、もう一度保存してください。',
} as const

export function effectFaultText({ kind }: EstimateFault): string {
  switch (kind) {
    case 'missing':
      return '見積時点の名（例：令和8年度見直し）を書いてください。'
    case 'not-a-year':
      return '年度として読めません。「令和8年度」「R8」「2026」のように書いてください。'
    case 'column-twice':
      return '同じ年度・同じ区分の列が二つあります。一方を消すか、区分を変えてください。'
    case 'not-a-choice':
      return 'この柱・取組は計画にありません。選び直してください。'
    case 'not-in-yen':
      return '円の整数になおせない額があります。円未満の端数があるか、額が大きすぎます。額か単位を直してください。'
    case 'scope-missing':
      return '柱・取組を選ぶか、項目の名を書いてください。'
    case 'too-long':
      return '長すぎて保存できません。'
  }
}

type Refused =
  | { kind: 'not-allowed' }
  | { kind: 'not-found' }
  | { kind: 'estimate-exists'; estimate: string }
  | { kind: 'estimate-reserved'; estimate: string }
  | { kind: 'estimate-missing'; estimate: string }
  | { kind: 'changed-meanwhile' }
  | { kind: 'estimate-faults'; faults: EstimateFault[] }
  | { kind: 'nothing-to-do' }
  | { kind: 'consent-missing' }
  | NoEffectTable

/** 見積りを保存できない理由の文 */
export function effectRefusalText(problem: Refused): string {
  switch (problem.kind) {
    case 'not-allowed':
      return 'あなたの役割では、効果額を直せません。行革担当課に依頼してください。'
    case 'not-found':
      return 'この計画は見つかりません。削除されたか、アドレスが違います。'
    case 'estimate-exists':
      return `「${problem.estimate}」という見積時点はすでにあります。別の名にするか、その見積りを直してください。`
    case 'estimate-reserved':
      return `「${problem.estimate}」は各課の報告から入る額の名です。別の名にしてください。`
    case 'estimate-missing':
      return `「${problem.estimate}」という見積時点はありません。ほかの人が消したか、名が違います。効果額の画面から開き直してください。`
    case 'changed-meanwhile':
      return effectsBoardWords.changedMeanwhile
    case 'estimate-faults':
      return `直すところが${problem.faults.length}か所あります。書き込んでいません。`
    case 'nothing-to-do':
      return '保存する変更がありません。いまの見積りと同じ内容です。'
    case 'consent-missing':
      return '除く行や列があります。除いてよいことを確かめ、印を付けてから反映してください。'
    case 'no-rows':
      return '表がありません。表計算の表を、見出しの行ごと貼り付けてください。'
    case 'no-years':
      return '年度の見出しが見つかりません。「令和8年度」「R8」「2026」のような見出しの行から貼り付けてください。'
    case 'no-scope':
      return '柱・取組の名の列が見つかりません。年度の列の左に、柱・取組の名の列を置いてください。'
    case 'year-twice':
      return `「${problem.header}」の列が二つあります。一方を消すか、（実績）（見込み）を付けて区別してください。`
    case 'too-many-rows':
      return `${problem.most}行までです。分けて貼り付けてください。`
    case 'no-estimate':
      return '見積時点の名（例：令和8年度見直し）を書いてください。'
  }
}

export const pastedVerdicts: Record<PastedRow['verdict'], string> = {
  new: '新しい行',
  changed: '変更',
  same: '変更なし',
  total: '合計・内数の行',
  empty: '名のない行',
  'of-nothing': '柱・取組が見つからない',
  'of-several': '同じ名が二つ以上ある',
}
