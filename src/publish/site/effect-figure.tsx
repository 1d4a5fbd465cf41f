import type { ReactNode } from 'react'
import { Bars, Legend } from '../../kit/charts.tsx'
import { inOrder } from '../../kit/in-order.ts'
import { LineLegend, SeriesLines } from '../../kit/series-lines.tsx'
import { Signed } from '../../kit/signed.tsx'
import { Scroll } from '../../kit/table.tsx'
import type { EffectChart } from '../../report/effect-charts.ts'
import type { EffectTable } from '../../report/effect-tables.ts'

export function EffectFigure({ chart }: { chart: EffectChart }): ReactNode {
  return (
    <figure>
      <Scroll label="効果額のグラフ">
        <Bars
          id="effects"
          title="年度別・見積時点別の効果額"
          desc={chart.desc}
          unit={chart.unit}
          groups={chart.years}
          series={chart.series}
        />
      </Scroll>
      <figcaption>
        <Legend id="effects" items={chart.series.map((s) => s.label)} />
        <NotDrawn chart={chart} />
      </figcaption>
    </figure>
  )
}

const NotDrawn = ({ chart }: { chart: EffectChart }): ReactNode =>
  chart.leftOut.length === 0 ? null : (
    <p>{`図には最初と最近の見積時点だけを描いています。表にはすべてあります（図にないもの：${chart.leftOut.join('、')}）。`}</p>
  )

/** 累計の折れ線 */
export function CumulativeFigure({ chart }: { chart: EffectChart }): ReactNode {
  return (
    <figure>
      <Scroll label="効果額の累計のグラフ">
        <SeriesLines
          id="effects-cumulative"
          title="見積時点別の効果額の累計"
          desc={chart.desc}
          unit={chart.unit}
          groups={chart.years}
          series={chart.series}
        />
      </Scroll>
      <figcaption>
        <LineLegend items={chart.series.map((s) => s.label)} />
        <NotDrawn chart={chart} />
      </figcaption>
    </figure>
  )
}

const Sum = ({ text }: { text: string | undefined }): ReactNode =>
  text === undefined ? <span className="none">記載なし</span> : <Signed text={text} />

/** 見積時点ごとの合計 — the figures that the chart draws. */
export const EffectSummary = ({ tables }: { tables: readonly EffectTable[] }): ReactNode => (
  <EstimatesByYear
    tables={tables}
    caption="年度別・見積時点別の効果額"
    cellOf={(t, nth) => t.sums[nth]}
    last={{ header: '合計', cell: (t) => t.total }}
  />
)

/** 見積時点ごとの累計 — the figures that the lines draw. */
export const CumulativeTable = ({ tables }: { tables: readonly EffectTable[] }): ReactNode => (
  <EstimatesByYear tables={tables} caption="年度別・見積時点別の効果額の累計" cellOf={(t, nth) => t.cumulative[nth]} />
)

type ByYear = {
  tables: readonly EffectTable[]
  caption: string
  cellOf: (table: EffectTable, nth: number) => string | undefined
  last?: { header: string; cell: (table: EffectTable) => string }
}

function EstimatesByYear({ tables, caption, cellOf, last }: ByYear): ReactNode {
  const years = [...new Map(tables.flatMap((t) => t.years.map((y) => [y.year, y.name] as const)))].toSorted(([a], [b]) => a - b)
  const unit = [...new Set(tables.map((t) => t.unit))].join('・')
  return (
    <Scroll label={`${caption}の表`}>
      <table>
        <caption>{`${caption}（単位：${unit}）`}</caption>
        <thead>
          <tr>
            <th scope="col">見積時点</th>
            {years.map(([year, name]) => (
              <th key={year} scope="col" className="num">
                {name}
              </th>
            ))}
            {last && (
              <th scope="col" className="num">
                {last.header}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {inOrder(tables).map(({ key, it: t }) => (
            <tr key={key}>
              <th scope="row">{t.estimate}</th>
              {years.map(([year]) => (
                <td key={year} className="num">
                  <Sum
                    text={cellOf(
                      t,
                      t.years.findIndex((y) => y.year === year),
                    )}
                  />
                </td>
              ))}
              {last && (
                <td className="num total">
                  <Signed text={last.cell(t)} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
