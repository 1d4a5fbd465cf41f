import type { ReactNode } from 'react'
import { type ComparedPair, comparedPairs, comparisonsOf } from '../../report/effect-comparisons.ts'
import { effectWords } from '../../report/wording-effects.ts'
import { ComparisonView, PairLinks } from './effect-comparison.tsx'
import { PlanFrame } from './frame.tsx'
import type { PageContext, PlanSite } from './plan-site.ts'

type Said = { site: PlanSite; context: PageContext; pair: ComparedPair }

/** 見積りの比較の頁 */
export function EffectComparisonPage({ site, context, pair }: Said): ReactNode {
  const { record } = site.edition
  const pairs = comparedPairs(record)
  const title = `見積りの比較：${pair.earlier}から${pair.later}へ`
  const crumbs = [{ name: effectWords.title, href: context.link(context.path, site.at('effects')) }]
  return (
    <PlanFrame site={site} context={context} title={title} crumbs={crumbs} landscape>
      <h1>{title}</h1>
      <p>{effectWords.comparedLead}</p>
      {comparisonsOf(record, pair).map((told) => (
        <ComparisonView key={told.measure} told={told} level="h2" />
      ))}
      {pairs.length > 1 && <PairLinks site={site} context={context} pairs={pairs} />}
    </PlanFrame>
  )
}
