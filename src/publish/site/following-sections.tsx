import type { ReactNode } from 'react'
import type { PageContext, PlanSite } from './plan-site.ts'

/** 評価に続くもの — the sections that stand below the judgements: opinions, improvement plans, reflections in the budget. */
export function FollowingSections(_: { site: PlanSite; context: PageContext }): ReactNode {
  return null
}
