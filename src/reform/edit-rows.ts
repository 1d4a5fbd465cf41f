/**
 * 表の一行の入力 — `was` is its place in the list the form was drawn from («» for a new row), `place` the order that is wanted,
 * `off` is said where the row is to go.
 */
export type RowSaid = { was?: string; place?: string; off?: string }

/** 直せない欄 — a field of a form («sections.0.name») and what is wrong with what was typed there. */
export type EditFault = {
  field: string
  kind:
    | 'missing'
    | 'not-a-year'
    | 'not-a-day'
    | 'not-a-period'
    | 'end-before-start'
    | 'too-long'
    | 'not-a-choice'
    | 'not-an-amount'
    | 'not-a-count'
    | 'not-a-share'
    | 'either-or'
    | 'circle'
    | 'twice'
    | 'not-a-number'
    | 'not-lower'
    | 'no-rest'
}

export const LONGEST_FIELD = 20_000

/** Blank is «not said». What was not changed stays as it stood, with the white space around it. */
export function said(text: string | undefined, old: string | null): string | null {
  const typed = (text ?? '').trim()
  if (typed === (old ?? '').trim()) return old
  return typed === '' ? null : typed
}

/** One of the values that a field offers; null where it says nothing or something else. */
export const chosen = <T extends string>(text: string | undefined, choices: readonly T[]): T | null =>
  choices.find((choice) => choice === text) ?? null

const orderOf = ({ place }: RowSaid): number => {
  const number = Number((place ?? '').normalize('NFKC'))
  return (place ?? '').trim() === '' || Number.isNaN(number) ? Number.MAX_SAFE_INTEGER : number
}

/**
 * 表の編集 — the list as its rows say. A row that was not changed stays the same object, so that its sources stay with it; a row
 * the form does not speak of stays too. `make` answers null for a row that says nothing.
 */
export function rowsAfter<T, S extends RowSaid>(
  before: readonly T[],
  rows: readonly S[],
  make: (row: S, was: T | null, nth: number) => T | null,
): T[] {
  const spokenOf = new Set<T>()
  const made = rows.flatMap((row, nth) => {
    const was = row.was ? (before[Number(row.was)] ?? null) : null
    if (was !== null) spokenOf.add(was)
    if (row.off) return []
    const item = make(row, was, nth)
    if (item === null) return []
    return [{ item: was !== null && JSON.stringify(was) === JSON.stringify(item) ? was : item, order: orderOf(row) }]
  })
  const ordered = made.toSorted((a, b) => a.order - b.order).map(({ item }) => item)
  return [...ordered, ...before.filter((item) => !spokenOf.has(item))]
}
