import { type EffectTotals, effectAgainstPlan, effectTotals } from '../evaluate/effect-totals.ts'
import { isGrandTotal, isTotalScope } from '../evaluate/printed-total.ts'
import type { Effect, Initiative } from '../reform/record.ts'
import type { EditionIndex } from './edition-index.ts'
import { isMoney, numberText, percentText, yearShort, yearText, yenIn, yenText } from './figures.ts'
import type { SourceRef } from './source-pages.ts'
import { withUnit } from './told.ts'

export type EffectTold = {
  when: string
  estimate: string
  scope: string
  amount: string
  status: string | null
  side: string | null
  sources: SourceRef[]
}
export type EffectCell = { text: string; status: string | null; sources: SourceRef[] }
export type EffectRow = {
  scope: string
  /** the initiative whose amounts these are */
  initiative: string | null
  /** as printed; empty where the document says nothing for that year */
  cells: EffectCell[][]
  /** null where the row is not a term of the total (a part of another row, or a lasting effect said before) */
  total: string | null
  printedTotal: string | null
  difference: string | null
}

/** 効果額の表 — one estimate: printed rows over fiscal years, with computed totals beside the printed ones. */
export type EffectTable = {
  estimate: string
  /** false: the amounts are only reported */
  estimated: boolean
  unit: string
  years: { year: number; name: string }[]
  rows: EffectRow[]
  sums: string[]
  total: string
  /** 文書の合計行 — what the document itself prints as totals, null where it prints none */
  printed: { sums: (string | null)[]; total: string | null } | null
}
export type EffectChart = { unit: string; desc: string; years: string[]; series: { label: string; values: (number | null)[] }[] }

const NO_ESTIMATE = '報告された額'
/** said where a table has no estimate to be named by */
export const NO_ESTIMATE_MEANING =
  '「報告された額」は、いつの見積りかが文書に書かれていない額です。見積時点の書かれた額と同じものを含むことがあるため、見積時点の違う額は足し合わせていません。'
const nameOf = (estimate: string | null): string => estimate ?? NO_ESTIMATE

/** The unit most amounts are printed in. */
function unitOf(index: EditionIndex): string {
  const units = index.edition.record.effects.map((e) => e.unit).filter(isMoney)
  const count = (unit: string | null) => units.filter((u) => u === unit).length
  return units.toSorted((a, b) => count(b) - count(a))[0] ?? '千円'
}

function amountText(effect: Effect, unit: string): string {
  if (effect.amountYen !== null) return yenText(effect.amountYen, unit)
  return effect.quantity ? withUnit(numberText(effect.quantity), effect.unit) : effect.raw
}

function sourcesOf(effect: Effect, index: EditionIndex): SourceRef[] {
  const at = index.edition.record.effects.indexOf(effect)
  return ['amountYen', 'raw', 'quantity'].map((key) => index.sources(`/effects/${at}/${key}`)).find((s) => s.length > 0) ?? []
}

/** A row is a printed scope; where one scope says 歳入 and 歳出, or 単年度 and 継続, apart, so does the table. */
const rowName = (e: Effect): string => {
  const said = [e.side, e.basis].filter((s) => s !== null)
  return said.length > 0 ? `${e.scope}（${said.join('・')}）` : e.scope
}

function rowsOf(effects: Effect[], totals: EffectTotals, unit: string, years: number[], index: EditionIndex): EffectRow[] {
  const apart = new Set(effects.map((e) => `${e.side}${e.basis}`)).size > 1
  const rows = Map.groupBy(effects, (e) => (apart ? rowName(e) : e.scope))
  return [...rows].map(([scope, own]) => {
    const first = own[0] as Effect
    const term = totals.rows.find((r) => r.scope === first.scope && (!apart || r.scope === scope))
    const printed = index.edition.record.effectTotals.find((t) => t.estimate === first.estimate && t.scope === first.scope)
    return {
      scope,
      initiative: first.of && 'initiative' in first.of ? (index.initiative(first.of.initiative)?.id ?? null) : null,
      cells: years.map((year) =>
        own
          .filter((e) => e.fiscalYear === year)
          .map((e) => ({ text: amountText(e, unit), status: e.status, sources: sourcesOf(e, index) })),
      ),
      total: term ? yenText(term.totalYen, unit) : null,
      printedTotal: printed?.amountYen == null ? null : yenText(printed.amountYen, unit),
      difference: printed?.differenceYen == null ? null : yenText(printed.differenceYen, unit),
    }
  })
}

function tableOf(totals: EffectTotals, index: EditionIndex): EffectTable {
  const unit = unitOf(index)
  const said = index.edition.record.effects.filter((e) => e.estimate === totals.estimate && e.fiscalYear !== null && !isTotalScope(e.scope))
  const years = [...new Set(said.map((e) => e.fiscalYear as number))].toSorted((a, b) => a - b)
  return {
    estimate: nameOf(totals.estimate),
    estimated: totals.estimate !== null,
    unit,
    years: years.map((year) => ({ year, name: yearText(year) })),
    rows: rowsOf(said, totals, unit, years, index),
    sums: years.map((year) => yenText(totals.years.find((y) => y.fiscalYear === year)?.amountYen ?? 0, unit)),
    total: yenText(totals.totalYen, unit),
    printed: printedTotals(totals.estimate, years, unit, index),
  }
}

function printedTotals(estimate: string | null, years: number[], unit: string, index: EditionIndex): EffectTable['printed'] {
  const { effects, effectTotals: totals } = index.edition.record
  const said = effects.filter((e) => e.estimate === estimate && isGrandTotal(e.scope, e.of))
  const total = totals.find((t) => t.estimate === estimate && isGrandTotal(t.scope))?.amountYen ?? null
  if (said.length === 0 && total === null) return null
  const sums = years.map((year) => {
    const found = said.find((e) => e.fiscalYear === year)
    return found ? amountText(found, unit) : null
  })
  return { sums, total: total === null ? null : yenText(total, unit) }
}

export function effectTables(index: EditionIndex): EffectTable[] {
  return effectTotals(index.edition.record)
    .map((totals) => tableOf(totals, index))
    .filter((t) => t.rows.length > 0)
}

/** 年度別・見積時点別の合計 — what the chart draws; the figures stand in the table beside it. */
export function effectChart(index: EditionIndex): EffectChart | null {
  const all = effectTotals(index.edition.record).filter((t) => t.years.length > 0)
  if (all.length === 0) return null
  const unit = unitOf(index)
  const years = [...new Set(all.flatMap((t) => t.years.map((y) => y.fiscalYear)))].toSorted((a, b) => a - b)
  const series = all.map((totals) => ({
    label: nameOf(totals.estimate),
    values: years.map((year) => {
      const said = totals.years.find((y) => y.fiscalYear === year)
      return said ? Number(yenIn(said.amountYen, unit)) : null
    }),
  }))
  const spoken = all.map((totals) => {
    const said = totals.years.map((y) => `${yearShort(y.fiscalYear)} ${yenText(y.amountYen, unit).replace('▲', 'マイナス')}`)
    return `${nameOf(totals.estimate)}：${said.join('、')}`
  })
  return { unit, desc: `単位は${unit}。${spoken.join('。')}`, years: years.map((y) => yearText(y).replace('年度', '')), series }
}

/** 「96.4%」 — 実績 ÷ 計画 over the settled years, for the head of the overview. */
export function effectRateText(index: EditionIndex): string | null {
  const rate = effectAgainstPlan(index.edition.record)?.rate
  return rate ? percentText(rate) : null
}

/** 計画額に対する実績 — over the years that are settled; null where no two estimates can be compared. */
export function effectAgainstPlanText(index: EditionIndex): string | null {
  const against = effectAgainstPlan(index.edition.record)
  if (!against) return null
  const unit = unitOf(index)
  const years = against.fiscalYears.map(yearText).join('・')
  const rate = against.rate ? `（計画の${percentText(against.rate)}）` : ''
  return `実績が出ている${years}では、計画${yenText(against.plannedYen, unit)}${unit}に対して、実績${yenText(against.actualYen, unit)}${unit}${rate}です。`
}

function told(effect: Effect, index: EditionIndex): EffectTold {
  const money = effect.amountYen !== null
  return {
    when: effect.fiscalYear === null ? '年度の記載なし' : yearText(effect.fiscalYear),
    estimate: nameOf(effect.estimate),
    scope: effect.scope,
    amount: money ? withUnit(amountText(effect, effect.unit ?? '円'), isMoney(effect.unit) ? effect.unit : '円') : amountText(effect, ''),
    status: effect.status,
    side: effect.side,
    sources: sourcesOf(effect, index),
  }
}

export function effectsOfInitiative(initiative: Initiative, index: EditionIndex): EffectTold[] {
  const own = index.edition.record.effects.filter((e) => e.of && 'initiative' in e.of && e.of.initiative === initiative.id)
  return own.map((e) => told(e, index))
}

/** 年度のない効果 — hours, persons, or amounts that no year is printed with. */
export const effectsWithoutYear = (index: EditionIndex): EffectTold[] =>
  index.edition.record.effects.filter((e) => e.fiscalYear === null).map((e) => told(e, index))
