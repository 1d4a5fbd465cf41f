import type { ItemSheet, ReportContent, SheetEffect, SheetIndicator } from '../reform/report-content.ts'
import { readReported } from '../reform/reported-value.ts'
import { absolute, compare, type Decimal, dividedBy, minus, times } from '../vocabulary/decimal.ts'
import { figureTokens } from '../vocabulary/figure-token.ts'
import { type Measured, readMeasured } from '../vocabulary/measured.ts'
import { foldInPlace } from '../vocabulary/same-length.ts'
import { readTarget } from '../vocabulary/target.ts'
import { sameUnit } from '../vocabulary/units.ts'
import { readYen } from '../vocabulary/yen.ts'
import { isBetter } from './direction.ts'
import { saysTheSame } from './same-words.ts'

type OfFigure = { field: `actual:${string}` | `effect:${string}`; name: string; raw: string }

/** 報告の気付き — worth a second look before it is submitted or approved; none of them keeps anybody from submitting. */
export type ReportRemark =
  | { kind: 'same-text'; field: 'progress' | 'issues'; fiscalYear: number } // 昨年と同文
  | (OfFigure & { kind: 'stands-out'; before: { fiscalYear: number; raw: string }; ratio: Decimal }) // 前年度から大きく動いた
  | (OfFigure & { kind: 'worse-than-baseline'; baseline: string }) // 現況値より後退
  | (OfFigure & { kind: 'not-a-number' }) // 数値の欄に文字
  | (OfFigure & { kind: 'other-unit'; said: string; unit: string }) // 単位の違い

/** 報告の気付きを挙げる — of the texts and the figures of one report, in the order of its form. */
export function reportRemarks(content: ReportContent, sheet: ItemSheet): ReportRemark[] {
  return [
    ...textRemarks(content, sheet, 'progress'),
    ...sheet.indicators.flatMap((indicator) => {
      const raw = content.actuals.find((actual) => actual.indicator === indicator.id)?.raw ?? ''
      return raw.trim() === '' ? [] : actualRemarks(indicator, raw.trim())
    }),
    ...sheet.effects.flatMap((effect) => {
      const raw = content.effects.find(({ row }) => row === effect.row)?.raw ?? ''
      return raw.trim() === '' ? [] : effectRemarks(effect, raw.trim())
    }),
    ...textRemarks(content, sheet, 'issues'),
  ]
}

/** An explicit 「変更なし」 may say the same as last year: that is what it means. */
function textRemarks(content: ReportContent, { last }: ItemSheet, field: 'progress' | 'issues'): ReportRemark[] {
  if (content.unchanged || !last?.[field] || !saysTheSame(content[field], last[field])) return []
  return [{ kind: 'same-text', field, fiscalYear: last.fiscalYear }]
}

function actualRemarks(indicator: SheetIndicator, raw: string): ReportRemark[] {
  const of: OfFigure = { field: `actual:${indicator.id}`, name: indicator.name, raw }
  const read = readReported(raw, indicator.unit)
  if (read.answer === 'text') return unreadRemarks(of, indicator.unit, isNumberAsked(indicator))
  if (read.answer !== 'number') return []
  return [
    ...standsOut(
      of,
      read.value,
      indicator.earlier.flatMap(({ fiscalYear, raw: text, value }) =>
        value !== undefined ? { fiscalYear, raw: text, value } : numberIn(readReported(text, indicator.unit), { fiscalYear, raw: text }),
      ),
    ),
    ...worseThanBaseline(of, read.value, indicator),
  ]
}

function effectRemarks({ row, scope, unit, earlier }: SheetEffect, raw: string): ReportRemark[] {
  const of: OfFigure = { field: `effect:${row}`, name: scope, raw }
  const amount = (text: string): Measured => {
    const yen = readYen(text, unit)
    return yen === null ? readMeasured(text) : { answer: 'number', value: String(yen) as Decimal, raw: text }
  }
  const read = amount(raw)
  if (read.answer === 'text') return unreadRemarks(of, unit, true)
  if (read.answer !== 'number') return []
  return standsOut(
    of,
    read.value,
    earlier.flatMap(({ fiscalYear, raw: text }) => numberIn(amount(text), { fiscalYear, raw: text })),
  )
}

type Year = { fiscalYear: number; raw: string; value: Decimal }
const numberIn = (read: Measured, said: Omit<Year, 'value'>): Year[] => (read.answer === 'number' ? [{ ...said, value: read.value }] : [])

/** «1,200人» where 件 is asked, and «概ね達成» where the other years are figures. */
function unreadRemarks(of: OfFigure, unit: string | null, numberAsked: boolean): ReportRemark[] {
  const tokens = figureTokens(foldInPlace(of.raw))
  const [token] = tokens
  if (unit !== null && tokens.length === 1 && token?.unit && !sameUnit(token.unit, unit))
    return [{ ...of, kind: 'other-unit', said: token.unit, unit }]
  return numberAsked ? [{ ...of, kind: 'not-a-number' }] : []
}

/** A target, a baseline or an earlier year that is a figure asks for a figure. */
const isNumberAsked = ({ target, finalTarget, baseline, baselineValue, earlier, unit }: SheetIndicator): boolean =>
  baselineValue !== undefined ||
  earlier.some(({ value }) => value !== undefined) ||
  [baseline, ...earlier.map(({ raw }) => raw)].some((raw) => raw !== null && readReported(raw, unit).answer === 'number') ||
  [target, finalTarget].some((raw) => raw !== null && readTarget(raw)?.value)

const HALF = '0.5' as Decimal
const TWICE = '2' as Decimal

/**
 * 前年度から大きく動いた値 — by more than half of last year's, unless the earlier years move like that anyway (a change of
 * up to twice the largest one so far). Beside a zero nothing can be said.
 */
function standsOut(of: OfFigure, value: Decimal, earlier: readonly Year[]): ReportRemark[] {
  const [before] = earlier
  if (!before || compare(before.value, '0' as Decimal) === 0) return []
  const change = absolute(minus(value, before.value))
  if (compare(change, times(absolute(before.value), HALF)) <= 0) return []
  const usual = earlier.slice(1).map((one, nth) => absolute(minus((earlier[nth] as Year).value, one.value)))
  const largest = usual.reduce((a, b) => (compare(a, b) >= 0 ? a : b), '0' as Decimal)
  if (compare(change, times(largest, TWICE)) <= 0) return []
  const { fiscalYear, raw } = before
  return [{ ...of, kind: 'stands-out', before: { fiscalYear, raw }, ratio: dividedBy(value, before.value) }]
}

function worseThanBaseline(
  of: OfFigure,
  value: Decimal,
  { baseline, baselineValue, target, direction, unit }: SheetIndicator,
): ReportRemark[] {
  if (baseline === null) return []
  const read = readReported(baseline, unit)
  const from = baselineValue ?? (read.answer === 'number' ? read.value : null)
  const said = target === null ? null : readTarget(target)?.comparator
  const wanted = said === '>=' || said === '>' ? 'increase' : said === '<=' || said === '<' ? 'decrease' : direction
  if (from === null || wanted === null) return []
  return isBetter(from, value, wanted) === false ? [{ ...of, kind: 'worse-than-baseline', baseline }] : []
}
