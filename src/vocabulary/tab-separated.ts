import { withFormulaGuard, withoutFormulaGuard } from './formula-guard.ts'

/**
 * 表計算からの貼付け — what a spreadsheet puts on the clipboard: cells between tabs, rows between line breaks; a cell that holds a
 * tab, a line break or a quotation mark stands in quotation marks, which are doubled inside. Rows of nothing at the end are cut.
 */
export function readTabSeparated(text: string): string[][] {
  const rows: string[][] = [[]]
  const plain = text
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
  let at = 0
  while (at <= plain.length) {
    const quoted = plain[at] === '"' ? /"((?:[^"]|"")*)"(?=[\t\n]|$)/y : null
    if (quoted) quoted.lastIndex = at
    const found = quoted?.exec(plain)
    const end = found ? at + found[0].length : endOfCell(plain, at)
    const cell = found ? (found[1] as string).replaceAll('""', '"') : plain.slice(at, end)
    rows.at(-1)?.push(withoutFormulaGuard(cell))
    if (plain[end] === '\n') rows.push([])
    at = end + 1
  }
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop()
  return rows
}

function endOfCell(text: string, from: number): number {
  const end = /[\t\n]/g
  end.lastIndex = from
  return end.exec(text)?.index ?? text.length
}

/** 貼り付けられる文章 — reads back as the same rows; what a spreadsheet would run as a formula is made harmless (S-10). */
export const toTabSeparated = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => quoted(withFormulaGuard(cell))).join('\t')).join('\n')

const quoted = (cell: string): string => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
