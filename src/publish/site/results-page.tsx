import type { ReactNode } from 'react'
import { resultsSheet } from '../../report/following-sheet.ts'
import { followingWords as words } from '../../report/wording-following.ts'
import { CostTable, ResultsMatrixTable } from './following-money.tsx'
import { hrefIn } from './following-page.tsx'
import { PlanFrame } from './frame.tsx'
import type { PageContext, PlanSite } from './plan-site.ts'

// 30 KB compressed is the limit of a page: a longer table stands in the data alone.
const MOST_LINES = 250

/** 成果とコスト — the cross table, and achievement beside cost, of the year that is reported on. */
export function ResultsPage({ site, context }: { site: PlanSite; context: PageContext }): ReactNode {
  const { year, matrix, lines } = resultsSheet(site.edition)
  const href = hrefIn({ site, context })
  return (
    <PlanFrame site={site} context={context} title={words.resultsAndCost} landscape>
      <h1>{words.resultsAndCost}</h1>
      <p>{words.resultsHelp}</p>
      {matrix && (
        <section>
          <h2>成果×コスト</h2>
          <ResultsMatrixTable matrix={matrix} href={href} />
        </section>
      )}
      <section>
        <h2>達成と費用</h2>
        <p className="small">{words.unitCostHelp}</p>
        {lines.length > MOST_LINES && (
          <p>
            {`行が多いため、初めの${MOST_LINES}行を示します。すべての行は`}
            <a href={context.link(context.path, site.at('downloads'))}>データ</a>の results_and_cost.csv にあります。
          </p>
        )}
        <CostTable lines={lines.slice(0, MOST_LINES)} caption={`取組ごとの達成と費用（${year}）`} href={href} />
        <p className="small">
          {'ほかの年度は'}
          <a href={context.link(context.path, site.at('downloads'))}>データ</a>の results_and_cost.csv にあります。
        </p>
      </section>
    </PlanFrame>
  )
}
