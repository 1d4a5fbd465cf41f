import type { Indicator, ReformRecord } from '../reform/record.ts'
import { decimalOf } from '../vocabulary/decimal.ts'
import { dateText, numberText, yearShort, yearText } from './figures.ts'
import type { IndicatorChart } from './indicator-chart.ts'
import { type Stretch, seriesIndexOf, type ThroughSeries, throughSeries } from './through-series.ts'
import { toldMeasured, withUnit } from './told.ts'
import { notSummedText, throughWords } from './wording-through.ts'

/** 通した系列の一行 — a reported value with whose it is, or a break between two of them. */
export type ThroughLine =
  | { kind: 'value'; year: number | null; when: string; title: string; value: string; note: string | null }
  | { kind: 'break'; year: number | null; when: string; title: string; value: ''; note: string | null }
export type ThroughTold = { lines: ThroughLine[]; notes: string[]; origins: { id: string; title: string }[] }

const whenOf = (year: number | null, asOf: string | null): string =>
  year !== null ? yearText(year) : asOf !== null ? dateText(asOf) : '時期の記載なし'

/** 通した系列を読者に伝える — in the order of time; a break stands before the figures of its year. */
export function throughTold(series: ThroughSeries): ThroughTold {
  const { own, stretches, breaks, summed, notSummed, notJoined } = series
  const title = (one: Stretch): string => (one.place === 'own' ? `${one.title}（${throughWords.own}）` : one.title)
  const values = stretches.flatMap((one) =>
    one.actuals.map(
      (actual): ThroughLine => ({
        kind: 'value',
        year: actual.fiscalYear,
        when: whenOf(actual.fiscalYear, actual.asOf),
        title: title(one),
        value: toldMeasured(actual, own.unit).text,
        note: actual.status !== null && actual.status !== '実績' ? actual.status : null,
      }),
    ),
  )
  const sums = (summed?.points ?? []).map(
    ({ year, value }): ThroughLine => ({
      kind: 'value',
      year,
      when: yearText(year),
      title: throughWords.summed,
      value: withUnit(numberText(value), own.unit),
      note: summed?.of.map((origin) => `「${origin}」`).join('＋') ?? null,
    }),
  )
  const marks = breaks.map(
    ({ year, text, reason }): ThroughLine => ({
      kind: 'break',
      year,
      when: year === null ? '時期の記載なし' : yearText(year),
      title: text,
      value: '',
      note: reason,
    }),
  )
  const lines = [...marks, ...values, ...sums].toSorted((a, b) => (a.year ?? 9999) - (b.year ?? 9999))
  const notes = [...(notSummed ? [notSummedText(notSummed)] : []), ...notJoined.map(({ text }) => text)]
  const origins = stretches.flatMap(({ initiative, title: name, place }) => (place === 'own' ? [] : [{ id: initiative, title: name }]))
  return { lines, notes, origins }
}

/** Every line of every indicator that has relatives: what the worksheet and the CSV print. */
export function throughRows(record: ReformRecord): { own: Indicator; line: ThroughLine }[] {
  const known = seriesIndexOf(record)
  return record.indicators.flatMap((own) => {
    const series = throughSeries(own, known)
    return series ? throughTold(series).lines.map((line) => ({ own, line })) : []
  })
}

type Point = { x: string; y: number }
const LONGEST = 30

const plotted = (one: Stretch): Point[] =>
  one.actuals.flatMap(({ fiscalYear, value }) =>
    fiscalYear === null || value === null ? [] : [{ x: String(fiscalYear), y: Number(value) }],
  )

/** 継ぎ目のある図 — the chart of the indicator with what was before and after it, each a line of its own: over a break nothing is joined. */
export function chartThrough(chart: IndicatorChart | null, id: string, series: ThroughSeries): IndicatorChart | null {
  const others = series.summed
    ? [{ label: throughWords.summed, points: series.summed.points.map(({ year, value }) => ({ x: String(year), y: Number(value) })) }]
    : series.stretches.filter(({ place }) => place !== 'own').map((one) => ({ label: `「${one.title}」の実績`, points: plotted(one) }))
  const after = series.summed ? series.stretches.filter(({ place }) => place === 'after') : []
  const former = [...others, ...after.map((one) => ({ label: `「${one.title}」の実績`, points: plotted(one) }))].filter(
    ({ points }) => points.length > 0,
  )
  if (former.length === 0) return chart
  const own = series.stretches.find(({ place }) => place === 'own')
  const alone = own ? plotted(own) : []
  const base: IndicatorChart['series'] = chart?.series ?? (alone.length > 0 ? [{ label: '実績', kind: 'actual', points: alone }] : [])
  const all = [...base, ...former.map((one) => ({ ...one, kind: 'former' as const }))]
  const said = all.flatMap(({ points }) => points.map(({ x }) => Number(x)))
  const [from, to] = [Math.min(...said), Math.max(...said)]
  if (from === to || to - from > LONGEST) return chart
  const breaks = series.breaks.flatMap(({ year, text }) =>
    year !== null && year > from && year <= to ? [{ at: String(year), label: text.split('：')[0] ?? text }] : [],
  )
  const spoken = former.map(
    (one) => `${one.label}：${one.points.map(({ x, y }) => `${yearShort(Number(x))} ${numberText(decimalOf(y))}`).join('、')}`,
  )
  return {
    ...chart,
    id,
    desc: [chart?.desc, ...spoken, ...series.breaks.map(({ text }) => `継ぎ目　${text}`)].filter(Boolean).join('。'),
    years: Array.from({ length: to - from + 1 }, (_, n) => ({ key: String(from + n), label: yearText(from + n).replace('年度', '') })),
    series: all,
    breaks,
  }
}
