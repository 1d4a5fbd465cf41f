const listNames: Record<string, string> = {
  plans: '計画',
  chapters: '章',
  nodes: '柱・区分',
  initiatives: '取組',
  parts: '取組の部分',
  reports: '報告',
  evaluations: '評価',
  costs: '事業費',
  marks: '区分の印',
  published: '情報公開',
  indicators: '指標',
  targets: '目標',
  actuals: '実績',
  lineage: '見直し区分',
  effects: '効果額',
  effectTotals: '効果額の合計',
  reviews: '総括',
  organizationChanges: '組織改正',
  events: 'これまでの取組み',
  roadmap: 'ロードマップ',
  series: '数値の系列',
  glossary: '用語',
}
/** 記録の集まりの名 */
export const listName = (list: string): string => listNames[list] ?? list

export const changeKindName = { added: '追加', changed: '変更' } as const

/** 取込みの画面の文 */
export const importWords = {
  title: '文書を取り込む',
  done: '取り込みました',
  publication: '公表の結果',
  waitingGone: 'この取込みは、すでに終わったか、取りやめられています。もう一度ファイルを選んでください。',
  noFile: 'ファイルを選んでください。',
  tooManyFiles: (most: number) => `一度に取り込めるのは ${most} ファイルまでです。分けて取り込んでください。`,
  targetUnknown: '取込み先が分かりません。下の「取込み先を変える」で計画の名称を指定し、「取込み先を決める」を押してください。',
  ofAnother: (named: string, own: string) =>
    `${named}の文書のようです。ここでは${own}の文書だけを取り込めます。その団体の画面で取り込むか、ファイルを選び直してください。`,
  stale: '確認している間に、記録が変わりました。変わった内容をもう一度確かめてから取り込んでください。',
}
