import type { ReactNode } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { Scroll, Table } from '../../kit/table.tsx'
import { countText } from '../../report/figures.ts'
import type { SummaryRow, SummaryTable } from '../../report/judging-summary.ts'

const captionOf = ({ stage, scale }: SummaryTable): string => `${stage}「${scale}」`

/** 評価の集計の表 — the plan's own words with the common status beside them; what is undecided stands below, in no share. */
export function SummaryTables({ tables }: { tables: readonly SummaryTable[] }): ReactNode {
  return tables.map((table) => (
    <div key={table.key} className="summary-table">
      <Scroll label={captionOf(table)}>
        <Table
          caption={`${captionOf(table)}（評価した${countText(table.judged)}件の内訳）`}
          rows={table.rows}
          keyOf={({ word }) => word}
          columns={[
            { header: '評語', names: true, cell: ({ word }) => word },
            ...(table.hasCore
              ? [
                  {
                    header: '共通の状態',
                    cell: ({ core, coreText }: SummaryRow) =>
                      core ? <Badge tone={core}>{coreText}</Badge> : <span className="none">{coreText}</span>,
                  },
                ]
              : []),
            { header: '件数', numeric: true, cell: ({ count }) => countText(count) },
            { header: '割合', numeric: true, cell: ({ shareText }) => shareText },
          ]}
          foot={
            <tr>
              <th scope="row">計</th>
              {table.hasCore && <td />}
              <td className="num" data-label="件数">
                {countText(table.judged)}
              </td>
              <td className="num" data-label="割合">
                100.0%
              </td>
            </tr>
          }
        />
      </Scroll>
      <p className="quiet">
        {table.undecided > 0
          ? `このほか、評価していない取組が${countText(table.undecided)}件あります（割合には入れていません）。`
          : '対象の取組すべてを評価しました。'}
        {table.note}
      </p>
    </div>
  ))
}
