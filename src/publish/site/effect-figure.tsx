import type { ReactNode } from 'react'
import { Bars, Legend } from '../../kit/charts.tsx'
import { inOrder } from '../../kit/in-order.ts'
import { Signed } from '../../kit/signed.tsx'
import { Scroll } from '../../kit/table.tsx'
import type { EffectChart, EffectTable } from '../../report/effect-tables.ts'

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
        <Legend items={chart.series.map((s, i) => ({ label: s.label, className: `series-${i % 4}` }))} />
      </figcaption>
    </figure>
  )
}

const Sum = ({ text }: { text: string | undefined }): ReactNode =>
  text === undefined ? <span className="none">記載なし</span> : <Signed text={text} />

/** 見積時点ごとの合計 — the figures that the chart draws. */
export function EffectSummary({ tables }: { tables: readonly EffectTable[] }): ReactNode {
  const years = [...new Map(tables.flatMap((t) => t.years.map((y) => [y.year, y.name] as const)))].toSorted(([a], [b]) => a - b)
  const unit = [...new Set(tables.map((t) => t.unit))].join('・')
  return (
    <Scroll label="年度別・見積時点別の効果額の表">
      <table>
        <caption>{`年度別・見積時点別の効果額（単位：${unit}）`}</caption>
        <thead>
          <tr>
            <th scope="col">見積時点</th>
            {years.map(([year, name]) => (
              <th key={year} scope="col" className="num">
                {name}
              </th>
            ))}
            <th scope="col" className="num">
              合計
            </th>
          </tr>
        </thead>
        <tbody>
          {inOrder(tables).map(({ key, it: t }) => (
            <tr key={key}>
              <th scope="row">{t.estimate}</th>
              {years.map(([year]) => (
                <td key={year} className="num">
                  <Sum text={t.sums[t.years.findIndex((y) => y.year === year)]} />
                </td>
              ))}
              <td className="num total">
                <Signed text={t.total} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
