import type { Figure } from '../../reform/record.ts'
import { type Quantity, readQuantities } from '../../vocabulary/quantity.ts'

/** 報告の数値 — the figures that a cell of prose says, as a report keeps them; which indicator they belong to is asked later. */
export const readFigures = (text: string): Figure[] => readQuantities(text).map(figureOf)

/** The same with the year or date that stands beside each figure. */
export const readDatedFigures = (text: string): { figure: Figure; asOf: string | null }[] =>
  readQuantities(text).map((said) => ({ figure: figureOf(said), asOf: said.asOf }))

/** 単位の表記 — «件/年» where the period is printed behind a stroke, the unit alone where it is not. */
export const printedUnit = (unit: string | null, per: string | null, raw: string): string | null =>
  unit !== null && per !== null && new RegExp(`[/／]\\s?${per}`).test(raw) ? `${unit}/${per}` : unit

/** A figure keeps only what was said of it: an absent key is «not said». */
function figureOf(said: Quantity): Figure {
  return {
    label: said.label || (said.group ?? ''),
    raw: said.raw,
    value: said.value,
    unit: printedUnit(said.unit, said.per, said.raw),
    indicator: null,
    ...(said.group ? { group: said.group } : {}),
    ...(said.previous ? { previous: said.previous.value } : {}),
    ...(said.change ? { change: said.change.value } : {}),
    ...(said.numerator ? { numerator: said.numerator } : {}),
    ...(said.denominator ? { denominator: said.denominator } : {}),
  }
}
