import Big from 'big.js'
import { type Decimal, toDecimal } from './decimal.ts'

const SCALES: Record<string, number> = { 兆: 12, 億: 8, 千万: 7, 百万: 6, 十万: 5, 万: 4, 千: 3, 百: 2, 十: 1 }
const PRINTED = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?'
const SCALE = '兆|億|千万|百万|十万|万|千|百'

/** 数の書き方 — «1,234.5», «2億5千万», «44億7,200万», in a text folded by foldInPlace. No sign. */
export const NUMERAL_PATTERN = `${PRINTED}(?:(?:${SCALE})(?:${PRINTED}(?:${SCALE}))*(?:${PRINTED})?)?`

export type Numeral = { value: Decimal; scale: string | null }

/**
 * 数詞の読み取り — «2億5千万» → 250000000. With one scale only, as in «290億», number and scale stay apart
 * (290 and 億), because «億円» is then the printed unit and the printed digits are 290.
 */
export function readNumeral(text: string): Numeral | null {
  const parts = [...text.matchAll(new RegExp(`(${PRINTED})(${SCALE})?`, 'g'))]
  const [first, ...more] = parts
  if (!first || parts.map((p) => p[0]).join('') !== text) return null
  const value = toDecimal((first[1] as string).replaceAll(',', ''))
  if (value === null) return null
  if (more.length === 0) return { value, scale: first[2] ?? null }
  const total = addUp(parts.map((p) => [(p[1] as string).replaceAll(',', ''), p[2] ?? '']))
  return { value: total.toFixed() as Decimal, scale: null }
}

/** 千・百・十 count up to the next 万・億・兆: «2千3百万» is 2,300 times 万. */
function addUp(parts: readonly (readonly [string, string])[]): Big {
  let total = new Big(0)
  let section = new Big(0)
  for (const [value, scale] of parts) {
    const [, small = '', large = ''] = /^([千百十]?)([万億兆]?)$/.exec(scale) ?? []
    section = section.plus(scaled(value, small === '' ? null : small))
    if (large === '') continue
    total = total.plus(scaled(section.toFixed(), large))
    section = new Big(0)
  }
  return total.plus(section)
}

/** «5» and «千» → 5000 */
export function scaled(value: string, scale: string | null): Decimal {
  return (scale === null ? value : new Big(value).times(new Big(10).pow(SCALES[scale] ?? 0)).toFixed()) as Decimal
}

const KANJI_DIGITS = '〇一二三四五六七八九'
/** 漢数字 — 五 → 5, 十二 → 12, 二十 → 20, 百五 → 105; null for anything else. Declared counts are written so («四つの視点»). */
export function readKanjiNumber(text: string): number | null {
  if (!/^[〇一二三四五六七八九十百]+$/.test(text)) return null
  let total = 0
  let digit: number | null = null
  for (const letter of text) {
    const tens = letter === '十' ? 10 : letter === '百' ? 100 : 0
    if (tens > 0) {
      total += (digit ?? 1) * tens
      digit = null
    } else digit = (digit ?? 0) * 10 + KANJI_DIGITS.indexOf(letter)
  }
  return total + (digit ?? 0)
}
