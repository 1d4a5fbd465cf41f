import { achievement, meets } from '../evaluate/achievement.ts'
import { isDueLater } from '../evaluate/indicator-year.ts'
import { progressOf } from '../evaluate/progress.ts'
import type { Actual, Baseline, Indicator, Target } from '../reform/record.ts'
import type { EditionIndex } from './edition-index.ts'
import { dateText, numberText, percentText, yearShort, yearText } from './figures.ts'
import { chartOf, type IndicatorChart } from './indicator-chart.ts'
import { chartThrough, type ThroughTold, throughTold } from './through-lines.ts'
import { seriesIndexOf, throughSeries } from './through-series.ts'
import { type Told, toldMeasured, withUnit } from './told.ts'
import { aggregationName, comparatorName, directionName, indicatorKindName } from './wording-indicators.ts'
import { metText, noRateText, PENDING } from './wording-status.ts'

export type IndicatorYear = {
  when: string
  target: Told
  actual: Told
  /** 「見込み」「決算」, 分子／分母 — small print under the actual */
  note: string | null
  met: boolean | null
  metText: string
  /** the target is due in a later year and not met yet */
  pending: boolean
  /** «令和7年度の目標に対して» where the year has no target of its own */
  against: string | null
  /** the judgement rests on a guessed direction */
  guessed: boolean
  /** 達成率, or why there is none */
  rate: string | null
  noRate: string | null
  /** 目標までの進捗, or why there is none */
  progress: string | null
  noProgress: string | null
  final: boolean
  /** the year the edition reports on */
  reported: boolean
}

/** 指標の表 — one indicator with its years, as page, workbook and form print it. */
export type IndicatorSheet = {
  id: string
  anchor: string
  name: string
  unit: string | null
  kind: string | null
  direction: { text: string; guessed: boolean }
  aggregation: string | null
  baseline: { when: string; value: Told }
  years: IndicatorYear[]
  /** plotted positions only; what is printed beside the chart is in `years` */
  chart: IndicatorChart | null
  /** the series through merges and new plans; null where it has no relatives */
  through: ThroughTold | null
}

// A cell that also says what it measures («参加自治体数 17自治体/年度») is told by its number: the name stands above the table.
const LONGEST_PRINTED = 12

function comparatorWord(printed: Baseline | Target | Actual): string {
  if (!('comparator' in printed)) return ''
  const word = printed.comparator ? comparatorName[printed.comparator] : ''
  return printed.maintain ? `${word}を維持` : word
}

/** A bare number gets its unit; 「85%以上を維持」 and 「R4：20件」 are shown as they are printed. */
function toldPrinted(printed: Baseline | Target | Actual | null, unit: string | null, index: EditionIndex, pointer: string): Told {
  const own = ['raw', 'value', ''].flatMap((key) => index.sources(key ? `${pointer}/${key}` : pointer))
  // A slide that says «51.2% → 70%» is one place for the whole list of targets.
  const places = own.length > 0 || printed === null ? own : index.sources(pointer.replace(/\/\d+$/, ''))
  const sources = places.filter((s, i) => places.findIndex((o) => o.anchor === s.anchor && o.document === s.document) === i)
  const told = toldMeasured(printed, unit, sources)
  if (told.answer !== 'number' || !printed?.value) return told
  const plain = printed.raw.normalize('NFKC').replace(/[\s,]/g, '')
  const bare = /^[-▲△]?[\d.]*((?:以上|以下|以内|未満|超)?(?:を?維持)?)$/.exec(plain)
  if (!bare && plain.length <= LONGEST_PRINTED) return { ...told, text: printed.raw }
  return { ...told, text: withUnit(numberText(printed.value), unit) + (bare?.[1] ?? comparatorWord(printed)) }
}

const whenOf = (said: { fiscalYear: number | null; asOf: string | null }): string =>
  said.fiscalYear !== null ? yearText(said.fiscalYear) : said.asOf ? dateText(said.asOf) : '時期の記載なし'

function actualNote(actual: Actual | undefined): string | null {
  if (!actual) return null
  const counts = actual.numerator && actual.denominator ? `${numberText(actual.numerator)}／${numberText(actual.denominator)}` : null
  const said = [actual.status && actual.status !== '実績' ? actual.status : null, counts].filter((s) => s !== null)
  return said.length > 0 ? said.join('、') : null
}

type Judged = Pick<IndicatorYear, 'met' | 'metText' | 'pending' | 'against' | 'guessed' | 'rate' | 'noRate' | 'progress' | 'noProgress'>

/** A year without an actual: still to come where it lies after the year reported on, otherwise not reported. */
function unreported(year: number | null, reportedYear: number | null): Judged {
  const pending = year !== null && reportedYear !== null && year > reportedYear
  const why = pending ? PENDING : noRateText('not-reported')
  const none = { met: null, against: null, guessed: false, rate: null, progress: null }
  return { ...none, metText: pending ? PENDING : metText(null), pending, noRate: why, noProgress: why }
}

/** «10%以下» from 9.85%: the way from the baseline to the target is no way to go, and a share of it would mislead. */
function startsThere(indicator: Indicator, target: Target | null): boolean {
  const from = indicator.baseline?.value ?? null
  return from !== null && target !== null && meets(from, target, indicator.direction) === true
}

function judged(indicator: Indicator, year: number): Judged {
  const reached = achievement(indicator, year)
  const progress = progressOf(indicator, year)
  // A target that is due later can be met early, but it is not missed yet.
  const pending = reached.met === false && reached.target !== null && isDueLater(reached.target, year)
  const due = reached.target?.fiscalYear ?? null
  return {
    met: pending ? null : reached.met,
    metText: pending ? PENDING : metText(reached.met),
    pending,
    against: reached.met !== null && due !== null && due !== year ? `${yearShort(due)}の目標に対して` : null,
    guessed: reached.met !== null && reached.directionSource === 'guessed',
    rate: 'rate' in reached ? percentText(reached.rate) : null,
    noRate: 'rate' in reached ? null : noRateText(reached.noRate),
    progress: 'rate' in progress ? percentText(progress.rate) : null,
    noProgress: 'rate' in progress ? null : noRateText(progress.noRate),
    ...(startsThere(indicator, reached.target) && 'rate' in progress
      ? { progress: null, noProgress: noRateText('baseline-meets-target') }
      : {}),
  }
}

function yearsOf(indicator: Indicator, index: EditionIndex): IndicatorYear[] {
  const pointer = index.pointer(indicator)
  const keys = new Map<string, number | null>()
  for (const said of [...indicator.targets, ...indicator.actuals]) keys.set(whenOf(said), said.fiscalYear)
  const ordered = [...keys].toSorted(([, a], [, b]) => (a ?? 9999) - (b ?? 9999))
  return ordered.map(([when, year]) => {
    const target = indicator.targets.findIndex((t) => whenOf(t) === when)
    const actual = indicator.actuals.findIndex((a) => whenOf(a) === when)
    const said = indicator.actuals[actual]
    return {
      when,
      target: toldPrinted(indicator.targets[target] ?? null, indicator.unit, index, `${pointer}/targets/${target}`),
      actual: toldPrinted(said ?? null, indicator.unit, index, `${pointer}/actuals/${actual}`),
      note: actualNote(said),
      final: indicator.targets[target]?.final ?? false,
      reported: year !== null && year === index.year,
      ...(said && said.answer !== 'blank' && year !== null ? judged(indicator, year) : unreported(year, index.year)),
    }
  })
}

/** An id of the record becomes an anchor only where it is plain. */
export const anchorOf = (indicator: Indicator): string => `i-${indicator.id.replace(/[^A-Za-z0-9_-]/g, '_')}`

export function indicatorSheet(indicator: Indicator, index: EditionIndex): IndicatorSheet {
  const { baseline, unit, direction } = indicator
  const through = throughSeries(indicator, seriesIndexOf(index.edition.record))
  const chart = chartOf(indicator, anchorOf(indicator))
  return {
    id: indicator.id,
    anchor: anchorOf(indicator),
    name: indicator.name,
    unit,
    kind: indicator.kind && indicatorKindName[indicator.kind],
    direction: { text: direction ? directionName[direction] : '記載なし', guessed: indicator.directionSource === 'guessed' },
    aggregation: indicator.aggregation && aggregationName[indicator.aggregation],
    baseline: {
      when: baseline?.asOf ? dateText(baseline.asOf) : '時点の記載なし',
      value: toldPrinted(baseline, unit, index, `${index.pointer(indicator)}/baseline`),
    },
    years: yearsOf(indicator, index),
    chart: through ? chartThrough(chart, anchorOf(indicator), through) : chart,
    through: through ? throughTold(through) : null,
  }
}
