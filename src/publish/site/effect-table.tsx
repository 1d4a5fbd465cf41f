import type { ReactNode } from 'react'
import { inOrder } from '../../kit/in-order.ts'
import { Signed } from '../../kit/signed.tsx'
import { Scroll } from '../../kit/table.tsx'
import { Sources } from '../../kit/told.tsx'
import type { EffectTable } from '../../report/effect-tables.ts'
import { effectWords } from '../../report/wording-effects.ts'
import { type PageContext, type PlanSite, sourceLinks } from './plan-site.ts'

type At = { site: PlanSite; context: PageContext }

/** 一つの見積時点の表 — every amount says whether it is in the total. */
export function EstimateTable({ site, context, table }: At & { table: EffectTable }): ReactNode {
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
                      {it.leftOut && <small>{`※${it.leftOut}`}</small>}
                      <Sources sources={sourceLinks(site, context, it.sources)} />
                    </div>
                  ))}
                </td>
              ))}
              <td className="num total">
                {row.total === null ? (
                  <span className="none">{row.leftOut ? `含めない（${row.leftOut}）` : '数の記載なし'}</span>
                ) : (
                  <Signed text={row.total} />
                )}
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
          {table.years.length > 1 && (
            <tr>
              <th scope="row">{effectWords.cumulative}</th>
              {inOrder(table.cumulative).map(({ key, it }) => (
                <td key={key} className="num">
                  <Signed text={it} />
                </td>
              ))}
              <td />
              {printed && <td />}
              {differs && <td />}
            </tr>
          )}
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
