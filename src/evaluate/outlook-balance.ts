import type { FiscalOutlook, OutlookLine } from '../reform/fiscal-outlook.ts'
import { yearsOfOutlook } from '../reform/outlook-rules.ts'

/** 見通しの収支 — by fiscal year in yen, null where it is not a number; and where it comes from. */
export type OutlookBalance = {
  source: 'line' | 'computed' | 'none'
  line: OutlookLine | null
  years: ReadonlyMap<number, number | null>
}

/** 合計の行 — 歳入合計, 歳出合計. */
export const totalLine = (lines: readonly OutlookLine[], kind: OutlookLine['kind']): OutlookLine | null =>
  lines.find((line) => line.kind === kind && line.total) ?? null

export const yenOfLine = (line: OutlookLine | null, year: number): number | null =>
  line?.values.find(({ fiscalYear }) => fiscalYear === year)?.amountYen ?? null

/**
 * 収支 — the line that the officer marked for it, else the only line of 収支 there is, else 歳入合計 − 歳出合計. Of several
 * unmarked ones (形式収支, 実質収支, 財源不足額) none is taken by itself: they mean different things, and 財源不足額 is often
 * printed without its sign.
 */
export function balanceOf(outlook: Pick<FiscalOutlook, 'lines' | 'period'>): OutlookBalance {
  const years = yearsOfOutlook(outlook)
  const own = outlook.lines.filter((line) => line.kind === 'balance' && line.under === null)
  const only = own.length === 1 && !/不足/.test(own[0]?.name ?? '') ? own[0] : null
  const line = own.find(({ total }) => total) ?? only ?? null
  if (line) return { source: 'line', line, years: new Map(years.map((year) => [year, yenOfLine(line, year)])) }
  const [revenue, expenditure] = [totalLine(outlook.lines, 'revenue'), totalLine(outlook.lines, 'expenditure')]
  if (!revenue || !expenditure) return { source: 'none', line: null, years: new Map(years.map((year) => [year, null])) }
  const computed = (year: number): number | null => {
    const [income, spending] = [yenOfLine(revenue, year), yenOfLine(expenditure, year)]
    return income === null || spending === null ? null : income - spending
  }
  return { source: 'computed', line: null, years: new Map(years.map((year) => [year, computed(year)])) }
}
