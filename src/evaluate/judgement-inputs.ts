import type { JudgementInput } from '../reform/judgement.ts'
import type { Direction, Indicator, Target } from '../reform/record.ts'
import { type Decimal, rounded, times } from '../vocabulary/decimal.ts'
import { eraName, type FiscalYear } from '../vocabulary/fiscal-year.ts'
import type { DirectionFound } from './direction.ts'

/*
 * 判定に用いた値の書き方 — what is kept beside a judgement is text: it must read the same in ten years, whatever becomes of the figures.
 */
export const yearName = (year: number): string => eraName(year as FiscalYear)

/** 80％, 112.5％, ▲3.1％ — one digit where there is one; more where they are asked for. */
export function percent(share: Decimal, places = 1): string {
  const text = rounded(times(share, '100' as Decimal), places).replace(/\.0+$/, '')
  return `${text.replace(/^-(?=.*[1-9])/, '▲').replace(/^-/, '')}％`
}

type Said = { answer: string; raw: string; value: Decimal | null } | null
export function inputOf({ unit }: Indicator, name: string, said: Said): JudgementInput[] {
  if (!said || said.answer === 'blank') return [{ name, value: '記載なし' }]
  return [{ name, value: said.value !== null && unit !== null && !said.raw.includes(unit) ? unitInside(said.raw, unit) : said.raw }]
}

/** 「30.0以上」 of ％ is «30.0％以上»: the unit belongs to the figure, not to the words behind it. */
function unitInside(raw: string, unit: string): string {
  const [, figure, rest] = /^([-▲△]?[\d０-９][\d０-９,.，．]*)(.*)$/s.exec(raw) ?? []
  return figure === undefined ? raw + unit : `${figure}${unit}${rest}`
}

export function targetInput(indicator: Indicator, target: Target | null): JudgementInput[] {
  const when = target?.fiscalYear ? `（${yearName(target.fiscalYear)}）` : ''
  return inputOf(indicator, `目標${when}`, target)
}

const NAMES: Record<Direction, string> = { increase: '増やす', decrease: '減らす', maintain: '維持する' }
export const directionInput = (found: DirectionFound | null): JudgementInput[] =>
  found ? [{ name: '改善の方向', value: NAMES[found.direction] + (found.source === 'guessed' ? '（推定）' : '') }] : []

export const shareInput = (name: string, share: Decimal): JudgementInput => ({ name, value: percent(share) })
