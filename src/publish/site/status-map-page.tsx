import type { ReactNode } from 'react'
import { type StatusMaps, statusMaps } from '../../report/status-map.ts'
import { mapWords } from '../../report/wording-status-map.ts'
import { CutLinks } from './cut-links.tsx'
import { PlanFrame } from './frame.tsx'
import type { PageContext, PlanSite } from './plan-site.ts'
import { StatusMapSections } from './status-map-view.tsx'

/** Maps of more initiatives than this would together be more than the 30 KB that a page may weigh: each then has its own page. */
const ON_ONE_PAGE = 100
const isLong = ({ maps }: StatusMaps): boolean => maps.length > 1 && (maps[0]?.total ?? 0) > ON_ONE_PAGE

/** The maps by a scale of the plan that have a page of their own: none where all fit on one. */
export function statusMapsApart(site: PlanSite): string[] {
  if (site.list.rows.length <= ON_ONE_PAGE) return []
  const told = statusMaps(site.index, site.list)
  return isLong(told) ? told.maps.slice(1).map(({ key }) => key) : []
}

/** 状況の地図 — of the edition; `only`: by one scale. */
export function StatusMapPage({ site, context, only }: { site: PlanSite; context: PageContext; only: string | null }): ReactNode {
  const told = statusMaps(site.index, site.list)
  const to = (path: string) => context.link(context.path, path)
  const long = isLong(told)
  const shown = only === null ? told.maps.slice(0, long ? 1 : undefined) : told.maps.filter(({ key }) => key === only)
  const title = only === null ? mapWords.title : mapWords.by(shown[0]?.name ?? '')
  return (
    <PlanFrame
      site={site}
      context={context}
      title={title}
      crumbs={only === null ? [] : [{ name: mapWords.title, href: to(site.at('statusMap')) }]}
    >
      <h1>{told.year ? `${told.year}の${title}` : title}</h1>
      <p>{mapWords.lead}</p>
      <p className="quiet">{mapWords.once}</p>
      <CutLinks
        label={mapWords.scales}
        links={(long ? told.maps : []).map(({ key, name, total }, nth) => ({
          key,
          title: mapWords.by(name),
          count: total,
          href: to(nth === 0 ? site.at('statusMap') : site.at('statusMapOf', key)),
          here: key === (only ?? told.maps[0]?.key),
        }))}
      />
      <StatusMapSections
        told={{ ...told, maps: shown }}
        behind={only === null}
        hrefs={{ initiative: (id) => to(site.at('initiative', id)), section: (key) => to(site.at('facet', 'section', key)) }}
      />
    </PlanFrame>
  )
}
