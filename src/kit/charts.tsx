import { scaleBand, scaleLinear } from 'd3-scale'
import type { ReactNode } from 'react'
import { decimalOf } from '../vocabulary/decimal.ts'

export const WIDTH = 560
export const HEIGHT = 260
export const INSIDE = { left: 72, right: 16, top: 28, bottom: 52 }

export const grouped = (n: number): string => `${n < 0 ? '▲' : ''}${String(Math.abs(n)).replace(/\B(?=(\d{3})+(?:\.|$))/g, ',')}`

/** 「令和6（2024）」 — the bracket goes under the name, so that neighbours do not touch. */
export function YearLabel({ x, text }: { x: number; text: string }): ReactNode {
  const [name, bracket] = text.split(/(?=（)/)
  return (
    <text x={x} y={HEIGHT - 28} textAnchor="middle" className="axis">
      {name}
      {bracket && (
        <tspan x={x} dy="1.3em">
          {bracket}
        </tspan>
      )}
    </text>
  )
}

type Frame = { id: string; title: string; desc: string; unit: string; children: ReactNode; ticks: number[]; y: (n: number) => number }

export function ChartFrame({ id, title, desc, unit, children, ticks, y }: Frame): ReactNode {
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{desc}</desc>
      <text x={4} y={14} className="axis">
        {`（${unit}）`}
      </text>
      {ticks.map((t) => (
        <g key={t}>
          <line x1={INSIDE.left} x2={WIDTH - INSIDE.right} y1={y(t)} y2={y(t)} className={t === 0 ? 'zero' : 'grid'} />
          <text x={INSIDE.left - 8} y={y(t)} dy="0.35em" textAnchor="end" className="axis">
            {grouped(t)}
          </text>
        </g>
      ))}
      {children}
    </svg>
  )
}

export function vertical(values: number[], fromZero: boolean) {
  const low = Math.min(...values, ...(fromZero ? [0] : []))
  const high = Math.max(...values, ...(fromZero ? [0] : []))
  const room = low === high ? Math.abs(high) || 1 : 0
  const scale = scaleLinear([low - room, high + room], [HEIGHT - INSIDE.bottom, INSIDE.top]).nice(5)
  return {
    y: (n: number) => Math.round((scale(n) ?? 0) * 10) / 10,
    ticks: scale.ticks(5),
    low: scale.domain()[0] ?? 0,
    high: scale.domain()[1] ?? 0,
  }
}

export type BarChart = {
  id: string
  title: string
  desc: string
  unit: string
  groups: string[]
  series: { label: string; values: (number | null)[] }[]
}

/** What a fourth estimate and those after it are filled with; the first three are white, dark and grey. */
const HATCHES: Record<number, { turn: number; d: string }> = {
  3: { turn: 45, d: 'M0 0V6' },
  4: { turn: 90, d: 'M0 0V6' },
  5: { turn: 45, d: 'M0 0V6M0 0H6' },
}
const LOOKS = 6
export const barLook = (nth: number): string => `series-${nth % LOOKS}`

const Hatches = ({ id, looks }: { id: string; looks: readonly number[] }): ReactNode =>
  looks.flatMap((look) => {
    const hatch = HATCHES[look]
    if (!hatch) return []
    return [
      <pattern
        key={look}
        id={`${id}-b${look}`}
        width={6}
        height={6}
        patternUnits="userSpaceOnUse"
        patternTransform={`rotate(${hatch.turn})`}
      >
        <path className="bar-hatch" d={hatch.d} />
      </pattern>,
    ]
  })
const filled = (id: string, look: number): string | undefined => (HATCHES[look] ? `url(#${id}-b${look})` : undefined)

/** 棒グラフ — one group a fiscal year, one bar an estimate; series differ by pattern and outline, not by colour alone. */
export function Bars({ id, title, desc, unit, groups, series }: BarChart): ReactNode {
  const { y, ticks } = vertical(
    series.flatMap((s) => s.values.filter((v) => v !== null)),
    true,
  )
  const x = scaleBand(groups, [INSIDE.left, WIDTH - INSIDE.right]).padding(0.25)
  const inner = scaleBand(
    series.map((s) => s.label),
    [0, x.bandwidth()],
  ).padding(0.1)
  return (
    <ChartFrame id={id} title={title} desc={desc} unit={unit} ticks={ticks} y={y}>
      <Hatches id={id} looks={series.map((_, i) => i % LOOKS)} />
      {groups.map((group, g) => (
        <g key={group}>
          {series.map((s, i) => {
            const value = s.values[g]
            if (value === null || value === undefined) return null
            const top = Math.min(y(value), y(0))
            return (
              <rect
                key={s.label}
                className={barLook(i)}
                fill={filled(id, i % LOOKS)}
                x={Math.round(((x(group) ?? 0) + (inner(s.label) ?? 0)) * 10) / 10}
                width={Math.round(inner.bandwidth() * 10) / 10}
                y={top}
                height={Math.max(1, Math.round(Math.abs(y(value) - y(0)) * 10) / 10)}
              />
            )
          })}
          <YearLabel x={(x(group) ?? 0) + x.bandwidth() / 2} text={group} />
        </g>
      ))}
    </ChartFrame>
  )
}

/** 凡例 — in words beside the chart; `id` is unique on the page. */
export function Legend({ id, items }: { id: string; items: readonly string[] }): ReactNode {
  return (
    <ul className="legend">
      {items.map((label, nth) => (
        <li key={label}>
          <svg viewBox="0 0 20 14" aria-hidden="true">
            <Hatches id={`${id}-k${nth}`} looks={[nth % LOOKS]} />
            <rect className={barLook(nth)} fill={filled(`${id}-k${nth}`, nth % LOOKS)} x={1} y={1} width={18} height={12} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}

export type Share = { label: string; tone: string; count: number }

/** 内訳の帯 — one bar cut by count; the counts stand in the list beside it, the band is only its picture. */
export function Band({ shares, title, id = 'band' }: { shares: Share[]; title: string; id?: string }): ReactNode {
  const total = shares.reduce((sum, s) => sum + s.count, 0)
  if (total === 0) return null
  const x = scaleLinear([0, total], [0, 600])
  let before = 0
  return (
    <svg className="band" viewBox="0 0 600 36" role="img" preserveAspectRatio="none">
      <title>{`${title}：${shares.map((s) => `${s.label}${decimalOf(s.count)}件`).join('、')}`}</title>
      <pattern id={`${id}-h`} width={8} height={8} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="hatch" d="M0 0V8" />
      </pattern>
      {shares
        .filter((s) => s.count > 0)
        .map((s) => {
          const from = x(before)
          before += s.count
          const fill = s.tone === 'behind' ? `url(#${id}-h)` : undefined
          return <rect key={s.label} className={s.tone} fill={fill} x={from + 1} y={1} width={x(before) - from - 2} height={34} />
        })}
    </svg>
  )
}
