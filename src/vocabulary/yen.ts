import Big from 'big.js'
import type { Decimal } from './decimal.ts'
import { NUMERAL_PATTERN, readNumeral, scaled } from './number-words.ts'
import { foldInPlace } from './same-length.ts'
import { MONEY_UNITS } from './units.ts'

/** 円換算 — an amount and its printed unit as integer yen; null where the unit is not money, the yen are not whole, or too many to be exact. */
export function yenOf(value: Decimal, unit: string | null): number | null {
  const power = unit === null ? undefined : MONEY_UNITS[unit.normalize('NFKC')]
  if (power === undefined) return null
  const yen = new Big(value).times(new Big(10).pow(power))
  return yen.eq(yen.round(0)) && yen.abs().lte(Number.MAX_SAFE_INTEGER) ? yen.toNumber() : null
}

/** 金額の単位を揃える — «5,600万円» said of «12億3,400万円» (円) is 56000000; other units must be the same. */
export function moneyIn(value: Decimal, unit: string | null, wanted: string | null): Decimal | null {
  const [from, to] = [unit, wanted].map((u) => (u === null ? undefined : MONEY_UNITS[u.normalize('NFKC')]))
  return from === undefined || to === undefined ? null : (new Big(value).times(new Big(10).pow(from - to)).toFixed() as Decimal)
}

/** «18億6,000万円» of an indicator in 億円 is 18.6: one unit of money told in another; other units stay as they are. */
export function inUnit(value: Decimal, from: string | null, to: string | null): Decimal {
  const power = (unit: string | null): number | undefined => (unit === null ? undefined : MONEY_UNITS[unit.normalize('NFKC')])
  const [own, wanted] = [power(from), power(to)]
  if (own === undefined || wanted === undefined || own === wanted) return value
  return new Big(value).times(new Big(10).pow(own - wanted)).toFixed() as Decimal
}

const CELL = new RegExp(`^(約)?(\\(?)([-▲△]?)\\s?(${NUMERAL_PATTERN})\\s?(円)?\\)?$`)

/**
 * 金額のセル — «△66,669», «(1,200)», «約2億5千万円», «44億7,200万円», «8,832千円»; `unit` is the unit of the column
 * («千円») and counts only where the cell itself has none. Integer yen; null where the cell is not an amount.
 */
export function readYen(cell: string, unit: string | null = null): number | null {
  const plain = foldInPlace(cell).trim()
  const said = CELL.exec(plain)
  const numeral = readNumeral(said?.[4] ?? '')
  if (!said || !numeral) return null
  // Accountants print a negative in brackets; an opened bracket must be closed.
  if ((said[2] === '(') !== plain.endsWith(')')) return null
  const negative = said[2] === '(' || said[3] !== ''
  const own = said[5] === '円' || numeral.scale !== null
  const value = scaled(numeral.value, numeral.scale)
  const yen = yenOf(value, own ? '円' : unit)
  return yen === null ? null : negative ? 0 - yen : yen
}
