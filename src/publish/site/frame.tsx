import type { ReactNode } from 'react'
import { type Crumb, Shell } from '../../kit/shell.tsx'
import { dateText } from '../../report/figures.ts'
import { INVENTED, isInvented, SITE_NAME } from '../../report/wording-site.ts'
import { navigationOf } from './navigation.ts'
import { sitePaths } from './paths.ts'
import type { PageContext, PlanSite } from './plan-site.ts'

// A new page of a plan enters its menu in navigation.ts: one line in the group of the question that it answers.

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
