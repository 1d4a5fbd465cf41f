import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Edition } from '../../reform/edition.ts'
import { comparedPairs } from '../../report/effect-comparisons.ts'
import { followingSheet, hasFollowing, hasResults } from '../../report/following-sheet.ts'
import { indicatorsCut } from '../../report/indicators-by-pillar.ts'
import { hasEvaluation } from '../../report/judging-summary.ts'
import { outlookReports } from '../../report/outlook-reconciliation.ts'
import { progressTable } from '../../report/progress-table.ts'
import { hasReorganisations } from '../../report/reorganisations.ts'
import { hasRoadmap } from '../../report/roadmap.ts'
import { sourcePages } from '../../report/source-pages.ts'
import { CarryOverPage } from './carry-over-page.tsx'
import { ComparedPillarPage, ComparisonPage, pillarsCompared } from './comparison-page.tsx'
import { EffectComparisonPage } from './effect-comparison-page.tsx'
import { EffectsPage } from './effects-page.tsx'
import { EvaluationPage } from './evaluation-page.tsx'
import { FollowingPage } from './following-page.tsx'
import { HomePage, MunicipalityPage, type MunicipalitySite } from './home-pages.tsx'
import { IndicatorsPage, PillarIndicatorsPage } from './indicators-page.tsx'
import { InitiativePage } from './initiative-page.tsx'
import { FacetPage, ListPage } from './list-page.tsx'
import { OutlookPage } from './outlook-page.tsx'
import { OverviewPage } from './overview-page.tsx'
import { sitePaths } from './paths.ts'
import { type Download, type PageContext, type PlanSite, planSite } from './plan-site.ts'
import { FormPage, isCut, ProgressTablePage } from './print-pages.tsx'
import { ChecksPage, DownloadsPage, EditionsPage, RemarksPage, SourceDocumentPage, SourcesPage } from './proof-pages.tsx'
import { ChaptersPage, GlossaryPage, GuidePage, TreePage } from './reading-pages.tsx'
import { ReorganisationsPage } from './reorganisations-page.tsx'
import { ResultsPage } from './results-page.tsx'
import { ReviewPage } from './review-page.tsx'
import { RoadmapPage, roadmapPillars } from './roadmap-page.tsx'
import { StatusMapPage, statusMapsApart } from './status-map-page.tsx'

type Draw = (context: PageContext) => ReactElement

/** 頁の全体 — every address of the portal and how it is drawn; server and static folder ask the same table. */
export type Site = {
  pages: ReadonlyMap<string, Draw>
  municipalities: MunicipalitySite[]
  downloads: ReadonlyMap<string, Download>
}

/** Markup without a doctype would be drawn in quirks mode. */
export const drawn = (element: ReactElement): string => `<!DOCTYPE html>${renderToStaticMarkup(element)}`

function plainPages(site: PlanSite): [string, Draw][] {
  const { record } = site.edition
  const when = (said: boolean, path: string, draw: Draw): [string, Draw][] => (said ? [[path, draw]] : [])
  return [
    [site.at('plan'), (context) => <OverviewPage site={site} context={context} />],
    [site.at('list'), (context) => <ListPage site={site} context={context} />],
    [site.at('tree'), (context) => <TreePage site={site} context={context} />],
    ...when(record.initiatives.length > 0, site.at('statusMap'), (context) => <StatusMapPage site={site} context={context} only={null} />),
    [site.at('indicators'), (context) => <IndicatorsPage site={site} context={context} />],
    [site.at('checks'), (context) => <ChecksPage site={site} context={context} />],
    [site.at('remarks'), (context) => <RemarksPage site={site} context={context} />],
    [site.at('sources'), (context) => <SourcesPage site={site} context={context} />],
    [site.at('glossary'), (context) => <GlossaryPage site={site} context={context} />],
    [site.at('guide'), (context) => <GuidePage site={site} context={context} />],
    [site.at('downloads'), (context) => <DownloadsPage site={site} context={context} />],
    [site.at('editions'), (context) => <EditionsPage site={site} context={context} />],
    [site.at('progressTable'), (context) => <ProgressTablePage site={site} context={context} only={null} />],
    ...when(hasEvaluation(site.edition), site.at('evaluation'), (context) => <EvaluationPage site={site} context={context} />),
    ...when(hasFollowing(site.edition), site.at('following'), (context) => <FollowingPage site={site} context={context} year={null} />),
    ...when(hasResults(site.edition), site.at('resultsAndCost'), (context) => <ResultsPage site={site} context={context} />),
    ...when(record.effects.length > 0, site.at('effects'), (context) => <EffectsPage site={site} context={context} />),
    ...when(record.chapters.length > 0, site.at('chapters'), (context) => <ChaptersPage site={site} context={context} />),
    ...when(record.lineage.length > 0, site.at('carryOver'), (context) => <CarryOverPage site={site} context={context} />),
    ...when(hasRoadmap(record), site.at('roadmap'), (context) => <RoadmapPage site={site} context={context} only={null} />),
    ...when(record.reviews.length > 0, site.at('review'), (context) => <ReviewPage site={site} context={context} />),
    ...when(hasReorganisations(site.edition), site.at('reorganisations'), (context) => (
      <ReorganisationsPage site={site} context={context} />
    )),
  ]
}

/** The newest outlook stands at the address that stays; the older ones below it. */
function outlookPages(site: PlanSite): [string, Draw][] {
  const all = outlookReports(site.edition)
  return all.map((report, nth) => [
    nth === 0 ? site.at('outlook') : site.at('outlookOf', report.id),
    (context) => <OutlookPage site={site} context={context} report={report} all={all} />,
  ])
}

/** 前の版 — how many pages an edition has is known only when it has been compared: its pillars are those of both. */
function earlierPages(site: PlanSite): [string, Draw][] {
  return site.editions.slice(1).flatMap((earlier): [string, Draw][] => {
    const pillars = pillarsCompared(site.edition, earlier)
    return [
      [site.at('earlier', earlier.number), (context) => <ComparisonPage site={site} context={context} earlier={earlier} />],
      ...pillars.map((pillar): [string, Draw] => [
        site.at('earlierPillar', earlier.number, pillar),
        (context) => <ComparedPillarPage site={site} context={context} earlier={earlier} pillar={pillar} />,
      ]),
    ]
  })
}

/** What a large plan has on pages of its own, because one page of it all would be too heavy. */
function cutPages(site: PlanSite): [string, Draw][] {
  return [
    ...indicatorsCut(site.index).map((pillar): [string, Draw] => [
      site.at('indicatorsOf', pillar.id),
      (context) => <PillarIndicatorsPage site={site} context={context} pillar={pillar} />,
    ]),
    ...statusMapsApart(site).map((scale): [string, Draw] => [
      site.at('statusMapOf', scale),
      (context) => <StatusMapPage site={site} context={context} only={scale} />,
    ]),
    ...roadmapPillars(site).map((pillar): [string, Draw] => [
      site.at('roadmapOf', pillar),
      (context) => <RoadmapPage site={site} context={context} only={pillar} />,
    ]),
  ]
}

function repeatedPages(site: PlanSite): [string, Draw][] {
  const table = progressTable(site.index)
  return [
    ...site.edition.record.initiatives.flatMap((it): [string, Draw][] => [
      [site.at('initiative', it.id), (context) => <InitiativePage site={site} context={context} initiative={it} />],
      [site.at('form', it.id), (context) => <FormPage site={site} context={context} initiative={it} />],
    ]),
    ...site.list.facets.flatMap((facet) =>
      facet.values.map((value): [string, Draw] => [
        site.at('facet', facet.kind, value.key),
        (context) => <FacetPage site={site} context={context} facet={facet} value={value} />,
      ]),
    ),
    ...followingSheet(site.edition)
      .years.slice(1)
      .map((year): [string, Draw] => [
        site.at('followingOf', year),
        (context) => <FollowingPage site={site} context={context} year={year} />,
      ]),
    ...comparedPairs(site.edition.record).map((pair): [string, Draw] => [
      site.at('effectComparison', pair.key),
      (context) => <EffectComparisonPage site={site} context={context} pair={pair} />,
    ]),
    ...(isCut(table) ? table.pillars : []).map((p): [string, Draw] => [
      site.at('progressTableOf', p.id),
      (context) => <ProgressTablePage site={site} context={context} only={p.id} />,
    ]),
    ...site.edition.documents.flatMap((document) =>
      sourcePages(document).map((page): [string, Draw] => [
        site.at('source', document.sha256, page.number),
        (context) => <SourceDocumentPage site={site} context={context} document={document} page={page} />,
      ]),
    ),
  ]
}

/** The editions of each plan together, the newest drawn, the older ones in its history. */
function plansOf(editions: readonly Edition[], downloads: Download[]): PlanSite[] {
  const byPlan = Map.groupBy(editions, (e) => `${e.municipality.code}/${e.plan}`)
  return [...byPlan.values()].map((same) => planSite(same, downloads))
}

export function siteOf(editions: readonly Edition[], downloads: Download[] = []): Site {
  const plans = plansOf(editions, downloads)
  const byCode = Map.groupBy(plans, (p) => p.edition.municipality.code)
  const municipalities = [...byCode].map(([code, own]) => ({ code, name: own[0]?.edition.municipality.name ?? code, plans: own }))
  municipalities.sort((a, b) => a.code.localeCompare(b.code))
  return {
    municipalities,
    downloads: new Map(plans.flatMap((p) => p.downloads.map((d) => [p.at('download', d.file), d] as const))),
    pages: new Map<string, Draw>([
      [sitePaths.home(), (context) => <HomePage municipalities={municipalities} context={context} />],
      ...municipalities.map((m): [string, Draw] => [
        sitePaths.municipality(m.code),
        (context) => <MunicipalityPage municipality={m} context={context} />,
      ]),
      ...plans.flatMap((p) => [...plainPages(p), ...outlookPages(p), ...cutPages(p), ...repeatedPages(p), ...earlierPages(p)]),
    ]),
  }
}
