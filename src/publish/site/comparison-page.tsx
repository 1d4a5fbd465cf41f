import type { ReactNode } from 'react'
import type { Edition } from '../../reform/edition.ts'
import { editionSide } from '../../report/comparison-side.ts'
import { type EditionComparison, editionComparison } from '../../report/edition-comparison.ts'
import { countText } from '../../report/figures.ts'
import { comparisonWords as words } from '../../report/wording-comparison.ts'
import { ComparedPillarTable, ComparisonSummary } from './comparison-view.tsx'
import { PlanFrame } from './frame.tsx'
import type { PageContext, PlanSite } from './plan-site.ts'

type At = { site: PlanSite; context: PageContext; earlier: Edition }

/** A page of more initiatives would be more than the 30 KB that a page may weigh; each pillar then has its own. */
const ON_ONE_PAGE = 60

const made = new WeakMap<Edition, { newest: Edition; comparison: EditionComparison }>()

/** Each page of one earlier edition asks for the same comparison. */
function comparisonWith({ edition }: PlanSite, earlier: Edition): EditionComparison {
  const known = made.get(earlier)
  if (known?.newest === edition) return known.comparison
  const comparison = editionComparison(editionSide(earlier), editionSide(edition))
  made.set(earlier, { newest: edition, comparison })
  return comparison
}

/**
 * The pillars that have a page of their own: none where the whole plan fits on one. Asked when the table of pages is made, so it
 * compares nothing yet: the initiatives of both are counted, and those of the earlier edition that are gone keep their own pillar.
 */
export function pillarsCompared(newest: Edition, earlier: Edition): string[] {
  const now = new Set(newest.record.initiatives.map(({ id }) => id))
  const gone = earlier.record.initiatives.filter(({ id }) => !now.has(id))
  if (now.size + gone.length <= ON_ONE_PAGE) return []
  const [is, was] = [editionSide(newest).index, editionSide(earlier).index]
  return [
    ...new Set([
      ...newest.record.initiatives.map(({ node }) => is.pathOf(node)[0]?.id ?? 'none'),
      ...gone.map(({ node }) => was.pathOf(node)[0]?.id ?? 'none'),
    ]),
  ]
}

const isLong = ({ edition }: PlanSite, earlier: Edition): boolean => pillarsCompared(edition, earlier).length > 0

const titleOf = ({ before, after }: EditionComparison): string => `${before.name}の計画と${after.name}の計画`

/** 前の版の頁 — the plan of an earlier edition beside that of today. */
export function ComparisonPage({ site, context, earlier }: At): ReactNode {
  const comparison = comparisonWith(site, earlier)
  const long = isLong(site, earlier)
  const title = titleOf(comparison)
  return (
    <PlanFrame
      site={site}
      context={context}
      title={title}
      crumbs={[{ name: '版の履歴と訂正', href: context.link(context.path, site.at('editions')) }]}
      landscape
    >
      <h1>{title}</h1>
      <p>{words.lead}</p>
      <ComparisonSummary comparison={comparison} />
      <h2>{words.sideBySide}</h2>
      {long ? (
        <ul>
          {comparison.pillars.map((pillar) => (
            <li key={pillar.id}>
              <a href={context.link(context.path, site.at('earlierPillar', earlier.number, pillar.id))}>{pillar.title}</a>
              {`（${countText(pillar.rows.length)}件）`}
            </li>
          ))}
        </ul>
      ) : (
        comparison.pillars.map((pillar) => (
          <ComparedPillarTable key={pillar.id} comparison={comparison} pillar={pillar} linkTo={linksOf(site, context)} />
        ))
      )}
    </PlanFrame>
  )
}

const linksOf = (site: PlanSite, context: PageContext) => (id: string) => context.link(context.path, site.at('initiative', id))

export function ComparedPillarPage({ site, context, earlier, pillar: asked }: At & { pillar: string }): ReactNode {
  const comparison = comparisonWith(site, earlier)
  const pillar = comparison.pillars.find(({ id }) => id === asked)
  // an initiative that went over into others keeps no row of its own: a pillar may be left without any
  if (!pillar) return <ComparisonPage site={site} context={context} earlier={earlier} />
  return (
    <PlanFrame
      site={site}
      context={context}
      title={`${pillar.title}：${titleOf(comparison)}`}
      crumbs={[
        { name: '版の履歴と訂正', href: context.link(context.path, site.at('editions')) },
        { name: titleOf(comparison), href: context.link(context.path, site.at('earlier', earlier.number)) },
      ]}
      landscape
    >
      <h1>{pillar.title}</h1>
      <p>{titleOf(comparison)}</p>
      <ComparedPillarTable comparison={comparison} pillar={pillar} linkTo={linksOf(site, context)} />
    </PlanFrame>
  )
}
