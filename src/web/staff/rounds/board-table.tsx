import type { ReactNode } from 'react'
import { ShareBar } from '../../../kit/share-bar.tsx'
import { Scroll } from '../../../kit/table.tsx'
import type { Round } from '../../../reform/round.ts'
import { type BoardCell, type BoardLine, type RoundBoard, TALLY_COLUMNS } from '../../../report/round-board.ts'
import type { Staff } from '../staff.ts'
import { itemsAddress } from './addresses.ts'

type CellSaid = { staff: Staff; round: Round; line: BoardLine; cell: BoardCell }

/** A number that leads to its list; nothing behind it, no link. */
export function Count({ staff, round: it, line, cell }: CellSaid): ReactNode {
  const { section, department } = line
  return (
    <>
      {cell.isNothing ? (
        <span className="none">{cell.text}</span>
      ) : (
        <a href={itemsAddress(staff.code, it.id, { list: cell.list, department, section })}>
          <span className="unseen">{`${line.name}の${cell.header}：`}</span>
          {cell.text}
        </a>
      )}
      {cell.rate && <small>{cell.rate}</small>}
    </>
  )
}

type Said = { staff: Staff; round: Round; board: RoundBoard }

/** 部・課ごとの進み具合 — the departments' sums stand above their sections, the whole below. */
export function SectionTable({ staff, round: it, board }: Said): ReactNode {
  const row = (line: BoardLine, className: string) => (
    <tr key={`${line.department}|${line.section}`} className={className}>
      <th scope="row">{line.name}</th>
      {line.cells.map((cell) => (
        <td key={cell.header} className="num">
          <Count staff={staff} round={it} line={line} cell={cell} />
        </td>
      ))}
      <td className="bar">
        <ShareBar outer={line.bar.received} inner={line.bar.accepted} />
        <small>{`提出 ${line.bar.text}`}</small>
      </td>
    </tr>
  )
  return (
    <Scroll label="部・課ごとの進み具合">
      <table className="board">
        <caption>部・課ごとの提出・差戻し・受理（太い行は部の計）</caption>
        <thead>
          <tr>
            <th scope="col">部・課</th>
            {TALLY_COLUMNS.map(({ header }) => (
              <th key={header} scope="col" className="num">
                {header}
              </th>
            ))}
            <th scope="col">提出（濃い部分は受理）</th>
          </tr>
        </thead>
        <tbody>{board.departments.flatMap(({ line, sections }) => [row(line, 'sum'), ...sections.map((one) => row(one, 'part'))])}</tbody>
        <tfoot>{row(board.total, 'sum')}</tfoot>
      </table>
    </Scroll>
  )
}
