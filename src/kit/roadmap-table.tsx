import type { ReactNode } from 'react'
import { inOrder } from './in-order.ts'

type Cell = { kind: 'empty' | 'bar' | 'open'; span: number; heard: string; milestones: readonly string[] }
type Row = { key: string; name: ReactNode; cells: readonly Cell[] }
type Said = {
  caption: ReactNode
  first: string
  years: readonly string[]
  groups: readonly { key: string; title: string; rows: readonly Row[] }[]
}

/** ロードマップの表 — one line a step or an initiative over fiscal years; stays legible and printable at a hundred of them. */
export function RoadmapTable({ caption, first, years, groups }: Said): ReactNode {
  return (
    <table className="gantt roadmap">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="step">
            {first}
          </th>
          {years.map((year) => (
            <th key={year} scope="col">
              {year}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.key}>
          <tr className="group">
            <th scope="rowgroup" colSpan={years.length + 1}>
              {group.title}
            </th>
          </tr>
          {group.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {inOrder(row.cells).map(({ key, it }) => (
                <Bar key={key} cell={it} />
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

function Bar({ cell }: { cell: Cell }): ReactNode {
  const marks = inOrder(cell.milestones).map(({ key, it }) => (
    <span key={key} className="milestone">
      <span aria-hidden="true">● </span>
      <span className="unseen">節目：</span>
      {it}
    </span>
  ))
  if (cell.kind === 'empty')
    return (
      <td colSpan={cell.span} className="empty">
        {marks}
      </td>
    )
  return (
    <td colSpan={cell.span} className={cell.kind === 'open' ? 'bar open' : 'bar'}>
      <div>
        {marks}
        <span className="unseen">{cell.heard}</span>
      </div>
    </td>
  )
}
