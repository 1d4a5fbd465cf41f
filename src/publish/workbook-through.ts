import type { WriteSheet } from 'hucre'
import type { ReformRecord } from '../reform/record.ts'
import { throughRows } from '../report/through-lines.ts'
import { throughWords } from '../report/wording-through.ts'
import { REPEATED } from '../vocabulary/repeated.ts'
import { planName } from './workbook-record.ts'
import { label, title, value, Worksheet } from './worksheet.ts'

const HEADERS = ['測ったもの', '単位', 'いつ', '前後の取組', '値', '補足']

/** 系譜を通した実績 — whose each figure is, with a row of its own at each break. Values stand as they are told: a sum says what was added. */
export function throughSheets(record: ReformRecord): WriteSheet[] {
  const rows = throughRows(record)
  if (rows.length === 0) return []
  const sheet = new Worksheet(throughWords.sheet, [32, 10, 20, 44, 16, 40])
  sheet.row(title(`${planName(record)} ${throughWords.sheet}${REPEATED}`, HEADERS.length))
  const headerRow = sheet.length
  sheet.row(...HEADERS.map((header) => label(header)))
  for (const { own, line } of rows)
    sheet.row(
      ...[
        own.name,
        own.unit,
        line.when,
        line.kind === 'break' ? `┄ 継ぎ目（${line.title}）` : line.title,
        line.value || null,
        line.note,
      ].map((cell) => value(cell)),
    )
  return [sheet.done({ orientation: 'landscape', headerRow })]
}
