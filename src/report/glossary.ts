import type { EditionIndex } from './edition-index.ts'

export type TermTold = { term: string; definition: string }

/** The words of this portal that a citizen may not know; a plan's own glossary comes first. */
const FIELD_TERMS: TermTold[] = [
  { term: '取組', definition: '行財政改革の計画で、進み具合を確かめる単位となる一つ一つの活動です。' },
  { term: '指標', definition: '取組や計画の進み具合を測るものさしです。目標と実績を数値で比べます。' },
  { term: '現況値', definition: '計画を作った時点の値です。進捗はここから測ります。' },
  { term: '達成率', definition: '実績を目標で割った割合です。維持や抑制を目標とする指標には使えないため、その場合は出していません。' },
  { term: '目標までの進捗', definition: '現況値から目標までの道のりのうち、どこまで進んだかを表す割合です。' },
  {
    term: '効果額',
    definition: '取組によって増えた収入や減った支出の額です。▲はマイナス（かえって費用がかかった、または収入が減った）を表します。',
  },
  { term: '見積時点', definition: '効果額をいつ見積もったかです。同じ年度の効果額でも、計画を作った時と見直した時では額が変わります。' },
  { term: '検算', definition: '文書に印字された合計・割合・差などを計算し直し、合っているか確かめることです。' },
  { term: '指摘', definition: '計算の誤りではありませんが、番号の抜けや前の年度と同じ文など、確認を勧める箇所です。' },
  { term: '公表版', definition: 'ある時点で公表した記録の全体です。公表した版は書き換えず、訂正は新しい版で行います。' },
  { term: '判定不能', definition: '判定に必要な数値の目標または実績が文書にないことです。取組が進んでいないという意味ではありません。' },
  { term: '推定', definition: '文書にはっきり書かれておらず、読み取りのときに推し量った値です。（推定）と表示します。' },
  { term: '会計年度', definition: '4月1日から翌年3月31日までです。令和6年度（2024）は2024年4月から2025年3月までです。' },
]

export function glossaryTold(index: EditionIndex): { own: TermTold[]; field: TermTold[] } {
  const own = index.edition.record.glossary
  return { own, field: FIELD_TERMS.filter((t) => !own.some((o) => o.term === t.term)) }
}
