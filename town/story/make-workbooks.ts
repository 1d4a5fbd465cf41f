import { mkdir, writeFile } from 'node:fs/promises'
import { stringify } from 'csv-stringify/sync'
import iconv from 'iconv-lite'
import { r5, r6 } from './outlook.ts'
import { pillars } from './plan.ts'
import { formOf } from './print-form.ts'
import { effectsOf2024, listOf2023, listOf2024 } from './print-lists.ts'
import { outlookCsv, outlookSheet } from './print-outlook.ts'
import { workbook } from './sheet.ts'

// npx node town/story/make-workbooks.ts
const beside = (name: string) => new URL(name, import.meta.url)

await writeFile(
  beside('02-令和5年度取組状況.csv'),
  iconv.encode(stringify(listOf2023(), { record_delimiter: 'windows', quoted_match: /\n/ }), 'cp932'),
)
await writeFile(beside('03-令和6年度取組状況.xlsx'), await workbook([listOf2024(), effectsOf2024()]))
await mkdir(beside('財政見通し/'), { recursive: true })
await writeFile(beside(r5.file), await workbook([outlookSheet(r5)]))
await writeFile(beside(r6.file), iconv.encode(stringify(outlookCsv(r6), { record_delimiter: 'windows' }), 'cp932'))
await mkdir(beside('様式/'), { recursive: true })
for (const pillar of pillars)
  for (const theme of pillar.themes)
    for (const it of theme.initiatives)
      if (it.form) await writeFile(beside(`様式/${it.form.file}`), await workbook([formOf(pillar, theme, it, it.form)]))
