import {
  EFFECT_CLASSES,
  type EffectClass,
  type EffectFund,
  type EffectKey,
  effectKey,
  keyParts,
  type Marking,
} from '../reform/effect-mark.ts'
import type { FiscalOutlook, OutlookLine } from '../reform/fiscal-outlook.ts'
import { yearsOfOutlook } from '../reform/outlook-rules.ts'
import type { YenTerm } from './effect-terms.ts'
import { balanceOf, type OutlookBalance } from './outlook-balance.ts'

/** 突き合わせた額 — one amount of the effect table with its class; two printed terms of one key are one amount. */
export type ReconciledAmount = {
  key: EffectKey
  term: YenTerm
  fiscalYear: number
  amountYen: number
  class: EffectClass
  fund: EffectFund | null
  mark: Marking | null
  /** the line of the outlook in which it is contained; null where there is none, or where the outlook no longer has it */
  line: OutlookLine | null
}

/** 財源ごとの額 — 一般財源, 総額, and what nobody said it of. */
export type FundSplit = { generalYen: number; totalYen: number; unsaidYen: number }

/** 年度の突き合わせ — `remainingYen` = 収支 + 未織込の一般財源; null where the outlook has no 収支 for the year. */
export type YearReconciliation = {
  fiscalYear: number
  inPeriod: boolean
  balanceYen: number | null
  classes: Record<EffectClass, number>
  inOutlook: FundSplit
  notInOutlook: FundSplit
  remainingYen: number | null
  /** were each undecided amount 未織込 or not: the two ends between which 残る収支差 would come to lie */
  lowYen: number | null
  highYen: number | null
  /** the sum of the effect table itself, which the classes must give again */
  effectYen: number
}

export type Reconciliation = {
  balance: OutlookBalance
  amounts: ReconciledAmount[]
  years: YearReconciliation[]
  totals: Record<EffectClass, number>
  effectYen: number
  /** marks of amounts that the effect table no longer has: they count nowhere */
  gone: Marking[]
}

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)

/**
 * 財政見通しとの突き合わせ — every yen of the effect table stands in exactly one class. Nothing is guessed here: a class comes
 * from a mark that an officer made, and what has none is 未判定 (decision 0021).
 */
export function reconcile(terms: readonly YenTerm[], outlook: FiscalOutlook, marks: readonly Marking[]): Reconciliation {
  const byKey = new Map(marks.map((mark) => [mark.effect, mark]))
  const lines = new Map(outlook.lines.map((line) => [line.id, line]))
  const amounts = [...Map.groupBy(terms, effectKey)].map(([key, own]): ReconciledAmount => {
    const term = own[0] as YenTerm
    const mark = byKey.get(key) ?? null
    const line = mark?.mark === 'in-outlook' && mark.line !== null ? (lines.get(mark.line) ?? null) : null
    const { fiscalYear } = term
    const amountYen = sum(own.map((one) => one.amountYen))
    return { key, term, fiscalYear, amountYen, class: mark?.mark ?? 'unmarked', fund: mark?.fund ?? null, mark, line }
  })
  const balance = balanceOf(outlook)
  const inPeriod = yearsOfOutlook(outlook)
  const all = [...new Set([...inPeriod, ...amounts.map(({ fiscalYear }) => fiscalYear)])].toSorted((a, b) => a - b)
  const known = new Set(amounts.map(({ key }) => key))
  return {
    balance,
    amounts,
    years: all.map((year) => yearOf(year, inPeriod.includes(year), amounts, balance)),
    totals: classesOf(amounts),
    effectYen: sum(terms.map(({ amountYen }) => amountYen)),
    gone: marks.filter(({ effect }) => !known.has(effect)),
  }
}

function yearOf(fiscalYear: number, inPeriod: boolean, amounts: readonly ReconciledAmount[], balance: OutlookBalance): YearReconciliation {
  const own = amounts.filter((one) => one.fiscalYear === fiscalYear)
  const notInOutlook = splitOf(own, 'not-in-outlook')
  const balanceYen = balance.years.get(fiscalYear) ?? null
  const remainingYen = balanceYen === null ? null : balanceYen + notInOutlook.generalYen
  const undecided = own.filter((one) => one.class === 'unmarked').map(({ amountYen }) => amountYen)
  return {
    fiscalYear,
    inPeriod,
    balanceYen,
    classes: classesOf(own),
    inOutlook: splitOf(own, 'in-outlook'),
    notInOutlook,
    remainingYen,
    lowYen: remainingYen === null ? null : remainingYen + sum(undecided.filter((yen) => yen < 0)),
    highYen: remainingYen === null ? null : remainingYen + sum(undecided.filter((yen) => yen > 0)),
    effectYen: sum(own.map(({ amountYen }) => amountYen)),
  }
}

function classesOf(amounts: readonly ReconciledAmount[]): Record<EffectClass, number> {
  const of = (wanted: EffectClass): number => sum(amounts.filter((one) => one.class === wanted).map(({ amountYen }) => amountYen))
  return Object.fromEntries(EFFECT_CLASSES.map((one) => [one, of(one)])) as Record<EffectClass, number>
}

function splitOf(amounts: readonly ReconciledAmount[], wanted: EffectClass): FundSplit {
  const of = (fund: EffectFund | null): number =>
    sum(amounts.filter((one) => one.class === wanted && one.fund === fund).map(({ amountYen }) => amountYen))
  return { generalYen: of('general'), totalYen: of('total'), unsaidYen: of(null) }
}

/** 額の行 — amounts of one row of the effect table: one owner and name over the years. */
export const rowKeyOf = ({ key }: Pick<ReconciledAmount, 'key'>): string => {
  const [estimate, scope, of, , side, basis] = keyParts(key)
  return JSON.stringify([estimate, scope, of, side, basis])
}
