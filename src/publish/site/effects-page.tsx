import type { ReactNode } from 'react'
import { inOrder } from '../../kit/in-order.ts'
import { Signed } from '../../kit/signed.tsx'
import { Scroll, Table } from '../../kit/table.tsx'
import { Sources } from '../../kit/told.tsx'
import {
  type EffectTable,
  effectAgainstPlanText,
  effectChart,
  effectsWithoutYear,
  effectTables,
  NO_ESTIMATE_MEANING,
} from '../../report/effect-tables.ts'
import { EffectFigure, EffectSummary } from './effect-figure.tsx'
import { PlanFrame } from './frame.tsx'
import { type PageContext, type PlanSite, sourceLinks } from './plan-site.ts'

type At = { site: PlanSite; context: PageContext }

function EstimateTable({ site, context, table }: At & { table: EffectTable }): ReactNode {
  const printed = table.rows.some((r) => r.printedTotal !== null)
  const differs = table.rows.some((r) => r.difference !== null)
  const ofInitiatives = table.rows.every((r) => r.initiative !== null)
  return (
    <Scroll label={`効果額（${table.estimate}）`}>
      <table className="effects">
        <caption>{`効果額（${table.estimate}）　単位：${table.unit}`}</caption>
        <thead>
          <tr>
            <th scope="col">{ofInitiatives ? '取組' : '区分'}</th>
            {table.years.map((y) => (
              <th key={y.year} scope="col" className="num">
                {y.name}
              </th>
            ))}
            <th scope="col" className="num">
              合計
            </th>
            {printed && (
              <th scope="col" className="num">
                文書の合計欄
              </th>
            )}
            {differs && (
              <th scope="col" className="num">
                差（文書の記載）
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {inOrder(table.rows).map(({ key, it: row }) => (
            <tr key={key}>
              <th scope="row">
                {row.initiative ? <a href={context.link(context.path, site.at('initiative', row.initiative))}>{row.scope}</a> : row.scope}
              </th>
              {inOrder(row.cells).map(({ key: place, it: cell }) => (
                <td key={place} className="num">
                  {cell.length === 0 && <span className="none">記載なし</span>}
                  {inOrder(cell).map(({ key: amount, it }) => (
                    <div key={amount}>
                      <Signed text={it.text} />
                      {it.status && <small>{it.status}</small>}
                      <Sources sources={sourceLinks(site, context, it.sources)} />
                    </div>
                  ))}
                </td>
              ))}
              <td className="num total">
                {row.total === null ? <span className="none">合計に含めない</span> : <Signed text={row.total} />}
              </td>
              {printed && <td className="num">{row.printedTotal === null ? '' : <Signed text={row.printedTotal} />}</td>}
              {differs && <td className="num">{row.difference === null ? '' : <Signed text={row.difference} />}</td>}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合計（計算した値）</th>
            {inOrder(table.sums).map(({ key, it }) => (
              <td key={key} className="num">
                <Signed text={it} />
              </td>
            ))}
            <td className="num total">
              <Signed text={table.total} />
            </td>
            {printed && <td />}
            {differs && <td />}
          </tr>
          {table.printed && (
            <tr className="stated">
              <th scope="row">合計（文書の記載）</th>
              {inOrder(table.printed.sums).map(({ key, it }) => (
                <td key={key} className="num">
                  {it === null ? <span className="none">記載なし</span> : <Signed text={it} />}
                </td>
              ))}
              <td className="num">
                {table.printed.total === null ? <span className="none">記載なし</span> : <Signed text={table.printed.total} />}
              </td>
              {printed && <td />}
              {differs && <td />}
            </tr>
          )}
        </tfoot>
      </table>
    </Scroll>
  )
}

export function EffectsPage({ site, context }: At): ReactNode {
  const tables = effectTables(site.index)
  const chart = effectChart(site.index)
  const against = effectAgainstPlanText(site.index)
  const others = effectsWithoutYear(site.index)
  return (
    <PlanFrame site={site} context={context} title="効果額" landscape>
      <h1>効果額</h1>
      <p>
        取組によって増える収入と減る支出の額です。▲はマイナス（かえって費用がかかった、または収入が減った）を表します。合計は文書の額を足して計算し直した値です。
      </p>
      {tables.some((t) => !t.estimated) && <p>{NO_ESTIMATE_MEANING}</p>}
      {chart && (
        <section>
          <h2>年度別・見積時点別の合計</h2>
          <EffectFigure chart={chart} />
          <EffectSummary tables={tables} />
          {against && <p>{against}</p>}
        </section>
      )}
      <section>
        <h2>区分ごとの額</h2>
        {tables.map((t) => (
          <EstimateTable key={t.estimate} site={site} context={context} table={t} />
        ))}
      </section>
      {others.length > 0 && (
        <section>
          <h2>年度の記載がない効果</h2>
          <Table
            caption="年度の記載がない効果"
            rows={others}
            keyOf={(_, i) => String(i)}
            columns={[
              { header: '区分', names: true, cell: (e) => e.scope },
              { header: '見積時点', cell: (e) => e.estimate },
              { header: '効果', numeric: true, cell: (e) => <Signed text={e.amount} /> },
              { header: '出典', cell: (e) => <Sources sources={sourceLinks(site, context, e.sources)} /> },
            ]}
          />
        </section>
      )}
    </PlanFrame>
  )
}
