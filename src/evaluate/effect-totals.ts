import type { Effect, ReformRecord } from '../reform/record.ts'
import { type Decimal, decimalOf, dividedBy } from '../vocabulary/decimal.ts'
import { isOfWhich } from '../vocabulary/of-which.ts'

/** 合計の行か — a printed total: adding it to its own terms would double the amount. */
export const isTotalScope = (scope: string): boolean => {
  const name = scope.normalize('NFKC').replace(/\s/g, '')
  // 「歳入計」 is a total; 会計, 統計, 設計, 家計, 集計 and 累計 are words.
  return /^(?:総?合計|総計|小?計|効果額合計|全体)(?:額)?$/.test(name) || /(?:合計|総計|小計|[^会統設家集時累推公主]計)(?:額)?$/.test(name)
}

/** 全体の合計の行か — a subtotal of one pillar is a total, but not of everything. */
export const isGrandTotal = (scope: string, of: Effect['of'] = null): boolean =>
  of === null && isTotalScope(scope) && !/小計/.test(scope.normalize('NFKC').replace(/\s/g, ''))

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

type Amount = Effect & { fiscalYear: number; amountYen: number }
const isAmount = (e: Effect): e is Amount => e.fiscalYear !== null && e.amountYen !== null

/**
 * 足し合わせる効果額 — without printed totals. Where amounts of pillars and of their initiatives stand side by side,
 * the pillars are the sum of the others; and 継続 amounts repeat what earlier years said as 単年度 (GLOSSARY 効果額).
 */
export function termsOf(record: ReformRecord, estimate: string | null): Amount[] {
  const all = record.effects.filter((e) => e.estimate === estimate && !isTotalScope(e.scope) && !isOfWhich(e.scope)).filter(isAmount)
  const single = all.some((e) => e.basis === '単年度') ? all.filter((e) => e.basis !== '継続') : all
  const twins = new Set(single.map((e) => `${e.scope} ${e.fiscalYear}`)).size < single.length
  const settled = twins ? single.filter((e) => !single.some((o) => o !== e && isMoreSettled(o, e))) : single
  const ofNodes = settled.filter((e) => e.of !== null && 'node' in e.of)
  const ofInitiatives = settled.filter((e) => e.of !== null && 'initiative' in e.of)
  return ofNodes.length > 0 && ofInitiatives.length > 0 ? settled.filter((e) => !ofInitiatives.includes(e)) : settled
}

/** 見込額 and 実績額 of one row and year are one amount, told twice: the later one counts. */
const isMoreSettled = (a: Effect, b: Effect): boolean =>
  a.scope === b.scope && a.fiscalYear === b.fiscalYear && a.basis === b.basis && RANK.indexOf(a.status) > RANK.indexOf(b.status)
const RANK: readonly Effect['status'][] = [null, '計画', '見込み', '実績']

/** 見積時点 in the order in which they were said; what only reports results (no estimate at all) comes after every estimate. */
export function estimatesOf(record: ReformRecord): (string | null)[] {
  const said = [...new Set(record.effects.map((e) => e.estimate))]
  const onlyResults = (estimate: string | null): boolean => record.effects.every((e) => e.estimate !== estimate || e.status === '実績')
  return said.toSorted((a, b) => Number(onlyResults(a)) - Number(onlyResults(b)))
}

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

const sum = (all: readonly Amount[]): number => all.reduce((total, e) => total + e.amountYen, 0)

function yearsOf(all: readonly Amount[]): YearAmount[] {
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
  const latest = others.at(-1)
  if (!plan || !latest) return null
  const done = latest.years.filter((y) => y.status === '実績')
  const planned = plan.years.filter((y) => done.some((d) => d.fiscalYear === y.fiscalYear))
  if (done.length === 0 || planned.length !== done.length) return null
  const plannedYen = planned.reduce((total, y) => total + y.amountYen, 0)
  const actualYen = done.reduce((total, y) => total + y.amountYen, 0)
  const rate = plannedYen > 0 ? dividedBy(decimalOf(actualYen), decimalOf(plannedYen)) : null
  return { fiscalYears: done.map((y) => y.fiscalYear), plannedYen, actualYen, rate }
}
