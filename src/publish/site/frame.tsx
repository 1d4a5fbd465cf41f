import type { ReactNode } from 'react'
import { type Crumb, type Navigation, Shell } from '../../kit/shell.tsx'
import { countText, dateText } from '../../report/figures.ts'
import { hasEvaluation } from '../../report/judging-summary.ts'
import { hasReorganisations } from '../../report/reorganisations.ts'
import { INVENTED, isInvented, SITE_NAME } from '../../report/wording-site.ts'
import { sitePaths } from './paths.ts'
import type { PageContext, PlanSite } from './plan-site.ts'

function navigationOf(site: PlanSite, context: PageContext): Navigation {
  const { record, checks, documents } = site.edition
  const fails = checks.filter((c) => c.verdict === 'fails').length
  const remarks = checks.filter((c) => c.verdict === 'remark').length
  const item = (name: string, to: string, when: boolean, count: number | null = null) =>
    when ? [{ name, href: context.link(context.path, to), here: to === context.path, count: count === null ? null : countText(count) }] : []
  return {
    label: 'この計画のメニュー',
    groups: [
      {
        name: '計画と取組',
        items: [
          ...item('計画の概要', site.at('plan'), true),
          ...item('取組の一覧', site.at('list'), true, record.initiatives.length),
          ...item('計画の体系', site.at('tree'), record.nodes.length > 0),
          ...item('指標', site.at('indicators'), record.indicators.length + record.series.length > 0, record.indicators.length),
          ...item('評価', site.at('evaluation'), hasEvaluation(site.edition)),
          ...item('効果額', site.at('effects'), record.effects.length > 0),
          ...item('計画の本文', site.at('chapters'), record.chapters.length > 0),
        ],
      },
      {
        name: '帳票・見直し',
        items: [
          ...item('取組状況の一覧表', site.at('progressTable'), record.initiatives.length > 0),
          ...item('取組み整理表', site.at('carryOver'), record.lineage.length > 0, record.lineage.length),
          ...item('総括', site.at('review'), record.reviews.length > 0),
          ...item('組織改正', site.at('reorganisations'), hasReorganisations(site.edition)),
        ],
      },
      {
        name: '確かめる',
        items: [
          ...item('検算の結果', site.at('checks'), true, fails),
          ...item('指摘', site.at('remarks'), remarks > 0, remarks),
          ...item('出典の文書', site.at('sources'), documents.length > 0, documents.length),
          ...item('用語', site.at('glossary'), true),
          ...item('データ', site.at('downloads'), true),
        ],
      },
    ],
  }
}

type Said = { site: PlanSite; context: PageContext; title: string; crumbs?: Crumb[]; landscape?: boolean; children: ReactNode }

/** 計画の頁の枠 */
export function PlanFrame({ site, context, title, crumbs = [], landscape, children }: Said): ReactNode {
  const { edition, index } = site
  const to = (path: string) => context.link(context.path, path)
  const isPlan = context.path === site.at('plan')
  const trail = [
    { name: '自治体の一覧', href: to(sitePaths.home()) },
    { name: edition.municipality.name, href: to(sitePaths.municipality(edition.municipality.code)) },
    { name: index.root.title, href: to(site.at('plan')) },
    ...crumbs,
    ...(isPlan ? [] : [{ name: title, href: to(context.path) }]),
  ]
  return (
    <Shell
      title={isPlan ? `${title}｜${edition.municipality.name}` : `${title}｜${index.root.title}｜${edition.municipality.name}`}
      siteName={`${edition.municipality.name} ${SITE_NAME}`}
      home={to(sitePaths.municipality(edition.municipality.code))}
      stylesheet={context.stylesheet}
      crumbs={trail}
      navigation={navigationOf(site, context)}
      tag={`${isInvented(edition.municipality.code) ? `${INVENTED} ・ ` : ''}公表版 第${edition.number}版`}
      landscape={landscape}
      foot={<EditionFoot site={site} context={context} />}
    >
      {children}
    </Shell>
  )
}

function EditionFoot({ site, context }: { site: PlanSite; context: PageContext }): ReactNode {
  const { edition } = site
  return (
    <>
      <p>
        {`${edition.municipality.name}「${site.index.root.title}」公表版 第${edition.number}版、${dateText(edition.publishedAt)}公表`}
        {' ・ '}
        <a href={context.link(context.path, site.at('editions'))}>版の履歴と訂正</a>
        {' ・ '}
        <a href={context.link(context.path, site.at('guide'))}>この画面の見方</a>
      </p>
      <p className="hash">
        内容の指紋（SHA-256）<code>{edition.hash}</code>
      </p>
    </>
  )
}

/** 計画に属さない頁の枠 */
export function HomeFrame({ context, title, crumbs = [], children }: Omit<Said, 'site'>): ReactNode {
  const to = (path: string) => context.link(context.path, path)
  return (
    <Shell
      title={title === SITE_NAME ? SITE_NAME : `${title}｜${SITE_NAME}`}
      siteName={SITE_NAME}
      home={to(sitePaths.home())}
      stylesheet={context.stylesheet}
      crumbs={[{ name: '自治体の一覧', href: to(sitePaths.home()) }, ...crumbs]}
      navigation={null}
      tag={null}
      foot={<p>公表された版の記録だけを表示しています。数値にはそれぞれ出典があります。</p>}
    >
      {children}
    </Shell>
  )
}
