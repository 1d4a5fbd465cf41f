import type { ReactNode } from 'react'
import { inOrder } from './in-order.ts'

export type Column<Row> = {
  header: ReactNode
  /** said before the value on a narrow screen, where the header is no plain text */
  label?: string
  cell: (row: Row) => ReactNode
  /** the cell names the row */
  names?: boolean
  numeric?: boolean
  wide?: boolean
  narrow?: boolean
}

type Said<Row> = {
  caption: ReactNode
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row, place: number) => string
  foot?: ReactNode
  /** shown where there is no row */
  none?: string
  captionUnseen?: boolean
}

const classOf = (column: { numeric?: boolean; wide?: boolean; narrow?: boolean }): string | undefined =>
  [column.numeric && 'num', column.wide && 'wide', column.narrow && 'narrow'].filter(Boolean).join(' ') || undefined

/** A wide table scrolls inside its own frame, which the keyboard can reach; the page itself never scrolls sideways. */
export function Scroll({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}

function Cells<Row>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }): ReactNode {
  return inOrder(columns).map(({ key, it: column }) =>
    column.names ? (
      <th key={key} scope="row" className={classOf(column)}>
        {column.cell(row)}
      </th>
    ) : (
      <td
        key={key}
        className={classOf(column)}
        data-label={column.label ?? (typeof column.header === 'string' ? column.header : undefined)}
      >
        {column.cell(row)}
      </td>
    ),
  )
}

/** 表 — caption, headers with scope, a row named by its own header; on a narrow screen each row becomes a card. */
export function Table<Row>(said: Said<Row>): ReactNode {
  if (said.rows.length === 0) return <p className="none">{said.none ?? '該当する記載はありません。'}</p>
  return (
    <table className="cards">
      <caption className={said.captionUnseen ? 'unseen' : undefined}>{said.caption}</caption>
      <thead>
        <tr>
          {inOrder(said.columns).map(({ key, it: column }) => (
            <th key={key} scope="col" className={classOf(column)}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {said.rows.map((row, i) => (
          <tr key={said.keyOf(row, i)}>
            <Cells row={row} columns={said.columns} />
          </tr>
        ))}
      </tbody>
      {said.foot && <tfoot>{said.foot}</tfoot>}
    </table>
  )
}

/** 項目と値 */
export function Definitions({ items }: { items: readonly [term: ReactNode, value: ReactNode][] }): ReactNode {
  return (
    <dl className="definitions">
      {inOrder(items).map(({ key, it: [term, value] }) => (
        <div key={key}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
