import type { Cell, Row } from '../../read/page.ts'

/** Cells that were put together of several, with the cells they were put together of. */
export type Pieces = Map<Cell, readonly Cell[]>

/**
 * 途中で改行された行 — a line break inside a cell ends the line of plain text in the middle of a row; the next line begins
 * with the rest of that cell. Null where the line is a row (or anything else) of its own.
 */
export function continued(before: Row, row: Row, width: number, pieces: Pieces): Row | null {
  const [first, ...rest] = row.cells
  const last = before.cells.at(-1)
  if (!first || !last || first.text === '' || last.text === '' || row.headingDepth > 0 || row.page.name !== null) return null
  if (row.index !== before.index + 1 + brokenBefore(before, pieces)) return null
  if (before.cells.length >= width && rest.length > 0) return null
  if (before.cells.length + rest.length > width || before.cells.length < 3) return null
  const goesOn = /。|^[【・●◆■※]/.test(first.text) || (rest.length === 0 && before.cells.length < width && !/。$/.test(last.text))
  if (!goesOn) return null
  const joined: Cell = { ...last, text: `${last.text}\n${first.text}`, raw: `${last.raw}\n${first.raw}` }
  pieces.set(joined, [...(pieces.get(last) ?? [last]), first])
  const moved = rest.map((cell): Cell => {
    const copy = { ...cell, column: cell.column + last.column }
    pieces.set(copy, [cell])
    return copy
  })
  return { ...before, cells: [...before.cells.slice(0, -1), joined, ...moved] }
}

/** How many lines the row already takes beyond its first. */
function brokenBefore(row: Row, pieces: Pieces): number {
  const lines = row.cells.flatMap((cell) => pieces.get(cell) ?? [cell]).map((cell) => cell.at)
  return new Set(lines).size - 1
}
