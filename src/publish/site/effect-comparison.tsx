import type { ReactNode } from 'react'
import { inOrder } from '../../kit/in-order.ts'
import { Signed } from '../../kit/signed.tsx'
import { Scroll } from '../../kit/table.tsx'
import { Waterfall } from '../../kit/waterfall.tsx'
import type { ComparedPair, ComparedTold, ComparisonTold } from '../../report/effect-comparisons.ts'
import { effectWords } from '../../report/wording-effects.ts'
import type { PageContext, PlanSite } from './plan-site.ts'

const Amount = ({ text }: { text: string | null }): ReactNode =>
  text === null ? <span className="none">記載なし</span> : <Signed text={text} />

/** 二つの見積時点の比較 — the waterfall, the table of its figures, and the table over the years. */
export function ComparisonView({ told, level: Heading }: { told: ComparisonTold; level: 'h2' | 'h3' }): ReactNode {
  return (
    <section>
      <Heading>{`${effectWords.steps}（${told.measure}）`}</Heading>
      <p>{told.summary}</p>
      {told.against && <p>{told.against}</p>}
      <figure>
        <Scroll label={`見積りの比較のグラフ（${told.measure}）`}>
          <Waterfall
            id={`waterfall-${told.key}-${told.unit}`}
            title={`${told.earlier}から${told.later}への移り変わり`}
            desc={told.desc}
            unit={told.unit}
            steps={told.steps}
          />
        </Scroll>
        <figcaption>{`${effectWords.waterfallLead}塗りのある枠は増、点線の枠は減です。`}</figcaption>
      </figure>
      <TotalsTable told={told} />
      <YearsTable told={told} />
    </section>
  )
}

function Cells({ one }: { one: ComparedTold }): ReactNode {
  return (
    <>
      <td className="num">
        <Amount text={one.before} />
      </td>
      <td className="num">
        <Amount text={one.after} />
      </td>
      <td className="num total">
        <Signed text={one.difference} />
      </td>
    </>
  )
}

const captionOf = ({ earlier, later, measure, unit }: ComparisonTold, what: string): string =>
  `${what}（${measure}）：${earlier}と${later}　単位：${unit}`

function TotalsTable({ told }: { told: ComparisonTold }): ReactNode {
  const caption = captionOf(told, '柱ごとの比較')
  return (
    <Scroll label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">柱</th>
            <th scope="col" className="num">
              {told.earlier}
            </th>
            <th scope="col" className="num">
              {told.later}
            </th>
            <th scope="col" className="num">
              差
            </th>
          </tr>
        </thead>
        <tbody>
          {inOrder(told.rows).map(({ key, it: row }) => (
            <tr key={key}>
              <th scope="row">{row.label}</th>
              <Cells one={row.total} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合計</th>
            <Cells one={told.total} />
          </tr>
        </tfoot>
      </table>
    </Scroll>
  )
}

/** The difference stands first, in its cell the two amounts it is of: six years do not fit on a page three times. */
function YearsTable({ told }: { told: ComparisonTold }): ReactNode {
  const caption = captionOf(told, effectWords.years)
  return (
    <Scroll label={caption}>
      <table className="effects">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">柱</th>
            {told.years.map((year) => (
              <th key={year} scope="col" className="num">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(told.rows).map(({ key, it: row }) => (
            <tr key={key}>
              <th scope="row">{row.label}</th>
              <YearCells years={row.years} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合計</th>
            <YearCells years={told.sums} />
          </tr>
        </tfoot>
      </table>
    </Scroll>
  )
}

const YearCells = ({ years }: { years: readonly ComparedTold[] }): ReactNode =>
  inOrder(years).map(({ key, it }) => (
    <td key={key} className="num">
      <strong>
        <Signed text={it.difference} />
      </strong>
      <small>
        <Amount text={it.before} />
        <span aria-hidden="true"> → </span>
        <span className="unseen">から</span>
        <Amount text={it.after} />
      </small>
    </td>
  ))

/** どの組でも — all pairs are pages, as a folder of files cannot be asked. */
export function PairLinks({ site, context, pairs }: { site: PlanSite; context: PageContext; pairs: readonly ComparedPair[] }): ReactNode {
  return (
    <section>
      <h3>{effectWords.comparisons}</h3>
      <p>{effectWords.comparisonsHelp}</p>
      <ul className="pairs">
        {pairs.map((pair) => {
          const path = site.at('effectComparison', pair.key)
          return (
            <li key={pair.key}>
              <a href={context.link(context.path, path)} aria-current={path === context.path ? 'page' : undefined}>
                {`${pair.earlier} → ${pair.later}`}
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
