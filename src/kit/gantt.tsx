import type { ReactNode } from 'react'
import { inOrder } from './in-order.ts'

type Cell =
  | { kind: 'empty'; span: number }
  | { kind: 'bar'; span: number; text: string; when: string; openEnd: boolean; milestone: boolean }
export type GanttTable = {
  years: { name: string; span: number }[]
  halves: boolean
  rows: { name: string | null; lines: number; cells: Cell[] }[]
}

function Bar({ cell }: { cell: Extract<Cell, { kind: 'bar' }> }): ReactNode {
  return (
    <td colSpan={cell.span} className={cell.openEnd ? 'bar open' : 'bar'}>
      <div>
        {cell.milestone && <span aria-hidden="true">● </span>}
        {cell.text || <span className="unseen">実施</span>}
        <span className="unseen">（{cell.when}）</span>
        {cell.openEnd && cell.span > 1 && (
          <span className="open-note" aria-hidden="true">
            終期の記載なし
          </span>
        )}
      </div>
    </td>
  )
}

/** 行動計画 — fiscal years as columns; a bar spans its years, and an end that nobody wrote down fades out. */
export function Gantt({ gantt, caption }: { gantt: GanttTable; caption: string }): ReactNode {
  const open = gantt.rows.some((row) => row.cells.some((cell) => cell.kind === 'bar' && cell.openEnd))
  const columns = gantt.years.flatMap((y) => (gantt.halves ? [`${y.name} 上半期`, `${y.name} 下半期`] : [y.name]))
  return (
    <table className="gantt">
      <caption>
        <span className="stays">
          {caption}
          {open && <small>右が点線で薄くなる帯は、いつまで続くか文書に書かれていません（終期の記載なし）。</small>}
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col" rowSpan={gantt.halves ? 2 : 1}>
            取組内容
          </th>
          {gantt.years.map((y) => (
            <th key={y.name} scope={gantt.halves ? 'colgroup' : 'col'} colSpan={y.span}>
              {y.name}
            </th>
          ))}
        </tr>
        {gantt.halves && (
          <tr>
            {columns.map((name, i) => (
              <th key={name} scope="col" className="half">
                {i % 2 === 0 ? '上半期' : '下半期'}
              </th>
            ))}
          </tr>
        )}
      </thead>
      <tbody>
        {inOrder(gantt.rows).map(({ key, it: row }) => (
          <tr key={key}>
            {row.name !== null && (
              <th scope="row" rowSpan={row.lines}>
                {row.name}
              </th>
            )}
            {inOrder(row.cells).map(({ key: place, it: cell }) =>
              cell.kind === 'bar' ? <Bar key={place} cell={cell} /> : <td key={place} colSpan={cell.span} className="empty" />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
