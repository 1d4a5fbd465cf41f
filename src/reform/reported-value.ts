import type { Decimal } from '../vocabulary/decimal.ts'
import { pairAt } from '../vocabulary/figure-pair.ts'
import { type FigureToken, figureTokens } from '../vocabulary/figure-token.ts'
import { foldTight } from '../vocabulary/folding.ts'
import { type Measured, readMeasured } from '../vocabulary/measured.ts'
import { foldInPlace } from '../vocabulary/same-length.ts'
import { MONEY_UNITS, PER_PATTERN, sameUnit } from '../vocabulary/units.ts'
import { inUnit } from '../vocabulary/yen.ts'

/** 割合の内訳 — «15,006／28,043件 53.5％» says how many of how many. */
export type Counts = { numerator: Decimal | null; denominator: Decimal | null }

const NO_COUNTS: Counts = { numerator: null, denominator: null }

/**
 * 実績値の読み取り — «45,200件» beside a unit of 件 or 件/年 (1,700名 beside 人) is a number, «5万円» beside 千円 is 50, «概ね達成» a text,
 * «－» not applicable. What is more than one figure with its unit stays a text: a range, a limit, another unit.
 */
export function readReported(raw: string, unit: string | null): Measured {
  return readCounted(raw, unit).measured
}

/** The same with the counts of a share, which a check compares with the share. */
export function readCounted(raw: string, unit: string | null): { measured: Measured } & Counts {
  const plain = readMeasured(raw)
  if (unit === null || plain.answer !== 'text') return { measured: plain, ...NO_COUNTS }
  const share = withCounts(raw, unit)
  if (share) return share
  const value = withUnit(raw, unit)
  return { measured: value === null ? plain : { answer: 'number', value, raw: raw.trim() }, ...NO_COUNTS }
}

/** «件/年», «名/年度»: what is counted, and in which time. */
const bare = (unit: string): { unit: string; per: string } => {
  const tight = foldTight(unit)
  const per = PER.exec(tight)?.[0] ?? ''
  return { unit: per === tight ? tight : tight.slice(0, tight.length - per.length), per }
}
const PER = new RegExp(`${PER_PATTERN}$`)

function withUnit(raw: string, unit: string): Decimal | null {
  const said = foldTight(raw)
  const [ending] = (said.endsWith(foldTight(unit)) ? foldTight(unit) : (/[^\d]+$/.exec(said)?.[0] ?? '')).match(/.+/s) ?? ['']
  const own = bare(ending)
  const wanted = bare(unit)
  const agrees = sameUnit(own.unit, wanted.unit) && (own.per === '' || wanted.per === '' || own.per.charAt(1) === wanted.per.charAt(1))
  if (ending !== '' && agrees) {
    const number = readMeasured(said.slice(0, -ending.length))
    if (number.answer === 'number') return number.value
  }
  const [token, ...others] = figureTokens(foldInPlace(raw).trim())
  if (!token || others.length > 0 || !isAlone(foldInPlace(raw).trim(), token, token.end)) return null
  const isMoney = token.unit !== null && MONEY_UNITS[token.unit] !== undefined && MONEY_UNITS[unit.normalize('NFKC')] !== undefined
  return isMoney ? inUnit(token.value, token.unit, unit) : null
}

const isAlone = (plain: string, { start, comparator, approximate }: FigureToken, end: number): boolean =>
  start === 0 && end === plain.length && comparator === null && !approximate

function withCounts(raw: string, unit: string): ({ measured: Measured } & Counts) | null {
  if (!sameUnit(foldTight(unit), '%')) return null
  const plain = foldInPlace(raw).trim()
  const tokens = figureTokens(plain)
  const [first] = tokens
  if (first?.start !== 0) return null
  const { token, numerator, denominator } = pairAt(plain, tokens, 0)
  if (token.unit !== '%' || numerator === null || denominator === null) return null
  if (token.comparator !== null || !/^\)?$/.test(plain.slice(token.end))) return null
  return { measured: { answer: 'number', value: token.value, raw: raw.trim() }, numerator, denominator }
}
