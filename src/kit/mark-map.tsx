import type { ReactNode } from 'react'
import { inOrder } from './in-order.ts'
import { MAP_WIDTH, MARK, type MapLayout, type MapSheet, type MarkMap, mapLayout, type PlacedMark } from './mark-map-layout.ts'
import { balanced } from './text-width.ts'

export type { MarkMap } from './mark-map-layout.ts'

const LINE = 16

/** 斜線 — the hatching that marks what is behind, also where nothing is printed in colour. */
const Hatch = ({ id }: { id: string }): ReactNode => (
  <pattern id={`${id}-h`} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <path className="hatch" d="M0 0V6" />
  </pattern>
)

function Mark({ id, placed, width }: { id: string; placed: PlacedMark; width: number }): ReactNode {
  const { mark, x, y } = placed
  const body = (
    <>
      <title>{mark.title}</title>
      <rect x={x} y={y} width={width} height={MARK.height} fill={mark.tone === 'behind' ? `url(#${id}-h)` : undefined} />
      <text x={x + width / 2} y={y + 16.5}>
        {mark.text}
      </text>
    </>
  )
  return mark.href ? (
    <a href={mark.href} className={mark.tone}>
      {body}
    </a>
  ) : (
    <g className={mark.tone}>{body}</g>
  )
}

function Grid({ layout, sheet }: { layout: MapLayout; sheet: MapSheet }): ReactNode {
  const lines = [sheet.headHeight, ...sheet.rows.map((r) => r.y + r.height)].map((y) => `M0 ${y}H${MAP_WIDTH}`)
  const uprights = layout.columns.map((c) => `M${c.x} 0V${sheet.height}`)
  return (
    <>
      <path className="rule" d={[...lines, ...uprights].join('')} />
      <g className="head">
        {layout.columns.map((c) => (
          <text key={c.x}>
            {inOrder(c.lines).map(({ key, it }) => (
              <tspan key={key} x={c.x + 4} y={15 + Number(key) * LINE}>
                {it}
              </tspan>
            ))}
          </text>
        ))}
        {sheet.rows.map((r) => (
          <text key={r.y}>
            {inOrder(r.head).map(({ key, it }) => (
              <tspan key={key} x={0} y={r.y + 22 + Number(key) * LINE}>
                {it}
              </tspan>
            ))}
          </text>
        ))}
      </g>
    </>
  )
}

type Said = { id: string; title: string; desc: string; map: MarkMap }

/** 地図 — rows and columns of marks, as many pictures as pages are needed; each mark is a link with a name of its own. */
export function MarkMapFigure({ id, title, desc, map }: Said): ReactNode {
  const layout = mapLayout(map)
  return inOrder(layout.sheets).map(({ key, it: sheet }) => (
    <figure key={key} className="map-sheet">
      <svg
        className="map"
        viewBox={`-2 0 ${MAP_WIDTH + 4} ${sheet.height + 1}`}
        role={sheet.rows.some((r) => r.marks.some((m) => m.mark.href)) ? 'group' : 'img'}
        aria-labelledby={`${id}-${key}-t ${id}-${key}-d`}
      >
        <title id={`${id}-${key}-t`}>
          {layout.sheets.length > 1 ? `${title}（${Number(key) + 1}／${layout.sheets.length}枚目）` : title}
        </title>
        <desc id={`${id}-${key}-d`}>{desc}</desc>
        <Hatch id={`${id}-${key}`} />
        <Grid layout={layout} sheet={sheet} />
        <g className="marks">
          {sheet.rows.map((r) =>
            inOrder(r.marks).map(({ key: nth, it }) => <Mark key={nth} id={`${id}-${key}`} placed={it} width={layout.markWidth} />),
          )}
        </g>
      </svg>
    </figure>
  ))
}

/** 印の凡例 — the mark as it is drawn, and in words. */
export function MarkLegend({ id, items }: { id: string; items: readonly { text: string; tone: string; label: string }[] }): ReactNode {
  return (
    <ul className="legend">
      {items.map((item) => (
        <li key={item.label}>
          <svg viewBox="-2 -2 64 28" aria-hidden="true" className="map map-key">
            {item.tone === 'behind' && <Hatch id={id} />}
            <g className={`marks ${item.tone}`}>
              <rect x={0} y={0} width={60} height={MARK.height} fill={item.tone === 'behind' ? `url(#${id}-h)` : undefined} />
              <text x={30} y={16.5}>
                {item.text}
              </text>
            </g>
          </svg>
          {item.label}
        </li>
      ))}
    </ul>
  )
}

const SMALL = 14
const PER_LINE = 24
const SMALL_WIDTH = PER_LINE * SMALL

type SmallRow = { head: string; tones: readonly string[] }

/** As wide as a telephone, so that nothing is made smaller there. */
function smallRows(rows: readonly SmallRow[]): { row: SmallRow; top: number; head: string[]; height: number }[] {
  let top = 0
  return rows.map((row) => {
    const head = balanced(row.head, SMALL_WIDTH / 12)
    const height = head.length * LINE + 4 + Math.max(1, Math.ceil(row.tones.length / PER_LINE)) * SMALL + 8
    top += height
    return { row, top: top - height, head, height }
  })
}

/** 小さな地図 — one mark without words an initiative, a row a pillar: how it looks as a whole. The words stand in the table beside it. */
export function SmallMap({ id, title, rows }: { id: string; title: string; rows: readonly SmallRow[] }): ReactNode {
  const placed = smallRows(rows)
  const height = placed.reduce((sum, p) => sum + p.height, 0)
  const mark = (nth: number, under: number) => `M${(nth % PER_LINE) * SMALL + 1.5} ${under + Math.floor(nth / PER_LINE) * SMALL}h11v11h-11z`
  return (
    <svg
      className="map small-map"
      width={SMALL_WIDTH + 2}
      height={height}
      viewBox={`-1 0 ${SMALL_WIDTH + 2} ${height}`}
      role="img"
      aria-labelledby={`${id}-t`}
    >
      <title id={`${id}-t`}>{title}</title>
      <Hatch id={id} />
      {placed.map(({ row, top, head }) => (
        <g key={row.head} transform={`translate(0 ${top})`}>
          {inOrder(head).map(({ key, it }) => (
            <text key={key} y={13 + Number(key) * LINE}>
              {it}
            </text>
          ))}
          {[...Map.groupBy(inOrder(row.tones), (t) => t.it)].map(([tone, all]) => (
            <g key={tone} className={tone}>
              <path
                fill={tone === 'behind' ? `url(#${id}-h)` : undefined}
                d={all.map(({ key }) => mark(Number(key), head.length * LINE + 4)).join('')}
              />
            </g>
          ))}
        </g>
      ))}
    </svg>
  )
}
