import type { FiscalOutlook, OutlookLine, OutlookThreshold } from '../reform/fiscal-outlook.ts'
import { compare, type Decimal, decimalOf, dividedBy, times } from '../vocabulary/decimal.ts'
import { yenOf } from '../vocabulary/yen.ts'
import { yenOfLine } from './outlook-balance.ts'

/**
 * 基準との比較 — of one value: `keeps` or `misses` what is asked, `none` where 「－」 says that there is no deficit, `cannot-tell`
 * where there is nothing to compare. `limit` is the threshold in the unit of the line (yen for amounts).
 */
export type ThresholdVerdict = {
  fiscalYear: number
  verdict: 'keeps' | 'misses' | 'none' | 'cannot-tell'
  limit: Decimal | null
}

/** 基準ごとの判定 — one threshold of one line over the years of the outlook. */
export type ThresholdLine = { line: OutlookLine; threshold: OutlookThreshold; of: OutlookLine | null; years: ThresholdVerdict[] }

export const thresholdLines = (outlook: Pick<FiscalOutlook, 'lines'>): ThresholdLine[] =>
  outlook.lines.flatMap((line) =>
    line.thresholds.map((threshold) => {
      const of = threshold.of === null ? null : (outlook.lines.find(({ id }) => id === threshold.of) ?? null)
      return { line, threshold, of, years: line.values.map(({ fiscalYear }) => verdictOf(line, threshold, of, fiscalYear)) }
    }),
  )

function verdictOf(line: OutlookLine, threshold: OutlookThreshold, of: OutlookLine | null, fiscalYear: number): ThresholdVerdict {
  const said = line.values.find((value) => value.fiscalYear === fiscalYear)
  const limit = limitOf(line, threshold, of, fiscalYear)
  // 実質赤字比率 「－」: there is no deficit (FIELD 1b, 21)
  if (said?.answer === 'not-applicable' && line.kind === 'ratio') return { fiscalYear, verdict: 'none', limit }
  const value = said && said.amountYen !== null ? decimalOf(said.amountYen) : (said?.value ?? null)
  if (value === null || limit === null) return { fiscalYear, verdict: 'cannot-tell', limit }
  return { fiscalYear, verdict: keeps(compare(value, limit), threshold.comparator) ? 'keeps' : 'misses', limit }
}

function limitOf(line: OutlookLine, { value, of }: OutlookThreshold, base: OutlookLine | null, year: number): Decimal | null {
  if (of !== null) {
    const yen = yenOfLine(base, year)
    return yen === null ? null : dividedBy(times(decimalOf(yen), value), decimalOf(100))
  }
  if (line.kind === 'ratio') return value
  const yen = yenOf(value, line.unit)
  return yen === null ? value : decimalOf(yen)
}

function keeps(order: -1 | 0 | 1, comparator: OutlookThreshold['comparator']): boolean {
  switch (comparator) {
    case '>=':
      return order >= 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '<':
      return order < 0
    case '=':
      return order === 0
  }
}
