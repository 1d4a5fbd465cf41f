import { type WriteSheet, writeXlsx } from 'hucre'
import type { Reorganisation } from '../reform/reorganisation.ts'
import { dateText } from '../report/figures.ts'
import { numbered } from '../report/initiative-sheet.ts'
import { changeRow } from '../report/reorganisation-flow.ts'
import type { ReorganisationPreview } from '../report/reorganisation-preview.ts'
import { effectNames } from '../report/wording-reorganisations.ts'
import { roleNames, stateNames } from '../report/wording-staff-pages.ts'
import { label, title, value, Worksheet } from './worksheet.ts'

/** 組織改正のブック — the changes, and every list that the page counts. */
export function toReorganisationWorkbook(
  it: Pick<Reorganisation, 'title' | 'effective'>,
  preview: ReorganisationPreview,
): Promise<Uint8Array> {
  const head = `${it.title}（${dateText(it.effective)}施行）`
  const sheets = [
    listed(
      '変更',
      head,
      ['区分', '現行', '改正後', '部局', '移管する事務', '理由', '所属への反映'],
      [10, 28, 28, 16, 24, 40, 16],
      preview.changes,
      ({ change, effect }) => {
        const row = changeRow(change)
        return [row.kind, row.from, row.to, row.parent, row.what, row.reason, effectNames[effect]]
      },
    ),
    listed(
      '取組',
      `${head} 影響を受ける取組`,
      ['計画', '取組', '部分', '前の課', '後継の課'],
      [28, 40, 20, 20, 24],
      preview.initiatives,
      (one) => [
        one.plan,
        numbered(one),
        one.parts.join('、'),
        one.from,
        one.chosen.join('、') || (one.ended ? '選ばれていない' : '元の課のまま'),
      ],
    ),
    listed('報告', `${head} 影響を受ける報告`, ['取組', '報告した課', '施行日からの課'], [40, 20, 24], preview.reports, (one) => [
      numbered(one),
      one.section,
      one.after.join('、'),
    ]),
    listed('照会の票', `${head} 進行中の照会の票`, ['取組', '課', '状態', '施行日からの課'], [40, 20, 12, 24], preview.items, (one) => [
      numbered(one),
      one.section,
      stateNames[one.state],
      one.to ?? one.after.join('、'),
    ]),
    listed(
      '職員の役割',
      `${head} 職員の役割`,
      ['職員', '役割', '発令の課', '施行日から及ぶ課'],
      [20, 16, 20, 24],
      preview.assignments,
      (one) => [one.name, roleNames[one.role], one.section, one.after.join('、')],
    ),
  ]
  return writeXlsx({ sheets, defaultFont: { name: 'BIZ UDPゴシック', size: 10 } })
}

function listed<T>(
  name: string,
  head: string,
  headers: readonly string[],
  widths: readonly number[],
  rows: readonly T[],
  cells: (row: T) => (string | null)[],
): WriteSheet {
  const sheet = new Worksheet(name, widths)
  sheet.row(title(head, widths.length))
  const headerRow = sheet.length
  sheet.row(...headers.map((header) => label(header)))
  for (const row of rows) sheet.row(...cells(row).map((cell) => value(cell)))
  return sheet.done({ orientation: 'landscape', headerRow })
}
