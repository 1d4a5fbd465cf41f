import type { Edition } from '../reform/edition.ts'
import { csvFiles } from './csv.ts'
import { printEdition } from './json.ts'
import type { Download } from './site/plan-site.ts'
import { toWorkbook } from './workbook.ts'

/** 公表版の持ち帰り用ファイル — the edition as JSON, its tables as CSV, its forms and tables as a workbook. */
export async function downloadsOf(edition: Edition): Promise<Download[]> {
  const plan = `${edition.municipality.code}/${edition.plan}`
  const text = (content: string): Uint8Array => new TextEncoder().encode(content)
  return [
    { plan, file: 'edition.json', title: '公表版の全体（JSON、kaikaku-edition/1）', bytes: text(printEdition(edition)) },
    { plan, file: 'tables.xlsx', title: '一覧・様式・整理表・効果額表（Excel）', bytes: await toWorkbook(edition.record, edition) },
    ...csvFiles(edition.record, edition.changes, edition.judging).map(({ name, title, text: content }) => ({
      plan,
      file: `${name}.csv`,
      title: `${title}（CSV）`,
      bytes: text(content),
    })),
  ]
}
