import type { ReactNode } from 'react'
import { FlowDiagram, FlowLegend, type FlowLine } from '../../kit/flow.tsx'
import { inOrder } from '../../kit/in-order.ts'
import type { Initiative } from '../../reform/record.ts'
import { familyOf } from '../../report/carry-over.ts'
import type { LineageBox } from '../../report/lineage-boxes.ts'
import { type LineageFlow, type LineagePhase, lineageFlow } from '../../report/lineage-flow.ts'
import { type LineageHow, lineageHowText, lineageWords } from '../../report/wording-lineage.ts'
import type { PageContext, PlanSite } from './plan-site.ts'

const LINE: Record<LineageHow, FlowLine> = {
  continues: 'solid',
  changed: 'dashed',
  merges: 'thick',
  splits: 'dash-dot',
  review: 'dotted',
}

/** 線の凡例 — only of the lines that are drawn. */
export function LineageLegend({ phase }: { phase: LineagePhase }): ReactNode {
  return (
    <div className="flow-words">
      {phase.hows.length > 0 && <FlowLegend items={phase.hows.map((how) => ({ label: lineageHowText[how], line: LINE[how] }))} />}
      <p className="quiet">{lineageWords.boxes}</p>
    </div>
  )
}

type Said = { id: string; flow: LineageFlow; phase: LineagePhase; title: string; hrefOf?: (box: LineageBox) => string | null }

/** 引継ぎの流れ図 — of one pillar, old on the left and new on the right. */
export function LineageFigure({ id, flow, phase, title, hrefOf = () => null }: Said): ReactNode {
  const column = (all: LineageBox[]) => all.map((box) => ({ ...box, href: hrefOf(box) }))
  return (
    <FlowDiagram
      id={id}
      title={title}
      desc={flow.desc}
      heads={phase.heads}
      flow={{
        left: column(flow.left),
        right: column(flow.right),
        labels: phase.labels,
        links: flow.links.map(({ from, to, label, how }) => ({ from, to, label, line: LINE[how] })),
      }}
    />
  )
}

type Family = { site: PlanSite; context: PageContext; initiative: Initiative }

/** 一つの取組の系譜 — what it came from and what became of it, plan after plan; every other box leads to its page. */
export function LineageFamily({ site, context, initiative }: Family): ReactNode {
  const phases = lineageFlow(familyOf(initiative, site.index), site.index, initiative.id)
  const hrefOf = ({ initiative: id }: LineageBox) =>
    id && id !== initiative.id ? context.link(context.path, site.at('initiative', id)) : null
  return inOrder(phases).flatMap(({ key, it: phase }) =>
    inOrder(phase.flows).map(({ key: nth, it }) => (
      <LineageFigure
        key={`${key}-${nth}`}
        id={`flow-${key}-${nth}`}
        flow={it}
        phase={phase}
        title={`${initiative.title}の系譜`}
        hrefOf={hrefOf}
      />
    )),
  )
}
