import type { ReactNode } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { FacetLinks, FilterForm } from '../../kit/filter-form.tsx'
import { Table } from '../../kit/table.tsx'
import { countText } from '../../report/figures.ts'
import { type Chosen, chosenRows, type Facet, type FacetKind, type InitiativeRow } from '../../report/initiative-list.ts'
import { PlanFrame } from './frame.tsx'
import type { PageContext, PlanSite } from './plan-site.ts'

type At = { site: PlanSite; context: PageContext }

export function InitiativeTable({ site, context, rows, caption }: At & { rows: readonly InitiativeRow[]; caption: string }): ReactNode {
  const phased = site.list.facets.some(({ kind }) => kind === 'phase')
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={(r) => r.id}
      none="条件に合う取組はありません。条件を減らしてお試しください。"
      columns={[
        { header: '番号', narrow: true, cell: (r) => r.number ?? <span className="none">なし</span> },
        {
          header: '取組',
          names: true,
          wide: true,
          cell: (r) => (
            <>
              <a href={context.link(context.path, site.at('initiative', r.id))}>{r.title}</a>
              <small>{[phased ? r.phase : null, r.pillar?.title, r.theme].filter(Boolean).join(' › ')}</small>
            </>
          ),
        },
        { header: '所管課', cell: (r) => r.sections.join('、') || '記載なし' },
        { header: '状態', cell: (r) => <Badge tone={r.status.status}>{r.status.name}</Badge> },
        { header: '指標', cell: (r) => r.indicators },
      ]}
    />
  )
}

function Choices({ site, context, chosen }: At & { chosen: Chosen }): ReactNode {
  const { facets } = site.list
  if (!context.served)
    return (
      <FacetLinks
        facets={facets.map((f) => ({
          name: f.name,
          values: f.values.map((v) => ({
            ...v,
            href: context.link(context.path, site.at('facet', f.kind, v.key)),
            here: chosen[f.kind] === v.key,
          })),
        }))}
      />
    )
  const list = context.link(context.path, site.at('list'))
  return (
    <FilterForm
      action={list}
      clear={list}
      q={chosen.q ?? ''}
      selects={facets.map((f) => ({
        name: f.kind,
        label: f.name,
        chosen: chosen[f.kind] ?? '',
        options: f.values.map((v) => ({ value: v.key, name: v.name, count: v.count })),
      }))}
    />
  )
}

const chosenText = (facets: readonly Facet[], chosen: Chosen): string =>
  [
    ...facets.flatMap((f) => f.values.filter((v) => v.key === chosen[f.kind]).map((v) => `${f.name}：${v.name}`)),
    ...(chosen.q ? [`語句：${chosen.q}`] : []),
  ].join('、')

function List({ site, context, chosen, title }: At & { chosen: Chosen; title: string }): ReactNode {
  const rows = chosenRows(site.list, chosen)
  const said = chosenText(site.list.facets, chosen)
  const count = said ? `${said}：${countText(rows.length)}件（全${countText(site.list.rows.length)}件）` : `全${countText(rows.length)}件`
  return (
    <>
      <h1>{title}</h1>
      <Choices site={site} context={context} chosen={chosen} />
      <p className="result" role="status">
        {count}
      </p>
      <InitiativeTable site={site} context={context} rows={rows} caption={said ? `取組（${said}）` : '取組'} />
    </>
  )
}

export function ListPage({ site, context }: At): ReactNode {
  return (
    <PlanFrame site={site} context={context} title="取組の一覧">
      <List site={site} context={context} chosen={context.chosen} title="取組の一覧" />
    </PlanFrame>
  )
}

/** 分類ごとの一覧 — one page for each value of a facet, so that a folder of files can be browsed without query strings. */
export function FacetPage({ site, context, facet, value }: At & { facet: Facet; value: Facet['values'][number] }): ReactNode {
  const chosen: Partial<Record<FacetKind, string>> = { [facet.kind]: value.key }
  const title = `${facet.name}：${value.name}`
  return (
    <PlanFrame
      site={site}
      context={context}
      title={title}
      crumbs={[{ name: '取組の一覧', href: context.link(context.path, site.at('list')) }]}
    >
      <List site={site} context={context} chosen={chosen} title={title} />
    </PlanFrame>
  )
}
