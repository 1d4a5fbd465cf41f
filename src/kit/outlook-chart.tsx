import { scaleBand } from 'd3-scale'
import type { ReactNode } from 'react'
import { ChartFrame, INSIDE, vertical, WIDTH, YearLabel } from './charts.tsx'
import { inOrder } from './in-order.ts'

export type OutlookChartYear = {
  label: string
  /** 収支 of the outlook */
  balance: number | null
  /** already inside the balance: without it the balance would be lower by so much */
  inside: number
  added: number
  /** balance + added */
  remaining: number | null
  low: number | null
  high: number | null
}

const place = (n: number): number => Math.round(n * 10) / 10

/**
 * 収支と残る収支差 — two bars a year: the outlook's balance with what is already inside it (dashed, beyond the bar), and what is left
 * with the part that the effects add back (hatched). A bracket shows how far undecided amounts could move it. Told apart by outline
 * and hatching, not by colour.
 */
export function OutlookBars({
  id,
  title,
  desc,
  unit,
  years,
}: {
  id: string
  title: string
  desc: string
  unit: string
  years: readonly OutlookChartYear[]
}): ReactNode {
  const all = years.flatMap(({ balance, inside, remaining, low, high }) =>
    [balance, balance === null ? null : balance - inside, remaining, low, high].filter((n) => n !== null),
  )
  const { y, ticks } = vertical(all.length > 0 ? all : [0], true)
  const x = scaleBand(
    years.map(({ label }) => label),
    [INSIDE.left, WIDTH - INSIDE.right],
  ).padding(0.22)
  const half = x.bandwidth() / 2
  return (
    <ChartFrame id={id} title={title} desc={desc} unit={unit} ticks={ticks} y={y}>
      <defs>
        <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className="hatch-ground" />
          <line x1="0" y1="0" x2="0" y2="6" className="hatch-line" />
        </pattern>
      </defs>
      {inOrder(years).map(({ key, it: year }) => {
        const left = place(x(year.label) ?? 0)
        return (
          <g key={key} className="outlook-year">
            {year.balance !== null && (
              <>
                <Bar className="outlook-inside" x={left} width={half - 3} from={y(year.balance)} to={y(year.balance - year.inside)} />
                <Bar className="outlook-balance" x={left} width={half - 3} from={y(0)} to={y(year.balance)} />
              </>
            )}
            {year.balance !== null && year.remaining !== null && (
              <Remaining id={id} x={place(left + half + 1)} width={place(half - 3)} year={year} y={y} />
            )}
            <YearLabel x={left + half} text={year.label} />
          </g>
        )
      })}
    </ChartFrame>
  )
}

type Place = { className: string; x: number; width: number; from: number; to: number; fill?: string }
const Bar = ({ className, x, width, from, to, fill }: Place): ReactNode =>
  from === to ? null : (
    <rect
      className={className}
      x={x}
      width={place(width)}
      y={place(Math.min(from, to))}
      height={place(Math.max(1, Math.abs(to - from)))}
      fill={fill}
    />
  )

function Remaining({
  id,
  x,
  width,
  year,
  y,
}: {
  id: string
  x: number
  width: number
  year: OutlookChartYear
  y: (n: number) => number
}): ReactNode {
  const [balance, remaining] = [year.balance ?? 0, year.remaining ?? 0]
  const middle = place(x + width / 2)
  const [low, high] = [year.low ?? remaining, year.high ?? remaining]
  const range = `M${middle - 5},${y(high)}h10M${middle},${y(high)}V${y(low)}M${middle - 5},${y(low)}h10`
  return (
    <>
      <Bar className="outlook-remaining" x={x} width={width} from={y(0)} to={y(remaining)} />
      <Bar className="outlook-added" x={x} width={width} from={y(balance)} to={y(remaining)} fill={`url(#${id}-hatch)`} />
      {low !== high && (
        <>
          <path className="outlook-range-ground" d={range} />
          <path className="outlook-range" d={range} />
        </>
      )}
    </>
  )
}

/** 凡例 — in words beside the chart. */
export function OutlookLegend({ undecided }: { undecided: boolean }): ReactNode {
  const items: [string, string][] = [
    ['outlook-balance', '見通しの収支'],
    ['outlook-inside', '織込済（収支に含まれている。なければ、収支はここまで下がる）'],
    ['outlook-remaining', '残る収支差'],
    ['outlook-added hatched', '未織込（一般財源）で埋まる分'],
  ]
  return (
    <ul className="legend">
      {items.map(([className, text]) => (
        <li key={className}>
          <svg viewBox="0 0 20 14" aria-hidden="true">
            <rect x={1} y={1} width={18} height={12} className={className} />
            {className.endsWith('hatched') && <path className="hatch-line" d="M3,13L13,1M9,13L19,1" />}
          </svg>
          {text}
        </li>
      ))}
      {undecided && (
        <li>
          <svg viewBox="0 0 20 14" aria-hidden="true">
            <path className="outlook-range" d="M5,2h10M10,2V12M5,12h10" />
          </svg>
          未判定が決まったときの幅
        </li>
      )}
    </ul>
  )
}

/** 財政指標の折れ線 — a ratio or a fund over the years with the line it must keep to. */
export function ThresholdLines({
  id,
  title,
  desc,
  unit,
  years,
  values,
  limits,
}: {
  id: string
  title: string
  desc: string
  unit: string
  years: readonly string[]
  values: readonly (number | null)[]
  limits: readonly { label: string; values: readonly (number | null)[] }[]
}): ReactNode {
  const all = [...values, ...limits.flatMap((one) => one.values)].filter((n) => n !== null)
  // 94.8 and 95.0 on a scale from zero would be one line
  const isNear = all.length > 0 && Math.min(...all) > Math.max(...all) * 0.7
  const { y, ticks } = vertical(all.length > 0 ? all : [0], !isNear)
  const x = scaleBand(years, [INSIDE.left, WIDTH - INSIDE.right])
  const at = (nth: number): number => place((x(years[nth] ?? '') ?? 0) + x.bandwidth() / 2)
  const path = (all: readonly (number | null)[]): string =>
    all.reduce<string>(
      (said, n, nth) => (n === null ? said : `${said}${said === '' || all[nth - 1] === null ? 'M' : 'L'}${at(nth)},${y(n)}`),
      '',
    )
  return (
    <ChartFrame id={id} title={title} desc={desc} unit={unit} ticks={ticks} y={y}>
      {inOrder(years).map(({ key, it }) => (
        <YearLabel key={key} x={at(Number(key))} text={it} />
      ))}
      {limits.map((limit) => {
        const last = limit.values.findLastIndex((n) => n !== null)
        return (
          <g key={limit.label} className="outlook-limit">
            <path d={path(limit.values)} />
            {last >= 0 && (
              <text x={WIDTH - INSIDE.right} y={y(limit.values[last] ?? 0) - 5} textAnchor="end" className="axis">
                {limit.label}
              </text>
            )}
          </g>
        )
      })}
      <g className="actual">
        <path d={path(values)} />
        {inOrder(values).map(({ key, it }) => (it === null ? null : <circle key={key} cx={at(Number(key))} cy={y(it)} r={5} />))}
      </g>
    </ChartFrame>
  )
}
