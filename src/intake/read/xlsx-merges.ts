/** A merged area as the file says it, rows and columns from 0, both ends included. */
export type MergedArea = { startRow: number; startCol: number; endRow: number; endCol: number }
type Span = { rows: number; columns: number }

/** Overlapping areas exist only in broken files, and would cost more than the sheet itself. */
const MOST_COVERED = 1_000_000
const ALONE: Span = { rows: 1, columns: 1 }

/**
 * 結合セル — which cells exist: a merged area is one cell with its span, the cells it covers are none.
 * Areas are clipped to the used part, so that a merge over whole columns costs what is used of it.
 */
export function visibleAreas(merges: readonly MergedArea[], height: number, width: number) {
  const spans = new Map<number, Span>()
  const covered = new Set<number>()
  let cost = 0
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const rows = Math.min(endRow, height - 1) - startRow + 1
    const columns = Math.min(endCol, width - 1) - startCol + 1
    if (!(rows > 0 && columns > 0 && startRow >= 0 && startCol >= 0)) continue
    cost += rows * columns
    if (cost > MOST_COVERED) return null
    for (let r = startRow; r < startRow + rows; r += 1) for (let c = startCol; c < startCol + columns; c += 1) covered.add(r * width + c)
    covered.delete(startRow * width + startCol)
    spans.set(startRow * width + startCol, { rows, columns })
  }
  /** null where another cell's area covers this one */
  const spanAt = (row: number, column: number): Span | null => {
    const key = row * width + column
    return covered.has(key) ? null : (spans.get(key) ?? ALONE)
  }
  return { spanAt }
}
