import Big from 'big.js'
import type { Brand } from './brand.ts'

/** 小数 — an exact decimal with its printed digits («100.0» stays «100.0»); never a binary float. */
export type Decimal = Brand<string, 'Decimal'>

const PLAIN = /^-?\d+(\.\d+)?$/

/**
 * The decimal of a plain half-width number; null for anything else (commas, signs of other kinds, words). «007» is 7:
 * JSON knows no leading zeros, and a record that was printed and read back must be the same.
 */
export function toDecimal(text: string): Decimal | null {
  return PLAIN.test(text) ? (text.replace(/^(-?)0+(?=\d)/, '$1') as Decimal) : null
}

export const decimalOf = (integer: number): Decimal => new Big(integer).toFixed() as Decimal
export const plus = (a: Decimal, b: Decimal): Decimal => new Big(a).plus(b).toFixed() as Decimal
export const minus = (a: Decimal, b: Decimal): Decimal => new Big(a).minus(b).toFixed() as Decimal
export const times = (a: Decimal, b: Decimal): Decimal => new Big(a).times(b).toFixed() as Decimal
export const compare = (a: Decimal, b: Decimal): -1 | 0 | 1 => new Big(a).cmp(b)
export const absolute = (a: Decimal): Decimal => new Big(a).abs().toFixed() as Decimal
export const isPositive = (a: Decimal): boolean => new Big(a).gt(0)
export const sumOf = (all: readonly Decimal[]): Decimal => all.reduce(plus, '0' as Decimal)

/** a ÷ b to 20 places; the caller refuses a zero divisor before asking. */
export function dividedBy(a: Decimal, b: Decimal): Decimal {
  const exact = Big()
  exact.DP = 20
  return new exact(a).div(b).toFixed() as Decimal
}

/** 四捨五入 — half away from zero, as offices round. */
export const rounded = (a: Decimal, places: number): Decimal => new Big(a).toFixed(places, Big.roundHalfUp) as Decimal

/** 表示桁 — the number of digits printed after the point: the unit of the last printed digit decides a tolerance. */
export const printedPlaces = (a: Decimal): number => a.split('.')[1]?.length ?? 0
