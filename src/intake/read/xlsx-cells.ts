import { type Cell as HucreCell, readXlsx, type Sheet } from 'hucre'
import type { Unreadable } from '../../reform/unreadable.ts'
import { no, ok, type Result } from '../../vocabulary/result.ts'
import type { FilledCell, FilledSheet } from './filled-sheet.ts'
import { MOST_CELLS } from './limits.ts'
import { plainCells } from './xlsx-plain-cells.ts'
import { packed, problemOf, shownText } from './xlsx-sheets.ts'

/** Inflated parts → what stands in each cell, with formulas beside their last result and nothing trimmed. */
export async function readFilledCells(parts: Map<string, Uint8Array>): Promise<Result<FilledSheet[], Unreadable>> {
  const plain = plainCells(parts)
  if (plain) return plain.reduce((sum, { cells }) => sum + cells.length, 0) > MOST_CELLS ? no({ kind: 'too-many-cells' }) : ok(plain)
  return readAllCells(parts)
}

/** The same by the full reader, for what is out of the ordinary. */
export async function readAllCells(parts: Map<string, Uint8Array>): Promise<Result<FilledSheet[], Unreadable>> {
  let sheets: Sheet[]
  try {
    sheets = (await readXlsx(packed(parts), { readStyles: true })).sheets
  } catch (error) {
    return no(problemOf(error as Error))
  }
  let count = 0
  const filled: FilledSheet[] = []
  for (const sheet of sheets) {
    const cells = cellsOf(sheet)
    count += cells.length
    if (count > MOST_CELLS) return no({ kind: 'too-many-cells' })
    filled.push({ name: sheet.name, hidden: Boolean(sheet.hidden || sheet.veryHidden), cells })
  }
  return ok(filled)
}

function cellsOf(sheet: Sheet): FilledCell[] {
  const cells: FilledCell[] = []
  sheet.rows.forEach((values, row) => {
    values.forEach((value, column) => {
      const cell = sheet.cells?.get(`${row},${column}`) as HucreCell | undefined
      const isFormula = cell?.formula !== undefined || cell?.type === 'formula'
      const text = value === null ? '' : shownText(sheet, row, column)
      if (isFormula) cells.push([row, column, text, `=${cell?.formula ?? ''}`])
      else if (text !== '') cells.push([row, column, text])
    })
  })
  return cells
}
