import type { ReactNode } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { Signed } from '../../kit/signed.tsx'
import { Scroll, Table } from '../../kit/table.tsx'
import { Sources } from '../../kit/told.tsx'
import type { CheckTold } from '../../report/check-list.ts'
import { verdictName } from '../../report/wording-status.ts'
import { type PageContext, type PlanSite, sourceLinks } from './plan-site.ts'

type Said = { site: PlanSite; context: PageContext; checks: readonly CheckTold[]; caption: string; captionUnseen?: boolean; none?: string }

const SHORT = 14

/** A short figure is not broken over two lines; what is missing is no dash, which would be an answer. */
function Compared({ text }: { text: string | null }): ReactNode {
  if (text === null) return <span className="none">なし</span>
  return (
    <span className={text.length <= SHORT ? 'whole' : undefined}>
      <Signed text={text} />
    </span>
  )
}

/** 検算の表 — what the document states, what it comes to, and where both stand. */
export function CheckTable({ site, context, checks, caption, captionUnseen, none }: Said): ReactNode {
  // A remark says in words what it compares.
  const figures = checks.some((c) => c.verdict !== 'remark' && (c.stated !== null || c.computed !== null))
  return (
    <Scroll label={caption}>
      <Table
        caption={caption}
        captionUnseen={captionUnseen}
        rows={checks}
        keyOf={(c) => c.anchor}
        none={none}
        columns={[
          { header: '結果', cell: (c) => <Badge tone={c.verdict}>{verdictName[c.verdict]}</Badge> },
          { header: '種類', cell: (c) => c.kind, names: true },
          ...(figures
            ? [
                { header: '文書の記載', cell: (c: CheckTold) => <Compared text={c.stated} /> },
                { header: '計算した値', cell: (c: CheckTold) => <Compared text={c.computed} /> },
              ]
            : []),
          { header: '説明', cell: (c) => c.message, wide: true },
          { header: '出典', cell: (c) => <Sources named sources={sourceLinks(site, context, c.sources)} /> },
        ]}
      />
    </Scroll>
  )
}
