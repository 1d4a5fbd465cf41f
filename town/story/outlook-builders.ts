import { effectKey, type Marking } from '../../src/reform/effect-mark.ts'
import type { FiscalOutlook, OutlookId, OutlookLine, OutlookValue } from '../../src/reform/fiscal-outlook.ts'
import { lineIdOf } from '../../src/reform/outlook-rules.ts'
import type { Effect } from '../../src/reform/record.ts'
import type { Day } from '../../src/vocabulary/calendar-day.ts'
import { decimalOf } from '../../src/vocabulary/decimal.ts'
import { readMeasured } from '../../src/vocabulary/measured.ts'
import { yenOf } from '../../src/vocabulary/yen.ts'

/** 見通しの値 — «24,310» of a year in a unit. */
export function anOutlookValue(fiscalYear: number, cell: string | number, unit = '百万円'): OutlookValue {
  const raw = typeof cell === 'number' ? decimalOf(cell) : cell
  const read = readMeasured(raw)
  const value = read.answer === 'number' ? read.value : null
  const amountYen = value === null ? null : yenOf(value, unit)
  return { fiscalYear, amountYen, value: amountYen === null ? value : null, answer: read.answer, raw, at: null }
}

type LineSaid = Partial<Omit<OutlookLine, 'values' | 'under'>> & { under?: OutlookLine | null }

/** 見通しの行 — values from 令和5年度 on, unless `from` says another year. */
export function aLine(
  kind: OutlookLine['kind'],
  name: string,
  cells: (string | number)[],
  said: LineSaid & { from?: number } = {},
): OutlookLine {
  const { from = 2023, under = null, unit = kind === 'ratio' ? '％' : '百万円', total = false, thresholds = [], id } = said
  return {
    id: id ?? lineIdOf(kind, name, under),
    kind,
    name,
    under: under?.id ?? null,
    total,
    unit,
    thresholds,
    values: cells.map((cell, nth) => anOutlookValue(from + nth, cell, unit)),
  }
}

/** あおば市の中期財政見通し — 令和5年度～令和9年度, two lines and the balance, unless something else is said. */
export function anOutlook(said: Partial<Omit<FiscalOutlook, 'id'>> & { id?: string; from?: number } = {}): FiscalOutlook {
  const { id = 'outlook-1', from = 2023, ...rest } = said
  const at = { from }
  return {
    id: id as OutlookId,
    title: '中期財政見通し',
    madeOn: `${from}-02-20` as Day,
    period: { from, to: from + 4 },
    basis: 'general-fund',
    lines: [
      aLine('revenue', '歳入合計', [24310, 24050, 23880, 23700, 23560], { total: true, ...at }),
      aLine('expenditure', '歳出合計', [24980, 24760, 24520, 24300, 24190], { total: true, ...at }),
      aLine('expenditure', '人件費', [4450, 4430, 4380, 4350, 4340], at),
      aLine('balance', '収支差引', ['▲670', '▲710', '▲640', '▲600', '▲630'], { total: true, ...at }),
    ],
    note: null,
    document: null,
    ...rest,
  }
}

/** 織込みの判定 — of this effect as it stands, 未織込 of 一般財源 unless something else is said. */
export const aMark = (effect: Effect, said: Partial<Marking> = {}): Marking => ({
  effect: effectKey(effect),
  mark: 'not-in-outlook',
  line: null,
  fund: 'general',
  amountYen: effect.amountYen ?? 0,
  note: null,
  on: '2024-03-01' as Day,
  ...said,
})
