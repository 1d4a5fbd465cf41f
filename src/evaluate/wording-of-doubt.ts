/*
 * 疑いの言葉 — what a report says beside its figures when they are not meant to add up, or when what they are compared
 * with is not what stands beside them. Where one of them is said, a difference is told as 判定できない, never as wrong.
 */

/** A list that is not complete, or whose entries overlap: 主なもの, うち, 再掲, 重複, 実人数. */
export const NOT_ALL =
  /うち|内数|外数|再掲|など|等、?の?(?:合計|計)|ほか|その他を|主な|主要|上位|抜粋|一部の|延べ|のべ|重複|実人|実数|複数回答|約|およそ|除[くきい]|換算|累計|平均|端数|四捨五入|切り?捨て|[~～〜]\d/

/** Terms that go up and down: what came and what went is not added up. */
export const MOVES = /増|減|採用|退職|積立|取崩|収入|支出|歳入|歳出|転入|転出|差引|相殺|繰越|繰入|新規|廃止/

/** What a change is compared with: another year, another period, a plan, a value that was put right later. */
export const OTHER_TIME =
  /修正|改定|訂正|速報|確定|公表値|遡及|前々|計画|目標|見込|予算|平均|当たり|あたり|年間で|月間|うち|期間|以降|これまで|当初|累計|含[まめ]|除[くきい]|[\d一二三四五十数]+[かヶヵケカ]?年間/

/** 注記 — a note that says that a table is not complete or does not add up for another reason than rounding. */
const INCOMPLETE =
  /主な|主要な|一部の?[^。]{0,20}(?:のみ|だけ|掲載|記載|計上)|抜粋|省略|(?:合計|総額|総計|計)[^。]{0,30}(?:一致し(?:ない|ません)|一致していない|合わない|合いません|異なる)|(?:合計|総額|計)[^。]{0,20}(?:その他|ほか|以外)[^。]{0,12}含[むみま]|重複/
const ROUNDING = /端数|四捨五入|切り?捨て|切り?上げ|未満/

export type NoteSays = { incomplete: boolean; rounded: boolean }
export function notesSay(notes: readonly string[]): NoteSays {
  const sentences = notes.flatMap((note) => note.split(/[。\n]/))
  const rounding = sentences.filter((s) => ROUNDING.test(s))
  return {
    incomplete: sentences.some((s) => !ROUNDING.test(s) && INCOMPLETE.test(s)),
    rounded: rounding.length > 0,
  }
}
