import type { Actual, Baseline, Indicator, Target } from '../reform/record.ts'
import { dateText, numberText, yearShort } from '../report/figures.ts'
import { type Content, label, value, type Worksheet } from './worksheet.ts'

const NAME = 8
const UNIT = 2
const FIGURE = 2
const FIGURES_A_ROW = 6

export type FigureColumn = { heading: string; content: (indicator: Indicator) => Content }

/** 指標の表 — name and unit, then the baseline, targets and actuals year by year; a long row of years goes on in a table below. */
export function indicatorRows(sheet: Worksheet, indicators: readonly Indicator[]): void {
  if (indicators.length === 0) return
  const columns = figureColumns(indicators)
  for (let from = 0; from === 0 || from < columns.length; from += FIGURES_A_ROW) {
    const shown = columns.slice(from, from + FIGURES_A_ROW)
    const width = FIGURE + Math.floor((14 - shown.length * FIGURE) / Math.max(1, shown.length))
    const last = 14 - width * (shown.length - 1)
    const widthAt = (n: number): number => (n === shown.length - 1 ? last : width)
    sheet.row(label('指標名', NAME), label('単位', UNIT), ...shown.map((column, n) => label(column.heading, widthAt(n))))
    for (const indicator of indicators)
      sheet.row(
        value(indicator.name, NAME),
        value(indicator.unit, UNIT),
        ...shown.map((column, n) => value(column.content(indicator), widthAt(n))),
      )
  }
}

/** What is known of these indicators: where they start from, then targets and actuals year by year. */
export function figureColumns(indicators: readonly Indicator[]): FigureColumn[] {
  const baselines = indicators.flatMap(({ baseline }) => (baseline ? [baseline] : []))
  const dates = new Set(baselines.map((baseline) => baseline.asOf))
  const columns: FigureColumn[] = [...dates].map((asOf) => ({
    heading: `現況値${asOf === null ? '' : `（${periodText(asOf)}）`}`,
    content: ({ baseline }) => (baseline?.asOf === asOf ? printed(baseline) : null),
  }))
  const periods = new Set(indicators.flatMap(({ targets, actuals }) => [...targets, ...actuals].map(periodOf)))
  for (const period of [...periods].toSorted((a, b) => ((a ?? '~') < (b ?? '~') ? -1 : 1))) {
    const inPeriod = <F extends Target | Actual>(of: readonly F[]): F[] => of.filter((figure) => periodOf(figure) === period)
    const add = (word: string, of: (indicator: Indicator) => readonly (Target | Actual)[]): void => {
      // two figures for one period stand in two columns: joined in one cell they would be no numbers any more
      const most = Math.max(0, ...indicators.map((indicator) => of(indicator).length))
      for (let nth = 0; nth < most; nth += 1)
        columns.push({ heading: headingOf(period, word), content: (indicator) => figureText(of(indicator)[nth]) })
    }
    const hasTwo = indicators.some(({ targets }) => inPeriod(targets).length > 1)
    const isInterim = (target: Target): boolean => hasTwo && !target.final
    add('中間目標', ({ targets }) => inPeriod(targets).filter(isInterim))
    add('目標', ({ targets }) => inPeriod(targets).filter((target) => !isInterim(target)))
    const said =
      (wanted: boolean) =>
      (indicator: Indicator): Actual[] =>
        inPeriod(indicator.actuals).filter(({ status }) => (status === '見込み') === wanted)
    add('実績', said(false))
    add('（見込み）', said(true))
  }
  return columns
}

/** «令和5年度目標», but «目標（2010.4）»: the era year of a date would be taken for a fiscal year, which begins in April. */
function headingOf(period: string | null, word: string): string {
  if (period === null) return word === '目標' ? '最終目標' : word
  return /^\d{4}$/.test(period) ? `${periodText(period)}${word}` : `${word}（${period.replace(/-0?/g, '.')}）`
}

const figureText = (figure: Target | Actual | undefined): Content => (figure ? printed(figure) : null)
const periodOf = (figure: Target | Actual): string | null => (figure.fiscalYear === null ? figure.asOf : String(figure.fiscalYear))
/** Without the western year in brackets: the heading is in brackets itself. What is no date stands as it is printed. */
function periodText(period: string): string {
  if (/^\d{4}$/.test(period)) return yearShort(Number(period))
  return /^\d{4}-\d{2}/.test(period) ? dateText(period).replace(/（\d{4}年?）/g, '') : period
}

const WORDS = { '>=': '以上', '<=': '以下', '<': '未満', '>': '超', '=': '' } as const

/** A bare number is a typed number; 「85%以上を維持」 and «15,006／28,043件» stay as they are printed, without the label before them. */
function printed(figure: Baseline | Target | Actual): Content {
  if (figure.answer !== 'number' || figure.value === null) return figure.raw || null
  const folded = figure.raw.normalize('NFKC').replace(/[\s,]/g, '')
  const isBare = /^[-▲△]?\d+(\.\d+)?$/.test(folded)
  const beginsWithValue = folded.replace(/^[-▲△約]+/, '').startsWith(figure.value.replace('-', ''))
  const hasCounts = 'numerator' in figure && figure.numerator !== null
  if (hasCounts || (beginsWithValue && !isBare)) return figure.raw
  const word = 'comparator' in figure && figure.comparator ? WORDS[figure.comparator] : ''
  const maintain = 'maintain' in figure && figure.maintain ? 'を維持' : ''
  return word || maintain ? `${numberText(figure.value)}${word}${maintain}` : { number: figure.value }
}
