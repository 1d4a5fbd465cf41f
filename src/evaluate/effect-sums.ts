import type { Effect } from '../reform/record.ts'
import { type Decimal, plus, sumOf } from '../vocabulary/decimal.ts'
import type { EffectTerm } from './effect-terms.ts'

/** 年度別の額 — null where nothing is said for the year, which is not zero. */
export type YearSums = { years: (Decimal | null)[]; total: Decimal }
export type EffectBreakdown = { value: string | null; sums: YearSums }

const ZERO = '0' as Decimal

export const yearsIn = (terms: readonly EffectTerm[]): number[] =>
  [...new Set(terms.map(({ fiscalYear }) => fiscalYear))].toSorted((a, b) => a - b)

export const totalOf = (terms: readonly EffectTerm[]): Decimal => sumOf(terms.map(({ value }) => value))

export function sumsOver(terms: readonly EffectTerm[], years: readonly number[]): YearSums {
  const byYear = Map.groupBy(terms, ({ fiscalYear }) => fiscalYear)
  const sums = years.map((year) => {
    const own = byYear.get(year)
    return own ? totalOf(own) : null
  })
  return { years: sums, total: totalOf(terms) }
}

/** 累計 — up to and including each year; a year of which nothing is said adds nothing. */
export function cumulated(years: readonly (Decimal | null)[]): Decimal[] {
  let sum = ZERO
  return years.map((amount) => {
    sum = plus(sum, amount ?? ZERO)
    return sum
  })
}

/** 年度の区分 — null where the amounts of one year are of several. */
export function statusesOver(terms: readonly EffectTerm[], years: readonly number[]): Effect['status'][] {
  return years.map((year) => {
    const said = new Set(terms.filter(({ fiscalYear }) => fiscalYear === year).map(({ effect }) => effect.status))
    return said.size === 1 ? ([...said][0] ?? null) : null
  })
}

/** 内訳 — a partition of the terms, so that its sums are the total. */
export function brokenDown(terms: readonly EffectTerm[], by: 'side' | 'basis' | 'status', years: readonly number[]): EffectBreakdown[] {
  const order: readonly (string | null)[] = ['歳入', '歳出', '単年度', '継続', '計画', '見込み', '実績', null]
  return [...Map.groupBy(terms, ({ effect }) => effect[by])]
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([value, own]) => ({ value, sums: sumsOver(own, years) }))
}
