import type { ReactNode } from 'react'
import { Definitions } from '../../kit/table.tsx'
import type { OutlookReport } from '../../report/outlook-reconciliation.ts'
import { outlookWords as words } from '../../report/wording-outlook.ts'
import { PlanFrame } from './frame.tsx'
import { OutlookChecks, OutlookLines, OutlookThresholds } from './outlook-content.tsx'
import { OutlookAmounts, OutlookClasses, OutlookGap, OutlookShares } from './outlook-parts.tsx'
import type { PageContext, PlanSite } from './plan-site.ts'

/** More rows would make the page heavier than a page of the portal may be; they are in the data. */
const MOST_ROWS = 60

type Said = { site: PlanSite; context: PageContext; report: OutlookReport; all: readonly OutlookReport[] }

/** 効果額と財政見通しの頁 — what the city expects to be missing, and what its reform adds to it. */
export function OutlookPage({ site, context, report, all }: Said): ReactNode {
  const to = (path: string): string => context.link(context.path, path)
  const isNewest = report === all[0]
  const title = isNewest ? words.reconciliation : report.title
  const crumbs = isNewest ? [] : [{ name: words.reconciliation, href: to(site.at('outlook')) }]
  const name = (row: OutlookReport['amounts']['rows'][number]): ReactNode =>
    row.initiative ? <a href={to(site.at('initiative', row.initiative))}>{row.scope}</a> : row.scope
  return (
    <PlanFrame site={site} context={context} title={title} crumbs={crumbs} landscape>
      <h1>{title}</h1>
      <p>{words.why}</p>
      <Definitions items={[['財政見通し', report.title], ...report.facts]} />
      <OutlookGap report={report} />
      <OutlookClasses report={report} />
      <section>
        <h2>額ごとの判定</h2>
        {report.amounts.rows.length > MOST_ROWS ? (
          <p>
            {`${report.amounts.rows.length}行あるため、ここには載せていません。`}
            <a href={to(site.at('downloads'))}>データ</a>
            の「効果額の織込み」にすべてあります。
          </p>
        ) : (
          <OutlookAmounts report={report} name={name} />
        )}
        <OutlookShares report={report} />
      </section>
      <OutlookThresholds table={report.table} />
      <section>
        <h2>財政見通しの内容</h2>
        <OutlookLines table={report.table} />
        <OutlookChecks table={report.table} />
        {report.note && <p className="as-typed">{report.note}</p>}
      </section>
      {all.length > 1 && (
        <section>
          <h2>ほかの年の財政見通し</h2>
          <ul>
            {all.map((other) =>
              other === report ? null : (
                <li key={other.id}>
                  <a href={to(other === all[0] ? site.at('outlook') : site.at('outlookOf', other.id))}>{other.title}</a>
                </li>
              ),
            )}
          </ul>
        </section>
      )}
    </PlanFrame>
  )
}
