import type { LeftOut } from '../evaluate/effect-terms.ts'

/** 合計に含めない理由 — beside the amount it concerns. */
export function leftOutText(why: LeftOut): string {
  switch (why) {
    case 'printed-total':
      return '合計の行'
    case 'of-which':
      return '内数'
    case 'no-year':
      return '年度の記載なし'
    case 'no-number':
      return '数でない'
    case 'lasting':
      return '継続分'
    case 'settled-since':
      return '確定前の額'
    case 'in-pillar':
      return '柱の額に含む'
  }
}

/** …の意味 — said once below a table in which it occurs. */
export function leftOutMeaning(why: LeftOut): string {
  switch (why) {
    case 'printed-total':
      return '合計の行：文書に印字された合計です。内訳と一緒に足すと二重になるため、足していません。'
    case 'of-which':
      return '内数：「うち」「再掲」と書かれた額です。上の行に含まれているため、足していません。'
    case 'no-year':
      return '年度の記載なし：どの年度の額か分からないため、年度別の合計に入れていません。'
    case 'no-number':
      return '数でない：「－」などの記載です。0とはみなしていません。'
    case 'lasting':
      return '継続分：前の年度までの取組の効果が続いている分を含む額（継続的効果額）です。その年度に新しく出た額（単年度効果額）と一緒に足すと同じ効果を二度数えるため、単年度効果額だけを足しています。'
    case 'settled-since':
      return '確定前の額：同じ行・同じ年度に、より新しい額（見込みに対する実績など）があるため、そちらだけを足しています。'
    case 'in-pillar':
      return '柱の額に含む：上の柱の額がこの額を含んでいるため、柱の額だけを足しています。'
  }
}

export const effectWords = {
  title: '効果額',
  lead: '取組によって増える収入と減る支出の額です。▲はマイナス（かえって費用がかかった、または収入が減った）を表します。合計は文書の額を足して計算し直した値です。',
  noEstimate: '報告された額',
  /** said where a table has no estimate to be named by */
  noEstimateMeaning:
    '「報告された額」は、いつの見積りかが文書に書かれていない額です。見積時点の書かれた額と同じものを含むことがあるため、見積時点の違う額は足し合わせていません。',
  neverAdded:
    '円・人・時間は別々に集計し、互いに換算したり足したりしていません。見積時点の違う額は、同じ効果を見積もり直したものなので足しません。',
  basis:
    '単年度効果額はその年度に新しく出た効果、継続的効果額は前の年度までの取組の効果が続いている分を含む額です。同じ取組に両方の額があるときは、単年度効果額だけを合計に入れています。',
  counted: '合計に含む',
  cumulative: '初年度からの累計',
  comparisons: '見積りの比べ方を選ぶ',
  comparisonsHelp: 'どの二つの見積時点でも比べられます。',
  comparedLead:
    '二つの見積時点の額を、柱ごと・年度ごとに比べます。差は「新しい見積り－前の見積り」です。片方に記載がないところは、そこに額がないものとして差を出しています。',
  waterfallLead: '前の見積りの合計に、柱ごとの増減を順に足していくと、新しい見積りの合計になります。',
  steps: '合計の移り変わり',
  years: '年度ごとの比較',
}
