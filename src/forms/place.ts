import { letters } from './form-grid.ts'
import { addressOf } from './sheet-xml.ts'

/** A cell of a sheet of a workbook, row and column from 0: 「様式2!F14」. */
export type Place = { sheet: string; row: number; column: number }

export function placeOf(text: string): Place | null {
  const at = text.lastIndexOf('!')
  const address = addressOf(text.slice(at + 1))
  return at > 0 && address ? { sheet: text.slice(0, at), row: address[0], column: address[1] } : null
}

export const placeText = ({ sheet, row, column }: Place): string => `${sheet}!${letters(column)}${row + 1}`

/** From `from` to `to`, once more from `start`: the cell beside R6 年度's as that one stands beside R5 年度's. */
export function stepped(start: Place, from: Place, to: Place): Place | null {
  if (start.sheet !== from.sheet || from.sheet !== to.sheet) return null
  const [row, column] = [start.row + to.row - from.row, start.column + to.column - from.column]
  return row < 0 || column < 0 ? null : { sheet: start.sheet, row, column }
}
