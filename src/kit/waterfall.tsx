import { scaleLinear } from 'd3-scale'
import type { ReactNode } from 'react'
import { inOrder } from './in-order.ts'

const WIDTH = 560
const STEP = 46
const NOTE = 22
const FEW = 0.2
const INSIDE = { left: 8, right: 96, top: 8, bottom: 8 }

export type WaterfallChart = {
  id: string
  title: string
  desc: string
  unit: string
  /** `text`: the figure as it is written; a change has its sign */
  steps: readonly { label: string; kind: 'total' | 'change'; from: number; to: number; text: string }[]
}

const place = (n: number): number => Math.round(n * 10) / 10

/**
 * 滝グラフ — from one total over what each row adds or takes away to another. Drawn downwards, one line a step, so that long
 * names stay legible; what grows is filled, what shrinks is hatched by its outline, and each says its figure with its sign.
 */
export function Waterfall({ id, title, desc, unit, steps }: WaterfallChart): ReactNode {
  const ends = steps.flatMap(({ kind, from, to }) => (kind === 'total' ? [to] : [from, to]))
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  const base = cutBelow(least, most)
  const [low, high] = [base ?? Math.min(0, least), Math.max(0, most)]
  const x = scaleLinear([low, low === high ? low + 1 : high], [INSIDE.left, WIDTH - INSIDE.right])
  const height = INSIDE.top + steps.length * STEP + (base === null ? 0 : NOTE) + INSIDE.bottom
  const zero = place(x(base ?? 0))
  return (
    <svg className="chart waterfall" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{desc}</desc>
      <line x1={zero} x2={zero} y1={INSIDE.top} y2={height - INSIDE.bottom} className="zero" />
      {inOrder(steps).map(({ key, it: step }) => {
        const top = INSIDE.top + Number(key) * STEP
        const [from, to] = [step.kind === 'total' ? zero : x(step.from), x(step.to)]
        const left = place(Math.min(from, to))
        const width = Math.max(1.5, place(Math.abs(to - from)))
        return (
          <g key={key}>
            <text x={INSIDE.left + 4} y={top + 13} className="axis">
              {step.label}
            </text>
            <rect className={kindOf(step)} x={left} y={top + 19} width={width} height={20} />
            {base !== null && step.kind === 'total' && <path className="cut" d={`M${zero + 22} ${top + 41}l8 -24m6 0l-8 24`} />}
            <text x={left + width + 6} y={top + 34} className="figure">
              {`${step.text}${Number(key) === 0 || Number(key) === steps.length - 1 ? unit : ''}`}
            </text>
            {Number(key) < steps.length - 1 && (
              <line className="carried" x1={place(to)} x2={place(to)} y1={top + 39} y2={top + STEP + 19} />
            )}
          </g>
        )
      })}
      {base !== null && (
        <text x={INSIDE.left + 4} y={height - INSIDE.bottom} className="axis">
          ※ 合計の棒は、増減が見えるように途中を省いています。
        </text>
      )}
    </svg>
  )
}

/** Changes of a few per cent would be lines: then the totals are cut, which is drawn and said. null: they begin at zero. */
function cutBelow(least: number, most: number): number | null {
  const span = most - least
  return least > 0 && span > 0 && span < most * FEW ? Math.max(0, least - span) : null
}

const kindOf = ({ kind, from, to }: WaterfallChart['steps'][number]): string => (kind === 'total' ? 'whole' : to < from ? 'less' : 'more')
