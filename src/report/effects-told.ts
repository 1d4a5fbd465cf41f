import type { Effect, Initiative } from '../reform/record.ts'
import type { EditionIndex } from './edition-index.ts'
import { estimateName } from './effect-amounts.ts'
import { effectSources, type SourcesOf } from './effect-tables.ts'
import { isMoney, numberText, yearText, yenText } from './figures.ts'
import type { SourceRef } from './source-pages.ts'
import { withUnit } from './told.ts'

/** 効果の一件 — as it is told beside an initiative, outside of any table. */
export type EffectTold = {
  when: string
  estimate: string
  scope: string
  amount: string
  status: string | null
  side: string | null
  basis: string | null
  sources: SourceRef[]
}

function amountText({ amountYen, quantity, unit, raw }: Effect): string {
  if (amountYen !== null) return withUnit(yenText(amountYen, unit ?? '円'), isMoney(unit) ? unit : '円')
  return quantity ? withUnit(numberText(quantity), unit) : raw
}

const told = (effect: Effect, sources: SourcesOf): EffectTold => ({
  when: effect.fiscalYear === null ? '年度の記載なし' : yearText(effect.fiscalYear),
  estimate: estimateName(effect.estimate),
  scope: effect.scope,
  amount: amountText(effect),
  status: effect.status,
  side: effect.side,
  basis: effect.basis,
  sources: sources(effect),
})

export function effectsOfInitiative(initiative: Initiative, index: EditionIndex): EffectTold[] {
  const own = index.edition.record.effects.filter((e) => e.of && 'initiative' in e.of && e.of.initiative === initiative.id)
  if (own.length === 0) return []
  const sources = effectSources(index)
  return own.map((e) => told(e, sources))
}

/** 年度のない効果 — hours, persons, or amounts that no year is printed with. */
export function effectsWithoutYear(index: EditionIndex): EffectTold[] {
  const own = index.edition.record.effects.filter((e) => e.fiscalYear === null)
  if (own.length === 0) return []
  const sources = effectSources(index)
  return own.map((e) => told(e, sources))
}
