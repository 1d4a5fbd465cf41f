import { readFilledSheets } from '../intake/read/xlsx.ts'
import type { AnotherForm, CannotPatch, OwnFormCell, OwnFormMap } from '../reform/own-form.ts'
import type { ReportContent, ReportedActual } from '../reform/report-content.ts'
import type { Unreadable } from '../reform/unreadable.ts'
import { foldTight } from '../vocabulary/folding.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import type { HiddenIds, ReadForm } from './form.ts'
import { hiddenIdsOf, withHiddenIds } from './hidden-property.ts'
import { TEXT_FIELDS } from './labels.ts'
import { patchWorkbook } from './patch-workbook.ts'
import { placeOf, placeText } from './place.ts'
import { SheetCells } from './sheet-cells.ts'
import { Taking } from './take.ts'

/** The same form has at least this share of its cells where they were; less is another form, or one with rows put in. */
const SAME = 0.8

/** 市の様式を返す — this year's values in the cells of last year's form, or those cells empty; everything else stays as it is. */
export async function fillOwnForm(
  bytes: Uint8Array,
  map: OwnFormMap,
  content: ReportContent | null,
  ids: HiddenIds,
): Promise<Result<Uint8Array, CannotPatch>> {
  const edits = map.cells.flatMap(({ field, at, also, number = false }) => [
    { at, text: content ? typedIn(content, field) : null, number },
    ...also.map((place) => ({ at: place, text: null })),
  ])
  const patched = await patchWorkbook(bytes, edits)
  return patched.ok ? withHiddenIds(patched.value, ids) : patched
}

function typedIn(content: ReportContent, field: OwnFormCell['field']): string {
  for (const text of TEXT_FIELDS) if (field === text) return content[text]
  const key = field.slice(field.indexOf(':') + 1)
  return field.startsWith('actual:')
    ? (content.actuals.find(({ indicator }) => indicator === key)?.raw ?? '')
    : (content.effects.find(({ row }) => row === key)?.raw ?? '')
}

/**
 * 市の様式を受け取る — values at the cells where they were put. Whether it is the same form say all other cells: a sheet may be
 * called otherwise, but a label beside an entry cell that changed makes its value one that is not believed.
 */
export async function readOwnForm(bytes: Uint8Array, map: OwnFormMap): Promise<Result<ReadForm, Unreadable | AnotherForm>> {
  const filled = await readFilledSheets(bytes)
  if (!filled.ok) return filled
  const sheets = filled.value.map((sheet) => SheetCells.of(sheet))
  const names = [...new Set(map.cells.flatMap(({ at }) => placeOf(at)?.sheet ?? []))]
  const found = names.map((name) => ({ name, ...bestSheet(sheets, name, map) }))
  const share = Math.min(1, ...found.map((one) => one.share))
  const main = found[0]
  if (!main?.cells || share < SAME) return no({ kind: 'another-form', share })
  const taking = new Taking(main.cells, 'own', hiddenIdsOf(bytes))
  for (const { name, cells } of found) {
    const own = new Taking(cells ?? main.cells, 'own', null)
    for (const cell of map.cells) if (placeOf(cell.at)?.sheet === name) takeCell(own, cells ?? main.cells, cell, map)
    merge(taking.form, own.form)
  }
  return ok(taking.form)
}

/** The sheet of that name, or the one that looks most like it. */
function bestSheet(sheets: readonly SheetCells[], name: string, { fingerprint }: OwnFormMap): { cells: SheetCells | null; share: number } {
  const expected = Object.entries(fingerprint).flatMap(([at, text]) => {
    const place = placeOf(at)
    return place?.sheet === name ? [{ ...place, text }] : []
  })
  const shareOf = (cells: SheetCells): number =>
    expected.filter(({ row, column, text }) => foldTight(cells.textAt(row, column)).slice(0, 60) === text).length /
    Math.max(1, expected.length)
  return sheets
    .map((cells) => ({ cells, share: shareOf(cells) }))
    .reduce<{ cells: SheetCells | null; share: number }>((best, one) => (one.share > best.share ? one : best), { cells: null, share: 0 })
}

function takeCell(taking: Taking, cells: SheetCells, { field, at, also }: OwnFormCell, map: OwnFormMap): void {
  const place = placeOf(at)
  if (!place || !labelsStand(taking, cells, at, map)) return
  const { row, column } = place
  const key = field.slice(field.indexOf(':') + 1)
  for (const more of also) {
    const below = placeOf(more)
    const text = below ? cells.textAt(below.row, below.column) : ''
    if (below && text.trim() !== '') taking.form.problems.push({ kind: 'stray-text', at: cells.place(below.row, below.column), text })
  }
  if (field === 'progress' || field === 'issues' || field === 'revision') taking.field(field, row, column)
  else if (field.startsWith('actual:')) taking.actual(key as ReportedActual['indicator'], row, column, null)
  else if (field.startsWith('effect:')) taking.effect(key, row, column)
}

/** The nearest cells to the left and above that said something when the form went out. */
function labelsStand(taking: Taking, cells: SheetCells, at: string, { fingerprint }: OwnFormMap): boolean {
  const place = placeOf(at)
  if (!place) return false
  const nearest = (step: (away: number) => { row: number; column: number } | null): boolean => {
    for (let away = 1; ; away += 1) {
      const beside = step(away)
      if (!beside) return true
      const expected = fingerprint[placeText({ sheet: place.sheet, ...beside })]
      if (expected === undefined) continue
      const found = cells.textAt(beside.row, beside.column)
      if (foldTight(found).slice(0, 60) === expected) return true
      taking.form.problems.push({ kind: 'label-moved', at: cells.place(beside.row, beside.column), expected, found })
      return false
    }
  }
  const left = nearest((away) => (place.column - away < 0 ? null : { row: place.row, column: place.column - away }))
  const above = nearest((away) => (place.row - away < 0 ? null : { row: place.row - away, column: place.column }))
  return left && above
}

function merge(form: ReadForm, own: ReadForm): void {
  for (const field of TEXT_FIELDS) if (field in own.at) form.content[field] = own.content[field]
  form.content.actuals.push(...own.content.actuals)
  form.content.effects.push(...own.content.effects)
  form.problems.push(...own.problems)
  Object.assign(form.at, own.at)
}
