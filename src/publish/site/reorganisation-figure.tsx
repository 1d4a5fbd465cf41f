import type { ReactNode } from 'react'
import { Chip } from '../../kit/badge.tsx'
import { FlowDiagram, FlowLegend } from '../../kit/flow.tsx'
import { Table } from '../../kit/table.tsx'
import type { ChangeRow, ReorganisationFlow } from '../../report/reorganisation-flow.ts'

/** 現行と改正後の図 */
export const ReorganisationFigure = ({ id, flow }: { id: string; flow: ReorganisationFlow }): ReactNode => (
  <div className="reorganised">
    <FlowLegend items={flow.legend} />
    <FlowDiagram id={id} title={flow.title} desc={flow.desc} heads={flow.heads} flow={flow.flow} />
  </div>
)

type Said<Row extends ChangeRow> = { caption: string; rows: readonly Row[]; more?: { header: string; cell: (row: Row) => ReactNode } }

/** 変更の表 — the same as the diagram. A column that nobody filled is left out. */
export function ChangeTable<Row extends ChangeRow>({ caption, rows, more }: Said<Row>): ReactNode {
  const has = (key: 'parent' | 'what' | 'reason'): boolean => rows.some((row) => row[key] !== '')
  const column = (key: 'parent' | 'what' | 'reason', header: string) =>
    has(key) ? [{ header, cell: (row: Row) => row[key] || <span className="none">記載なし</span>, wide: key === 'reason' }] : []
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={(_, nth) => String(nth)}
      columns={[
        {
          header: '区分',
          narrow: true,
          cell: (row) => (
            <>
              <Chip>{row.kind}</Chip>
              {row.guessed && <span className="guess">（推定）</span>}
            </>
          ),
        },
        { header: '現行', names: true, cell: (row) => row.from },
        { header: '改正後', cell: (row) => row.to },
        ...column('parent', '部局'),
        ...column('what', '移管する事務'),
        ...column('reason', '理由'),
        ...(more ? [more] : []),
      ]}
    />
  )
}
