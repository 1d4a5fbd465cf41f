import type { ReactNode } from 'react'
import { Chip } from '../../kit/badge.tsx'
import { inOrder } from '../../kit/in-order.ts'
import { Table } from '../../kit/table.tsx'
import { Sources } from '../../kit/told.tsx'
import { reorganisations } from '../../report/reorganisations.ts'
import { PlanFrame } from './frame.tsx'
import { type PageContext, type PlanSite, sourceLinks } from './plan-site.ts'

type At = { site: PlanSite; context: PageContext }

export function ReorganisationsPage({ site, context }: At): ReactNode {
  const { changes, sections } = reorganisations(site.index)
  return (
    <PlanFrame site={site} context={context} title="組織改正">
      <h1>組織改正</h1>
      {inOrder(changes).map(({ key, it: c }) => (
        <section key={key}>
          <h2>
            {c.effective}
            <span className="about">{[c.number, c.department].filter(Boolean).join(' ')}</span>
          </h2>
          <p>
            {c.text}
            <Sources sources={sourceLinks(site, context, c.sources)} />
          </p>
          {c.changes.length > 0 && (
            <ul className="changes">
              {inOrder(c.changes).map(({ key: place, it }) => (
                <li key={place}>
                  <Chip>{it.kind}</Chip>
                  <span>
                    {it.from.join('、') || '（新しく設置）'}
                    <span aria-hidden="true"> → </span>
                    <span className="unseen">から</span>
                    {it.to.join('、') || '（廃止）'}
                    {it.what && `：${it.what}`}
                    {it.guessed && <span className="guess">（推定）</span>}
                    {it.reason && <small>{it.reason}</small>}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      {changes.length === 0 && <p className="none">組織改正の記載はありません。</p>}
      {sections.length > 0 && (
        <section>
          <h2>所管課の移り変わり</h2>
          <Table
            caption="課の期間と後継"
            rows={sections}
            keyOf={(_, i) => String(i)}
            columns={[
              { header: '課', cell: (s) => s.name, names: true },
              { header: 'いつから', cell: (s) => s.from },
              { header: 'いつまで', cell: (s) => s.to },
              { header: '後継・業務を引き継いだ課', cell: (s) => s.successors.join('、') || <span className="none">なし</span> },
            ]}
          />
        </section>
      )}
    </PlanFrame>
  )
}
