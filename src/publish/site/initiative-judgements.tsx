import type { ReactNode } from 'react'
import { Signed } from '../../kit/signed.tsx'
import { Table } from '../../kit/table.tsx'
import { Sources } from '../../kit/told.tsx'
import type { EvaluationTold } from '../../report/initiative-reports.ts'
import type { InitiativeSheet } from '../../report/initiative-sheet.ts'
import { type PageContext, type PlanSite, sourceLinks } from './plan-site.ts'

type At = { site: PlanSite; context: PageContext; sheet: InitiativeSheet }

/** 評価・事業費・効果額 of one initiative. */
export function InitiativeJudgements(at: At): ReactNode {
  const { evaluations, costs, effects } = at.sheet
  if (evaluations.length + costs.length + effects.length === 0) return null
  return (
    <section>
      <h2>評価・事業費・効果額</h2>
      {evaluations.length > 0 && <Evaluations {...at} />}
      {costs.length > 0 && <Costs {...at} />}
      {effects.length > 0 && <Effects {...at} />}
    </section>
  )
}

const Evaluations = ({ site, context, sheet: { evaluations } }: At): ReactNode => (
  <Table
    caption="評価（文書に書かれたものと、決定したもの）"
    rows={evaluations}
    keyOf={(_, i) => String(i)}
    columns={[
      { header: '年度', cell: (e) => e.when, names: true, narrow: true },
      { header: '評価の種類', cell: (e) => e.what },
      { header: '評価', cell: (e) => <strong>{e.raw}</strong> },
      ...(evaluations.some((e) => e.comment !== null)
        ? [{ header: 'コメント', cell: (e: EvaluationTold) => e.comment ?? <span className="none">記載なし</span>, wide: true }]
        : []),
      { header: '出典', cell: (e) => <Sources sources={sourceLinks(site, context, e.sources)} /> },
    ]}
  />
)

const Costs = ({ site, context, sheet: { costs } }: At): ReactNode => (
  <Table
    caption="事業費"
    rows={costs}
    keyOf={(_, i) => String(i)}
    columns={[
      { header: '年度', cell: (c) => c.when, names: true },
      { header: '区分', cell: (c) => c.label },
      { header: '金額', cell: (c) => <Signed text={c.amount} />, numeric: true },
      { header: '出典', cell: (c) => <Sources sources={sourceLinks(site, context, c.sources)} /> },
    ]}
  />
)

const Effects = ({ site, context, sheet: { effects } }: At): ReactNode => (
  <Table
    caption="この取組の効果額"
    rows={effects}
    keyOf={(_, i) => String(i)}
    columns={[
      { header: '年度', cell: (e) => e.when, names: true },
      { header: '見積時点', cell: (e) => e.estimate },
      { header: '区分', cell: (e) => [e.side, e.basis, e.status].filter(Boolean).join('・') },
      { header: '効果', cell: (e) => <Signed text={e.amount} />, numeric: true },
      { header: '出典', cell: (e) => <Sources sources={sourceLinks(site, context, e.sources)} /> },
    ]}
  />
)
