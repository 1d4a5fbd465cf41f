import { writeXlsx } from 'hucre'
import { label, value, Worksheet } from './worksheet.ts'

/** 一覧表のブック — every cell is text, so that «1-1» stays a number of an initiative and «100.0» keeps its digits when it is pasted back. */
export function toTableWorkbook(headers: readonly string[], rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const sheet = new Worksheet('一覧表', [16, 10, 32, 32, 18, 40, 32, 28, 8, 12, ...headers.slice(10).map(() => 12)])
  sheet.row(...headers.map((header) => label(header)))
  for (const row of rows) sheet.row(...row.map((cell) => value(cell)))
  return writeXlsx({
    sheets: [sheet.done({ orientation: 'landscape', headerRow: 0 })],
    defaultFont: { name: 'BIZ UDPゴシック', size: 10 },
  })
}
