import type { Effect, ReformRecord } from '../reform/record.ts'
import { type Decimal, decimalOf, dividedBy } from '../vocabulary/decimal.ts'
import { estimatesOf, isOnlyResults, termsOf, type YenTerm } from './effect-terms.ts'

export type YearAmount = { fiscalYear: number; amountYen: number; cumulativeYen: number; status: Effect['status'] }
/** 効果額の集計 — one estimate: rows (pillars or initiatives), years and total, all integer yen. */
export type EffectTotals = {
  estimate: string | null
  rows: { scope: string; of: Effect['of']; years: YearAmount[]; totalYen: number }[]
  years: YearAmount[]
  totalYen: number
}
/** 見積時点の差 — of the same row and year between two estimates. */
export type EffectDifference = {
  scope: string | null
  fiscalYear: number | null
  earlier: string | null
  later: string | null
  differenceYen: number
}
/** 計画に対する実績 — over the years for which the later estimate says 実績. */
export type EffectAgainstPlan = { fiscalYears: number[]; plannedYen: number; actualYen: number; rate: Decimal | null }

export const effectTotals = (record: ReformRecord): EffectTotals[] => estimatesOf(record).map((estimate) => totalsOf(record, estimate))

function totalsOf(record: ReformRecord, estimate: string | null): EffectTotals {
  const terms = termsOf(record, estimate)
  const scopes = [...new Set(terms.map((e) => e.scope))]
  const rows = scopes.map((scope) => {
    const own = terms.filter((e) => e.scope === scope)
    return { scope, of: own[0]?.of ?? null, years: yearsOf(own), totalYen: sum(own) }
  })
  return { estimate, rows, years: yearsOf(terms), totalYen: sum(terms) }
}

const sum = (all: readonly YenTerm[]): number => all.reduce((total, e) => total + e.amountYen, 0)

function yearsOf(all: readonly YenTerm[]): YearAmount[] {
  const years = [...new Set(all.map((e) => e.fiscalYear))].toSorted((a, b) => a - b)
  let cumulativeYen = 0
  return years.map((fiscalYear) => {
    const own = all.filter((e) => e.fiscalYear === fiscalYear)
    const amountYen = sum(own)
    cumulativeYen += amountYen
    const statuses = [...new Set(own.map((e) => e.status))]
    return { fiscalYear, amountYen, cumulativeYen, status: statuses.length === 1 ? (statuses[0] ?? null) : null }
  })
}

/** 前の見積との差 — by row, by year and in total, for each estimate that follows another; amounts of no named estimate follow none. */
export function effectDifferences(record: ReformRecord): EffectDifference[] {
  const all = effectTotals(record).filter(({ estimate }) => estimate !== null)
  return all.slice(1).flatMap((later, i) => differencesBetween(all[i] as EffectTotals, later))
}

function differencesBetween(earlier: EffectTotals, later: EffectTotals): EffectDifference[] {
  const names = { earlier: earlier.estimate, later: later.estimate }
  const rows = later.rows.flatMap((row) => {
    const before = earlier.rows.find((r) => r.scope === row.scope)
    return before ? [{ ...names, scope: row.scope, fiscalYear: null, differenceYen: row.totalYen - before.totalYen }] : []
  })
  const years = later.years.flatMap((year) => {
    const before = earlier.years.find((y) => y.fiscalYear === year.fiscalYear)
    return before ? [{ ...names, scope: null, fiscalYear: year.fiscalYear, differenceYen: year.amountYen - before.amountYen }] : []
  })
  return [...rows, ...years, { ...names, scope: null, fiscalYear: null, differenceYen: later.totalYen - earlier.totalYen }]
}

/** 計画額に対する実績 — «R4+R5: plan 222,380 千円, actual 78,227 千円 = 35.2%», which no table prints. */
export function effectAgainstPlan(record: ReformRecord): EffectAgainstPlan | null {
  const [plan, ...others] = effectTotals(record)
  // what sections reported is of some initiatives; an estimate that closes a year is of all
  const latest = others.findLast(({ estimate }) => !isOnlyResults(record, estimate)) ?? others.at(-1)
  if (!plan || !latest) return null
  const done = latest.years.filter((y) => y.status === '実績')
  const planned = plan.years.filter((y) => done.some((d) => d.fiscalYear === y.fiscalYear))
  if (done.length === 0 || planned.length !== done.length) return null
  const plannedYen = planned.reduce((total, y) => total + y.amountYen, 0)
  const actualYen = done.reduce((total, y) => total + y.amountYen, 0)
  const rate = plannedYen > 0 ? dividedBy(decimalOf(actualYen), decimalOf(plannedYen)) : null
  return { fiscalYears: done.map((y) => y.fiscalYear), plannedYen, actualYen, rate }
}
