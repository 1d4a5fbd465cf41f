import type { WriteSheet } from 'hucre'
import type { ReformRecord } from '../reform/record.ts'
import { effectComparisonRows, effectSumRows } from '../report/effect-figures.ts'
import { yearShort } from '../report/figures.ts'
import type { Decimal } from '../vocabulary/decimal.ts'
import { REPEATED } from '../vocabulary/repeated.ts'
import { planName } from './workbook-record.ts'
import { type Content, label, title, value, Worksheet } from './worksheet.ts'

const number = (said: Decimal | null): Content => (said === null ? null : { number: said })

/** 計算した効果額 — sums, cumulative sums and differences as the pages show them; the amounts they come from have sheets of their own. */
export function effectFigureSheets(record: ReformRecord): WriteSheet[] {
  const sums = effectSumRows(record)
  if (sums.length === 0) return []
  const sumSheet = sheetOf(
    record,
    '計算 効果の累計',
    ['見積り', '量', '単位', 'いつ', '段階', '計', '初年度から'],
    sums.map((row) => [
      row.estimate,
      row.measure,
      row.unit,
      yearShort(row.fiscalYear),
      row.status,
      number(row.sum),
      number(row.cumulative),
    ]),
  )
  const compared = effectComparisonRows(record)
  if (compared.length === 0) return [sumSheet]
  return [
    sumSheet,
    sheetOf(
      record,
      '計算 見積りの差',
      ['前の見積り', '後の見積り', '量', '単位', 'まとまり', 'いつ', '前', '後', '後－前'],
      compared.map((row) => [
        ...[row.earlier, row.later, row.measure, row.unit, row.pillar ?? '全体'],
        row.fiscalYear === null ? '全期間' : yearShort(row.fiscalYear),
        ...[number(row.before), number(row.after), number(row.difference)],
      ]),
    ),
  ]
}

function sheetOf(record: ReformRecord, name: string, headers: readonly string[], rows: readonly Content[][]): WriteSheet {
  const sheet = new Worksheet(
    name,
    headers.map((_, nth) => (nth < 1 ? 30 : 16)),
  )
  sheet.row(title(`${planName(record)} ${name}${REPEATED}`, headers.length))
  const headerRow = sheet.length
  sheet.row(...headers.map((header) => label(header)))
  for (const row of rows) sheet.row(...row.map((cell) => value(cell)))
  return sheet.done({ orientation: 'landscape', headerRow })
}
