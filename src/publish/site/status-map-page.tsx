import type { ReactNode } from 'react'
import { statusMaps } from '../../report/status-map.ts'
import { mapWords } from '../../report/wording-status-map.ts'
import { PlanFrame } from './frame.tsx'
import type { PageContext, PlanSite } from './plan-site.ts'
import { StatusMapSections } from './status-map-view.tsx'

/** 状況の地図 — of the edition. */
export function StatusMapPage({ site, context }: { site: PlanSite; context: PageContext }): ReactNode {
  const told = statusMaps(site.index, site.list)
  const to = (path: string) => context.link(context.path, path)
  return (
    <PlanFrame site={site} context={context} title={mapWords.title}>
      <h1>{told.year ? `${told.year}の${mapWords.title}` : mapWords.title}</h1>
      <p>{mapWords.lead}</p>
      <p className="quiet">{mapWords.once}</p>
      <StatusMapSections
        told={told}
        hrefs={{ initiative: (id) => to(site.at('initiative', id)), section: (key) => to(site.at('facet', 'section', key)) }}
      />
    </PlanFrame>
  )
}
