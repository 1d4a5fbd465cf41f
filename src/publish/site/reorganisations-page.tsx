import type { ReactNode } from 'react'
import { inOrder } from '../../kit/in-order.ts'
import { Table } from '../../kit/table.tsx'
import { Sources } from '../../kit/told.tsx'
import { type ReorganisationTold, reorganisations } from '../../report/reorganisations.ts'
import { PlanFrame } from './frame.tsx'
import { type PageContext, type PlanSite, sourceLinks } from './plan-site.ts'
import { ChangeTable, ReorganisationFigure } from './reorganisation-figure.tsx'

type At = { site: PlanSite; context: PageContext }

/** 組織改正の頁 — what became of which section, as a picture, as a table and in the words of the documents. */
export function ReorganisationsPage({ site, context }: At): ReactNode {
  const { changes, sections } = reorganisations(site.index)
  return (
    <PlanFrame site={site} context={context} title="組織改正" landscape>
      <h1>組織改正</h1>
      <p>
        課の新設・統合・改称などの移り変わりです。この計画の取組を、いまどの課が受け持っているかをたどれます。以前の報告は、書いた当時の課の名で載せています。
      </p>
      {inOrder(changes).map(({ key, it }) => (
        <OneDay key={key} site={site} context={context} told={it} id={`reorganisation-${key}`} />
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
              { header: '現在の課', cell: (s) => s.now },
            ]}
          />
        </section>
      )}
    </PlanFrame>
  )
}

function OneDay({ site, context, told, id }: At & { told: ReorganisationTold; id: string }): ReactNode {
  return (
    <section>
      <h2>
        {told.effective}
        {told.titles.length > 0 && <span className="about">{told.titles.join('、')}</span>}
      </h2>
      {told.counts && <p>{`${told.counts}。`}</p>}
      {told.flow && <ReorganisationFigure id={id} flow={told.flow} />}
      {told.rows.length > 0 && <ChangeTable caption={`${told.effective}の変更（${told.rows.length}件）`} rows={told.rows} />}
      {told.texts.length > 0 && (
        <>
          <h3>文書の記載</h3>
          {inOrder(told.texts).map(({ key, it }) => (
            <p key={key}>
              {(it.number || it.department) && <strong>{[it.number, it.department].filter(Boolean).join(' ')} </strong>}
              {it.text}
              <Sources sources={sourceLinks(site, context, it.sources)} />
            </p>
          ))}
        </>
      )}
    </section>
  )
}
