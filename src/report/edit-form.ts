/** 様式の一欄 — what a form of the plan asks, under which name and in which words; page, comparison and form follow one table. */
export type EditField = {
  name: string
  label: string
  /** `fixed`: shown and sent back, and not to be changed */
  kind: 'line' | 'short' | 'prose' | 'choice' | 'check' | 'fixed'
  choices?: readonly (readonly [value: string, label: string])[]
  required?: boolean
  help?: string
}
/**
 * 様式の表 — rows that are added below; `blank` empty ones are offered after those that `offer` fills in half (a row for each year),
 * and `below` stand inside each row.
 */
export type EditRows = {
  name: string
  label: string
  one: string
  fields: readonly EditField[]
  blank: number
  below?: EditRows
  /** a row for each of what is given: none is added, moved or removed */
  fixed?: boolean
  offer?: (present: readonly Typed[]) => Typed[]
}
export type EditForm = { fields: readonly EditField[]; rows: readonly EditRows[] }

/** 入力 — texts by the name of their field, rows by the name of their table; `was`, `place` and `off` belong to every row. */
export type Typed = { [name: string]: string | Typed[] }

export const textIn = (typed: Typed, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}
export const rowsIn = (typed: Typed, name: string): Typed[] => {
  const value = typed[name]
  return Array.isArray(value) ? value : []
}

/** Rows as they stand, numbered in their order; each remembers where it stood. */
export const drawnRows = <T>(items: readonly T[], draw: (item: T) => Typed): Typed[] =>
  items.map((item, nth) => ({ ...draw(item), was: String(nth), place: String(nth + 1) }))

/** The value of a field in words: a choice by its label. */
export function fieldText({ kind, choices, name }: EditField, typed: Typed): string {
  const text = textIn(typed, name)
  if (kind === 'check') return text === '' ? '' : '該当'
  if (kind === 'choice') return choices?.find(([value]) => value === text)?.[1] ?? text
  return text
}

/** 表の文章 — every row on a line, for a comparison. */
export function rowsText(rows: EditRows, typed: Typed): string {
  const told = rowsIn(typed, rows.name).filter((row) => textIn(row, 'off') === '')
  return told
    .map((row) => {
      const said = rows.fields.flatMap((field) => {
        const text = fieldText(field, row)
        return text === '' ? [] : [`${field.label}：${text}`]
      })
      const below = rows.below ? rowsText(rows.below, row) : ''
      return [said.join('、'), below.replace(/^(?=.)/gm, '　')].filter(Boolean).join('\n')
    })
    .filter((line) => line !== '')
    .join('\n')
}

export type TypedDifference = { label: string; now: string; typed: string }

/** 二人の入力の違い — what the plan says now beside what was typed; what agrees is left out. */
export function typedDifferences(form: EditForm, now: Typed, typed: Typed): TypedDifference[] {
  const told = [
    ...form.fields.map((field) => ({ label: field.label, now: fieldText(field, now), typed: fieldText(field, typed) })),
    ...form.rows.map((rows) => ({ label: rows.label, now: rowsText(rows, now), typed: rowsText(rows, typed) })),
  ]
  return told.filter((one) => one.now.trim() !== one.typed.trim())
}

const MORE = 3
/** as much as a field of the plan holds, and a little more, so that what is too long is refused and not cut */
export const LONGEST_LINE = 40_000

/** 空の行を添える — the form as it is offered: what is there, half-filled rows, empty rows. */
export function offered(form: EditForm, typed: Typed): Typed {
  return { ...typed, ...Object.fromEntries(form.rows.map((rows) => [rows.name, offeredRows(rows, rowsIn(typed, rows.name))])) }
}

function offeredRows(rows: EditRows, present: readonly Typed[]): Typed[] {
  const all = [...present, ...(rows.offer?.(present) ?? []), ...Array.from({ length: rows.blank }, (): Typed => ({}))]
  const { below } = rows
  return below ? all.map((row) => ({ ...row, [below.name]: offeredRows(below, rowsIn(row, below.name)) })) : all
}

/** 行を増やす — more empty rows in the table at «activities» or «activities.0.schedule»; what was typed stays. */
export function withMoreRows(form: EditForm, typed: Typed, path: string): Typed {
  const more = (tables: readonly EditRows[], at: Typed, [name, nth, ...rest]: string[]): Typed => {
    const rows = tables.find((one) => one.name === name)
    if (!rows) return at
    const present = rowsIn(at, rows.name)
    const { below } = rows
    if (nth !== undefined && below)
      return { ...at, [rows.name]: present.map((row, place) => (String(place) === nth ? more([below], row, rest) : row)) }
    const fresh = offeredRows({ ...rows, blank: below ? 1 : MORE, offer: () => [] }, [])
    return { ...at, [rows.name]: [...present, ...fresh] }
  }
  return more(form.rows, typed, path.split('.'))
}
