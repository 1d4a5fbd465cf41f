import type { ReactNode } from 'react'
import { inOrder } from './in-order.ts'

export type MatrixColumn = { short: string; full: string }
export type MatrixRow = { key: string; name: ReactNode; cells: readonly { text: string; heard: string }[]; note?: string }
type Said = {
  caption: ReactNode
  first: string
  columns: readonly MatrixColumn[]
  groups: readonly { key: string; title: string; rows: readonly MatrixRow[] }[]
}

/** 対応の表 — groups of rows against a few columns, each cell one sign and the words for those who hear it; stays legible at 100 rows. */
export function Matrix({ caption, first, columns, groups }: Said): ReactNode {
  return (
    <table className="matrix">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {inOrder(columns).map(({ key, it }) => (
            <th key={key} scope="col" className="of-sign">
              {it.short}
              <span className="unseen">{it.full}</span>
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.key}>
          <tr className="group">
            <th scope="rowgroup" colSpan={columns.length + 1}>
              {group.title}
            </th>
          </tr>
          {group.rows.map((row) => (
            <tr key={row.key} className={row.cells.every(({ text }) => text === '') ? 'empty' : undefined}>
              <th scope="row">
                {row.name}
                {row.note && <small>{row.note}</small>}
              </th>
              {inOrder(row.cells).map(({ key, it }) => (
                <td key={key} className={it.text === '' ? undefined : 'signed'}>
                  {it.text === '' ? <span className="unseen">なし</span> : <span aria-hidden="true">{it.text}</span>}
                  {it.text !== '' && <span className="unseen">{it.heard}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}
