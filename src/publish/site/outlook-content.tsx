import type { ReactNode } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { inOrder } from '../../kit/in-order.ts'
import { ThresholdLines } from '../../kit/outlook-chart.tsx'
import { Signed } from '../../kit/signed.tsx'
import { Scroll, Table } from '../../kit/table.tsx'
import type { OutlookTableTold, ThresholdTold } from '../../report/outlook-table.ts'

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
