import type { Effect, Initiative } from '../reform/record.ts'
import type { EditionIndex } from './edition-index.ts'
import { isMoney, numberText, yearShort, yearText, yenIn, yenText } from './figures.ts'
import type { SourceRef } from './source-pages.ts'
import { withUnit } from './told.ts'

export type EffectTold = {
  when: string
  estimate: string
  amount: string
  status: string | null
  side: string | null
  sources: SourceRef[]
}
export type EffectCell = { text: string; status: string | null; sources: SourceRef[] } | null
export type EffectRow = {
  scope: string
  node: string | null
  cells: EffectCell[]
  total: string
  printedTotal: string | null
  difference: string | null
}

/** 効果額の表 — one estimate: printed rows over fiscal years, with computed totals beside the printed ones. */
export type EffectTable = {
  estimate: string
  unit: string
  years: { year: number; name: string }[]
  rows: EffectRow[]
  sums: string[]
  total: string
}
export type EffectChart = { unit: string; desc: string; years: string[]; series: { label: string; values: (number | null)[] }[] }

const NO_ESTIMATE = '見積時点の記載なし'
const estimateOf = (effect: { estimate: string | null }): string => effect.estimate ?? NO_ESTIMATE
const sumYen = (all: readonly Effect[]): number => all.reduce((sum, e) => sum + (e.amountYen ?? 0), 0)
// 「合計」 rows are printed sums: adding them to their own terms would double the amount.
const isTotal = (scope: string): boolean => /^(合計|総計|計|総合計)$/.test(scope.replace(/\s/g, ''))

/** The unit most amounts are printed in. */
function unitOf(effects: readonly Effect[]): string {
  const units = effects.map((e) => e.unit).filter(isMoney)
  const count = (unit: string | null) => units.filter((u) => u === unit).length
  return units.toSorted((a, b) => count(b) - count(a))[0] ?? '千円'
}

function cellOf(effect: Effect | undefined, unit: string, index: EditionIndex): EffectCell {
  if (!effect) return null
  const at = index.edition.record.effects.indexOf(effect)
  const sources = ['amountYen', 'raw'].map((key) => index.sources(`/effects/${at}/${key}`)).find((s) => s.length > 0) ?? []
  const text =
    effect.amountYen !== null
      ? yenText(effect.amountYen, unit)
      : effect.quantity
        ? withUnit(numberText(effect.quantity), effect.unit)
        : effect.raw
  return { text, status: effect.status, sources }
}

function rowOf(scope: string, effects: Effect[], unit: string, years: number[], index: EditionIndex): EffectRow {
  const estimate = estimateOf(effects[0] as Effect)
  const printed = index.edition.record.effectTotals.find((t) => estimateOf(t) === estimate && t.scope === scope)
  const of = effects.find((e) => e.of && 'node' in e.of)?.of
  return {
    scope,
    node: of && 'node' in of ? of.node : null,
    cells: years.map((year) =>
      cellOf(
        effects.find((e) => e.fiscalYear === year),
        unit,
        index,
      ),
    ),
    total: yenText(sumYen(effects), unit),
    printedTotal: printed?.amountYen == null ? null : yenText(printed.amountYen, unit),
    difference: printed?.differenceYen == null ? null : yenText(printed.differenceYen, unit),
  }
}

function tableOf(estimate: string, effects: Effect[], index: EditionIndex): EffectTable {
  const unit = unitOf(effects)
  const years = [...new Set(effects.map((e) => e.fiscalYear).filter((y) => y !== null))].toSorted((a, b) => a - b)
  const scopes = [...new Set(effects.map((e) => e.scope))]
  const terms = effects.filter((e) => !isTotal(e.scope))
  return {
    estimate,
    unit,
    years: years.map((year) => ({ year, name: yearText(year) })),
    rows: scopes
      .filter((s) => !isTotal(s))
      .map((scope) =>
        rowOf(
          scope,
          effects.filter((e) => e.scope === scope),
          unit,
          years,
          index,
        ),
      ),
    sums: years.map((year) => yenText(sumYen(terms.filter((e) => e.fiscalYear === year)), unit)),
    total: yenText(sumYen(terms), unit),
  }
}

export function effectTables(index: EditionIndex): EffectTable[] {
  const effects = index.edition.record.effects.filter((e) => e.fiscalYear !== null)
  const estimates = [...new Set(effects.map(estimateOf))]
  return estimates.map((estimate) =>
    tableOf(
      estimate,
      effects.filter((e) => estimateOf(e) === estimate),
      index,
    ),
  )
}

/** 年度別・見積時点別の合計 — what the chart draws; the figures stand in the table beside it. */
export function effectChart(index: EditionIndex): EffectChart | null {
  const terms = index.edition.record.effects.filter((e) => e.fiscalYear !== null && e.amountYen !== null && !isTotal(e.scope))
  if (terms.length === 0) return null
  const unit = unitOf(terms)
  const years = [...new Set(terms.map((e) => e.fiscalYear as number))].toSorted((a, b) => a - b)
  const estimates = [...new Set(terms.map(estimateOf))]
  const yenOf = (estimate: string, year: number): number | null => {
    const said = terms.filter((e) => estimateOf(e) === estimate && e.fiscalYear === year)
    return said.length > 0 ? Number(yenIn(sumYen(said), unit)) : null
  }
  const series = estimates.map((label) => ({ label, values: years.map((y) => yenOf(label, y)) }))
  const spoken = series.map((s) => `${s.label}：${years.map((y, i) => `${yearShort(y)} ${s.values[i] ?? '記載なし'}`).join('、')}`)
  return { unit, desc: `単位は${unit}。${spoken.join('。')}`, years: years.map(yearShort), series }
}

export function effectsOfInitiative(initiative: Initiative, index: EditionIndex): EffectTold[] {
  const own = index.edition.record.effects.filter((e) => e.of && 'initiative' in e.of && e.of.initiative === initiative.id)
  return own.map((e) => {
    const cell = cellOf(e, e.unit ?? '円', index)
    return {
      when: e.fiscalYear === null ? '年度の記載なし' : yearText(e.fiscalYear),
      estimate: estimateOf(e),
      amount: e.amountYen !== null ? withUnit(yenText(e.amountYen, e.unit), isMoney(e.unit) ? e.unit : '円') : (cell?.text ?? e.raw),
      status: e.status,
      side: e.side,
      sources: cell?.sources ?? [],
    }
  })
}
