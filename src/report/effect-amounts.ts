import { type EffectMeasure, measureOf } from '../evaluate/effect-terms.ts'
import type { Effect, ReformRecord } from '../reform/record.ts'
import type { Decimal } from '../vocabulary/decimal.ts'
import { changeText, isMoney, numberText, yenIn } from './figures.ts'
import { effectWords } from './wording-effects.ts'

/** 表す単位 — one for all amounts of one measure, so that columns can be read and added. */
export type ShownIn = { measure: EffectMeasure; unit: string }

export const estimateName = (estimate: string | null): string => estimate ?? effectWords.noEstimate

/** The unit of money that most amounts are printed in; what is not money is counted in its own. */
export function shownIn(record: ReformRecord, measure: EffectMeasure): ShownIn {
  if (measure !== 'yen') return { measure, unit: measure.slice('unit:'.length) }
  const units = record.effects.map((e) => e.unit).filter(isMoney)
  const count = (unit: string | null) => units.filter((u) => u === unit).length
  return { measure, unit: units.toSorted((a, b) => count(b) - count(a))[0] ?? '千円' }
}

/** 量の一覧 — yen first, then what else is counted, in the order in which it is said. */
export function measuresIn(effects: readonly Effect[]): EffectMeasure[] {
  const said = new Set(effects.map(measureOf).filter((measure) => measure !== null))
  return [...said].toSorted((a, b) => Number(b === 'yen') - Number(a === 'yen'))
}

/** 表す数 — sums of yen in the unit of the table, never rounded. */
export const shownFigure = (value: Decimal, { measure, unit }: ShownIn): Decimal => (measure === 'yen' ? yenIn(Number(value), unit) : value)
export const shownText = (value: Decimal, shown: ShownIn): string => numberText(shownFigure(value, shown))
export const shownChange = (value: Decimal, shown: ShownIn): string => changeText(shownFigure(value, shown))
export const shownOrNull = (value: Decimal | null, shown: ShownIn): string | null => (value === null ? null : shownText(value, shown))

const NAMES: Record<string, string> = { yen: '金額', 'unit:人': '人員', 'unit:時間': '時間' }
/** 量の名 — what a table of them is called. */
export const measureName = (measure: EffectMeasure): string => NAMES[measure] ?? measure.slice('unit:'.length)
