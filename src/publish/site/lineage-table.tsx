import type { ReactNode } from 'react'
import { inOrder } from '../../kit/in-order.ts'
import { Scroll, Table } from '../../kit/table.tsx'
import { Sources } from '../../kit/told.tsx'
import type { LineageEnd, LineageTold } from '../../report/carry-over.ts'
import { type PageContext, type PlanSite, sourceLinks } from './plan-site.ts'

type At = { site: PlanSite; context: PageContext }

function Ends({ site, context, ends, none }: At & { ends: LineageEnd[]; none: string }): ReactNode {
  if (ends.length === 0) return <span className="none">{none}</span>
  return inOrder(ends).map(({ key, it }) => (
    <div key={key}>
      {it.initiative ? <a href={context.link(context.path, site.at('initiative', it.initiative))}>{it.title}</a> : it.title}
    </div>
  ))
}

/** 取組み整理表 — 前の取組 → 見直し区分 → 新しい取組 */
export function LineageTable({ site, context, rows, caption }: At & { rows: readonly LineageTold[]; caption: string }): ReactNode {
  const placed = rows.some((r) => r.pillar !== null || r.theme !== null)
  return (
    <Scroll label={caption}>
      <Table
        caption={caption}
        rows={rows}
        keyOf={(_, i) => String(i)}
        columns={[
          ...(placed ? [{ header: '柱・区分', cell: (r: LineageTold) => [r.pillar, r.theme].filter(Boolean).join(' › ') }] : []),
          { header: '前の取組', cell: (r) => <Ends site={site} context={context} ends={r.from} none="（なし：新規）" /> },
          {
            header: '見直し区分',
            names: true,
            cell: (r) => (
              <>
                {r.kind}
                {r.reason && <small>{r.reason}</small>}
              </>
            ),
          },
          { header: '見直し後の取組', cell: (r) => <Ends site={site} context={context} ends={r.to} none="（なし：終了）" /> },
          { header: '所管課', cell: (r) => r.section ?? '記載なし' },
          { header: '出典', cell: (r) => <Sources sources={sourceLinks(site, context, r.sources)} /> },
        ]}
      />
    </Scroll>
  )
}
