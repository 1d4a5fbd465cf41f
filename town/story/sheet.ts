import type { Cell, CellValue, MergeRange, WriteSheet } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'

/** A cell that covers several columns or rows, or shows its number in a format. */
export type Broad = { value: CellValue; across?: number; down?: number; format?: string }
export type Said = CellValue | Broad

export const across = (columns: number, value: CellValue): Broad => ({ value, across: columns })
export const down = (rows: number, value: CellValue): Broad => ({ value, down: rows })
export const block = (rows: number, columns: number, value: CellValue): Broad => ({ value, across: columns, down: rows })
export const shown = (format: string, value: number): Broad => ({ value, format })

const isBroad = (said: Said): said is Broad => typeof said === 'object' && said !== null && 'value' in said

/** Places cells as an HTML table does: a cell that a merged one above or to the left covers is not listed. */
export function sheet(name: string, said: readonly (readonly Said[])[], widths: readonly number[] = []): WriteSheet {
  const rows: CellValue[][] = said.map(() => [])
  const taken = new Set<string>()
  const merges: MergeRange[] = []
  const cells = new Map<string, Partial<Cell>>()
  said.forEach((line, row) => {
    let column = 0
    for (const one of line) {
      while (taken.has(`${row},${column}`)) column += 1
      const broad: Broad = isBroad(one) ? one : { value: one }
      const { across: columns = 1, down: height = 1 } = broad
      ;(rows[row] as CellValue[])[column] = broad.value
      if (broad.format) cells.set(`${row},${column}`, { style: { numFmt: broad.format } })
      if (columns > 1 || height > 1)
        merges.push({ startRow: row, startCol: column, endRow: row + height - 1, endCol: column + columns - 1 })
      for (let r = row; r < row + height; r += 1) for (let c = column; c < column + columns; c += 1) taken.add(`${r},${c}`)
      column += columns
    }
  })
  return {
    name,
    rows: rows.map((row) => Array.from(row, (value) => value ?? null)),
    cells,
    merges,
    columns: widths.map((width) => ({ width })),
  }
}

/** The bytes of a workbook; the same sheets always give the same bytes, so that writing them again changes no file. */
export const workbook = (sheets: WriteSheet[]): Promise<Uint8Array> =>
  writeXlsx({ sheets, properties: { creator: 'あおば市', created: new Date(0), modified: new Date(0) } })
