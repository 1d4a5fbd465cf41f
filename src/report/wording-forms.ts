import type { AnotherForm, CannotPatch, OwnFormMap } from '../reform/own-form.ts'
import { LONGEST_TEXT } from '../reform/report-faults.ts'
import type { FormProblem } from '../reform/returned-form.ts'
import { unreadableText } from './wording-unreadable.ts'

/** 様式の言葉 — what is printed on the forms that go out, beside the labels that the reader looks for. */
export const formWords = {
  title: (municipality: string, plan: string | null): string => `${plan ?? `${municipality}行財政改革`}　実施計画様式（進捗報告）`,
  subtitle: (year: string, round: string): string => `対象年度：${year}　　照会：${round}`,
  due: '提出期限',
  howTo: (contact: string): string =>
    `記入のしかた：薄い黄色の欄だけに記入してください。数式は使えません。シート名を変えたり、シートを他のブックにコピーしたりしても構いませんが、帳票番号は消さないでください。　問合せ先：${contact}`,
  under: '体系',
  parts: '報告する部分',
  description: '取組の概要',
  goal: '目指す姿',
  activities: '行動計画',
  activity: '取組内容',
  planned: (year: string): string => `${year}の予定`,
  indicators: '指標',
  effects: '効果額',
  unit: '単位',
  baseline: '基準値',
  lastActual: '前年度実績',
  target: '目標値',
  finalTarget: '最終目標',
  plannedAmount: '計画額',
  item: '項目',
  entry: (year: string): string => `${year}の記入欄`,
  last: (year: string): string => `${year}の報告（参考）`,
  noLast: '前年度の報告はありません',
  unchangedNote: '前年度と変わらないときは○を選んでください（実績値は記入してください）。',
  tooLong: '下書きが長く、この欄に入りません。画面から記入してください。',
  listTitle: (municipality: string, plan: string | null, year: string): string =>
    `${plan ?? `${municipality}行財政改革`}　${year}　取組状況報告（一覧）`,
  lastOf: (label: string): string => `前年度の${label}（参考）`,
  group: (label: string, nth: number): string => `${label}${nth}`,
  facts: '単位・目標・前年度',
  sheetName: '取組一覧',
} as const

/** 読み取れないところを言葉で — which cell, what was found, what to do. */
export function formProblemText(problem: FormProblem): string {
  switch (problem.kind) {
    case 'formula':
      return `${problem.at} に数式「${short(problem.text)}」が入っています。計算結果は取り込みません。値だけを入力し直すか、「値の貼り付け」に直してください。`
    case 'too-long':
      return `${problem.at} の文章が長すぎます（${count(problem.length)} 字、上限は ${count(LONGEST_TEXT)} 字）。要点にまとめて入力し直してください。`
    case 'missing-cell':
      return `「${problem.name}」の記入欄が見つかりません。行や列が削除されたか、項目名が書き換えられています。配付した様式に写してください。`
    case 'label-moved':
      return `${problem.at} には「${problem.expected}」とあるはずですが、${problem.found === '' ? '空欄' : `「${short(problem.found)}」`}になっています。様式の構成が変わっているため、この欄は取り込みません。配付した様式に写すか、元の位置に戻してください。`
    case 'unknown-choice':
      return `${problem.at} の「${short(problem.text)}」は選択肢にありません。一覧から選び直してください。`
    case 'stray-text':
      return `${problem.at} に、記入欄の外の文字「${short(problem.text)}」があります。このままでは取り込まれません。記入欄の中に移してください。`
    case 'number-differs':
      return `${problem.at} の帳票番号は ${problem.seen} ですが、この様式が配付されたときの番号は ${problem.hidden} です。シートや行を写し違えていないか確かめ、正しい様式に写してください。`
    case 'bad-number':
      return `${problem.at} の「${short(problem.text)}」は帳票番号として読めません（検査数字が合いません）。配付した様式の番号を確かめて入力し直してください。`
    case 'unknown-row':
      return `${problem.at} の「${short(problem.name)}」は、この取組で報告する指標・効果額の名称と一致しません（同じ名称が二つある場合も区別できません）。配付した様式の名称に直してください。`
  }
}

/** 市の様式に書き込めない理由を言葉で */
export function cannotPatchText(problem: CannotPatch): string {
  switch (problem.kind) {
    case 'no-such-sheet':
      return `${problem.at} のシートがブックにありません。シート名が変わっていないか確かめ、前年度に取り込んだブックをもう一度指定してください。`
    case 'no-such-cell':
      return `${problem.at} というセルはありません。様式との対応を確かめてください。`
    case 'formula-cell':
      return `${problem.at} には数式が入っています。数式は書き換えません。様式の作成者に確かめ、入力用のセルにしてから取り込み直してください。`
    case 'covered-cell':
      return `${problem.at} は結合されたセルの下に隠れています。結合の左上のセルに対応を直してください。`
    case 'too-long-for-cell':
      return `${problem.at} に書く文章が長すぎます（${count(problem.length)} 字、Excel のセルの上限は 32,767 字）。要点にまとめてください。`
    default:
      return unreadableText(problem)
  }
}

/** 別の様式だったとき */
export const anotherFormText = ({ share }: AnotherForm): string =>
  `配付した市の様式と同じものではありません（一致したセルは ${Math.floor(share * 100)}％）。行や列が増減しているか、別の様式です。配付した様式に写してください。`

/** 市の様式に書き込んだときに知らせること — what was left as it was, and what has no place. */
export function ownFormNotes({ years, unplaced }: Pick<OwnFormMap, 'years' | 'unplaced'>): string[] {
  const places = years.map(({ at, text }) => `${at}「${short(text)}」`)
  const shown = places.length > 5 ? `${places.slice(0, 5).join('、')} ほか ${places.length - 5} か所` : places.join('、')
  return [
    ...(places.length > 0 ? [`様式の中の年度は書き換えていません：${shown}。配付の前に直してください。`] : []),
    ...(unplaced.length > 0
      ? [`この様式に記入欄が見つからない項目があります：${unplaced.map(({ name }) => name).join('、')}。画面から記入してください。`]
      : []),
  ]
}

/** 回答の表として読めないとき */
export const noAnswersText = ({ heads }: { heads: string[] }): string =>
  `取組の回答の表ではありません。見出しの行に「帳票番号」または「取組名」と、「取組状況」などの項目名が必要です${heads.length > 0 ? `（最初の行：${short(heads.join('、'))}）` : ''}。`

const count = (length: number): string => length.toLocaleString('ja-JP')
const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
