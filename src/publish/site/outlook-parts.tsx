import type { ReactNode } from 'react'
import { Badge, type Tone } from '../../kit/badge.tsx'
import { inOrder } from '../../kit/in-order.ts'
import { OutlookBars, OutlookLegend } from '../../kit/outlook-chart.tsx'
import { Signed } from '../../kit/signed.tsx'
import { Definitions, Scroll, Table } from '../../kit/table.tsx'
import type { AmountCell, GapRow, OutlookReport } from '../../report/outlook-reconciliation.ts'
import { effectClassMeaning, effectClassName, outlookWords as words } from '../../report/wording-outlook.ts'

type Said = { report: OutlookReport }
export const CLASS_TONE: Record<AmountCell['class'], Tone> = {
  'in-outlook': 'holds',
  'not-in-outlook': 'on-track',
  'outside-period': 'not-started',
  unmarked: 'cannot-tell',
}

/** 市長の前に置く一枚 — what the outlook says, what the effects add, what is left; the figure and the table with the same numbers. */
export function OutlookGap({ report }: Said): ReactNode {
  const { figure } = report
  return (
    <section className="outlook-sheet">
      <h2>収支と残る収支差</h2>
      {report.summary.map((sentence) => (
        <p key={sentence} className="lead">
          <Signed text={sentence} />
        </p>
      ))}
      {figure && (
        <figure>
          <Scroll label="収支と残る収支差のグラフ">
            <OutlookBars
              id={`outlook-${report.id}`}
              title="年度別の収支と残る収支差"
              desc={figure.desc}
              unit={figure.unit}
              years={figure.years}
            />
          </Scroll>
          <figcaption>
            <OutlookLegend undecided={figure.years.some(({ low, high }) => low !== high)} />
          </figcaption>
        </figure>
      )}
      <GapTable report={report} />
      <p className="formula">{words.formula}</p>
      {report.notes.map((note) => (
        <p key={note} className="quiet">
          {note}
        </p>
      ))}
    </section>
  )
}

function GapTable({ report }: Said): ReactNode {
  return (
    <Scroll label="収支と残る収支差の表">
      <table className="gap">
        <caption>{`収支と残る収支差（単位：${report.unit}）`}</caption>
        <thead>
          <tr>
            <th scope="col">区分</th>
            {report.years.map(({ year, long }) => (
              <th key={year} scope="col" className="num">
                {long}
              </th>
            ))}
            <th scope="col" className="num">
              合計
            </th>
          </tr>
        </thead>
        <tbody>
          {report.gap.map((row) => (
            <tr key={row.key} className={row.tone}>
              <th scope="row">{row.name}</th>
              {inOrder(row.cells).map(({ key, it }) => (
                <td key={key} className="num">
                  <GapCell row={row} text={it} />
                </td>
              ))}
              <td className="num total">
                <GapCell row={row} text={row.total} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
const GapCell = ({ row, text }: { row: GapRow; text: string }): ReactNode =>
  row.tone === 'strong' ? (
    <strong>
      <Signed text={text} />
    </strong>
  ) : (
    <Signed text={text} />
  )

/** 四つの区分 — what they mean, and every yen of the effect table in exactly one of them. */
export function OutlookClasses({ report }: Said): ReactNode {
  const { classes, counts } = report
  return (
    <section>
      <h2>効果額の四つの区分</h2>
      <Definitions
        items={(Object.keys(effectClassName) as (keyof typeof effectClassName)[]).map((one) => [
          <Badge key={one} tone={CLASS_TONE[one]}>
            {effectClassName[one]}
          </Badge>,
          `${effectClassMeaning[one]}（${counts[one]}件）`,
        ])}
      />
      <Scroll label="年度・区分別の効果額">
        <table className="effects">
          <caption>{`年度・区分別の効果額（${report.estimate}、単位：${report.unit}）`}</caption>
          <thead>
            <tr>
              <th scope="col">年度</th>
              {[...classes.names, '効果額表の合計'].map((name) => (
                <th key={name} scope="col" className="num">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {classes.rows.map((row) => (
              <tr key={row.fiscalYear}>
                <th scope="row">{row.inPeriod ? row.year : `${row.year} 期間外`}</th>
                {inOrder(row.cells).map(({ key, it }) => (
                  <td key={key} className="num">
                    <Signed text={it} />
                  </td>
                ))}
                <td className="num total">
                  <Signed text={row.total} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">合計</th>
              {inOrder([...classes.sums, classes.total]).map(({ key, it }) => (
                <td key={key} className="num">
                  <Signed text={it} />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </Scroll>
      <p className="quiet">{words.eachOnce}</p>
    </section>
  )
}

/** What an amount was decided to be: the class in words and by its mark, the line, the fund, the note. */
export function MarkTold({ cell }: { cell: AmountCell }): ReactNode {
  return (
    <>
      <Badge tone={CLASS_TONE[cell.class]}>{cell.words}</Badge>
      {cell.line && <small>{`「${cell.line}」に含む`}</small>}
      {cell.fund && <small>{cell.fund}</small>}
      {cell.note && <small>{cell.note}</small>}
      {cell.was !== null && (
        <small className="fault">
          <Signed text={`判定したときは ${cell.was}`} />
        </small>
      )}
    </>
  )
}

/** 額ごとの判定 */
export function OutlookAmounts({ report, name }: Said & { name: (row: OutlookReport['amounts']['rows'][number]) => ReactNode }): ReactNode {
  const { years, rows } = report.amounts
  return (
    <Scroll label="額ごとの判定">
      <table className="effects">
        <caption>{`額ごとの判定（単位：${report.unit}）`}</caption>
        <thead>
          <tr>
            <th scope="col">区分・取組</th>
            {years.map(({ year, name: text }) => (
              <th key={year} scope="col" className="num">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(rows).map(({ key, it: row }) => (
            <tr key={key}>
              <th scope="row">{name(row)}</th>
              {years.map(({ year }) => {
                const cell = row.cells.find(({ fiscalYear }) => fiscalYear === year)
                return (
                  <td key={year} className="num">
                    {cell ? (
                      <>
                        <Signed text={cell.text} />
                        <div className="mark">
                          <MarkTold cell={cell} />
                        </div>
                      </>
                    ) : (
                      <span className="none">記載なし</span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** 見通しのどの行に含まれているか */
export function OutlookShares({ report }: Said): ReactNode {
  if (report.lines.length === 0) return null
  return (
    <Scroll label="見通しの行ごとの織込済の効果額">
      <Table
        caption={`見通しの行ごとの織込済の効果額（単位：${report.unit}）`}
        rows={report.lines}
        keyOf={({ line }) => line}
        columns={[
          { header: '見通しの行', names: true, cell: ({ line }) => line },
          ...report.years.map(({ name }, nth) => ({
            header: name,
            numeric: true,
            cell: ({ cells }: OutlookReport['lines'][number]) => <Signed text={cells[nth] ?? ''} />,
          })),
          { header: '合計', numeric: true, cell: ({ total }) => <Signed text={total} /> },
        ]}
      />
    </Scroll>
  )
}
