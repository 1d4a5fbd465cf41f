import type { Edition } from '../reform/edition.ts'
import { outlookReport } from '../report/outlook-reconciliation.ts'
import { csvFiles } from './csv.ts'
import { outlookCsvFiles } from './csv-outlook.ts'
import { printEdition } from './json.ts'
import type { Download } from './site/plan-site.ts'
import { toWorkbook } from './workbook.ts'
import { toOutlookWorkbook } from './workbook-outlook.ts'
import { organisationSheets } from './workbook-reorganisations.ts'

/** 公表版の持ち帰り用ファイル — the edition as JSON, its tables as CSV, its forms and tables as a workbook. */
export async function downloadsOf(edition: Edition): Promise<Download[]> {
  const plan = `${edition.municipality.code}/${edition.plan}`
  const text = (content: string): Uint8Array => new TextEncoder().encode(content)
  const outlooks = (edition.outlooks ?? []).map((one) => ({ ...one, report: outlookReport({ record: edition.record, ...one }) }))
  return [
    { plan, file: 'edition.json', title: '公表版の全体（JSON、kaikaku-edition/1）', bytes: text(printEdition(edition)) },
    {
      plan,
      file: 'tables.xlsx',
      title: '一覧・様式・整理表・効果額表（Excel）',
      bytes: await toWorkbook(edition.record, { ...edition, organisation: organisationSheets(edition) }),
    },
    ...(outlooks.length > 0
      ? [{ plan, file: 'outlook.xlsx', title: '財政見通しと効果額（Excel）', bytes: await toOutlookWorkbook(outlooks) }]
      : []),
    ...[...csvFiles(edition.record, edition.changes, edition.judging), ...outlookCsvFiles(outlooks)].map(
      ({ name, title, text: content }) => ({
        plan,
        file: `${name}.csv`,
        title: `${title}（CSV）`,
        bytes: text(content),
      }),
    ),
  ]
}
