import { type WriteSheet, writeXlsx } from 'hucre'
import type { RoundBoard } from '../report/round-board.ts'
import { TALLY_COLUMNS } from '../report/round-board.ts'
import type { Consolidated } from '../report/round-consolidated.ts'
import type { Decimal } from '../vocabulary/decimal.ts'
import { type Content, label, plain, title, value, Worksheet } from './worksheet.ts'

export type PrintedRound = { title: string; made: string; rows: Consolidated; board: RoundBoard }

/**
 * 集計ブック — 報告の一覧 (one row a report) and 課別集計, both A3 across with their headers repeated and kept in sight. Every
 * cell is typed: a text that begins with = is a text (S-10).
 */
export function roundBook(printed: PrintedRound): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [reportSheet(printed), tallySheet(printed)],
    properties: { title: printed.title },
    defaultFont: { name: 'BIZ UDPゴシック', size: 10 },
  })
}

/** Characters that A3 across still shows legibly; what is wider goes on two pages side by side, with number and name on both. */
const ONE_PAGE = 260
const TWO_PAGES = { fitToWidth: 2, printTitlesColumn: '$A:$B' }

function reportSheet({ title: name, made, rows: { columns, rows } }: PrintedRound): WriteSheet {
  const sheet = new Worksheet(
    '報告の一覧',
    columns.map(({ width }) => width),
  )
  sheet.row(title(name, Math.min(8, columns.length)))
  sheet.row(plain(`${made}　下書きは、提出されるまで内容を載せません。`, Math.min(8, columns.length)))
  const headerRow = sheet.length
  sheet.row(...columns.map(({ header }) => label(header)))
  const width = columns.reduce((sum, one) => sum + one.width, 0)
  for (const row of rows) sheet.row(...row.map((cell) => value(cell === '' ? null : cell)))
  return sheet.done({ paperSize: 'a3', orientation: 'landscape', headerRow, ...(width > ONE_PAGE ? TWO_PAGES : {}) })
}

function tallySheet({ title: name, made, board }: PrintedRound): WriteSheet {
  const columns = TALLY_COLUMNS.flatMap(({ header, rate }) => (rate ? [header, `${header}率`] : [header]))
  const sheet = new Worksheet('課別集計', [18, 20, ...columns.map(() => 11)])
  sheet.row(title(name, 8))
  sheet.row(plain(`${made}　承認日数は、提出から課長承認までの開庁日の中央値です。`, 8))
  const headerRow = sheet.length
  sheet.row(...['部', '課', ...columns].map((header) => label(header)))
  const line = (department: string, section: string, { cells }: RoundBoard['total']): void =>
    sheet.row(
      value(department),
      value(section === '' ? null : section),
      ...cells.flatMap(({ text, rate }) => [
        { is: 'number' as const, content: counted(text) },
        ...(rate === null ? [] : [{ is: 'number' as const, content: rate }]),
      ]),
    )
  for (const { line: sum, sections } of board.departments) {
    for (const one of sections) line(sum.name, one.name, one)
    line(sum.name, sections.length > 0 ? '計' : '', sum)
  }
  line(board.total.name, '', board.total)
  return sheet.done({ paperSize: 'a3', orientation: 'landscape', headerRow })
}

const counted = (text: string): Content => (/^[\d,]+$/.test(text) ? { number: text.replaceAll(',', '') as Decimal } : text)
