import { absolute, compare, type Decimal, isPositive, minus, plus, times } from '../../vocabulary/decimal.ts'
import { agreementOf, lastDigit, percentOf } from '../tolerance.ts'

/** 増減の率 — told against the amount before, or as what is left of it. */
const OF_CHANGE = /(?:増加?|減少?|伸び|削減|縮減|短縮|低下|上昇|向上|節減|圧縮|解消)率/
/** Counts that are rounded themselves: 千人, 億円, 約. */
const ROUNDED = /約|およそ|[千万億](?:人|世帯|件|戸|台|枚|円|㎡|トン|t|kWh)|\d\.\d+\s?(?:[千万億]|時間|㎡|トン|t|km|ha)/

/** What else the counts may say: a rate of change, the rest of the whole, one count against the other the other way round. */
export function otherReading(words: string, stated: Decimal, numerator: Decimal, denominator: Decimal): 'holds' | 'doubt' | null {
  const full = '100' as Decimal
  const part = percentOf(numerator, denominator)
  const fits = (percent: Decimal): boolean => agreementOf(absolute(stated), absolute(percent)) !== 'differs'
  const turned = isPositive(numerator) ? percentOf(denominator, numerator) : null
  const change = fits(minus(full, part)) || (turned !== null && fits(minus(full, turned)))
  if (OF_CHANGE.test(words)) return change ? 'holds' : 'doubt'
  if (change || (turned !== null && fits(turned))) return 'doubt'
  if (!ROUNDED.test(words)) return null
  const [n, d] = [times(lastDigit(numerator), HALF), times(lastDigit(denominator), HALF)]
  const [low, high] = [percentOf(minus(numerator, n), plus(denominator, d)), percentOf(plus(numerator, n), minus(denominator, d))]
  return compare(stated, low) >= 0 && compare(stated, high) <= 0 ? 'holds' : null
}
const HALF = '0.5' as Decimal
