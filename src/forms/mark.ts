import type { HiddenIds } from './form.ts'

/*
 * 隠れた目印 — a hidden column says of each row which field it holds, a hidden row above says of each column what is typed into
 * it: both travel when rows or columns are inserted, when a sheet is copied into another book and when its rows are sorted.
 */

const FORM = 'kaikaku-form/1'
const LIST = 'kaikaku-list/1'
const ITEM = 'kaikaku-item/1'
const ROW = 'kaikaku-row'
const COLUMN = 'kaikaku-column'

/** What the columns of entry cells hold. */
export type ColumnMark = 'entry' | 'actual' | 'status' | 'effect' | 'kind' | 'of' | 'after' | 'reason' | (string & {})
/** A row: its field, and the words that must stand in it. */
export type RowMark = { field: string; label: string }
/** A row of a list: whose it is, and the keys of its indicators and effects in their order. */
export type ItemMark = { ids: HiddenIds; title: string; indicators: string[]; effects: string[] }
/** A sheet: whose it is; the title once more, so that what was copied over something else is noticed. */
export type FormMark = { ids: HiddenIds; title: string }

export const formMark = (mark: FormMark): string => `${FORM} ${JSON.stringify(mark)}`
export const listMark = LIST
export const itemMark = (mark: ItemMark): string => `${ITEM} ${JSON.stringify(mark)}`
export const rowMark = (mark: RowMark): string => `${ROW} ${JSON.stringify(mark)}`
export const columnMark = (...marks: ColumnMark[]): string => `${COLUMN} ${marks.join(' ')}`

export const isListMark = (text: string): boolean => text === LIST

/** What stands behind a mark is typed by whoever has the file: everything is looked at before it is believed. */
function said(text: string, mark: string): unknown {
  if (!text.startsWith(`${mark} `)) return null
  try {
    return JSON.parse(text.slice(mark.length + 1))
  } catch {
    return null
  }
}
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((one) => typeof one === 'string')

export function idsIn(value: unknown): HiddenIds | null {
  if (!isObject(value)) return null
  const { municipality, round, item, number, version } = value
  if (![municipality, round, item, number].every((one) => typeof one === 'string') || !Number.isSafeInteger(version)) return null
  return { municipality, round, item, number, version } as HiddenIds
}

export const isFormMark = (text: string): boolean => text.startsWith(`${FORM} `)
export function formMarkOf(text: string): FormMark | null {
  const mark = said(text, FORM)
  if (!isObject(mark) || typeof mark.title !== 'string') return null
  const ids = idsIn(mark.ids)
  return ids && { ids, title: mark.title }
}

export function itemMarkOf(text: string): ItemMark | null {
  const mark = said(text, ITEM)
  if (!isObject(mark) || typeof mark.title !== 'string' || !isTexts(mark.indicators) || !isTexts(mark.effects)) return null
  const ids = idsIn(mark.ids)
  return ids && { ids, title: mark.title, indicators: mark.indicators, effects: mark.effects }
}

export function rowMarkOf(text: string): RowMark | null {
  const mark = said(text, ROW)
  return isObject(mark) && typeof mark.field === 'string' && typeof mark.label === 'string'
    ? { field: mark.field, label: mark.label }
    : null
}

export const columnMarksOf = (text: string): ColumnMark[] =>
  text.startsWith(`${COLUMN} `)
    ? text
        .slice(COLUMN.length + 1)
        .split(' ')
        .filter(Boolean)
    : []
