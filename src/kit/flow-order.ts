/** 流れ図の箱 — an initiative, a section: one thing of the old or of the new column. */
export type FlowBox = {
  id: string
  text: string
  /** small print under the text: the section in charge */
  note?: string | null
  /** 見出し — boxes of one group stand together under it: a pillar, a department */
  group?: string | null
  /** what is said of a box that no line leaves or reaches: 「廃止」「新規」 */
  tag?: string | null
  /** `here`: the one that the page is about */
  edge?: 'plain' | 'new' | 'ended' | 'here'
  href?: string | null
}
/** How a line is drawn; what it means is said by its label, never by the line alone. */
export type FlowLine = 'solid' | 'thick' | 'dashed' | 'dotted' | 'dash-dot'
export type FlowLink = { from: string; to: string; label: string; line: FlowLine }
/** 流れ図 — n-to-m between what was and what is. A link of which one box is missing is not drawn. */
export type Flow = {
  left: FlowBox[]
  right: FlowBox[]
  links: FlowLink[]
  /** words of the other pictures of the same page: their columns then stand where the columns of this one do */
  labels?: readonly string[]
}

export type Ordered = { left: FlowBox[]; right: FlowBox[]; links: FlowLink[] }
/** Boxes that hang together by lines: between two blocks no line passes, so a page may end there. */
export type Block = { left: FlowBox[]; right: FlowBox[]; links: FlowLink[] }

const mean = (all: readonly number[]): number | null => (all.length === 0 ? null : all.reduce((a, b) => a + b, 0) / all.length)
const byGroup = (boxes: readonly FlowBox[]): FlowBox[][] => [...Map.groupBy(boxes, (b) => b.group ?? '').values()]

/** A new box keeps its place behind the one that it followed; `null` in front of all stays in front. */
function sortedBy<T>(all: readonly T[], place: (one: T) => number | null): T[] {
  let last = -1
  const placed = all.map((one) => {
    last = place(one) ?? last
    return { one, at: last }
  })
  return placed.toSorted((a, b) => a.at - b.at).map((p) => p.one)
}

/**
 * The left column stays as it was given, because a reader looks up a number in it; the right one follows the lines:
 * each group and each box in it stands at the mean of what leads to it (barycentre), which leaves few crossings.
 */
export function ordered({ left, right, links }: Flow): Ordered {
  const lefts = byGroup(left).flat()
  const place = new Map(lefts.map((box, i) => [box.id, i]))
  const known = new Set(right.map((box) => box.id))
  const drawn = links.filter((l) => place.has(l.from) && known.has(l.to))
  const into = Map.groupBy(drawn, (l) => l.to)
  const centre = (box: FlowBox) => mean((into.get(box.id) ?? []).map((l) => place.get(l.from) as number))
  const centreOf = (group: FlowBox[]) => mean(group.map(centre).filter((c) => c !== null))
  const inGroup = (group: FlowBox[]) => [
    ...group.filter((b) => centre(b) !== null).toSorted((a, b) => (centre(a) as number) - (centre(b) as number)),
    ...group.filter((b) => centre(b) === null),
  ]
  return { left: lefts, right: sortedBy(byGroup(right), centreOf).flatMap(inGroup), links: drawn }
}

type Walk = { flow: Ordered; left: Map<string, number>; right: Map<string, number>; i: number; j: number }

/** From where the walk stands to where no line reaches further. */
function closed({ flow, left, right, i, j }: Walk): { toLeft: number; toRight: number } {
  let toLeft = i + 1
  let toRight = j
  for (let grew = true; grew; ) {
    grew = false
    for (const link of flow.links) {
      const l = left.get(link.from) as number
      const r = right.get(link.to) as number
      if (l < i || (l >= toLeft && r >= toRight)) continue
      if (l >= toLeft || r >= toRight) {
        toLeft = Math.max(toLeft, l + 1)
        toRight = Math.max(toRight, r + 1)
        grew = true
      }
    }
  }
  return { toLeft, toRight }
}

/** 区切り — the flow cut into blocks, from above to below. */
export function blocksOf(flow: Ordered): Block[] {
  const left = new Map(flow.left.map((box, i) => [box.id, i]))
  const right = new Map(flow.right.map((box, i) => [box.id, i]))
  const reached = new Set(flow.links.map((l) => l.to))
  const leaves = new Set(flow.links.map((l) => l.from))
  const blocks: Block[] = []
  let heading: string | null = null
  for (let i = 0, j = 0; i < flow.left.length || j < flow.right.length; ) {
    const old = flow.left[i]
    const fresh = flow.right[j]
    const isFresh = fresh !== undefined && !reached.has(fresh.id)
    // A new one comes before an ended one only where the ended one already belongs under the next heading.
    const freshFirst: boolean = isFresh && (old === undefined || leaves.has(old.id) || (fresh.group ?? null) === heading)
    const end: { toLeft: number; toRight: number } = freshFirst ? { toLeft: i, toRight: j + 1 } : closed({ flow, left, right, i, j })
    const block = { left: flow.left.slice(i, end.toLeft), right: flow.right.slice(j, end.toRight) }
    const ids = new Set([...block.left, ...block.right].map((b) => b.id))
    blocks.push({ ...block, links: flow.links.filter((l) => ids.has(l.from) && ids.has(l.to)) })
    heading = block.right.at(-1)?.group ?? heading
    i = end.toLeft
    j = end.toRight
  }
  return blocks
}
