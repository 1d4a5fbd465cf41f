/** 比較の語 — 以上・以下・以内・未満・超 and 「…を維持」, as they follow a figure. */
export type Comparison = { comparator: '>=' | '<=' | '<' | '>' | null; maintain: boolean; approximate: boolean; length: number }

const WORDS: Record<string, Comparison['comparator']> = {
  以上: '>=',
  以下: '<=',
  以内: '<=',
  未満: '<',
  超: '>',
  を超える: '>',
  を上回る: '>',
  を下回る: '<',
}
const AFTER =
  /^(程度|ほど|前後)?\s?(以上|以下|以内|未満|を超える|を上回る|を下回る|超)?(?![\u4e00-\u9fff])((?:の水準)?(?:を|の)(?:維持|確保|堅持)(?:する|し(?:た|ている|ていく)?)?)?/

/** 数値の後ろの語を読む — in a text folded by foldInPlace; `length` is how much of it belongs to the figure. */
export function readComparison(after: string): Comparison {
  const said = AFTER.exec(after)
  if (!said) return { comparator: null, maintain: false, approximate: false, length: 0 }
  const length = said[0].trim() === '' ? 0 : said[0].length
  return { comparator: WORDS[said[2] ?? ''] ?? null, maintain: /維持|堅持/.test(said[3] ?? ''), approximate: said[1] !== undefined, length }
}
