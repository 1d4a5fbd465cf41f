import type { ReactNode } from 'react'
import { MarkLegend, SmallMap } from '../../kit/mark-map.tsx'
import { type PillarMarks, pillarMarks } from '../../report/status-map.ts'
import { mapWords } from '../../report/wording-status-map.ts'
import type { PageContext, PlanSite } from './plan-site.ts'

/** 小さな状況の地図 — one mark an initiative, a line a pillar, on the first page; where the whole map is, is said under it. */
export function PillarMap({ site, context }: { site: PlanSite; context: PageContext }): ReactNode {
  const told: PillarMarks = pillarMarks(site.index, site.list)
  return (
    <figure>
      <SmallMap id="small-map" title={told.desc} rows={told.rows} />
      <figcaption>
        <MarkLegend id="small-key" items={told.grades} />
        <p>
          <a href={context.link(context.path, site.at('statusMap'))}>{mapWords.toMap}</a>
        </p>
      </figcaption>
    </figure>
  )
}
