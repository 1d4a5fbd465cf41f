import type { ReactNode } from 'react'
import { type Roadmap, type RoadmapPillar, roadmap } from '../../report/roadmap.ts'
import { roadmapWords as words } from '../../report/wording-renewal.ts'
import { CutLinks } from './cut-links.tsx'
import { PlanFrame } from './frame.tsx'
import type { PageContext, PlanSite } from './plan-site.ts'
import { RoadmapView } from './roadmap-view.tsx'

/** ロードマップの頁 — `only`: one pillar of a plan whose whole table would be too heavy for one page. */
export function RoadmapPage({ site, context, only }: { site: PlanSite; context: PageContext; only: string | null }): ReactNode {
  const whole = roadmap(site.edition.record, site.index.year)
  const to = (path: string) => context.link(context.path, path)
  const cut = isLong(whole)
  const shown = only === null ? (cut ? [] : whole.pillars) : whole.pillars.filter((p) => pillarKey(p) === only)
  const title = only === null ? words.title : words.roadmapOf(shown[0]?.title ?? '')
  return (
    <PlanFrame
      site={site}
      context={context}
      title={title}
      crumbs={only === null ? [] : [{ name: words.title, href: to(site.at('roadmap')) }]}
      landscape
    >
      <h1>{title}</h1>
      <p>{words.lead}</p>
      {cut && (
        <CutLinks
          label={words.byPillar}
          links={whole.pillars.map((p) => ({
            key: pillarKey(p),
            title: p.title,
            count: p.rows.length,
            href: to(site.at('roadmapOf', pillarKey(p))),
            here: pillarKey(p) === only,
          }))}
        />
      )}
      <RoadmapView roadmap={{ ...whole, pillars: shown }} linkTo={(id) => to(site.at('initiative', id))} />
    </PlanFrame>
  )
}

const pillarKey = ({ id }: RoadmapPillar): string => id ?? 'none'

/** More rows than this, with the styles, would be more than the 30 KB that a page may weigh. */
const ON_ONE_PAGE = 100
const isLong = ({ pillars }: Roadmap): boolean =>
  pillars.length > 1 && pillars.reduce((sum, p) => sum + p.rows.length + p.unscheduled.length, 0) > ON_ONE_PAGE

/** The pillars that have a page of their own: none where the whole fits on one. */
export function roadmapPillars({ edition, index }: PlanSite): string[] {
  const whole = roadmap(edition.record, index.year)
  return isLong(whole) ? whole.pillars.map(pillarKey) : []
}
