import type { ReactNode } from 'react'
import { Table } from '../../../kit/table.tsx'
import type { Report } from '../../../reform/record.ts'
import { yearShort } from '../../../report/figures.ts'
import { sectionThenNow } from '../../../report/sections-then-now.ts'
import type { Staff } from '../staff.ts'

/** 年度ごとの報告 — read here, written in the round. */
export function Reports({ staff, reports }: { staff: Staff; reports: readonly Report[] }): ReactNode {
  if (reports.length === 0) return null
  return (
    <section>
      <h2 id="reports">年度ごとの報告</h2>
      <Table
        caption="受理した報告と、取り込んだ報告"
        rows={reports}
        keyOf={(_, nth) => String(nth)}
        columns={[
          {
            header: '年度',
            names: true,
            narrow: true,
            cell: ({ fiscalYear }) => (fiscalYear === null ? '記載なし' : yearShort(fiscalYear)),
          },
          {
            header: '報告した課',
            cell: ({ section, fiscalYear }) => (section === null ? '記載なし' : sectionThenNow(staff.standing, section, fiscalYear)),
          },
          { header: '取組状況・実績', wide: true, cell: ({ progress }) => <span className="as-typed">{progress ?? '記載なし'}</span> },
          { header: '今後の課題・方向性', wide: true, cell: ({ issues }) => <span className="as-typed">{issues ?? '記載なし'}</span> },
        ]}
      />
    </section>
  )
}
