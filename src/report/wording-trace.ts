import type { AuditHead, AuditVerdict } from '../reform/audit.ts'
import { countText } from './figures.ts'
import { dateTimeText } from './wording-reporting.ts'

/** 記録の検証の結果の文 */
export function verdictText(verdict: AuditVerdict): string {
  const rows = `${countText(verdict.rows)}件`
  switch (verdict.kind) {
    case 'holds':
      return `変更の記録${rows}を調べました。つながりは切れていません。`
    case 'broken': {
      const { number, at, by } = verdict.first
      return `変更の記録${rows}を調べたところ、番号${number}の行（${dateTimeText(at)}、${by}）で、つながりが切れています。この行が書き換えられたか差し込まれたか、この行の前の行が消されています。`
    }
    case 'not-this-head': {
      const { kept, found } = verdict
      const which = `控えた末尾（番号${kept.number}、${dateTimeText(kept.at)}）`
      if (found.hash === null) return `${which}の行が、変更の記録にありません。控えた後に、記録の末尾が消されています。`
      return `${which}と、いまの記録が食い違います。控えた後に、記録が消されたか書き直されています。`
    }
  }
}

/** What to do about it: whoever reads this has not seen it before. */
export const verdictAdvice: Record<AuditVerdict['kind'], string> = {
  holds: '末尾の控えを保存しておくと、末尾が消されて書き直されたときにも見つけられます。',
  broken: 'データベースを直接操作した人がいないか、確かめてください。控えから戻すときは、この番号より前の記録は信頼できます。',
  'not-this-head': 'データベースを控えから戻した覚えがなければ、直接操作した人がいないか、確かめてください。',
}

/** The kept end was compared: who brought it wants to hear that. */
export const agreesText = ({ number, at }: Pick<AuditHead, 'number' | 'at'>): string =>
  `選んだ末尾の控え（番号${number}、${dateTimeText(at)}）とも一致しました。`

export const traceWords = {
  title: '変更の記録',
  lead: 'だれが、いつ、何を変えたかを、データベースが変更と同時に書き残したものです。画面からは、管理者にも書き換えられません。パスワードとサインインの記録は含みません。',
  filter: '記録の絞り込み',
  person: '行った人',
  day: '日',
  table: '何を',
  everybody: 'すべての人',
  everything: 'すべて',
  narrow: '絞り込む',
  clear: '条件を消す',
  none: '条件に合う記録はありません。',
  badDay: '日は「2025-04-21」又は「令和7年4月21日」のように書いてください。日の条件は使っていません。',
  caption: '変更の記録（新しい順）',
  older: '古い記録へ',
  newest: '新しい記録に戻る',
  chain: '記録の検証',
  chainLead:
    '記録は一行ごとに前の行とつながっています。検証すると、書き換え、削除、差し込み、入れ替えを見つけます。記録の数により数秒かかります。',
  notYet: 'サーバーを起動してから、まだ検証していません。',
  verify: '検証する',
  keptFile: '前に保存した末尾の控え（あれば）',
  keptHelp: '控えと比べると、末尾が消されて書き直されたことも見つけられます。',
  head: '末尾の控えを保存する',
  headHelp: '保存したファイルは、データベースとは別の場所（印刷、別の機械）に置いてください。',
  notHeads: '選んだファイルは末尾の控えではありません。「末尾の控えを保存する」で保存したファイルを選んでください。検証はしていません。',
  notThisTown: '選んだ末尾の控えに、この団体のものがありません。検証はしていません。',
  results: { holds: '切れていない', broken: '切れている', 'not-this-head': '控えと食い違う' },
  nothingYet: 'まだ何も記録されていません。',
} as const
export const verifiedText = (at: Date): string => `${dateTimeText(at)}に検証しました。`
