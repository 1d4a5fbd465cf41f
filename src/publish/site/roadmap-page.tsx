import type { ReactNode } from 'react'
import { roadmap } from '../../report/roadmap.ts'
import { roadmapWords as words } from '../../report/wording-renewal.ts'
import { PlanFrame } from './frame.tsx'
import type { PageContext, PlanSite } from './plan-site.ts'
import { RoadmapView } from './roadmap-view.tsx'

/** ロードマップの頁 */
export function RoadmapPage({ site, context }: { site: PlanSite; context: PageContext }): ReactNode {
  return (
    <PlanFrame site={site} context={context} title={words.title} landscape>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <RoadmapView
        roadmap={roadmap(site.edition.record, site.index.year)}
        linkTo={(id) => context.link(context.path, site.at('initiative', id))}
      />
    </PlanFrame>
  )
}
