import type { CarryOverFault } from '../reform/carry-over-faults.ts'
import { DECISION_WORDS } from '../reform/carry-over-table.ts'

export const carryOverWords = {
  title: '計画の引継ぎ',
  list: '次の期への引継ぎ',
  intro:
    '終わる期の取組を一つずつ決め（継続・統合・分割・完了・廃止）、新しい取組を加えて、次の期の計画を作ります。取組み整理表は、決めた内容から出ます。',
  none: '引継ぎはまだありません。',
  start: '引継ぎを始める',
  startHelp: '終わる期の取組がすべて並び、同じ名で継続する案が入ります。決めるまでは「未定」で、計画は何も変わりません。',
  prefill: '取り込んだ取組み整理表の内容を入れて始める',
  prefillHelp: '整理表の行を、取組名で前の期の取組に当てます。当たらない行は入りません。',
  decideHelp:
    '統合は、まとめる取組のすべてに同じ「新しい取組名」を書きます。分割は、新しい取組名を一行に一つずつ書きます。完了・廃止・統合には理由が要ります。',
  nothingTyped: '変えたところはありません。',
  saved: (count: number): string => `${count}件を保存しました。`,
  mergedTogether: (count: number): string => `${count}件を一つに統合しました。`,
  undone: '新しい期を取り消しました。計画は、作る前に戻りました。決めた内容は残っています。',
  removed: '引継ぎの案を捨てました。',
  applied: '新しい期を作りました。',
  notAllowed: '引継ぎを行う権限がありません。行革担当課の職員がサインインしてください。',
  noPaper: '引継ぎが見つかりません。捨てられたか、別の計画のものです。',
  ready: 'すべて決まっています。新しい期を作れます。',
  makeHelp:
    '新しい期の計画に、番号・柱と区分・所管課・概要・目指す姿・印・指標（単位、方向、基準値、最終目標）が引き継がれます。報告・実績・効果額は前の期と外側の計画に残り、行動計画は空です。公表するまでは取り消せます。',
  outside: (outer: string): string => `新しい期は「${outer}」の中に立ちます。`,
  beyond: (outer: string): string => `新しい期は「${outer}」の計画期間を超えます。必要なら、その計画の期間を計画の項目で直してください。`,
  undoHelp: '作った期を計画から除き、作る前に戻します。公表した後、照会した後、作ったものを直した後はできません。',
  splitNote: '分割した取組の指標と部分は、はじめの取組に引き継がれます。',
} as const

const named = (title: string): string => `「${title || '（名のない取組）'}」`

/** 直すところの文 — what was found, and what to do. */
export function carryOverFaultText(fault: CarryOverFault): string {
  switch (fault.kind) {
    case 'undecided':
      return `${named(fault.title)}はまだ決めていません。`
    case 'left-out':
      return `${named(fault.title)}は、引継ぎを始めた後に前の期へ加わりました。「前の期に合わせる」を押すと、行が加わります。`
    case 'gone':
      return '前の期から削除された取組の行があります。「前の期に合わせる」を押すと、行が除かれます。'
    case 'already-ended':
      return `${named(fault.title)}は、別の整理表ですでに終わっています。「前の期に合わせる」を押すと、行が除かれます。`
    case 'decision-reason-missing':
      return `${named(fault.title)}を${DECISION_WORDS[fault.decision]}とする理由を書いてください。`
    case 'merge-of-one':
      return `${named(fault.title)}の統合先${named(fault.into)}に、ほかの取組がありません。まとめる取組のすべてに同じ新しい取組名を書くか、継続にしてください。`
    case 'one-into-several':
      return `${named(fault.title)}は${DECISION_WORDS[fault.decision]}ですが、新しい取組名が二つ以上あります。分けるなら「分割」を選び、そうでなければ一つにしてください。`
    case 'split-into-one':
      return `${named(fault.title)}の分割先が一つだけです。新しい取組名を一行に一つずつ、二つ以上書いてください。`
    case 'target-untitled':
      return '新しい取組名を書いてください。'
    case 'target-titled-twice':
      return `${named(fault.title)}という取組が新しい期に二つあります。一つにするなら「統合」を選び、別の取組なら名を変えてください。`
    case 'place-gone':
      return `${named(fault.title)}を置く柱・区分が、計画から削除されています。置き場所を選び直してください。`
    case 'section-ended':
      return fault.successors.length > 0
        ? `${named(fault.title)}の所管課「${fault.section}」は、新しい期の初日にはありません。後継は${fault.successors.map((name) => `「${name}」`).join('')}です。`
        : `${named(fault.title)}の所管課「${fault.section}」は、新しい期の初日にはありません。後継の登録がないので、所管課を書き直してください。`
    case 'phase-titled-twice':
      return `${named(fault.title)}という計画がもうあります。新しい期の名称を変えてください。`
    case 'phase-gone':
      return '終わる期の計画が削除されています。この引継ぎの案は捨ててください。'
    case 'lineage-circle':
      return `取組の系譜が輪になります（${fault.path.join(' → ')}）。新しい取組名か統合先を直してください。`
  }
}

export type CannotCarryOver =
  | { kind: 'not-allowed' }
  | { kind: 'not-found' }
  | { kind: 'carried-already' }
  | { kind: 'not-carried' }
  | { kind: 'changed-meanwhile' }
  | { kind: 'paper-changed' }
  | { kind: 'nothing-chosen'; least: number }
  | { kind: 'merge-unsaid' }
  | { kind: 'carry-over-faults'; faults: CarryOverFault[] }
  | { kind: 'start-faults'; missing: ('title' | 'from' | 'period')[] }
  | { kind: 'phase-empty'; title: string }
  | { kind: 'begun-already'; title: string }
  | { kind: 'shown-in-edition' }
  | { kind: 'asked-in-a-round'; round: string }
  | { kind: 'edited-since'; titles: string[] }
  | { kind: 'worked-on'; what: string }

const START = { title: '新しい期の名称', from: '終わる期', period: '計画期間（初めの年度と終わりの年度）' } as const

/** 引継ぎを断る文 */
export function carryOverRefusalText(problem: CannotCarryOver): string {
  switch (problem.kind) {
    case 'not-allowed':
      return carryOverWords.notAllowed
    case 'not-found':
      return carryOverWords.noPaper
    case 'carried-already':
      return 'この引継ぎの新しい期は、もう作られています。決めた内容を変えるには、先に取り消してください。'
    case 'not-carried':
      return '新しい期はまだ作られていません。'
    case 'changed-meanwhile':
      return '同じ行を、ほかの人が先に変えました。何も保存していません。下に、いまの内容とあなたの入力を並べています。あなたの入力でよければ、もう一度保存してください。'
    case 'paper-changed':
      return 'この画面を開いた後に、ほかの人がこの引継ぎを変えました。何も保存していません。いまの内容を確かめて、もう一度してください。'
    case 'nothing-chosen':
      return problem.least > 1
        ? '統合する取組を二つ以上選んでください。ほかの欄の入力は、まだ保存していません。'
        : '取組を選んでください。ほかの欄の入力は、まだ保存していません。'
    case 'merge-unsaid':
      return '統合後の取組名と理由を書いてください。ほかの欄の入力は、まだ保存していません。'
    case 'carry-over-faults':
      return `直すところが${problem.faults.length}件あるため、新しい期を作れません。計画は変わっていません。`
    case 'start-faults':
      return `${problem.missing.map((one) => START[one]).join('、')}を確かめてください。年度は「令和10年度」や「2028」のように書き、終わりは初めより後にします。`
    case 'phase-empty':
      return `「${problem.title}」には、引き継ぐ取組がありません。整理表ですでに終わった取組は引き継げません。`
    case 'begun-already':
      return `この期の引継ぎ「${problem.title}」が、もう始まっています。その引継ぎを続けてください。`
    case 'shown-in-edition':
      return '新しい期は、公表した版に載っています。公表したものは取り消せません。計画の見直しとして直してください。'
    case 'asked-in-a-round':
      return `新しい期の取組を、照会「${problem.round}」で尋ねています。照会のあるものは取り消せません。`
    case 'edited-since':
      return `作った後に直したものがあります（${problem.titles.slice(0, 5).join('、')}${problem.titles.length > 5 ? ` ほか${problem.titles.length - 5}件` : ''}）。取り消すと失われるため、取り消せません。`
    case 'worked-on':
      return `新しい期の取組に、${problem.what}の記録があります。記録のあるものは取り消せません。`
  }
}
