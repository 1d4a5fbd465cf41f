import { detect } from '../intake/read/detect.ts'
import type { FilledSheet } from '../intake/read/filled-sheet.ts'
import { LARGEST_FILE } from '../intake/read/limits.ts'
import { readFilledSheets } from '../intake/read/xlsx.ts'
import type { Unreadable } from '../reform/unreadable.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import type { HiddenIds, ReadForm } from './form.ts'
import { isLabel } from './labels.ts'
import { formMarkOf, idsIn, isFormMark, rowMarkOf } from './mark.ts'
import { isList, readList } from './read-list.ts'
import { readStretch, type Stretch } from './read-sheet.ts'
import { type At, SheetCells } from './sheet-cells.ts'

/** A thousand forms hold fewer; what holds more is no workbook of forms. */
const MOST_FILLED = 200_000

/**
 * 様式を読む — every form found in a workbook, whoever saved it: known by its hidden ids, else by its number, never by its
 * position. A workbook without a form gives none.
 */
export async function readForms(bytes: Uint8Array): Promise<Result<ReadForm[], Unreadable>> {
  if (bytes.length > LARGEST_FILE) return no({ kind: 'too-large', bytes: bytes.length, limit: LARGEST_FILE })
  const detected = detect(bytes)
  if (!detected.ok) return detected
  if (detected.value.is !== 'workbook') return no({ kind: 'not-supported', type: detected.value.is })
  const sheets = await readFilledSheets(bytes)
  if (!sheets.ok) return sheets
  if (sheets.value.reduce((sum, { cells }) => sum + cells.length, 0) > MOST_FILLED) return no({ kind: 'too-many-cells' })
  const meta = metaOf(sheets.value)
  return ok(sheets.value.filter(({ name }) => name !== '_meta' && name !== '_list').flatMap((sheet) => formsIn(sheet, meta)))
}

/** The ids by the names of the sheets, as they were called when the workbook went out. */
function metaOf(sheets: readonly FilledSheet[]): Map<string, HiddenIds> {
  const found = new Map<string, HiddenIds>()
  const cells = sheets.find(({ name, hidden }) => name === '_meta' && hidden)?.cells ?? []
  const names = new Map(cells.flatMap(([row, column, text]) => (column === 0 ? [[row, text] as const] : [])))
  for (const [row, column, text] of cells) {
    const name = names.get(row)
    const ids = column === 1 && name !== undefined ? idsOfJson(text) : null
    if (ids && name !== undefined) found.set(name, ids)
  }
  return found
}

function idsOfJson(text: string): HiddenIds | null {
  if (!text.startsWith('{')) return null
  try {
    return idsIn(JSON.parse(text))
  } catch {
    return null
  }
}

function formsIn(sheet: FilledSheet, meta: ReadonlyMap<string, HiddenIds>): ReadForm[] {
  const cells = SheetCells.of(sheet)
  const entries = entryRows(cells)
  if (isList(cells, entries)) return readList(cells)
  const stretches = stretchesOf(cells, entries)
  const alone = stretches.length === 1 ? (meta.get(sheet.name) ?? null) : null
  return stretches.map((stretch) => readStretch(cells, stretch, alone))
}

/** Rows that are filled in: what a person types there is neither a mark nor a label, even where it reads like one. */
function entryRows(cells: SheetCells): Set<number> {
  const rows = new Set<number>()
  for (const { row, text } of cells.within({ from: 0, to: cells.rows.at(-1) ?? 0 })) if (rowMarkOf(text)) rows.add(row)
  return rows
}

/** A form begins with its hidden mark, or where that is gone with its number; several may stand under each other in one sheet. */
function stretchesOf(cells: SheetCells, entries: ReadonlySet<number>): Stretch[] {
  const last = cells.rows.at(-1) ?? 0
  const starts: Omit<Stretch, 'to'>[] = []
  for (const cell of cells.within({ from: 0, to: last })) {
    if (entries.has(cell.row)) continue
    if (isFormMark(cell.text)) starts.push({ from: cell.row, mark: formMarkOf(cell.text), number: null })
    if (!isLabel(cell.text, 'formNumber')) continue
    const number = cells.rightOf(cell)
    const open = starts.at(-1)
    if (open && !open.number && open.mark) open.number = number
    else starts.push({ from: cell.row, mark: null, number })
  }
  if (starts.length === 0 && isNamelessForm(cells)) starts.push({ from: 0, mark: null, number: null })
  return starts.map((start, nth) => ({ ...start, to: (starts[nth + 1]?.from ?? last + 1) - 1 }))
}

/** Without ids and without a number: a form all the same, which somebody has to look at. */
function isNamelessForm(cells: SheetCells): boolean {
  const all = { from: 0, to: cells.rows.at(-1) ?? 0 }
  const has = (is: (cell: At) => boolean): boolean => cells.find(all, is) !== null
  return (
    has(({ text }) => isLabel(text, 'title')) && has(({ text }) => isLabel(text, 'progress')) && has(({ text }) => text.endsWith('記入欄'))
  )
}
