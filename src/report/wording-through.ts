/** なぜつながないか、なぜ合計しないか */
export type WhyNotJoined = 'other-unit' | 'no-such-indicator'
export type NotSummed = 'ratio' | 'not-said'

/** 系譜を通した系列の言葉 */
export const throughWords = {
  caption: '前後の取組を通した実績',
  lead: '取組の統合・分割や計画の切替えをまたいで、同じ名・同じ単位の指標の実績を続けて示しています。継ぎ目の前と後では、測る範囲が違うことがあります。',
  own: 'この取組',
  linked: '前後の取組と続く系列',
  sheet: '系譜を通した実績',
  summed: '統合前の合計',
  inherited: '前の取組から引き継いだ指標',
  inheritedLead: 'この取組が引き継いだ取組の指標のうち、この取組に同じ名の指標がないものです。目標と実績は、前の取組の頁で見られます。',
} as const

const quoted = (titles: readonly string[]): string => titles.map((title) => `「${title}」`).join('')

/** What a break says: from several to one, from one to several, or from one to another. */
export function breakText(kind: string, from: readonly string[], to: readonly string[]): string {
  if (from.length > 1) return `統合：${quoted(from)}→${quoted(to)}`
  if (to.length > 1) return `分割：${quoted(from)}→${quoted(to)}`
  return `${kind}：${quoted(from)}→${quoted(to)}`
}

export function notJoinedText(why: WhyNotJoined, title: string, own: string | null, other: string | null): string {
  switch (why) {
    case 'other-unit':
      return `「${title}」の同じ名の指標は、単位が違う（${other ?? '記載なし'}とこの指標の${own ?? '記載なし'}）ため、つないでいません。`
    case 'no-such-indicator':
      return `「${title}」には、同じ名の指標がありません。`
  }
}

export function notSummedText(why: NotSummed): string {
  switch (why) {
    case 'ratio':
      return '割合や平均の値は足せないため、統合前の取組ごとに示しています。'
    case 'not-said':
      return '件数などの集計のしかた（単年度・累計・延べ）が定められていないため、足さずに、統合前の取組ごとに示しています。'
  }
}
