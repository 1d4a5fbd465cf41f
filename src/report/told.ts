import type { Decimal } from '../vocabulary/decimal.ts'
import type { Answer } from '../vocabulary/measured.ts'
import { numberText } from './figures.ts'
import type { SourceRef } from './source-pages.ts'

/**
 * 読者に伝える値 — the words, which kind of answer they are, and where they stand. A dash, an empty cell, a text,
 * a zero and «the document has no such place» are five different answers to the last page.
 */
export type Told = { text: string; answer: Answer | 'not-said'; guessed: boolean; sources: SourceRef[] }

const NOT_SAID = '記載なし'
const BLANK = '空欄'

export function toldText(text: string | null, sources: SourceRef[] = []): Told {
  const guessed = sources.some((s) => s.guessed)
  if (text === null) return { text: NOT_SAID, answer: 'not-said', guessed, sources }
  return text.trim() === '' ? { text: BLANK, answer: 'blank', guessed, sources } : { text, answer: 'text', guessed, sources }
}

type Printed = { value: Decimal | null; answer: Answer; raw: string }

/**
 * 測った値 — the number with its unit; what is no number stays as it is printed. Where the printed text says more
 * than its number (a date, a count, a comparator), the printed text is shown.
 */
export function toldMeasured(printed: Printed | null, unit: string | null, sources: SourceRef[] = []): Told {
  const guessed = sources.some((s) => s.guessed)
  if (printed === null) return { text: NOT_SAID, answer: 'not-said', guessed, sources }
  if (printed.answer === 'blank') return { text: BLANK, answer: 'blank', guessed, sources }
  if (printed.answer === 'not-applicable') return { text: '－', answer: 'not-applicable', guessed, sources }
  if (printed.answer === 'text' || printed.value === null) return { text: printed.raw, answer: 'text', guessed, sources }
  return { text: withUnit(numberText(printed.value), unit), answer: 'number', guessed, sources }
}

/** 「件/年」のような単位はそのまま後ろに置く。 */
export const withUnit = (number: string, unit: string | null): string => (unit === null ? number : `${number}${unit}`)
