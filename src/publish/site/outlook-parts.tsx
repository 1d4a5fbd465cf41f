import type { ReactNode } from 'react'
import { Badge, type Tone } from '../../kit/badge.tsx'
import { inOrder } from '../../kit/in-order.ts'
import { OutlookBars, OutlookLegend, ThresholdLines } from '../../kit/outlook-chart.tsx'
import { Signed } from '../../kit/signed.tsx'
import { Definitions, Scroll, Table } from '../../kit/table.tsx'
import type { AmountCell, GapRow, OutlookReport } from '../../report/outlook-reconciliation.ts'
import type { OutlookTableTold, ThresholdTold } from '../../report/outlook-table.ts'
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

/** 見通しそのもの — as the finance section handed it over. */
export function OutlookLines({ table }: { table: OutlookTableTold }): ReactNode {
  return (
    <Scroll label="見通しの額">
      <table className="effects outlook-lines">
        <caption>財政課が示した見通し</caption>
        <thead>
          <tr>
            <th scope="col">行</th>
            <th scope="col">単位</th>
            {table.years.map(({ year, name }) => (
              <th key={year} scope="col" className="num">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {table.groups.map((group) => (
          <tbody key={group.kind}>
            <tr className="group">
              <th scope="rowgroup" colSpan={table.years.length + 2}>
                {group.name}
              </th>
            </tr>
            {group.rows.map((row) => (
              <tr key={row.id} className={row.total ? 'sum' : undefined}>
                <th scope="row" className={`depth-${Math.min(2, row.depth)}`}>
                  {row.name}
                </th>
                <td className="narrow">{row.unit}</td>
                {inOrder(row.cells).map(({ key, it }) => (
                  <td key={key} className="num">
                    {it.answer === 'blank' ? <span className="none">空欄</span> : <Signed text={it.text} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Scroll>
  )
}

const VERDICT_TONE = { keeps: 'holds', misses: 'fails', none: 'holds', 'cannot-tell': 'cannot-tell' } as const

/** 財政指標と基金 — each against its threshold, in words. */
export function OutlookThresholds({ table }: { table: OutlookTableTold }): ReactNode {
  if (table.thresholds.length === 0) return null
  const lines = [...Map.groupBy(table.thresholds, ({ line }) => line)]
  return (
    <section>
      <h2>財政指標と基金の基準</h2>
      <div className="charts">
        {lines.map(([line, own], nth) => (
          <figure key={line}>
            <figcaption>{line}</figcaption>
            <Scroll label={`${line}のグラフ`}>
              <ThresholdFigure id={`threshold-${nth}`} line={line} own={own} table={table} />
            </Scroll>
          </figure>
        ))}
      </div>
      <Scroll label="財政指標と基金の基準の表">
        <table className="effects">
          <caption>財政指標と基金の基準</caption>
          <thead>
            <tr>
              <th scope="col">指標・基金</th>
              <th scope="col">基準</th>
              {table.years.map(({ year, name }) => (
                <th key={year} scope="col" className="num">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inOrder(table.thresholds).map(({ key, it }) => (
              <tr key={key}>
                <th scope="row">{it.line}</th>
                <td>{`${it.label} ${it.limit}`}</td>
                {it.years.map((year) => (
                  <td key={year.year} className="num">
                    <Signed text={year.value === '' ? '空欄' : `${year.value}${/\d/.test(year.value) ? it.unit : ''}`} />
                    <div className="mark">
                      <Badge tone={VERDICT_TONE[year.verdict]}>{year.words}</Badge>
                      {it.limit.includes('の') && year.limit !== '' && <small>{`基準の額 ${year.limit}${it.unit}`}</small>}
                    </div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

function ThresholdFigure({
  id,
  line,
  own,
  table,
}: {
  id: string
  line: string
  own: readonly ThresholdTold[]
  table: OutlookTableTold
}): ReactNode {
  const first = own[0] as ThresholdTold
  const spoken = own.map(
    ({ label, limit, years }) => `${label}（${limit}）：${years.map((year) => `${year.year} ${year.value} ${year.words}`).join('、')}`,
  )
  return (
    <ThresholdLines
      id={id}
      title={`${line}の見通しと基準`}
      desc={spoken.join('。')}
      unit={first.unit || '指数'}
      years={table.years.map(({ name }) => name.replace('年度', ''))}
      values={first.chart.values}
      limits={own.map(({ label, limit, chart }) => ({ label: `${label} ${limit}`, values: chart.limits }))}
    />
  )
}

/** 見通しの検算 */
export function OutlookChecks({ table }: { table: OutlookTableTold }): ReactNode {
  const { told, holds, fails, cannotTell } = table.checks
  const shown = told.filter(({ verdict }) => verdict !== 'holds')
  return (
    <>
      <p>{`見通しの和を検算しました：合う ${holds}件、合わない ${fails}件、確かめられない ${cannotTell}件。`}</p>
      {shown.length > 0 && (
        <Table
          caption="見通しの検算で確かめること"
          rows={shown}
          keyOf={(_, nth) => String(nth)}
          columns={[
            {
              header: '結果',
              narrow: true,
              cell: ({ verdict }) => <Badge tone={verdict}>{verdict === 'fails' ? '合わない' : '確かめられない'}</Badge>,
            },
            { header: '年度', narrow: true, cell: ({ year }) => year },
            { header: '説明', wide: true, names: true, cell: ({ message }) => <Signed text={message} /> },
          ]}
        />
      )}
    </>
  )
}
