import type { Value } from './nouns/field.ts'
import type { Noun } from './nouns/noun.ts'
import type { Row } from './rows.ts'

/** Where the values of the noun's own fields begin in a row: after the position and, for ids, the parent. */
export const fieldsFrom = (noun: Noun, parentColumns: number): number => 1 + (noun.key === 'id' ? parentColumns : 0)

/** Columns that tell whether two items without an id are the same thing. */
function sameColumns(noun: Noun): number[] {
  let place = 0
  return noun.fields.flatMap((field) => {
    const columns = field.columns.map(() => place++)
    return noun.same.includes(field.key) ? columns : []
  })
}

/**
 * 同じものさがし — which stored row each item without an id is: first the rows that say exactly the same, then those that
 * agree in what makes them the same thing. The rest is new, and what remains of the stored rows is gone.
 */
export function matchRows(noun: Noun, wanted: readonly (readonly Value[])[], stored: readonly Row[]): (Row | null)[] {
  const found: (Row | null)[] = wanted.map(() => null)
  const free = new Set(stored)
  const bySame = sameColumns(noun)
  const rounds: ((values: readonly Value[]) => string)[] = [
    (values) => JSON.stringify(values),
    (values) => JSON.stringify(bySame.map((place) => values[place])),
  ]
  for (const said of rounds.slice(0, bySame.length > 0 ? 2 : 1)) {
    const waiting = Map.groupBy(free, (row) => said(row.values.slice(fieldsFrom(noun, 0))))
    wanted.forEach((values, place) => {
      const row = found[place] ? undefined : waiting.get(said(values))?.shift()
      if (!row) return
      found[place] = row
      free.delete(row)
    })
  }
  return found
}

const GAP = 1000

/** 並び順 — stored positions stay where they still ascend, new ones go between, so that inserting one row changes one row. */
export function positionsFor(stored: readonly (number | null)[]): number[] {
  const kept: (number | null)[] = []
  let highest = 0
  for (const position of stored) {
    kept.push(position !== null && position > highest ? position : null)
    highest = Math.max(highest, kept.at(-1) ?? 0)
  }
  const positions: number[] = []
  for (let start = 0; start < kept.length; ) {
    const end = kept.findIndex((position, place) => place >= start && position !== null)
    const before = positions.at(-1) ?? 0
    const count = (end < 0 ? kept.length : end) - start
    const after = end < 0 ? before + GAP * (count + 1) : (kept[end] as number)
    const step = Math.floor((after - before) / (count + 1))
    if (step === 0) return stored.map((_, place) => (place + 1) * GAP) // no room left: everything is numbered anew
    for (let nth = 1; nth <= count; nth += 1) positions.push(before + step * nth)
    if (end >= 0) positions.push(after)
    start += count + (end < 0 ? 0 : 1)
  }
  return positions
}
