import type { ReactNode } from 'react'
import { countText, yearShort } from '../../report/figures.ts'
import { type FollowingSheet, type FollowingYear, followingSheet, followingYear } from '../../report/following-sheet.ts'
import { followingWords as words } from '../../report/wording-following.ts'
import { ImprovementCards } from './following-improvements.tsx'
import { ReflectionSumTable, ReflectionTable } from './following-money.tsx'
import { type InitiativeHref, OpinionPairs } from './following-opinions.tsx'
import { CandidateTable, CriterionCounts, UnclearLists } from './following-retirement.tsx'
import { PlanFrame } from './frame.tsx'
import type { PageContext, PlanSite } from './plan-site.ts'

type At = { site: PlanSite; context: PageContext }

export const hrefIn =
  ({ site, context }: At): InitiativeHref =>
  (id) => {
    const it = site.index.initiative(id as never)
    return it && context.link(context.path, site.at('initiative', it.id))
  }

/** 意見・改善・予算反映 — one year of evaluation a page, the newest at the address that stays. */
export function FollowingPage({ site, context, year }: At & { year: number | null }): ReactNode {
  const sheet = followingSheet(site.edition)
  const shown = year ?? sheet.years[0] ?? null
  const of = shown === null ? null : followingYear(sheet, shown)
  const title = year === null ? words.hub : `${words.hub}（${yearShort(year)}）`
  const crumbs = year === null ? [] : [{ name: words.hub, href: context.link(context.path, site.at('following')) }]
  return (
    <PlanFrame site={site} context={context} title={title} crumbs={crumbs} landscape>
      <h1>{title}</h1>
      <p>{words.publicHelp}</p>
      <Years site={site} context={context} sheet={sheet} shown={shown} />
      {of && <OfYear site={site} context={context} of={of} />}
      {sheet.reflections.sums.years.length > 0 && (
        <section>
          <h2>予算反映の合計（すべての年度）</h2>
          <ReflectionSumTable sums={sheet.reflections.sums} />
        </section>
      )}
      {year === null && <Retirement site={site} context={context} sheet={sheet} />}
    </PlanFrame>
  )
}

function Years({ site, context, sheet, shown }: At & { sheet: FollowingSheet; shown: number | null }): ReactNode {
  if (sheet.years.length < 2) return null
  const [newest] = sheet.years
  return (
    <nav aria-label="評価の年度">
      <ul className="ways">
        {sheet.years.map((one) => (
          <li key={one}>
            <a
              href={context.link(context.path, one === newest ? site.at('following') : site.at('followingOf', one))}
              aria-current={one === shown ? 'true' : undefined}
            >
              {yearShort(one)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function OfYear({ of, ...at }: At & { of: FollowingYear }): ReactNode {
  const href = hrefIn(at)
  const unanswered = of.opinions.filter(({ state }) => state === 'unanswered').length
  return (
    <>
      <section>
        <h2 id="opinions">{`${of.name}の評価への意見と対応（${countText(of.opinions.length)}件）`}</h2>
        {of.opinions.length === 0 ? (
          <p className="none">述べられた意見はありません。</p>
        ) : (
          <p>{`このうち、対応がまだ示されていないもの：${countText(unanswered)}件`}</p>
        )}
        <OpinionPairs rows={of.opinions} href={href} heading="h3" />
      </section>
      <section>
        <h2 id="improvements">{`改善計画（${countText(of.improvements.length)}件）`}</h2>
        <p className="small">{words.improvementMeaning}</p>
        {of.improvements.length === 0 && <p className="none">改善計画はありません。</p>}
        <ImprovementCards rows={of.improvements} href={href} />
      </section>
      <section>
        <h2 id="reflections">予算反映</h2>
        <p className="small">{words.reflectionMeaning}</p>
        <ReflectionTable rows={of.reflections} href={href} />
      </section>
    </>
  )
}

function Retirement({ sheet, ...at }: At & { sheet: FollowingSheet }): ReactNode {
  if (sheet.retirement === null) return null
  const href = hrefIn(at)
  return (
    <section>
      <h2 id="retirement">廃止の基準と候補</h2>
      <p>{words.retirementHelp}</p>
      <CriterionCounts list={sheet.retirement} />
      <CandidateTable list={sheet.retirement} href={href} />
      <UnclearLists list={sheet.retirement} href={href} />
    </section>
  )
}
