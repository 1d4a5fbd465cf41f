import type { ReactNode } from 'react'
import { Chip } from '../../kit/badge.tsx'
import { inOrder } from '../../kit/in-order.ts'
import { carryOver } from '../../report/carry-over.ts'
import { countText } from '../../report/figures.ts'
import { type LineagePhase, lineageFlow } from '../../report/lineage-flow.ts'
import { lineageWords } from '../../report/wording-lineage.ts'
import { PlanFrame } from './frame.tsx'
import { LineageFigure, LineageLegend } from './lineage-figure.tsx'
import { LineageTable } from './lineage-table.tsx'
import type { PageContext, PlanSite } from './plan-site.ts'

function Phase({ phase, id }: { phase: LineagePhase; id: string }): ReactNode {
  return (
    <section className="flows" id={id}>
      <h2>{`「${phase.heads[0]}」から「${phase.heads[1]}」へ`}</h2>
      <LineageLegend phase={phase} />
      {inOrder(phase.flows).map(({ key, it }) => (
        <section key={key}>
          <h3>{it.pillar ?? lineageWords.unplaced}</h3>
          <LineageFigure id={`${id}-${key}`} flow={it} phase={phase} title={`取組の引継ぎ：${it.pillar ?? lineageWords.unplaced}`} />
        </section>
      ))}
    </section>
  )
}

/** 取組み整理表 — counted, drawn pillar by pillar, and as the table that the diagram is drawn from. */
export function CarryOverPage({ site, context }: { site: PlanSite; context: PageContext }): ReactNode {
  const { rows, counts } = carryOver(site.index)
  const phases = lineageFlow(rows, site.index)
  return (
    <PlanFrame site={site} context={context} title="取組み整理表">
      <h1>取組み整理表</h1>
      <p>前の計画の取組が、この計画でどう引き継がれたかを示します。</p>
      <ul className="statuses">
        {counts.map((c) => (
          <li key={c.kind}>
            <Chip>{c.kind}</Chip>
            <span className="count">{`${countText(c.count)}件`}</span>
          </li>
        ))}
      </ul>
      {phases.length > 1 && (
        <ul className="pillars">
          {inOrder(phases).map(({ key, it }) => (
            <li key={key}>
              <a href={`#flow-${key}`}>{`「${it.heads[0]}」から「${it.heads[1]}」へ`}</a>
            </li>
          ))}
        </ul>
      )}
      {inOrder(phases).map(({ key, it }) => (
        <Phase key={key} phase={it} id={`flow-${key}`} />
      ))}
      <section className="across">
        <h2>引継ぎの一覧表</h2>
        <LineageTable site={site} context={context} rows={rows} caption={`取組み整理表（${countText(rows.length)}件）`} />
      </section>
    </PlanFrame>
  )
}
