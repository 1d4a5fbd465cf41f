import type { ReactNode } from 'react'
import { countText } from '../../report/figures.ts'
import { followingSheet, hasFollowing, hasResults } from '../../report/following-sheet.ts'
import { followingWords as words } from '../../report/wording-following.ts'
import { ReflectionSumTable } from './following-money.tsx'
import type { PageContext, PlanSite } from './plan-site.ts'

/** 評価に続くもの — in numbers, and the way to the pages that tell it: opinions, improvement plans, reflections, results and cost. */
export function FollowingSections({ site, context }: { site: PlanSite; context: PageContext }): ReactNode {
  const { edition } = site
  const to = context.link(context.path, site.at('following'))
  return (
    <>
      {hasFollowing(edition) && <Counts site={site} to={to} />}
      {hasResults(edition) && (
        <section>
          <h2>{words.resultsAndCost}</h2>
          <p>
            {'成果と費用を並べた表は、'}
            <a href={context.link(context.path, site.at('resultsAndCost'))}>{words.resultsAndCost}</a>の頁にあります。
          </p>
        </section>
      )}
    </>
  )
}

function Counts({ site, to }: { site: PlanSite; to: string }): ReactNode {
  const { opinions, improvements, reflections, retirement } = followingSheet(site.edition)
  const unanswered = opinions.counts.find(({ state }) => state === 'unanswered')?.count ?? 0
  const lines: [name: string, anchor: string, text: string][] = [
    ['意見と対応', 'opinions', `意見${countText(opinions.rows.length)}件、うち対応がまだ示されていないもの${countText(unanswered)}件`],
    [
      '改善計画',
      'improvements',
      `進行中${countText(improvements.counts.open)}件（うち期限切れ${countText(improvements.counts.overdue)}件）、完了${countText(improvements.counts.closed)}件`,
    ],
    [
      '予算反映',
      'reflections',
      `改善・縮小・廃止の決定${countText(reflections.rows.length)}件、うち記録がまだのもの${countText(reflections.lacking)}件`,
    ],
    ...(retirement
      ? [
          [
            '廃止の基準と候補',
            'retirement',
            `基準${countText(retirement.criteria.length)}件、候補${countText(retirement.candidates.length)}件`,
          ] as [string, string, string],
        ]
      : []),
  ]
  return (
    <section>
      <h2>評価の後</h2>
      <p>{words.publicHelp}</p>
      <ul>
        {lines.map(([name, anchor, text]) => (
          <li key={anchor}>
            <a href={`${to}#${anchor}`}>{name}</a>
            {`：${text}`}
          </li>
        ))}
      </ul>
      <ReflectionSumTable sums={reflections.sums} />
    </section>
  )
}
