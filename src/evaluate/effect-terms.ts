import type { Effect, ReformRecord } from '../reform/record.ts'
import { type Decimal, decimalOf } from '../vocabulary/decimal.ts'
import { foldTight } from '../vocabulary/folding.ts'
import { isOfWhich } from '../vocabulary/of-which.ts'
import { isTotalScope } from '../vocabulary/total-scope.ts'
import { type EffectPlace, effectPlaces, standsAbove } from './effect-place.ts'

/** 効果の量 — yen, or persons, hours or whatever else is counted, each by its unit; amounts of two measures are never added. */
export type EffectMeasure = 'yen' | `unit:${string}`
export const PERSONS: EffectMeasure = 'unit:人'
export const HOURS: EffectMeasure = 'unit:時間'

/** 合計に含めない理由 */
export type LeftOut =
  /** the printed total of other rows */
  | 'printed-total'
  /** うち・再掲 */
  | 'of-which'
  | 'no-year'
  | 'no-number'
  /** 継続: it says again what the 単年度 amounts say */
  | 'lasting'
  /** the same row and year is told again in a later status */
  | 'settled-since'
  /** a pillar above tells the sum */
  | 'in-pillar'

/** 合計への算入 — of one amount of one estimate: counted, or why not. */
export type EffectStanding = { effect: Effect; measure: EffectMeasure | null; leftOut: LeftOut | null }
export type EffectTerm = { effect: Effect; fiscalYear: number; value: Decimal }
export type YenTerm = Effect & { fiscalYear: number; amountYen: number }

/** 量の別 — null where the amount is no number («－»). 「人/年」 and 「名」 are persons, 人工 and 人日 are not. */
export function measureOf({ amountYen, quantity, unit }: Effect): EffectMeasure | null {
  if (amountYen !== null) return 'yen'
  return quantity === null ? null : measureOfUnit(unit)
}

/** Where an amount that is no number stands: among those of its unit. */
export function measureOfUnit(unit: string | null): EffectMeasure {
  const name = foldTight(unit ?? '')
  if (/^(?:人|名)(?:\/?年間?)?$/.test(name)) return PERSONS
  if (/^(?:延べ)?(?:時間|h|hours?)(?:\/?年間?)?$/i.test(name)) return HOURS
  return `unit:${name}`
}

export const figureIn = ({ amountYen, quantity }: Effect): Decimal | null => (amountYen === null ? quantity : decimalOf(amountYen))

/**
 * 合計への算入を決める — of every amount of one estimate, each measure for itself. The one place that knows which amounts enter a
 * total: printed totals and うち rows do not; 継続 amounts repeat what 単年度 amounts say (GLOSSARY effectBasis); 見込み and 実績 of
 * one row and year are one amount told twice; and a pillar is the sum of what stands below it in that year. `onlyLasting` looks at
 * the 継続 amounts alone, where they have a total of their own.
 */
export function standingsIn(record: ReformRecord, estimate: string | null, onlyLasting = false): EffectStanding[] {
  const own = record.effects.filter((effect) => effect.estimate === estimate && (!onlyLasting || effect.basis === '継続'))
  const placeOf = effectPlaces(record)
  const left = new Map<Effect, LeftOut>()
  for (const effect of own) {
    const why = ofItself(effect)
    if (why) left.set(effect, why)
  }
  const candidates = own.filter((effect) => !left.has(effect))
  for (const same of Map.groupBy(candidates, measureOf).values()) judgeTogether(same, placeOf, left)
  return own.map((effect) => ({ effect, measure: measureOf(effect), leftOut: left.get(effect) ?? null }))
}

function ofItself(effect: Effect): LeftOut | null {
  if (isTotalScope(effect.scope)) return 'printed-total'
  if (isOfWhich(effect.scope)) return 'of-which'
  if (figureIn(effect) === null) return 'no-number'
  return effect.fiscalYear === null ? 'no-year' : null
}

function judgeTogether(all: readonly Effect[], placeOf: (of: Effect['of']) => EffectPlace | null, left: Map<Effect, LeftOut>): void {
  const places = new Map(all.map((effect) => [effect, placeOf(effect.of)]))
  const single = all.filter(({ basis }) => basis === '単年度')
  const isLasting = (e: Effect): boolean => e.basis === '継続' && single.some((o) => isAlike(o, e) && areRelated(o, e, places))
  const once = remaining(all, isLasting, 'lasting', left)
  const rows = Map.groupBy(once, rowKey)
  const isTold = (e: Effect): boolean => (rows.get(rowKey(e)) ?? []).some((o) => isAlike(o, e) && isOfOneBasis(o, e) && rank(o) > rank(e))
  const settled = remaining(once, isTold, 'settled-since', left)
  const pillars = Map.groupBy(
    settled.filter(({ of }) => of !== null && 'node' in of),
    ({ fiscalYear }) => fiscalYear,
  )
  remaining(
    settled,
    (e) => (pillars.get(e.fiscalYear) ?? []).some((pillar) => isAlike(pillar, e) && isAbove(pillar, e, places)),
    'in-pillar',
    left,
  )
}

/** What is left out of these goes down with its reason; the others stay. */
function remaining(all: readonly Effect[], isOut: (e: Effect) => boolean, why: LeftOut, left: Map<Effect, LeftOut>): Effect[] {
  const out = all.filter(isOut)
  for (const effect of out) left.set(effect, why)
  return all.filter((effect) => !left.has(effect))
}

const STATUSES: readonly Effect['status'][] = [null, '計画', '見込み', '実績']
const rank = ({ status }: Effect): number => STATUSES.indexOf(status)
const rowKey = ({ scope, of, fiscalYear }: Effect): string => JSON.stringify([foldTight(scope), of, fiscalYear])
/** 単年度 of the plan, and 実績 of which nobody says the basis, are one amount told twice. */
const isOfOneBasis = (a: Effect, b: Effect): boolean => a.basis === null || b.basis === null || a.basis === b.basis
/** An amount that does not say its side may be of either: it never stands beside the other as another one. */
const isAlike = (a: Effect, b: Effect): boolean => a.side === null || b.side === null || a.side === b.side

type Places = ReadonlyMap<Effect, EffectPlace | null>

function isAbove(pillar: Effect, effect: Effect, places: Places): boolean {
  const [above, below] = [places.get(pillar), places.get(effect)]
  if (above && below) return standsAbove(above, below)
  // nobody knows where an initiative stands that is not in the record: counted beside a pillar, it might be counted twice
  return effect.of !== null && 'initiative' in effect.of && below === null
}

function areRelated(a: Effect, b: Effect, places: Places): boolean {
  const [one, other] = [places.get(a), places.get(b)]
  if (!one || !other) return JSON.stringify(a.of) === JSON.stringify(b.of)
  const isSame = one.initiative === other.initiative && one.path.join() === other.path.join()
  return isSame || standsAbove(one, other) || standsAbove(other, one)
}

/** 足し合わせる量 — the amounts of one measure that enter the totals of one estimate, each once. */
export const termsIn = (record: ReformRecord, estimate: string | null, measure: EffectMeasure): EffectTerm[] =>
  termsAmong(standingsIn(record, estimate), measure)

export const termsAmong = (standings: readonly EffectStanding[], measure: EffectMeasure): EffectTerm[] =>
  standings.flatMap((standing) => {
    const { effect, leftOut } = standing
    const value = figureIn(effect)
    if (leftOut !== null || standing.measure !== measure || value === null || effect.fiscalYear === null) return []
    return [{ effect, fiscalYear: effect.fiscalYear, value }]
  })

/** 足し合わせる効果額 — in yen. They are the very objects of the record. */
export const termsOf = (record: ReformRecord, estimate: string | null): YenTerm[] =>
  termsIn(record, estimate, 'yen').map(({ effect }) => effect as YenTerm)

/** 財政見通しと突き合わせる効果額 — every yen of the totals of one estimate, each exactly once. */
export const reconcilable = termsOf

/** 見積時点 in the order in which they were said; what only reports results (no estimate at all) comes after every estimate. */
export function estimatesOf(record: ReformRecord): (string | null)[] {
  const said = [...new Set(record.effects.map((e) => e.estimate))]
  return said.toSorted((a, b) => Number(isOnlyResults(record, a)) - Number(isOnlyResults(record, b)))
}

/** 実績だけの額か — what sections reported is no estimate of the whole. */
export const isOnlyResults = (record: ReformRecord, estimate: string | null): boolean =>
  record.effects.every((e) => e.estimate !== estimate || e.status === '実績')
