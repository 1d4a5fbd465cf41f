import { type Compared, comparableEstimates, compareEstimates, type EffectComparison } from '../evaluate/effect-comparison.ts'
import { type EffectFilter, EVERY_EFFECT } from '../evaluate/effect-filter.ts'
import type { EffectMeasure } from '../evaluate/effect-terms.ts'
import type { ReformRecord } from '../reform/record.ts'
import { decimalOf, plus } from '../vocabulary/decimal.ts'
import {
  estimateName,
  measureName,
  measuresIn,
  type ShownIn,
  shownChange,
  shownFigure,
  shownIn,
  shownOrNull,
  shownText,
} from './effect-amounts.ts'
import { percentText, yearText } from './figures.ts'

export type ComparedTold = { before: string | null; after: string | null; difference: string }
/** 滝グラフの一段 — a total to stand on, or what one pillar adds to it or takes away. */
export type WaterfallStep = { label: string; kind: 'total' | 'change'; from: number; to: number; text: string }
/** 見積時点の比較を伝える — one measure; page, workbook and CSV print this. */
export type ComparisonTold = {
  /** the place of both estimates in their order, as a part of an address: «1-2» */
  key: string
  earlier: string
  later: string
  measure: string
  unit: string
  years: string[]
  rows: { label: string; years: ComparedTold[]; total: ComparedTold }[]
  sums: ComparedTold[]
  total: ComparedTold
  against: string | null
  steps: WaterfallStep[]
  desc: string
  summary: string
}

export type ComparedPair = { key: string; earlier: string; later: string }

/** 比べられる組 — every pair of estimates, the earlier one first. */
export function comparedPairs(record: ReformRecord): ComparedPair[] {
  const all = comparableEstimates(record)
  return all.flatMap((earlier, i) => all.slice(i + 1).map((later, j) => ({ key: `${i + 1}-${i + j + 2}`, earlier, later })))
}

/** 一組の比較 — of every measure in which both of them, or one, say anything; money first. */
export function comparisonsOf(record: ReformRecord, pair: ComparedPair): ComparisonTold[] {
  const own = record.effects.filter(({ estimate }) => estimate === pair.earlier || estimate === pair.later)
  return measuresIn(own)
    .map((measure) => comparisonTold(record, measure, pair))
    .filter(({ rows }) => rows.length > 0)
}

export function comparisonTold(
  record: ReformRecord,
  measure: EffectMeasure,
  { key, earlier, later }: { key: string; earlier: string | null; later: string | null },
  filter: EffectFilter = EVERY_EFFECT,
): ComparisonTold {
  const compared = compareEstimates(record, measure, [earlier, later], filter)
  const shown = shownIn(record, measure)
  const cell = (one: Compared): ComparedTold => ({
    before: shownOrNull(one.before, shown),
    after: shownOrNull(one.after, shown),
    difference: shownChange(one.difference, shown),
  })
  const names = { earlier: estimateName(earlier), later: estimateName(later) }
  const steps = stepsOf(compared, shown, names)
  return {
    ...{ key, ...names, measure: measureName(measure), unit: shown.unit },
    years: compared.years.map(yearText),
    rows: compared.rows.map((row) => ({ label: row.label, years: row.years.map(cell), total: cell(row.total) })),
    sums: compared.sums.map(cell),
    total: cell(compared.total),
    against: againstText(compared, shown),
    steps,
    desc: `単位は${shown.unit}。${steps.map(({ label, text }) => `${label} ${text.replace('▲', 'マイナス').replace('＋', 'プラス')}`).join('、')}。`,
    summary: summaryOf(compared, shown, names),
  }
}

function stepsOf({ rows, total }: EffectComparison, shown: ShownIn, names: { earlier: string; later: string }): WaterfallStep[] {
  const zero = decimalOf(0)
  const number = (value: typeof zero): number => Number(shownFigure(value, shown))
  const [before, after] = [total.before ?? zero, total.after ?? zero]
  let at = before
  const changes = rows.map(({ label, total: { difference } }): WaterfallStep => {
    const from = at
    at = plus(at, difference)
    return { label, kind: 'change', from: number(from), to: number(at), text: shownChange(difference, shown) }
  })
  const whole = (label: string, value: typeof zero): WaterfallStep => ({
    ...{ label, kind: 'total', from: 0, to: number(value) },
    text: shownText(value, shown),
  })
  return [whole(names.earlier, before), ...changes, whole(names.later, after)]
}

function summaryOf({ total }: EffectComparison, shown: ShownIn, { earlier, later }: { earlier: string; later: string }): string {
  const zero = decimalOf(0)
  const said = (value: typeof zero | null) => `${shownText(value ?? zero, shown)}${shown.unit}`
  const change = shownChange(total.difference, shown)
  if (!/^[▲＋]/.test(change)) return `合計は、${earlier}でも${later}でも${said(total.after)}で、変わりません。`
  const moved = `${change.slice(1)}${shown.unit}${change.startsWith('▲') ? '少なく' : '多く'}`
  return `合計は、${earlier}の${said(total.before)}から${later}の${said(total.after)}へ、${moved}見積もられています。`
}

function againstText({ against }: EffectComparison, shown: ShownIn): string | null {
  if (!against) return null
  const rate = against.rate ? `（前の見積りの${percentText(against.rate)}）` : ''
  const said = (value: typeof against.planned) => `${shownText(value, shown)}${shown.unit}`
  return `実績が出ている${against.fiscalYears.map(yearText).join('・')}では、前の見積り${said(against.planned)}に対して、実績${said(against.actual)}${rate}です。`
}
