import type { Measured } from '../vocabulary/measured.ts'
import { readMeasured } from '../vocabulary/measured.ts'
import { readYen, yenOf } from '../vocabulary/yen.ts'
import type { OutlookLineKind, OutlookValue } from './fiscal-outlook.ts'

type Said = { kind: OutlookLineKind; unit: string; fiscalYear: number; at: string | null }

/**
 * 見通しの値の読み取り — «▲670», «(1,200)», «8,120百万円» of an amount, «4.8％» of a ratio. What is no number stays the text it is;
 * «－» and a blank cell are two other answers.
 */
export function readOutlookCell(cell: string, { kind, unit, fiscalYear, at }: Said): OutlookValue {
  const raw = cell.trim()
  const read = readMeasured(kind === 'ratio' ? raw.replace(/\s*[%％]$/, '') : raw)
  const nothing = { fiscalYear, amountYen: null, value: null, raw, at }
  if (read.answer === 'number') return { ...nothing, ...amountOf(read, unit), answer: 'number' }
  if (read.answer !== 'text' || kind === 'ratio') return { ...nothing, answer: read.answer }
  const amountYen = readYen(raw, unit)
  return amountYen === null ? { ...nothing, answer: 'text' } : { ...nothing, amountYen, answer: 'number' }
}

function amountOf({ value }: Extract<Measured, { answer: 'number' }>, unit: string): Pick<OutlookValue, 'amountYen' | 'value'> {
  const amountYen = yenOf(value, unit)
  return { amountYen, value: amountYen === null ? value : null }
}
