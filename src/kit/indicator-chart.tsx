import { scaleBand } from 'd3-scale'
import type { ReactNode } from 'react'
import { ChartFrame, grouped, HEIGHT, INSIDE, vertical, WIDTH, YearLabel } from './charts.tsx'

type Point = { x: string; y: number; text?: string }
export type LineChart = {
  id: string
  title: string
  desc: string
  unit: string
  years: { key: string; label: string }[]
  series: { label: string; kind: 'target' | 'actual' | 'former'; points: Point[] }[]
  /** 継ぎ目 — before the year `at` another initiative was measured: a dashed line from top to bottom, over which no curve runs */
  breaks?: readonly { at: string; label: string }[]
  baseline?: Point | null
  way?: { from: Point; to: Point } | null
  met?: readonly { x: string; y: number; side: 'above' | 'below' }[]
}

/** Disc, open square, diamond, triangle: what was reached, what is aimed at, what others reached before, where it began. */
function Mark({ kind, x, y }: { kind: 'target' | 'actual' | 'former' | 'baseline'; x: number; y: number }): ReactNode {
  switch (kind) {
    case 'target':
      return <rect x={x - 5} y={y - 5} width={10} height={10} />
    case 'actual':
      return <circle cx={x} cy={y} r={5} />
    case 'former':
      return <path className="diamond" d={`M${x} ${y - 6}l6 6l-6 6l-6 -6z`} />
    case 'baseline':
      return <path className="triangle" d={`M${x} ${y - 7}l7 12h-14z`} />
  }
}

/** 続いた年度だけを結ぶ — a year without a figure is a gap in the line and no figure between its neighbours. */
function runs(points: readonly Point[]): Point[][] {
  const all: Point[][] = []
  for (const p of points) {
    const last = all.at(-1)?.at(-1)
    if (last && Number(p.x) === Number(last.x) + 1) all.at(-1)?.push(p)
    else all.push([p])
  }
  return all.filter((run) => run.length > 1)
}

const FEW = 8
const UNDER = 21
const OVER = -11

type Placed = { at: (key: string) => number; y: (n: number) => number }

function Figures({ chart, at, y }: Placed & { chart: LineChart }): ReactNode {
  const targets = chart.series.filter((s) => s.kind === 'target').flatMap((s) => s.points)
  const actuals = chart.series.filter((s) => s.kind === 'actual').flatMap((s) => s.points)
  // Of two figures in one year, the higher stands above and the lower below, so that none is written over the other.
  const isUnder = (p: Point, others: readonly Point[], even: boolean) =>
    others.some((o) => o.x === p.x && (o.y > p.y || (even && o.y === p.y)))
  // A target that stays the same is written once, where it ends.
  const changing = targets.filter((p, i) => p.text === undefined || p.text !== targets[i + 1]?.text)
  const shown = chart.years.length > FEW ? targets.slice(-1) : changing
  const text = (p: Point, dy: number, className = 'mark') => (
    <text key={`${p.x}${dy}${className}`} x={at(p.x)} y={y(p.y) + dy} textAnchor="middle" className={className}>
      {p.text ?? grouped(p.y)}
    </text>
  )
  return (
    <>
      {chart.series.filter((s) => s.kind === 'former').map((s) => s.points.map((p) => text(p, OVER)))}
      {shown.map((p) => text(p, isUnder(p, actuals, false) ? UNDER : OVER, 'mark aim'))}
      {actuals.map((p) => text(p, isUnder(p, targets, true) ? UNDER : OVER))}
      {chart.baseline && text(chart.baseline, isUnder(chart.baseline, actuals, true) ? UNDER : OVER)}
    </>
  )
}

function Breaks({ breaks, left }: { breaks: readonly { at: string; label: string }[]; left: (key: string) => number }): ReactNode {
  return breaks.map((b, nth) => (
    <g key={`${b.at} ${b.label}`} className="break">
      <line x1={left(b.at)} x2={left(b.at)} y1={INSIDE.top - 6} y2={HEIGHT - INSIDE.bottom} />
      <text x={left(b.at) + 4} y={INSIDE.top - 10 + nth * 14} textAnchor="start">
        {`継ぎ目（${b.label}）`}
      </text>
    </g>
  ))
}

const Hatch = ({ id }: { id: string }): ReactNode => (
  <pattern id={id} width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <path className="met-hatch" d="M0 0V7" />
  </pattern>
)

/** Room above and below, for the figures and for the side that counts as met; a chart of nothing below zero does not begin below it. */
function withRoom(values: readonly number[]): number[] {
  const low = Math.min(...values)
  const high = Math.max(...values)
  const room = (high - low) * 0.1
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room]
}

/**
 * 指標の図 — the actual a solid line with discs, the target dashed with open squares, the way from the baseline to the final target
 * thin and dashed, the side that counts as met hatched in the years that have a target.
 */
export function IndicatorLines(chart: LineChart): ReactNode {
  const { id, title, desc, unit, years, series, breaks = [], baseline, way, met = [] } = chart
  const { y, ticks, low, high } = vertical(
    withRoom([...series.flatMap((s) => s.points.map((p) => p.y)), ...(baseline ? [baseline.y] : [])]),
    false,
  )
  const x = scaleBand(
    years.map((k) => k.key),
    [INSIDE.left, WIDTH - INSIDE.right],
  )
  const tenth = (n: number) => Math.round(n * 10) / 10
  const left = (key: string) => tenth(x(key) ?? 0)
  const at = (key: string) => tenth((x(key) ?? 0) + x.bandwidth() / 2)
  const side = (m: (typeof met)[number]) => (m.side === 'above' ? { top: y(high), foot: y(m.y) } : { top: y(m.y), foot: y(low) })
  return (
    <ChartFrame id={id} title={title} desc={desc} unit={unit} ticks={ticks} y={y}>
      {met.length > 0 && <Hatch id={`${id}-m`} />}
      {met.map((m) => (
        <rect
          key={m.x}
          className="met"
          fill={`url(#${id}-m)`}
          x={left(m.x)}
          y={side(m).top}
          width={tenth(x.bandwidth())}
          height={Math.max(0, tenth(side(m).foot - side(m).top))}
        />
      ))}
      {years.map(({ key, label }) => (
        <YearLabel key={key} x={at(key)} text={label} />
      ))}
      {way && <path className="way" d={`M${at(way.from.x)} ${y(way.from.y)}L${at(way.to.x)} ${y(way.to.y)}`} />}
      {series.map((s) => (
        <g key={s.label} className={s.kind}>
          {runs(s.points).map((run) => (
            <path key={run[0]?.x} d={run.map((p, i) => `${i === 0 ? 'M' : 'L'}${at(p.x)} ${y(p.y)}`).join('')} />
          ))}
          {s.points.map((p) => (
            <Mark key={p.x} kind={s.kind} x={at(p.x)} y={y(p.y)} />
          ))}
        </g>
      ))}
      {baseline && (
        <g className="baseline">
          <Mark kind="baseline" x={at(baseline.x)} y={y(baseline.y)} />
        </g>
      )}
      <Breaks breaks={breaks} left={left} />
      <Figures chart={chart} at={at} y={y} />
    </ChartFrame>
  )
}

type LegendKind = 'baseline' | 'target' | 'actual' | 'former' | 'way' | 'met' | 'break'

function Sample({ kind, id }: { kind: LegendKind; id: string }): ReactNode {
  if (kind === 'way') return <path className="way" d="M1 8H43" />
  if (kind === 'break')
    return (
      <g className="break">
        <line x1={22} x2={22} y1={0} y2={16} />
      </g>
    )
  if (kind === 'met')
    return (
      <>
        <Hatch id={id} />
        <rect className="met" x={1} y={1} width={42} height={14} fill={`url(#${id})`} />
      </>
    )
  return (
    <g className={kind}>
      {kind !== 'baseline' && <path d="M1 8H43" />}
      <Mark kind={kind} x={22} y={8} />
    </g>
  )
}

/** 凡例 — each line with its mark, as it is drawn. */
export function IndicatorLegend({ id, items }: { id: string; items: readonly { kind: LegendKind; label: string }[] }): ReactNode {
  return (
    <ul className="legend lines">
      {items.map(({ kind, label }) => (
        <li key={label}>
          <svg viewBox="0 0 44 16" aria-hidden="true" className="chart-key">
            <Sample kind={kind} id={`${id}-k`} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}
