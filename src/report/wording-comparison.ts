/** 版の比較の言葉 */
export type RowKind = 'same' | 'changed' | 'added' | 'carried' | 'ended' | 'gone'

export const rowKindName: Record<RowKind, string> = {
  same: '変更なし',
  changed: '変更あり',
  added: '追加',
  carried: '引継ぎ',
  ended: '終了・移行',
  gone: '計画から外れた',
}

export const comparisonWords = {
  title: '版の比較',
  today: '今の計画',
  notPublished: '公表前の記録',
  choose: '比べる版を選ぶ',
  before: '前の版',
  after: '後の版',
  compare: '比べる',
  lead: '前の版の計画を、後の版の計画と並べて示します。同じ取組は、番号や名が変わっても一つの行に並べます。',
  counts: '変わったことの数',
  differences: '変わったこと',
  noDifferences: '二つの版の間で、計画に変わったことはありません。',
  sideBySide: '計画を並べて見る',
  effects: '効果額の合計',
  sameValue: '同じ',
  none: '（記載なし）',
  notThere: '（この版にはない）',
  decided: '計画の見直し',
  fields: {
    title: '取組名',
    number: '番号',
    place: '置き場所',
    sections: '所管課',
    description: '概要',
    goal: '目指す姿',
    schedule: '行動計画',
    target: '目標',
    actual: '実績',
    baseline: '現況値',
    unit: '単位',
    indicator: '指標',
    evaluation: '評価',
    report: '報告',
    effect: '効果額',
    status: '状態',
    opinion: '意見と対応',
    improvement: '改善計画',
    reflection: '予算反映',
  },
  oneEdition: '公表した版が一つだけなので、今の計画と比べます。',
  noEdition: 'まだ公表した版がありません。公表すると、前の版と比べられます。',
  earlier: '前の版の計画',
} as const

/** 「10件が加わりました（オンライン申請率（令和5年度）ほか）」 */
export const addedText = (count: number, first: string): string => `${count}件が加わりました（${first}ほか）`
