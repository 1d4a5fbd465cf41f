import type { ReactNode } from 'react'
import { FLOW_WIDTH, type FlowSheet, flowSheets, type Written as Placed, type PlacedBox, type PlacedLine } from './flow-layout.ts'
import type { Flow, FlowLine } from './flow-order.ts'
import { inOrder } from './in-order.ts'
import { Scroll } from './table.tsx'

export type { Flow, FlowBox, FlowLine, FlowLink } from './flow-order.ts'

const HEAD = 30
const LINE = 16
const SMALL_LINE = 14
const LABEL_LINE = 13

/** Lines of text at the edge of their column; the column says once where that edge is, so that 65 rows stay a small page. */
function Lines({ y, lines, step }: { y: number; lines: readonly string[]; step: number }): ReactNode {
  const [first = '', ...rest] = lines
  return (
    <text y={y}>
      {first}
      {inOrder(rest).map(({ key, it }) => (
        <tspan key={key} x={0} dy={step}>
          {it}
        </tspan>
      ))}
    </text>
  )
}

type Column = { className?: string; x: number; anchor?: 'end'; children: ReactNode }
const At = ({ className, x, anchor, children }: Column): ReactNode => (
  <g className={className} textAnchor={anchor} transform={x === 0 ? undefined : `translate(${x})`}>
    {children}
  </g>
)

function BoxText({ placed }: { placed: PlacedBox }): ReactNode {
  const { y, lines, note } = placed
  const body = (
    <>
      <Lines y={y + 18} lines={lines} step={LINE} />
      {note.length > 0 && (
        <g className="note">
          <Lines y={y + 18 + lines.length * LINE - 2} lines={note} step={SMALL_LINE} />
        </g>
      )}
    </>
  )
  return placed.box.href ? <a href={placed.box.href}>{body}</a> : body
}

const boxPath = (boxes: readonly PlacedBox[]): string =>
  boxes.map((b) => `M${b.x + 0.5} ${b.y}h${b.width - 1}v${b.height}h${1 - b.width}z`).join('')

/** The boxes of one kind are one path: a box is then 20 characters and not 80. */
function Boxes({ sheet }: { sheet: FlowSheet }): ReactNode {
  const kinds = Map.groupBy(sheet.boxes, (b) => b.box.edge ?? 'plain')
  return (
    <>
      {[...kinds].map(([kind, boxes]) => (
        <path key={kind} className={`box ${kind}`} d={boxPath(boxes)} />
      ))}
      {[...Map.groupBy(sheet.boxes, (b) => b.x)].map(([x, column]) => (
        <At key={x} x={x + 8}>
          {column.map((b) => (
            <BoxText key={b.box.id} placed={b} />
          ))}
        </At>
      ))}
    </>
  )
}

/** A stub of an ended box runs against a bar, the one of a new box begins with a disc. */
function linePath({ from, to }: PlacedLine): string {
  if (from && to) {
    const mid = Math.round((from.turn + to.x - 12) / 2)
    return from.y === to.y
      ? `M${from.x} ${from.y}H${to.x - 1}`
      : `M${from.x} ${from.y}H${from.turn}C${mid} ${from.y} ${mid} ${to.y} ${to.x - 12} ${to.y}H${to.x - 1}`
  }
  if (from) return `M${from.x} ${from.y}H${from.turn}m0-8v16`
  return to ? `M${to.x - 10} ${to.y}H${to.x - 1}` : ''
}

function Connections({ id, sheet }: { id: string; sheet: FlowSheet }): ReactNode {
  const through = Map.groupBy(
    sheet.lines.filter((l) => l.to),
    (l) => l.line,
  )
  const ended = sheet.lines.filter((l) => !l.to)
  return (
    <>
      <marker
        id={`${id}-a`}
        viewBox="0 0 8 8"
        refX={7}
        refY={4}
        markerWidth={8}
        markerHeight={8}
        markerUnits="userSpaceOnUse"
        orient="auto"
      >
        <path className="tip" d="M0 0 8 4 0 8z" />
      </marker>
      {[...through].map(([line, all]) => (
        <g key={line} className={`line ${line}`} markerEnd={`url(#${id}-a)`}>
          {inOrder(all).map(({ key, it }) => (
            <path key={key} d={linePath(it)} />
          ))}
        </g>
      ))}
      {ended.length > 0 && <path className="line solid" d={ended.map(linePath).join('')} />}
    </>
  )
}

/** Text that begins (or, on the right, ends) at the same place stands in one group. */
const Written = ({ all, className, step }: { all: readonly Placed[]; className: string; step: number }): ReactNode =>
  [...Map.groupBy(all, (w) => w.x)].map(([x, column]) => (
    <At key={x} className={className} x={x} anchor={className === 'label' && column[0]?.side === 'right' ? 'end' : undefined}>
      {inOrder(column).map(({ key, it }) => (
        <Lines key={key} y={it.y} lines={it.lines} step={step} />
      ))}
    </At>
  ))

type Said = {
  /** unique on the page; each sheet appends its number */
  id: string
  title: string
  /** in words, what the picture shows: counts of each kind, and that the table beside it says the same */
  desc: string
  /** what the two columns are: 「前期アクションプラン」「後期アクションプラン」 */
  heads: readonly [string, string]
  flow: Flow
}

function Sheet({ id, title, desc, heads, sheet }: Omit<Said, 'flow'> & { sheet: FlowSheet }): ReactNode {
  const links = sheet.boxes.some((b) => b.box.href)
  const right = Math.max(...sheet.boxes.map((b) => (b.side === 'right' ? b.x : 0))) || Math.floor(FLOW_WIDTH / 2)
  return (
    <svg
      className="flow"
      viewBox={`-2 ${-HEAD} ${FLOW_WIDTH + 4} ${Math.ceil(sheet.height) + HEAD + 2}`}
      role={links ? 'group' : 'img'}
      aria-labelledby={`${id}-t ${id}-d`}
    >
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{desc}</desc>
      <g className="head">
        <text x={0} y={-14}>
          {heads[0]}
        </text>
        <text x={right} y={-14}>
          {heads[1]}
        </text>
      </g>
      <Written all={sheet.heads} className="group" step={LINE} />
      <Connections id={id} sheet={sheet} />
      <Boxes sheet={sheet} />
      <Written all={sheet.labels} className="label" step={LABEL_LINE} />
    </svg>
  )
}

/** 流れ図 — old on the left, new on the right, a labelled line between; as many pictures as pages are needed. */
export function FlowDiagram({ id, title, desc, heads, flow }: Said): ReactNode {
  const sheets = flowSheets(flow)
  const named = (nth: number) => (sheets.length > 1 ? `${title}（${nth + 1}／${sheets.length}枚目）` : title)
  return inOrder(sheets).map(({ key, it: sheet }) => (
    <figure key={key} className="flow-sheet">
      <Scroll label={named(Number(key))}>
        <Sheet id={`${id}-${key}`} title={named(Number(key))} desc={desc} heads={heads} sheet={sheet} />
      </Scroll>
    </figure>
  ))
}

/** 線の凡例 — what each pattern stands for; the label at the line says the same. */
export function FlowLegend({ items }: { items: readonly { label: string; line: FlowLine }[] }): ReactNode {
  return (
    <ul className="legend">
      {items.map(({ label, line }) => (
        <li key={label}>
          <svg viewBox="0 0 40 14" aria-hidden="true" className="flow-key">
            <path className={`line ${line}`} d="M1 7H39" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}
