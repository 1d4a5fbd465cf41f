import type { EffectTotals } from '../evaluate/effect-totals.ts'
import type { ReformRecord } from '../reform/record.ts'
import type { EditionIndex } from './edition-index.ts'
import { estimateName, shownIn } from './effect-amounts.ts'
import { totalsOfEstimates } from './effect-tables.ts'
import { yearShort, yearText, yenIn, yenText } from './figures.ts'

export type EffectChart = {
  unit: string
  desc: string
  years: string[]
  series: { label: string; values: (number | null)[] }[]
  /** 見積時点 that are in the tables and not in the chart */
  leftOut: string[]
}

/** More bars beside each other than this cannot be told apart in black and white. */
const MOST_SERIES = 4

/** The first estimate, which all others are held against, and the newest ones. */
const drawnOf = (all: readonly EffectTotals[]): EffectTotals[] =>
  all.length <= MOST_SERIES ? [...all] : [all[0] as EffectTotals, ...all.slice(1 - MOST_SERIES)]

const spoken = (text: string): string => text.replace('▲', 'マイナス')

function chartOf(record: ReformRecord, figure: 'amountYen' | 'cumulativeYen'): EffectChart | null {
  const all = totalsOfEstimates(record)
  if (all.length === 0) return null
  const drawn = drawnOf(all)
  const { unit } = shownIn(record, 'yen')
  const years = [...new Set(drawn.flatMap((t) => t.years.map((y) => y.fiscalYear)))].toSorted((a, b) => a - b)
  const series = drawn.map((totals) => ({
    label: estimateName(totals.estimate),
    values: years.map((year) => {
      const said = totals.years.find((y) => y.fiscalYear === year)
      return said ? Number(yenIn(said[figure], unit)) : null
    }),
  }))
  const told = drawn.map((totals) => {
    const said = totals.years.map((y) => `${yearShort(y.fiscalYear)} ${spoken(yenText(y[figure], unit))}`)
    return `${estimateName(totals.estimate)}：${said.join('、')}`
  })
  return {
    unit,
    desc: `単位は${unit}。${told.join('。')}`,
    years: years.map((y) => yearText(y).replace('年度', '')),
    series,
    leftOut: all.filter((one) => !drawn.includes(one)).map(({ estimate }) => estimateName(estimate)),
  }
}

/** 年度別・見積時点別の合計 — what the chart draws; the figures stand in the table beside it. */
export const effectChart = (index: EditionIndex): EffectChart | null => chartOf(index.edition.record, 'amountYen')

/** 累計 — from the first year on; null where there is only one year. */
export function cumulativeChart(index: EditionIndex): EffectChart | null {
  const chart = chartOf(index.edition.record, 'cumulativeYen')
  return chart && chart.years.length > 1 ? chart : null
}
