import type { ReactNode } from 'react'
import { FollowingSections } from './following-sections.tsx'
import { PlanFrame } from './frame.tsx'
import type { PageContext, PlanSite } from './plan-site.ts'

/** 評価 — what was judged by which words, what follows from it. */
export function EvaluationPage({ site, context }: { site: PlanSite; context: PageContext }): ReactNode {
  return (
    <PlanFrame site={site} context={context} title="評価">
      <h1>評価</h1>
      <FollowingSections site={site} context={context} />
    </PlanFrame>
  )
}
