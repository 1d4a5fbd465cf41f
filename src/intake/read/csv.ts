import Papa from 'papaparse'
import type { Unreadable } from '../../reform/unreadable.ts'
import { withoutFormulaGuard } from '../../vocabulary/formula-guard.ts'
import { no, ok, type Result } from '../../vocabulary/result.ts'
import { pageOf } from './cells.ts'
import { MOST_CELLS, WIDEST_TABLE } from './limits.ts'
import type { Page } from './page.ts'

const DELIMITERS = [',', '\t', ';'] as const
export type Delimiter = (typeof DELIMITERS)[number]
const SAMPLE_ROWS = 200

export const isNamedCsv = (fileName: string): boolean => /\.(csv|tsv)$/i.test(fileName)

/**
 * 区切り文字 — the delimiter of a CSV; null for prose, also for prose with a table of tabs in it.
 * Content decides; a name ending in .csv or .tsv only lowers what is asked of the content.
 */
export function delimiterOf(text: string, fileName: string): Delimiter | null {
  const isCsvByName = isNamedCsv(fileName)
  const found = DELIMITERS.map((delimiter) => ({ delimiter, share: shareOfRegularRows(text, delimiter, isCsvByName) }))
  const best = found.reduce((a, b) => (b.share > a.share ? b : a))
  // 「1,234千円」 gives prose its commas: without the name nearly every record must have the same number of cells.
  return best.share >= (isCsvByName ? 0.2 : 0.9) ? best.delimiter : null
}

/** How many of the first records have as many cells as most have; title lines above the header lower it a little. */
function shareOfRegularRows(text: string, delimiter: Delimiter, isCsvByName: boolean): number {
  const { data, errors } = Papa.parse<string[]>(text.slice(0, 200_000), { delimiter, preview: SAMPLE_ROWS, skipEmptyLines: 'greedy' })
  if (!isCsvByName && errors.some((e) => e.code === 'InvalidQuotes')) return 0
  const byWidth = new Map<number, number>()
  for (const record of data) if (record.length > 1) byWidth.set(record.length, (byWidth.get(record.length) ?? 0) + 1)
  const regular = Math.max(0, ...byWidth.values())
  return regular < (isCsvByName ? 1 : 3) ? 0 : regular / data.length
}

type Line = { line: number; cells: string[] }

/** CSV → one page; every cell knows its record's first line and its place in the record: «line 12 cell 3». */
export function readCsv(text: string, delimiter: Delimiter): Result<Page[], Unreadable> {
  const lines = parseLines(text.replace(/^\ufeff/, ''), delimiter)
  if (!lines.ok) return lines
  const width = lines.value.reduce((widest, { cells }) => Math.max(widest, usedWidth(cells)), 0)
  if (width > WIDEST_TABLE) return no({ kind: 'too-wide', columns: width, limit: WIDEST_TABLE })
  const last = lines.value.findLastIndex(({ cells }) => usedWidth(cells) > 0)
  const rows = lines.value.slice(0, last + 1).map(({ line, cells }) => ({
    at: `line ${line}`,
    cells: cells.slice(0, width).map((cell, column) => ({ raw: withoutFormulaGuard(cell), at: `line ${line} cell ${column + 1}`, column })),
  }))
  return ok([pageOf(null, rows)])
}

const usedWidth = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== '') + 1

/** What ends a record, judged outside of quotes; a file that mixes line ends is made even, at the price of those in its cells. */
function evenLines(text: string): { text: string; newline: '\r\n' | '\n' | '\r' } {
  const ends = new Set(text.replace(/"[^"]*"/g, '').match(/\r\n|\n|\r/g))
  if (ends.size > 1) return { text: text.replace(/\r\n?/g, '\n'), newline: '\n' }
  return { text, newline: ([...ends][0] ?? '\n') as '\r\n' | '\n' | '\r' }
}

function parseLines(content: string, delimiter: Delimiter): Result<Line[], Unreadable> {
  const { text, newline } = evenLines(content)
  const lines: Line[] = []
  const lineEnds = /\r\n|\n|\r/g
  let cut = false
  let line = 1
  let count = 0
  Papa.parse<string[]>(text, {
    delimiter,
    newline,
    step: ({ data, errors, meta }, parser) => {
      lines.push({ line, cells: data })
      cut ||= errors.some((e) => e.code === 'MissingQuotes') // a quoted cell that never ends
      while (lineEnds.lastIndex < meta.cursor && lineEnds.test(text)) line += 1
      count += data.length
      if (count > MOST_CELLS) parser.abort()
    },
  })
  if (count > MOST_CELLS) return no({ kind: 'too-many-cells' })
  return cut ? no({ kind: 'truncated' }) : ok(lines)
}
