import { cumulated, sumsOver, totalOf } from '../evaluate/effect-sums.ts'
import {
  type EffectMeasure,
  type EffectStanding,
  estimatesOf,
  type LeftOut,
  measureOfUnit,
  standingsIn,
  termsAmong,
} from '../evaluate/effect-terms.ts'
import { type EffectTotals, effectAgainstPlan, effectTotals } from '../evaluate/effect-totals.ts'
import { isGrandTotal } from '../evaluate/printed-total.ts'
import type { Effect, ReformRecord } from '../reform/record.ts'
import type { Decimal } from '../vocabulary/decimal.ts'
import { isTotalScope } from '../vocabulary/total-scope.ts'
import type { EditionIndex } from './edition-index.ts'
import { estimateName, measureName, measuresIn, type ShownIn, shownIn, shownText } from './effect-amounts.ts'
import { isMoney, numberText, percentText, yearText, yenText } from './figures.ts'
import type { SourceRef } from './source-pages.ts'
import { withUnit } from './told.ts'
import { leftOutMeaning, leftOutText } from './wording-effects.ts'

/** `leftOut`: why the amount is not in the total; null where it is */
export type EffectCell = { text: string; status: string | null; leftOut: string | null; sources: SourceRef[] }
export type EffectRow = {
  scope: string
  /** the initiative whose amounts these are */
  initiative: string | null
  /** as printed; empty where the document says nothing for that year */
  cells: EffectCell[][]
  /** null where no amount of the row is in the total; `leftOut` says why */
  total: string | null
  leftOut: string | null
  printedTotal: string | null
  difference: string | null
}

/** 効果額の表 — one estimate and one measure: printed rows over fiscal years, with computed totals beside the printed ones. */
export type EffectTable = {
  estimate: string
  /** false: the amounts are only reported */
  estimated: boolean
  /** 金額, 人員, 時間 */
  measure: string
  unit: string
  years: { year: number; name: string }[]
  rows: EffectRow[]
  sums: string[]
  cumulative: string[]
  total: string
  /** 文書の合計行 — what the document itself prints as totals, null where it prints none */
  printed: { sums: (string | null)[]; total: string | null } | null
  /** why amounts are left out, each reason once */
  reasons: string[]
}

function cellText(effect: Effect, shown: ShownIn): string {
  if (effect.amountYen !== null) return yenText(effect.amountYen, shown.measure === 'yen' ? shown.unit : '円')
  if (!effect.quantity) return effect.raw
  return shown.measure === 'yen' ? withUnit(numberText(effect.quantity), effect.unit) : numberText(effect.quantity)
}

export type SourcesOf = (effect: Effect) => SourceRef[]

/** A row is a printed scope; where one scope says 歳入 and 歳出, or 単年度 and 継続, apart, so does the table. */
const rowName = (e: Effect): string => {
  const said = [e.side, e.basis].filter((s) => s !== null)
  return said.length > 0 ? `${e.scope}（${said.join('・')}）` : e.scope
}

type Ground = { record: ReformRecord; shown: ShownIn; sources: SourcesOf; years: number[] }

function rowOf(scope: string, own: readonly EffectStanding[], { record, shown, sources, years }: Ground): EffectRow {
  const first = own[0]?.effect as Effect
  const { of } = first
  const terms = termsAmong(own, shown.measure)
  const printed = shown.measure === 'yen' && record.effectTotals.find((t) => t.estimate === first.estimate && t.scope === first.scope)
  const why = own.map(({ leftOut }) => leftOut).filter((one): one is LeftOut => one !== null)
  return {
    scope,
    initiative: of && 'initiative' in of && record.initiatives.some(({ id }) => id === of.initiative) ? of.initiative : null,
    cells: years.map((year) =>
      own
        .filter(({ effect }) => effect.fiscalYear === year)
        .map(({ effect, leftOut }) => ({
          text: cellText(effect, shown),
          status: effect.status,
          leftOut: leftOut === null || leftOut === 'no-number' ? null : leftOutText(leftOut),
          sources: sources(effect),
        })),
    ),
    total: terms.length > 0 ? shownText(totalOf(terms), shown) : null,
    leftOut: terms.length > 0 || !why[0] ? null : leftOutText(why[0]),
    printedTotal: !printed || printed.amountYen === null ? null : yenText(printed.amountYen, shown.unit),
    difference: !printed || printed.differenceYen === null ? null : yenText(printed.differenceYen, shown.unit),
  }
}

function tableOf(record: ReformRecord, estimate: string | null, measure: EffectMeasure, sources: SourcesOf): EffectTable {
  const shown = shownIn(record, measure)
  const own = standingsIn(record, estimate).filter((s) => (s.measure ?? besideWhich(s.effect)) === measure)
  const said = own.filter(({ effect }) => effect.fiscalYear !== null && !isTotalScope(effect.scope))
  const years = [...new Set(said.map(({ effect }) => effect.fiscalYear as number))].toSorted((a, b) => a - b)
  const apart = new Set(said.map(({ effect }) => `${effect.side}${effect.basis}`)).size > 1
  const ground = { record, shown, sources, years }
  const terms = termsAmong(own, measure)
  const sums = sumsOver(terms, years)
  const why = new Set(said.map(({ leftOut }) => leftOut).filter((one): one is LeftOut => one !== null && one !== 'no-number'))
  return {
    estimate: estimateName(estimate),
    estimated: estimate !== null,
    measure: measureName(measure),
    unit: shown.unit,
    years: years.map((year) => ({ year, name: yearText(year) })),
    rows: [...Map.groupBy(said, ({ effect }) => (apart ? rowName(effect) : effect.scope))].map(([scope, all]) => rowOf(scope, all, ground)),
    sums: sums.years.map((sum) => shownText(sum ?? ZERO, shown)),
    cumulative: cumulated(sums.years).map((sum) => shownText(sum, shown)),
    total: shownText(sums.total, shown),
    printed: measure === 'yen' ? printedTotals(record, estimate, years, shown) : null,
    reasons: [...why].map(leftOutMeaning),
  }
}
const ZERO = '0' as Decimal

/** A cell that is no number stands in the table of the amounts around it: 「－」 has no measure of its own. */
const besideWhich = ({ unit }: Effect): EffectMeasure => (unit === null || isMoney(unit) ? 'yen' : measureOfUnit(unit))

function printedTotals({ effects, effectTotals: totals }: ReformRecord, estimate: string | null, years: number[], shown: ShownIn) {
  const said = effects.filter((e) => e.estimate === estimate && isGrandTotal(e.scope, e.of))
  const total = totals.find((t) => t.estimate === estimate && isGrandTotal(t.scope))?.amountYen ?? null
  if (said.length === 0 && total === null) return null
  const sums = years.map((year) => {
    const found = said.find((e) => e.fiscalYear === year)
    return found ? cellText(found, shown) : null
  })
  return { sums, total: total === null ? null : yenText(total, shown.unit) }
}

export const effectSources = (index: EditionIndex): SourcesOf => {
  const places = new Map(index.edition.record.effects.map((effect, nth) => [effect, nth]))
  return (effect) =>
    ['amountYen', 'raw', 'quantity'].map((key) => index.sources(`/effects/${places.get(effect)}/${key}`)).find((s) => s.length > 0) ?? []
}

/** 見積時点ごとの表 — of one measure; `sources` where a reader can be led to the documents. */
export const tablesOf = (record: ReformRecord, measure: EffectMeasure, sources: SourcesOf = () => []): EffectTable[] =>
  estimatesOf(record)
    .map((estimate) => tableOf(record, estimate, measure, sources))
    .filter((t) => t.rows.length > 0)

/** 金額の表 */
export const effectTables = (index: EditionIndex): EffectTable[] => tablesOf(index.edition.record, 'yen', effectSources(index))

/** 人・時間などの表 — each measure has its own, and none of them is added to another. */
export const quantityTables = (index: EditionIndex): { name: string; tables: EffectTable[] }[] =>
  measuresIn(index.edition.record.effects)
    .filter((measure) => measure !== 'yen')
    .map((measure) => ({ name: measureName(measure), tables: tablesOf(index.edition.record, measure, effectSources(index)) }))
    .filter(({ tables }) => tables.length > 0)

/** 年度別の合計 — of each estimate, for charts. */
export const totalsOfEstimates = (record: ReformRecord): EffectTotals[] => effectTotals(record).filter((t) => t.years.length > 0)

/** 「96.4%」 — 実績 ÷ 計画 over the settled years, for the head of the overview. */
export function effectRateText(index: EditionIndex): string | null {
  const rate = effectAgainstPlan(index.edition.record)?.rate
  return rate ? percentText(rate) : null
}

/** 計画額に対する実績 — over the years that are settled; null where no two estimates can be compared. */
export function effectAgainstPlanText(index: EditionIndex): string | null {
  const against = effectAgainstPlan(index.edition.record)
  if (!against) return null
  const { unit } = shownIn(index.edition.record, 'yen')
  const years = against.fiscalYears.map(yearText).join('・')
  const rate = against.rate ? `（計画の${percentText(against.rate)}）` : ''
  return `実績が出ている${years}では、計画${yenText(against.plannedYen, unit)}${unit}に対して、実績${yenText(against.actualYen, unit)}${unit}${rate}です。`
}
