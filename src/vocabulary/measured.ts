import { type Decimal, toDecimal } from './decimal.ts'
import { fold } from './folding.ts'

/**
 * 値 — what a published cell says. A dash is an answer, an empty cell is a
 * missing answer, and neither is zero, so all four stay apart to the last page.
 */
export type Measured =
  | { answer: 'number'; value: Decimal; raw: string }
  | { answer: 'text'; raw: string } // 「概ね達成」
  | { answer: 'not-applicable'; raw: string } // 「－」
  | { answer: 'blank' }

export type Answer = Measured['answer']

/** 数値・文字・「－」・空欄の読み分け. Takes ▲△ and parentheses as minus; units are not taken off here. */
export function readMeasured(cell: string): Measured {
  const raw = cell.trim()
  if (raw === '') return { answer: 'blank' }
  const plain = fold(raw).replace(/[\s,]/g, '')
  if (/^-+$|^ー+$/.test(plain)) return { answer: 'not-applicable', raw }
  const value = toDecimal(plain.replace(/^[▲△]/, '-'))
  return value ? { answer: 'number', value, raw } : { answer: 'text', raw }
}
