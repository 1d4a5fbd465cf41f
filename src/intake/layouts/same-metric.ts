import { fold } from '../../vocabulary/folding.ts'
import { similarity } from '../../vocabulary/similarity.ts'

/**
 * 同じ指標か — «公募委員の比率» and «公募委員比率», «研修受講率» and «研修を通じた評価精度の向上（研修受講率）» are one metric;
 * «手続のオンライン化率» and «押印省略の割合» are two. Kana endings, brackets and a leading year say nothing of what is measured.
 */
export function sameMetric(a: string, b: string, ending = ENDING): boolean {
  const [left, right] = [coresOf(a), coresOf(b)]
  return (
    left.some((one) => right.some((other) => sameCore(one, other, ending))) ||
    (Math.min(a.length, b.length) >= LONG && similarity(a, b) >= 0.9)
  )
}

/** Long names that differ by a letter are one name, misspelt once. */
const LONG = 12

const MIN = 3
/** A shorter name may stand for a longer one only where it is its end: «割合» alone names nothing. */
const ENDING = 5

function sameCore(a: string, b: string, ending: number): boolean {
  if (a.length < MIN || b.length < MIN) return false
  if (a === b || (a.length >= ENDING && letters(a) === letters(b))) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= ending && long.endsWith(short)
}

/** «延べ実施者数» and «実施者延べ数» are one thing in another order of words. */
const letters = (core: string): string => [...core].sort().join('')

/** The name without its bracket, and what stands in the bracket, each without kana, blanks and a leading year. */
function coresOf(name: string): string[] {
  const plain = fold(name).replace(/^(?:\d{4}年度?|(?:令和|平成|[RH])(?:元|\d{1,2})年度?)(?:の|における)?/, '')
  const inside = [...plain.matchAll(/\(([^()]*)\)/g)].map((m) => m[1] as string)
  const outside = plain.replace(/\([^()]*\)/g, '').replace(/×\s*年?\d.*$/, '')
  return [outside, ...inside].map((part) => part.replace(/[\p{Script=Hiragana}\s「」『』・、/:%％]/gu, '')).filter((core) => core !== '')
}
