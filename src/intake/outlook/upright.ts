import { fold } from '../../vocabulary/folding.ts'
import { type Cell, filled, type Row } from '../read/page.ts'
import { readHeader, yearOfCell } from './header.ts'

/** 表の向きと列をそろえる — the rows of a page as the reading of an outlook expects them: cells in columns, the years across. */
export const uprightRows = (rows: readonly Row[]): readonly Row[] => yearsAcross(dividedRows(rows))

const GAP = /[ \u3000]{2,}|\u3000/
const MOST_NAME_PIECES = 6

/**
 * A text copied from a PDF has blanks where its columns were. Only below a header that ends with its years, and only by counting from the
 * right: a row with fewer pieces than years ends too early, and is refused as such rather than moved to other years.
 */
function dividedRows(rows: readonly Row[]): readonly Row[] {
  if (rows.some((row) => readHeader(row) !== null)) return rows
  let years = 0
  return rows.map((row) => {
    const [cell, ...others] = row.cells
    if (!cell || others.length > 0) return row
    const pieces = cell.raw.trim().split(GAP)
    const header = readHeader({ ...row, cells: cellsOf(cell, pieces, 1) })
    if (header && header.others.length === 0) years = header.years.length
    if (years === 0 || pieces.length < 2 || pieces.length > years + MOST_NAME_PIECES) return row
    return { ...row, cells: cellsOf(cell, pieces, Math.max(1, pieces.length - years)) }
  })
}

/** The first `names` pieces are one name, with the blanks in front of it; every other piece is a cell. */
function cellsOf(cell: Cell, pieces: readonly string[], names: number): Cell[] {
  const indent = /^[\s\u3000]*/.exec(cell.raw)?.[0] ?? ''
  const name = pieces.slice(0, names).join('')
  return [
    { ...cell, text: name, raw: `${indent}${name}`, column: 0 },
    ...pieces.slice(names).map((text, nth) => ({ ...cell, text, raw: text, column: nth + 1 })),
  ]
}

/** A table with its years down the left is turned: what stood above the years names the lines, and each cell keeps its place. */
function yearsAcross(rows: readonly Row[]): readonly Row[] {
  if (rows.some((row) => readHeader(row) !== null)) return rows
  let era: string | null = null
  const years = rows.map((row) => {
    const said = yearOfCell(filled(row)[0]?.text ?? '', era)
    era = said?.era ?? era
    return said !== null && filled(row).length > 1
  })
  const from = years.indexOf(true)
  const to = years.lastIndexOf(true)
  const names = rows[from - 1]
  if (from < 1 || to - from < 1 || !names || filled(names).length < 2 || years.slice(from, to).includes(false)) return rows
  const block = rows.slice(from, to + 1)
  const column = filled(block[0] as Row)[0]?.column ?? 0
  return [...rows.slice(0, from - 1), ...turned(names, block, column), ...rows.slice(to + 1)]
}

function turned(names: Row, block: readonly Row[], years: number): Row[] {
  const lines = [names.cells.find(({ column }) => column === years), ...filled(names).filter(({ column }) => column > years)]
  return lines.map((name, line) => {
    const column = name?.column ?? years
    const cells = block.map((row, nth): Cell => {
      const cell = row.cells.find((one) => one.column === column)
      return { text: '', raw: '', at: row.at, rowSpan: 1, ...cell, column: nth + 1, columnSpan: 1 }
    })
    const first: Cell = { text: '', raw: '', at: names.at, rowSpan: 1, ...name, column: 0, columnSpan: 1 }
    return {
      ...names,
      at: line === 0 ? names.at : first.at,
      cells: [{ ...first, text: fold(first.text) === '年度' ? '' : first.text }, ...cells],
    }
  })
}
