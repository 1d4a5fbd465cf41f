import { scaleBand } from 'd3-scale'
import { line } from 'd3-shape'
import type { ReactNode } from 'react'
import { type BarChart, ChartFrame, INSIDE, vertical, WIDTH, YearLabel } from './charts.tsx'

type Point = { x: number; y: number }

/** Disc, square, triangle, diamond: lines of two estimates cross, and still each is known by its mark. */
function Mark({ nth, x, y }: { nth: number } & Point): ReactNode {
  switch (nth % 4) {
    case 0:
      return <circle cx={x} cy={y} r={5} />
    case 1:
      return <rect x={x - 5} y={y - 5} width={10} height={10} />
    case 2:
      return <polygon points={`${x},${y - 6} ${x + 6},${y + 5} ${x - 6},${y + 5}`} />
    default:
      return <polygon points={`${x},${y - 7} ${x + 7},${y} ${x},${y + 7} ${x - 7},${y}`} />
  }
}

/** 何本もの折れ線 — one line an estimate; they differ by dash and by mark, not by colour alone. */
export function SeriesLines({ id, title, desc, unit, groups, series }: BarChart): ReactNode {
  const { y, ticks } = vertical(
    series.flatMap((s) => s.values.filter((v) => v !== null)),
    true,
  )
  const x = scaleBand(groups, [INSIDE.left, WIDTH - INSIDE.right])
  const at = (group: string): number => Math.round(((x(group) ?? 0) + x.bandwidth() / 2) * 10) / 10
  const path = line<Point>(
    (p) => p.x,
    (p) => p.y,
  )
  return (
    <ChartFrame id={id} title={title} desc={desc} unit={unit} ticks={ticks} y={y}>
      {groups.map((group) => (
        <YearLabel key={group} x={at(group)} text={group} />
      ))}
      {series.map((s, nth) => {
        const points = groups.flatMap((group, g): Point[] => {
          const value = s.values[g]
          return value === null || value === undefined ? [] : [{ x: at(group), y: y(value) }]
        })
        return (
          <g key={s.label} className={`line-${nth % 4}`}>
            {points.length > 1 && <path d={path(points) ?? ''} />}
            {points.map((p) => (
              <Mark key={p.x} nth={nth} {...p} />
            ))}
          </g>
        )
      })}
    </ChartFrame>
  )
}

/** 凡例 — the line with its mark, as it is drawn. */
export function LineLegend({ items }: { items: readonly string[] }): ReactNode {
  return (
    <ul className="legend lines">
      {items.map((label, nth) => (
        <li key={label}>
          <svg viewBox="0 0 44 16" aria-hidden="true" className={`line-${nth % 4}`}>
            <path d="M2 8H42" />
            <Mark nth={nth} x={22} y={8} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}
