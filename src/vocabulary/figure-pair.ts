import { findDates } from './dated.ts'
import { type Decimal, decimalOf } from './decimal.ts'
import type { FigureToken } from './figure-token.ts'
import { sameUnit } from './units.ts'
import { yenOf } from './yen.ts'

/** 対の形 — a figure alone, an arrow pair, or a count over a count. `first` is where it begins. */
export type FigurePair = {
  first: number
  token: FigureToken
  from: Decimal | null
  asOf: string | null
  numerator: Decimal | null
  denominator: Decimal | null
  /** where to go on behind something that is no figure of its own */
  skipTo: number | null
}

const ARROW = /^\s*→\s*(?:(?:約|およそ)\s*)?([^\d→]{0,3}?\d*[^\d→]{0,6}?[:\s]?)\s*$/

const BECOMES = /^(?:へ|に|と|まで)/

/** 二つで一つの数値 — «22枚 → 6枚», «15／28件 53.5%», «40%以上に向けた取組→30.7%»; otherwise the figure itself. */
export function pairAt(plain: string, tokens: readonly FigureToken[], i: number): FigurePair {
  const token = tokens[i] as FigureToken
  const next = tokens[i + 1]
  const alone = { first: token.start, token, from: null, asOf: null, numerator: null, denominator: null, skipTo: null }
  const between = next ? plain.slice(token.end, next.start) : ''
  const counted = countsBehind(plain, token, tokens, i)
  if (counted) return { ...alone, ...counted }
  if (next && /^\s?\/\s?$/.test(between) && isCountOver(token, next)) {
    const share = tokens[i + 2]
    const counts = { numerator: token.value, denominator: next.value }
    if (share?.unit === '%' && /^\s?[(=→:]?\s?$/.test(plain.slice(next.end, share.start))) return { ...alone, ...counts, token: share }
    return { ...alone, ...counts, token: { ...token, end: next.end, unit: next.unit } }
  }
  const arrow = next ? ARROW.exec(between) : null
  const from = next ? inUnitOf(token, next) : null
  if (next && arrow && from !== null) {
    const said = (arrow[1] ?? '').replace(/[:\s]+$/, '')
    if (said !== '' && !isDate(said)) return alone
    const third = tokens[i + 2]
    // now → interim → final is a row of targets, not a figure
    if (third && /→/.test(plain.slice(next.end, third.start))) return { ...alone, skipTo: third.end }
    return { ...alone, token: next, from, asOf: said === '' ? null : said }
  }
  // 「3,240人から令和6年度は3,655人となり」
  const moved = next ? /^から\s?(.*?)(?:には|は|に|の)?、?\s?$/.exec(between) : null
  if (
    next &&
    moved &&
    sameUnit(token.unit, next.unit) &&
    (moved[1] === '' || isDate(moved[1] as string)) &&
    BECOMES.test(plain.slice(next.end))
  )
    return { ...alone, token: next, from: token.value, asOf: moved[1] || null }
  // 「40%以上に向けた取組→30.7%」: the first figure is the target that the second one is measured against
  if (next && token.comparator !== null && /^に向け[^。、]{0,12}→\s?$/.test(between)) return { ...alone, token: next }
  return alone
}

/** «15,006／28,043件», «15,006件／28,043件» */
const isCountOver = (token: FigureToken, next: FigureToken): boolean =>
  next.unit !== null && next.unit !== '%' && (token.unit === null || sameUnit(token.unit, next.unit))

/** «53.5%（15,006／28,043件）»: the counts stand in brackets behind their share. */
function countsBehind(plain: string, share: FigureToken, tokens: readonly FigureToken[], i: number): Partial<FigurePair> | null {
  const [part, whole] = [tokens[i + 1], tokens[i + 2]]
  if (share.unit !== '%' || !part || !whole || !isCountOver(part, whole) || plain[whole.end] !== ')') return null
  if (!/^\s?\($/.test(plain.slice(share.end, part.start)) || !/^\s?\/\s?$/.test(plain.slice(part.end, whole.start))) return null
  return { token: { ...share, end: whole.end + 1 }, numerator: part.value, denominator: whole.value }
}

/** The earlier value in the unit of the later one: «1,712 → 1,507事業», «12億円 → 10億5千万円». */
function inUnitOf(token: FigureToken, next: FigureToken): Decimal | null {
  if (token.unit === null || sameUnit(token.unit, next.unit)) return token.value
  const yen = yenOf(token.value, token.unit)
  return yen !== null && next.unit === '円' ? decimalOf(yen) : null
}

/** Nothing but a date. */
const isDate = (words: string): boolean => {
  const [date] = findDates(words)
  return date !== undefined && date.start === 0 && date.end === words.length
}
