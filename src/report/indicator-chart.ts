import { meets } from '../evaluate/achievement.ts'
import { directionOf } from '../evaluate/direction.ts'
import type { Actual, Baseline, Indicator, Target } from '../reform/record.ts'
import { type Day, fiscalYearOfDay } from '../vocabulary/calendar-day.ts'
import type { Decimal } from '../vocabulary/decimal.ts'
import { numberText, yearShort, yearText } from './figures.ts'
import { chartWords, comparatorName, notPlottedText } from './wording-indicators.ts'

export type ChartPoint = { x: string; y: number; text?: string }
/** 指標の図 — plotted positions only; what is printed beside it stands in the table. */
export type IndicatorChart = {
  id: string
  desc: string
  years: { key: string; label: string }[]
  series: { label: string; kind: 'target' | 'actual' | 'former'; points: ChartPoint[] }[]
  breaks?: { at: string; label: string }[]
  /** 現況値 */
  baseline?: ChartPoint | null
  /** 目標までの道筋 — straight from the baseline to the final target; no promise of the plan, but what «on the way» would be */
  way?: { from: ChartPoint; to: ChartPoint } | null
  /** 達成とみなす側 — in each year with a target */
  met?: { x: string; y: number; side: 'above' | 'below' }[]
  /** what the picture cannot show: answers that are no number, a side that is only guessed */
  notes?: string[]
}

const LONGEST = 30

type Dated = Pick<Target | Actual, 'fiscalYear' | 'value'>
type Plotted = { year: number; value: Decimal; text: string }

const plotted = <T extends Dated>(all: readonly T[], textOf: (one: T, value: Decimal) => string): Plotted[] =>
  all
    .flatMap((one) =>
      one.fiscalYear !== null && one.value !== null ? [{ year: one.fiscalYear, value: one.value, text: textOf(one, one.value) }] : [],
    )
    .filter((p, i, every) => every.findIndex((o) => o.year === p.year) === i)
    .toSorted((a, b) => a.year - b.year)

const point = ({ year, value, text }: Plotted): ChartPoint => ({ x: String(year), y: Number(value), text })

/** «2022», «2021年度末時点», «2022-03-31»: a day in March belongs to the year before. */
function baselineYear({ asOf }: Baseline): number | null {
  const said = /^(\d{4})(-\d{2}-\d{2}|-\d{2})?/.exec(asOf ?? '')
  if (!said) return null
  return said[2] ? fiscalYearOfDay(`${said[1]}${said[2]}`.padEnd(10, '-01') as Day) : Number(said[1])
}

const targetText = ({ comparator, maintain }: Target, value: Decimal): string =>
  numberText(value) + (comparator ? comparatorName[comparator] : '') + (maintain ? 'を維持' : '')

type Side = { x: string; y: number; side: 'above' | 'below'; guessed: boolean }

/** Which side of a target counts as met: its own word, else the direction; where neither is known, nothing is hatched. */
function sideOf(indicator: Indicator, target: Target): Side[] {
  const found = directionOf(indicator, target)
  const direction = found?.direction === 'maintain' ? indicator.direction : (found?.direction ?? null)
  const word =
    target.comparator === '>=' || target.comparator === '>'
      ? 'above'
      : target.comparator === '<=' || target.comparator === '<'
        ? 'below'
        : null
  const side = word ?? (direction === 'increase' ? 'above' : direction === 'decrease' ? 'below' : null)
  if (side === null || target.fiscalYear === null || target.value === null) return []
  return [{ x: String(target.fiscalYear), y: Number(target.value), side, guessed: word === null && found?.source === 'guessed' }]
}

function wayOf(indicator: Indicator, base: Plotted | null): { from: ChartPoint; to: ChartPoint } | null {
  const dated = plotted(indicator.targets, targetText)
  const last = dated.at(-1)
  const final =
    indicator.targets.find((t) => t.final && t.fiscalYear !== null && t.value !== null) ??
    indicator.targets.find((t) => t.fiscalYear === last?.year)
  if (!base || !final?.value || final.fiscalYear === null || final.fiscalYear <= base.year) return null
  // «10%以下» from 9.85%: there is no way to go, and a line would invent one.
  if (final.maintain || meets(base.value, final, indicator.direction) === true) return null
  return { from: point(base), to: { x: String(final.fiscalYear), y: Number(final.value) } }
}

/** 図にない答え — a dash, a text and an empty cell are answers, and none of them is a position. */
function notPlotted(name: string, all: readonly (Target | Actual)[]): string[] {
  return all.flatMap((one) => {
    if (one.fiscalYear === null) return one.answer === 'blank' ? [] : [notPlottedText(chartWords.noYear, name, one.raw)]
    return one.value === null && one.answer !== 'blank' ? [notPlottedText(yearText(one.fiscalYear), name, one.raw)] : []
  })
}

function notesOf(indicator: Indicator, met: readonly Side[], hasWay: boolean, base: Plotted | null): string[] {
  const numbers = indicator.targets.some((t) => t.value !== null && t.fiscalYear !== null)
  return [
    ...notPlotted('目標', indicator.targets),
    ...notPlotted('実績', indicator.actuals),
    ...(met.some((m) => m.guessed) ? [chartWords.guessedSide] : []),
    ...(numbers && met.length === 0 ? [chartWords.noSide] : []),
    ...(numbers && !hasWay ? [base ? chartWords.noWayToGo : chartWords.noBaseline] : []),
  ]
}

/** 指標の図 — null where fewer than two figures can be placed, or the years reach too far for one picture. */
export function chartOf(indicator: Indicator, id: string): IndicatorChart | null {
  const year = indicator.baseline && baselineYear(indicator.baseline)
  const value = indicator.baseline?.value ?? null
  const base = year !== null && value !== null ? { year, value, text: numberText(value) } : null
  const targets = plotted(indicator.targets, targetText)
  const actuals = plotted(indicator.actuals, (_, said) => numberText(said))
  const said = [...targets, ...actuals, ...(base ? [base] : [])].map((p) => p.year)
  const [from, to] = [Math.min(...said), Math.max(...said)]
  if (said.length < 2 || to - from > LONGEST) return null
  const series = [
    { label: chartWords.target, kind: 'target' as const, points: targets },
    { label: chartWords.actual, kind: 'actual' as const, points: actuals },
  ].filter((s) => s.points.length > 0)
  const way = wayOf(indicator, base)
  const met = indicator.targets.flatMap((t) => sideOf(indicator, t)).filter((m, i, all) => all.findIndex((o) => o.x === m.x) === i)
  const notes = notesOf(indicator, met, way !== null, base)
  const spoken = [...(base ? [{ label: chartWords.baseline, points: [base] }] : []), ...series].map(
    (s) => `${s.label}：${s.points.map((p) => `${yearShort(p.year)} ${p.text}`).join('、')}`,
  )
  return {
    id,
    desc: [...spoken, ...notes].join('。').replace(/。。/g, '。'),
    years: Array.from({ length: to - from + 1 }, (_, i) => ({ key: String(from + i), label: yearText(from + i).replace('年度', '') })),
    series: series.map((s) => ({ ...s, points: s.points.map(point) })),
    baseline: base && point(base),
    way,
    met: met.map(({ x, y, side }) => ({ x, y, side })),
    notes,
  }
}

export type ChartLegend = { kind: 'baseline' | 'target' | 'actual' | 'former' | 'way' | 'met' | 'break'; label: string }

/** 凡例 — of what is drawn, and of nothing else. */
export function chartLegend(chart: IndicatorChart): ChartLegend[] {
  return [
    ...(chart.baseline ? [{ kind: 'baseline' as const, label: chartWords.baseline }] : []),
    ...chart.series.map(({ kind, label }) => ({ kind, label })),
    ...(chart.way ? [{ kind: 'way' as const, label: chartWords.way }] : []),
    ...((chart.met ?? []).length > 0 ? [{ kind: 'met' as const, label: chartWords.met }] : []),
    ...((chart.breaks ?? []).length > 0 ? [{ kind: 'break' as const, label: chartWords.break }] : []),
  ]
}
