import type { ReactNode } from 'react'
import { countText, dateText, periodText } from '../../report/figures.ts'
import { emptyWords, INVENTED, isInvented, SITE_NAME } from '../../report/wording-site.ts'
import { HomeFrame } from './frame.tsx'
import { sitePaths } from './paths.ts'
import { PlanComparisonTable } from './plan-comparison-table.tsx'
import type { PageContext, PlanSite } from './plan-site.ts'

export type MunicipalitySite = { code: string; name: string; plans: PlanSite[] }

/** Nothing is published yet: who may publish is told how; a folder of files has nobody to tell. */
function Empty({ served }: { served: boolean }): ReactNode {
  if (!served) return <p className="none">{emptyWords.none}</p>
  return (
    <>
      <p className="none">{emptyWords.none}</p>
      <p>{emptyWords.lead}</p>
      <ul>
        <li>
          {emptyWords.page} <code>/staff/</code>
        </li>
        <li>
          {emptyWords.command}
          {emptyWords.commands.map((command) => (
            <div key={command}>
              <code>{command}</code>
            </div>
          ))}
        </li>
      </ul>
    </>
  )
}

export function HomePage({ municipalities, context }: { municipalities: MunicipalitySite[]; context: PageContext }): ReactNode {
  return (
    <HomeFrame context={context} title={SITE_NAME}>
      <h1>{SITE_NAME}</h1>
      <p className="goal">自治体の行財政改革の計画と、その進み具合を、元の文書までたどれる形で公表しています。</p>
      <h2>自治体の一覧</h2>
      {municipalities.length === 0 && <Empty served={context.served} />}
      <ul className="cards-list">
        {municipalities.map((m) => (
          <li key={m.code}>
            <h3>
              <a href={context.link(context.path, sitePaths.municipality(m.code))}>{m.name}</a>
            </h3>
            <p>{m.plans.map((p) => p.index.root.title).join('、')}</p>
            <p className="quiet">{`団体コード ${m.code}${isInvented(m.code) ? `（${INVENTED}）` : ''}`}</p>
          </li>
        ))}
      </ul>
      {municipalities.length > 1 && <PlanComparisonTable plans={municipalities.flatMap((m) => m.plans)} context={context} across />}
    </HomeFrame>
  )
}

export function MunicipalityPage({ municipality, context }: { municipality: MunicipalitySite; context: PageContext }): ReactNode {
  const to = (path: string) => context.link(context.path, path)
  const crumbs = [{ name: municipality.name, href: to(context.path) }]
  return (
    <HomeFrame context={context} title={municipality.name} crumbs={crumbs}>
      <h1>{`${municipality.name}の行財政改革`}</h1>
      {isInvented(municipality.code) && <p>{`${INVENTED}です。実在する自治体の計画や数値ではありません。`}</p>}
      <h2>公表している計画</h2>
      <ul className="cards-list">
        {municipality.plans.map((plan) => (
          <li key={plan.edition.plan}>
            <h3>
              <a href={to(plan.at('plan'))}>{plan.index.root.title}</a>
            </h3>
            <p>{plan.index.root.period ? `計画期間 ${periodText(plan.index.root.period)}` : periodText(null)}</p>
            <p className="quiet">
              {`取組${countText(plan.list.rows.length)}件 ・ 第${plan.edition.number}版 ・ ${dateText(plan.edition.publishedAt)}公表`}
            </p>
          </li>
        ))}
      </ul>
      <PlanComparisonTable plans={municipality.plans} context={context} across={false} />
    </HomeFrame>
  )
}

export function MissingPage({ context, title, children }: { context: PageContext; title: string; children: ReactNode }): ReactNode {
  return (
    <HomeFrame context={context} title={title}>
      <h1>{title}</h1>
      {children}
      <p>
        <a href={context.link(context.path, sitePaths.home())}>自治体の一覧へ戻る</a>
      </p>
    </HomeFrame>
  )
}
