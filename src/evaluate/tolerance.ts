import {
  absolute,
  compare,
  type Decimal,
  decimalOf,
  dividedBy,
  minus,
  printedPlaces,
  sumOf,
  times,
  toDecimal,
} from '../vocabulary/decimal.ts'

/** 一致の程度 — 端数切捨て within one unit holds, and says so. */
export type Agreement = 'equal' | 'rounded' | 'truncated' | 'differs'

const HALF = '0.5' as Decimal

/** 最後の印字桁の単位 — «15.3» → 0.1, «3455» → 1 */
export const lastDigit = (value: Decimal): Decimal => {
  const places = printedPlaces(value)
  return (places === 0 ? '1' : `0.${'0'.repeat(places - 1)}1`) as Decimal
}

/** 一つの値 — half a unit of the last printed digit, or cut off within one unit. */
export function agreementOf(stated: Decimal, computed: Decimal, unit: Decimal = lastDigit(stated)): Agreement {
  const off = absolute(minus(stated, computed))
  if (compare(off, '0' as Decimal) === 0) return 'equal'
  if (compare(off, times(unit, HALF)) <= 0) return 'rounded'
  const cut = compare(absolute(computed), absolute(stated)) > 0 && compare(off, unit) < 0
  return cut ? 'truncated' : 'differs'
}

/**
 * 合計 — n rounded terms may be off by (n + 1) / 2 units. Counted things (人, 件) are not rounded: their sum is exact.
 * `unit` is the step the terms are printed in: 1000 for yen in 千円, 0.1 for «12.4».
 */
export function sumAgreement(stated: Decimal, terms: readonly Decimal[], unit: Decimal | 'exact'): Agreement {
  const off = absolute(minus(stated, sumOf(terms)))
  if (compare(off, '0' as Decimal) === 0) return 'equal'
  if (unit === 'exact') return 'differs'
  const allowed = times(unit, dividedBy(decimalOf(terms.length + 1), decimalOf(2)))
  return compare(off, allowed) <= 0 ? 'rounded' : 'differs'
}

/**
 * 端数切捨ての和 — a total of n cut-off amounts is at most n − 1 units above the sum of what is printed. Nobody sees from
 * the figures alone whether they were cut off or rounded.
 */
export function mayBeCutOff(stated: Decimal, terms: readonly Decimal[], unit: Decimal | 'exact'): boolean {
  if (unit === 'exact') return false
  const off = minus(stated, sumOf(terms))
  return compare(off, '0' as Decimal) > 0 && compare(off, times(unit, decimalOf(terms.length - 1))) <= 0
}

/** The coarsest last digit of several values. */
export const coarsest = (values: readonly Decimal[]): Decimal =>
  values.map(lastDigit).reduce((a, b) => (compare(a, b) >= 0 ? a : b), '0' as Decimal)

const MEASURED =
  /^(?:%|パーセント|ポイント|pt|倍|割|時間|分|秒|日|点|[ckm]?m[²³23]?|㎡|㎥|㎞|㎢|ha|a|t|トン|kg|㎏|g|mg|k?Wh?|kWh|MWh|k?[lL]|[GMT]B|.+円|[千万億].+)$/
/** 数え上げた値か — whole numbers of people or things; 千円, % and measures are rounded. */
export const isCounted = (unit: string | null, values: readonly Decimal[]): boolean =>
  (unit === null || !MEASURED.test(unit.replace(/\/.*$/, ''))) && values.every((v) => printedPlaces(v) === 0)

/** Whether `sum` is so near to `total` that a slip of the pen is likelier than a list that is not complete. */
export const isNear = (total: Decimal, sum: Decimal): boolean =>
  compare(absolute(minus(total, sum)), times(absolute(total), '0.1' as Decimal)) <= 0

export const zero = toDecimal('0') as Decimal
export const percentOf = (part: Decimal, whole: Decimal): Decimal => dividedBy(times(part, '100' as Decimal), whole)
