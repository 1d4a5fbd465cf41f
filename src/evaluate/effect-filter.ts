import type { Effect, ReformRecord } from '../reform/record.ts'
import { type EffectMeasure, type EffectTerm, standingsIn, termsAmong } from './effect-terms.ts'

/** 絞り込み — null: all of them; `unsaid`: amounts for which nobody said it. */
export type EffectFilter = {
  side: NonNullable<Effect['side']> | 'unsaid' | null
  basis: NonNullable<Effect['basis']> | 'unsaid' | null
  status: NonNullable<Effect['status']> | 'unsaid' | null
}
export const EVERY_EFFECT: EffectFilter = { side: null, basis: null, status: null }

/**
 * 絞り込んだ量 — what the total holds of one side, basis or status, so that the parts add up to the whole. 継続 amounts are looked
 * at by themselves: beside 単年度 amounts most of them are in no total.
 */
export function filteredTerms(
  record: ReformRecord,
  estimate: string | null,
  measure: EffectMeasure,
  { side, basis, status }: EffectFilter,
): EffectTerm[] {
  const terms = termsAmong(standingsIn(record, estimate, basis === '継続'), measure)
  return terms.filter(({ effect }) => isChosen(effect.side, side) && isChosen(effect.basis, basis) && isChosen(effect.status, status))
}

const isChosen = (said: string | null, chosen: string | null): boolean => chosen === null || (said ?? 'unsaid') === chosen
