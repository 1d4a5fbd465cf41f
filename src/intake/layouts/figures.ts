import type { Figure } from '../../reform/record.ts'
import { type Quantity, readQuantities } from '../../vocabulary/quantity.ts'

/** 報告の数値 — the figures that a cell of prose says, as a report keeps them; which indicator they belong to is asked later. */
export const readFigures = (text: string): Figure[] => quantitiesIn(text).map(figureOf)

/** The same with the year or date that stands beside each figure. */
export const readDatedFigures = (text: string): { figure: Figure; asOf: string | null }[] =>
  quantitiesIn(text).map((said) => ({ figure: figureOf(said), asOf: said.asOf }))

/** A run of «仕事の名（数値）» without bullets: each figure stands under the words before its own bracket, not under the first ones. */
const OWN_HEAD = /[）)]\s+([^（）()。、\s][^（）()。]{1,40})[（(]\s*$/

/** Groups that another figure lends to its neighbours, put right where the text between them says otherwise. */
function quantitiesIn(text: string): Quantity[] {
  const all = readQuantities(text)
  return all.map((said, i) => {
    const before = all[i - 1]
    if (!before || said.group === null) return said
    const head = OWN_HEAD.exec(text.slice(before.start, said.start))?.[1]
    if (head) return { ...said, group: head.trim() }
    const first = all.find((q) => q.label === said.group)
    return first && isNeighbour(first, said) ? { ...said, group: null } : said
  })
}

/** «医師面接：28名 心理士面談：2名» are three of one kind; «評価した事業227事業 「継続」177» is a whole and its parts. */
const isNeighbour = (first: Quantity, said: Quantity): boolean =>
  first !== said && first.unit !== null && first.unit === said.unit && !/計$|数$|全体|総/.test(first.label)

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
