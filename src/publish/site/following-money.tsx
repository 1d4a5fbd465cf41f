import type { ReactNode } from 'react'
import { Badge, type Tone } from '../../kit/badge.tsx'
import { inOrder } from '../../kit/in-order.ts'
import { Signed } from '../../kit/signed.tsx'
import { Scroll, Table } from '../../kit/table.tsx'
import { countText } from '../../report/figures.ts'
import type { ReflectionRow, ReflectionSums } from '../../report/reflection-list.ts'
import type { CostLine, FigureTold, ResultsMatrix } from '../../report/results-and-cost.ts'
import { type InitiativeHref, InitiativeLink } from './following-opinions.tsx'

const TONES: Record<ReflectionRow['state'], Tone> = {
  lacking: 'behind',
  'word-changed': 'remark',
  'not-asked': 'remark',
  reflected: 'holds',
  none: 'ended',
}
type Said = { href: InitiativeHref }

/** 予算反映 — what each decision changes in a budget, and which still lack it. */
export function ReflectionTable({
  rows,
  href,
  action,
}: Said & { rows: readonly ReflectionRow[]; action?: (row: ReflectionRow) => ReactNode }): ReactNode {
  return (
    <Scroll label="予算反映の一覧">
      <Table
        caption={`改善・縮小・廃止の決定と予算反映（${countText(rows.length)}件）`}
        none="予算反映を求める決定（改善・縮小・廃止）はまだありません。"
        rows={rows}
        keyOf={({ initiative, fiscalYear }) => `${initiative.id} ${fiscalYear}`}
        columns={[
          { header: '取組', names: true, wide: true, cell: ({ initiative }) => <InitiativeLink initiative={initiative} href={href} /> },
          { header: '評価の年度', cell: ({ year }) => <span className="unbroken">{year}</span> },
          { header: '決定', cell: (row) => <Decision row={row} /> },
          { header: '予算反映', cell: ({ state, stateName }) => <Badge tone={TONES[state]}>{stateName}</Badge> },
          { header: '予算の年度', cell: ({ budgetYear }) => <span className="unbroken">{budgetYear ?? '－'}</span> },
          { header: '反映額', numeric: true, cell: ({ amount }) => (amount === null ? '－' : <Signed text={amount} />) },
          { header: '内容・反映しない理由', wide: true, cell: ({ note, none }) => <span className="as-typed">{none ?? note ?? ''}</span> },
          ...(action ? [{ header: '記録', cell: action }] : []),
        ]}
      />
    </Scroll>
  )
}

const Decision = ({ row: { word, recordedFor } }: { row: ReflectionRow }): ReactNode => (
  <>
    {word ?? '決定なし'}
    {recordedFor && <small>{`（記録は「${recordedFor}」に対するもの）`}</small>}
  </>
)

/** 予算反映の合計 */
export function ReflectionSumTable({ sums }: { sums: ReflectionSums }): ReactNode {
  if (sums.years.length === 0) return null
  const columns = sums.decisions.map((name, nth) => ({
    header: name,
    numeric: true,
    cell: ({ cells }: ReflectionSums['years'][number]) => {
      const cell = cells[nth]
      return cell ? (
        <>
          <Signed text={cell.amount} />
          <small>{`（${countText(cell.count)}件）`}</small>
        </>
      ) : (
        '－'
      )
    },
  }))
  return (
    <Table
      caption="予算反映の合計（予算の年度と決定ごと、▲は減額）"
      rows={sums.years}
      keyOf={({ year }) => year}
      columns={[
        { header: '予算の年度', names: true, cell: ({ year }) => year },
        ...columns,
        {
          header: '合計',
          numeric: true,
          cell: ({ total, count }) => (
            <>
              <strong>
                <Signed text={total} />
              </strong>
              <small>{`（${countText(count)}件）`}</small>
            </>
          ),
        },
      ]}
    />
  )
}

/** 成果×コストの表 — the names stand in the cell, the count beside them. */
export function ResultsMatrixTable({ matrix, href }: Said & { matrix: ResultsMatrix }): ReactNode {
  return (
    <>
      <Scroll label="成果×コストの表">
        <table className="cross">
          <caption>{`成果×コスト（${matrix.year}、両方の評価がある${countText(matrix.judged)}件）`}</caption>
          <thead>
            <tr>
              <th scope="col">成果＼コスト</th>
              {matrix.costs.map((cost) => (
                <th key={cost} scope="col">{`コスト：${cost}`}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inOrder(matrix.cells).map(({ key, it: row }) => (
              <tr key={key}>
                <th scope="row">{`成果：${matrix.results[Number(key)]}`}</th>
                {inOrder(row).map(({ key: place, it: cell }) => (
                  <td key={place}>
                    <span className="number">{`${countText(cell.length)}件`}</span>
                    {cell.length > 0 && (
                      <ul>
                        {cell.map((initiative) => (
                          <li key={initiative.id}>
                            <InitiativeLink initiative={initiative} href={href} />
                          </li>
                        ))}
                      </ul>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="small">
        {`片方だけ評価した取組${countText(matrix.half.length)}件、どちらも評価していない取組${countText(matrix.unjudged)}件は、表に入れていません。`}
      </p>
      {matrix.half.length > 0 && (
        <ul>
          {matrix.half.map(({ initiative, lacks }) => (
            <li key={initiative.id}>
              <InitiativeLink initiative={initiative} href={href} />
              {`（${lacks}）`}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const Figure = ({ told }: { told: FigureTold }): ReactNode =>
  told.why ? <span className="none">{told.text}</span> : <Signed text={told.text} />

const Costs = ({ line: { budget, settled } }: { line: CostLine }): ReactNode => (
  <>
    <span className="unbroken">
      予算 <Figure told={budget} />
    </span>
    <br />
    <span className="unbroken">
      決算 <Figure told={settled} />
    </span>
  </>
)

const Both = ({ line: { target, actual } }: { line: CostLine }): ReactNode => (
  <>
    <span className="unbroken">{`目標 ${target ?? '記載なし'}`}</span>
    <br />
    <span className="unbroken">{`実績 ${actual ?? '記載なし'}`}</span>
  </>
)

/** 達成と費用 — side by side, of one year; a figure that cannot be computed says why. */
export function CostTable({ lines, caption, href }: Said & { lines: readonly CostLine[]; caption: string }): ReactNode {
  return (
    <Scroll label={caption}>
      <Table
        caption={caption}
        none="事業費の記載がある取組はありません。"
        rows={lines}
        keyOf={(_, nth) => String(nth)}
        columns={[
          { header: '取組', names: true, wide: true, cell: ({ initiative }) => <InitiativeLink initiative={initiative} href={href} /> },
          { header: '費用', cell: (line) => <Costs line={line} /> },
          { header: '指標', cell: ({ indicator }) => indicator ?? <span className="none">指標なし</span> },
          { header: '目標と実績', cell: (line) => <Both line={line} /> },
          { header: '達成', cell: ({ achieved }) => <Figure told={achieved} /> },
          { header: '単位あたりの費用', wide: true, cell: ({ unitCost }) => <Figure told={unitCost} /> },
        ]}
      />
    </Scroll>
  )
}
