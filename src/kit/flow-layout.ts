import { type Block, blocksOf, type Flow, type FlowBox, type FlowLine, ordered } from './flow-order.ts'
import { balanced, widthOf, wrapped } from './text-width.ts'

/*
 * 流れ図の置き方 — numbers only, so that tests can ask what no picture may show: boxes that overlap, text that is cut.
 * A block (what hangs together by lines) is never torn; a sheet ends between two blocks, so that each fits a printed page.
 */

export const FLOW_WIDTH = 760
/** 一枚の高さ — of A4 upright with its heading, at the width of the page */
export const SHEET_HEIGHT = 960
export const FONT = 12
export const SMALL = 11
const LINE = 16
const SMALL_LINE = 14
const INSIDE = { x: 8, y: 6 }
const GAP = 8
const LABEL_LINE = 13
const LABEL_MOST = 8
const LINES_WIDTH = 110

export type Side = 'left' | 'right'
export type Written = { side: Side; x: number; y: number; lines: string[] }
export type PlacedBox = { box: FlowBox; side: Side; x: number; y: number; width: number; height: number; lines: string[]; note: string[] }
/** From the old box to the new one; an end that is null is a stub: the box ended, or nothing came before it. */
export type PlacedLine = { line: FlowLine; from: { x: number; y: number; turn: number } | null; to: { x: number; y: number } | null }
export type FlowSheet = { height: number; heads: Written[]; boxes: PlacedBox[]; lines: PlacedLine[]; labels: Written[] }

type Measures = { box: number; strip: number; em: number; small: number }
type Port = { other: string; lines: string[]; line: FlowLine; height: number }
type Item = { box: FlowBox; lines: string[]; note: string[]; ports: Port[]; head: string[]; height: number; y: number }

/** The boxes take what the labels and the lines leave. */
function measuresOf(flow: Flow): Measures {
  const labels = [...(flow.labels ?? []), ...flow.links.map((l) => l.label), ...[...flow.left, ...flow.right].map((b) => b.tag ?? '')]
  const widest = Math.min(LABEL_MOST, Math.max(0, ...labels.map(widthOf)))
  const strip = Math.ceil(widest * SMALL) + 14
  const box = Math.floor((FLOW_WIDTH - strip - LINES_WIDTH) / 2)
  return { box, strip, em: (box - 2 * INSIDE.x) / FONT, small: (box - 2 * INSIDE.x) / SMALL }
}

function itemOf(box: FlowBox, side: Side, block: Block, measures: Measures): Item {
  const others = side === 'left' ? block.right : block.left
  const place = new Map(others.map((b, i) => [b.id, i]))
  const own = block.links.filter((l) => (side === 'left' ? l.from : l.to) === box.id)
  const ports = own
    .map((l): Port => {
      const lines = wrapped(l.label, LABEL_MOST)
      const height = side === 'left' ? Math.max(1, lines.length) * LABEL_LINE + 3 : 10
      return { other: side === 'left' ? l.to : l.from, lines, line: l.line, height }
    })
    .toSorted((a, b) => (place.get(a.other) as number) - (place.get(b.other) as number))
  const lines = balanced(box.text, measures.em)
  const note = box.note ? wrapped(box.note, measures.small) : []
  const text = lines.length * LINE + note.length * SMALL_LINE + 2 * INSIDE.y
  const tag = wrapped(box.tag ?? '', LABEL_MOST).length * LABEL_LINE
  const held = ports.reduce((sum, p) => sum + p.height, 0)
  return { box, lines, note, ports, head: [], height: Math.max(text, held, tag), y: 0 }
}

const headHeight = (item: Item): number => (item.head.length === 0 ? 0 : item.head.length * LINE + 12)
const columnHeight = (items: readonly Item[]): number =>
  items.reduce((sum, it) => sum + headHeight(it) + it.height, 0) + Math.max(0, items.length - 1) * GAP

function stacked(items: readonly Item[], top: number): void {
  let at = top
  for (const item of items) {
    item.y = at + headHeight(item)
    at = item.y + item.height + GAP
  }
}

const portY = (item: Item, port: Port): number => {
  const held = item.ports.reduce((sum, p) => sum + p.height, 0)
  const before = item.ports.slice(0, item.ports.indexOf(port)).reduce((sum, p) => sum + p.height, 0)
  return Math.round(item.y + (item.height - held) / 2 + before + port.height / 2)
}

/** Each box of the shorter column goes to the mean of what it hangs on, as far as its neighbours and the block leave room. */
function drawnTo(items: readonly Item[], others: readonly Item[], top: number, bottom: number): void {
  let at = top
  for (const item of items) {
    const ys = others.flatMap((o) => o.ports.filter((p) => p.other === item.box.id).map((p) => portY(o, p)))
    const wished = ys.length === 0 ? at : ys.reduce((a, b) => a + b, 0) / ys.length - item.height / 2
    item.y = Math.round(Math.max(at + headHeight(item), wished))
    at = item.y + item.height + GAP
  }
  let below = bottom
  for (const item of items.toReversed()) {
    item.y = Math.min(item.y, below - item.height)
    below = item.y - headHeight(item) - GAP
  }
}

type Columns = { left: Item[]; right: Item[] }

/** returns where the block ends */
function placed({ left, right }: Columns, top: number): number {
  const high = Math.max(columnHeight(left), columnHeight(right))
  const [full, other] = columnHeight(left) >= columnHeight(right) ? [left, right] : [right, left]
  stacked(full, top)
  drawnTo(other, full, top, top + high)
  return top + high
}

type Headings = Record<Side, { said: string | null; onSheet: boolean }>

/** The heading that a box of this group begins with: where the group changes, and again, as 「続き」, at the head of a new sheet. */
function headOf(group: string | null, heading: Headings[Side], em: number): string[] {
  const isSame = group === heading.said
  const lines = group === null || (isSame && heading.onSheet) ? [] : balanced(isSame ? `${group}（続き）` : group, em)
  heading.said = group
  heading.onSheet = true
  return lines
}

type Placing = { columns: Columns; next: Record<Side, FlowBox | undefined>; headings: Headings; em: number }

/** Returns the heading of a column that has no box in this block but goes on under the same heading: both then stand side by side. */
function headed({ columns, next, headings, em }: Placing): { side: Side; lines: string[] } | null {
  for (const side of ['left', 'right'] as const)
    for (const item of columns[side]) item.head = headOf(item.box.group ?? null, headings[side], em)
  for (const [empty, full] of [['left', 'right'] as const, ['right', 'left'] as const]) {
    const first = columns[full][0]
    const group = next[empty]?.group ?? null
    if (columns[empty].length > 0 || !first || first.head.length === 0 || group === null || group !== first.box.group) continue
    return { side: empty, lines: headOf(group, headings[empty], em) }
  }
  return null
}

const columnX = (side: Side, m: Measures): number => (side === 'left' ? 0 : FLOW_WIDTH - m.box)

/** The heading of a block's first box stands at the head of the block, so that both columns begin side by side. */
function drawnBoxes(items: readonly Item[], side: Side, m: Measures, top: number): Pick<FlowSheet, 'heads' | 'boxes'> {
  const x = columnX(side, m)
  const heads = items
    .filter((it) => it.head.length > 0)
    .map((it) => ({ side, x, y: (it === items[0] ? top : it.y - headHeight(it)) + 14, lines: it.head }))
  const boxes = items.map((it) => ({ ...it, side, x, width: m.box }))
  return {
    heads,
    boxes: boxes.map(({ box, x: at, y, width, height, lines, note }) => ({ box, side, x: at, y, width, height, lines, note })),
  }
}

/** The lines of text of a label stand around the height of its line. */
const labelAt = (x: number, y: number, side: Side, lines: string[]): Written => ({
  side,
  x,
  y: y - ((lines.length - 1) * LABEL_LINE) / 2 + 4,
  lines,
})

function drawnLines({ left, right }: Columns, m: Measures): Pick<FlowSheet, 'lines' | 'labels'> {
  const from = m.box
  const to = FLOW_WIDTH - m.box
  const lines: PlacedLine[] = []
  const labels: Written[] = []
  for (const item of left)
    for (const port of item.ports) {
      const end = right.find((r) => r.box.id === port.other) as Item
      const into = end.ports.find((p) => p.other === item.box.id) as Port
      lines.push({ line: port.line, from: { x: from, y: portY(item, port), turn: from + m.strip }, to: { x: to, y: portY(end, into) } })
      labels.push(labelAt(from + 6, portY(item, port), 'left', port.lines))
    }
  for (const [side, items] of [['left', left] as const, ['right', right] as const])
    for (const { box, ports, y, height } of items) {
      if (!box.tag || ports.length > 0) continue
      const middle = Math.round(y + height / 2)
      const words = wrapped(box.tag, LABEL_MOST)
      lines.push(
        side === 'left'
          ? { line: 'solid', from: { x: from, y: middle, turn: from + m.strip }, to: null }
          : { line: 'solid', from: null, to: { x: to, y: middle } },
      )
      labels.push(labelAt(side === 'left' ? from + 6 : to - 10, middle, side, words))
    }
  return { lines, labels }
}

const emptySheet = (): FlowSheet => ({ height: 0, heads: [], boxes: [], lines: [], labels: [] })

function drawBlock(sheet: FlowSheet, columns: Columns, beside: { side: Side; lines: string[] } | null, m: Measures): void {
  const top = sheet.height === 0 ? 1 : sheet.height + GAP
  sheet.height = placed(columns, top) + 1
  for (const side of ['left', 'right'] as const) {
    const drawn = drawnBoxes(columns[side], side, m, top)
    sheet.heads.push(...drawn.heads)
    sheet.boxes.push(...drawn.boxes)
  }
  if (beside && beside.lines.length > 0)
    sheet.heads.push({ side: beside.side, x: columnX(beside.side, m), y: top + 14, lines: beside.lines })
  const { lines, labels } = drawnLines(columns, m)
  sheet.lines.push(...lines)
  sheet.labels.push(...labels)
}

/** 流れ図を紙に置く — one sheet after the other, each at most `most` high unless one block alone is higher. */
export function flowSheets(flow: Flow, most: number = SHEET_HEIGHT): FlowSheet[] {
  const all = ordered(flow)
  const m = measuresOf({ ...all, labels: flow.labels ?? [] })
  const headings: Headings = { left: { said: null, onSheet: false }, right: { said: null, onSheet: false } }
  const sheets: FlowSheet[] = [emptySheet()]
  const past = { left: 0, right: 0 }
  for (const block of blocksOf(all)) {
    const columns = {
      left: block.left.map((b) => itemOf(b, 'left', block, m)),
      right: block.right.map((b) => itemOf(b, 'right', block, m)),
    }
    for (const side of ['left', 'right'] as const) past[side] += block[side].length
    const placing = { columns, next: { left: all.left[past.left], right: all.right[past.right] }, headings, em: m.em }
    const before = structuredClone(headings)
    let beside = headed(placing)
    let sheet = sheets.at(-1) as FlowSheet
    const high = Math.max(columnHeight(columns.left), columnHeight(columns.right))
    if (sheet.height > 0 && sheet.height + GAP + high > most) {
      sheet = emptySheet()
      sheets.push(sheet)
      for (const side of ['left', 'right'] as const) Object.assign(headings[side], before[side], { onSheet: false })
      beside = headed(placing)
    }
    drawBlock(sheet, columns, beside, m)
  }
  return sheets.filter((s) => s.boxes.length > 0)
}
