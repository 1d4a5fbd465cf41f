import type { Plan, RecordId } from '../reform/record.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { LineageTold } from './carry-over.ts'
import type { EditionIndex } from './edition-index.ts'
import { type LineageBox, LineageBoxes } from './lineage-boxes.ts'
import { flowText, LINEAGE_HOWS, type LineageHow, lineageWords, lineLabel } from './wording-lineage.ts'

export type LineageLink = { from: string; to: string; label: string; how: LineageHow }
/** 一つの柱の流れ図 */
export type LineageFlow = { pillar: string | null; left: LineageBox[]; right: LineageBox[]; links: LineageLink[]; desc: string }
/** 一つの見直し — from one plan (or phase) to the next, pillar by pillar; several follow each other where a plan had several phases. */
export type LineagePhase = { heads: [old: string, fresh: string]; flows: LineageFlow[]; hows: LineageHow[]; labels: string[] }

type Drawn = { from: LineageBox; to: LineageBox; kind: string; how: LineageHow }

/** What the structure says: many into one, one into many, otherwise as it is printed. */
function howOf(one: Omit<Drawn, 'how'>, all: readonly Omit<Drawn, 'how'>[]): LineageHow {
  if (all.filter((o) => o.to === one.to).length > 1) return 'merges'
  if (all.filter((o) => o.from === one.from).length > 1) return 'splits'
  return one.kind === '継続' ? 'continues' : 'changed'
}

/**
 * 総括の「集約した取組」 — a 取組み整理表 prints what was aggregated as 廃止, without saying into what; where the review
 * names it, the line is drawn and marked as taken from there.
 */
function fromReview(boxes: LineageBoxes, drawn: readonly { from: LineageBox; to: LineageBox }[], index: EditionIndex): Drawn[] {
  const links = index.edition.record.reviews.flatMap((r) => r.items.flatMap((item) => [...item.new, ...item.existing]))
  const olds = [...boxes.old.values()]
  const found: Drawn[] = []
  for (const link of links) {
    if (link.aggregates.length === 0) continue
    const same = (box: LineageBox) =>
      link.initiative !== null ? box.initiative === link.initiative : foldTight(box.title) === foldTight(link.title)
    const to = [...boxes.fresh.values()].find(same)
    for (const title of link.aggregates) {
      const from = olds.find((o) => foldTight(o.title) === foldTight(title))
      const isDrawn = (d: { from: LineageBox; to: LineageBox }) => d.from === from && d.to === to
      if (from && to && !drawn.some(isDrawn) && !found.some(isDrawn)) found.push({ from, to, kind: '', how: 'review' })
    }
  }
  return found
}

/** Boxes that hang together stand in one picture, under the pillar of what came out of them. */
function componentsOf(boxes: readonly LineageBox[], drawn: readonly Drawn[]): Map<LineageBox, LineageBox> {
  const head = new Map(boxes.map((b) => [b, b]))
  const headOf = (box: LineageBox): LineageBox => {
    let at = box
    while (head.get(at) !== at) at = head.get(at) as LineageBox
    return at
  }
  for (const { from, to } of drawn) head.set(headOf(from), headOf(to))
  return new Map(boxes.map((b) => [b, headOf(b)]))
}

const count = (words: readonly string[]) => [...Map.groupBy(words, (w) => w)].map(([kind, all]) => ({ kind, count: all.length }))

function flowOf(pillar: string | null, boxes: LineageBoxes, own: ReadonlySet<LineageBox>, drawn: readonly Drawn[]): LineageFlow {
  const links = drawn
    .filter((d) => own.has(d.from))
    .map((d) => ({ from: d.from.id, to: d.to.id, label: lineLabel(d.kind, d.how), how: d.how }))
  const joined = new Set(links.flatMap((l) => [l.from, l.to]))
  const placed = (all: Iterable<LineageBox>): LineageBox[] =>
    [...all]
      .filter((b) => own.has(b))
      .map((box) => {
        const isJoined = joined.has(box.id)
        const said = [
          box.tag && isJoined ? lineageWords.lostTag(box.tag) : null,
          box.edge === 'here' ? lineageWords.here : null,
          box.reason,
        ]
        const group = box.pillar === pillar ? box.group : [box.pillar, box.group].filter(Boolean).join(' › ')
        return { ...box, group, tag: isJoined ? null : box.tag, note: said.filter(Boolean).join('　') || null }
      })
  const left = placed(boxes.old.values())
  const right = placed(boxes.fresh.values())
  const alone = [...left, ...right].flatMap((b) => (b.tag ? [b.tag] : []))
  const desc = flowText({ old: left.length, fresh: right.length, kinds: count([...links.map((l) => l.label), ...alone]) })
  return { pillar, left, right, links, desc }
}

function flowsOf(rows: readonly LineageTold[], index: EditionIndex, here: RecordId | null): LineageFlow[] {
  const boxes = new LineageBoxes(index, here)
  const printed = rows.flatMap((row) => {
    const from = row.from.map((end) => boxes.box(row, end, 'old'))
    const to = row.to.map((end) => boxes.box(row, end, 'new'))
    return from.flatMap((f) => to.map((t) => ({ from: f, to: t, kind: row.kind })))
  })
  const unique = printed.filter((p, i) => printed.findIndex((o) => o.from === p.from && o.to === p.to) === i)
  const drawn = [...unique.map((p) => ({ ...p, how: howOf(p, unique) })), ...fromReview(boxes, unique, index)]
  const all = [...boxes.fresh.values(), ...boxes.old.values()]
  const component = componentsOf(all, drawn)
  // The first box of a component that came out (or, where none did, went in) says which pillar the picture belongs to.
  const pillarOf = new Map<LineageBox, string | null>()
  for (const box of all) if (!pillarOf.has(component.get(box) as LineageBox)) pillarOf.set(component.get(box) as LineageBox, box.pillar)
  const inRows = [...new Set([...rows.map((r) => r.pillar), ...all.map((b) => pillarOf.get(component.get(b) as LineageBox) ?? null)])]
  return inRows
    .map((pillar) => {
      const own = new Set(all.filter((b) => pillarOf.get(component.get(b) as LineageBox) === pillar))
      return flowOf(pillar, boxes, own, drawn)
    })
    .filter((f) => f.left.length + f.right.length > 0)
}

type Ended = { from: RecordId | null; to: RecordId | null }

const planOf = (ends: LineageTold['from'], index: EditionIndex): RecordId | null =>
  ends.map((e) => index.initiative(e.initiative as RecordId | null)?.plan ?? null).find((p) => p !== null) ?? null

/** From which plan into which: an ended initiative belongs to the step that the others of its plan take, a new one likewise. */
function stepsOf(rows: readonly LineageTold[], index: EditionIndex): [Ended, LineageTold[]][] {
  const said = rows.map((row) => ({ row, from: planOf(row.from, index), to: planOf(row.to, index) }))
  // An old plan that is not in the record (only its titles are) is `null`, and so is what an ended initiative went into.
  const linked = said.filter((s) => s.row.from.length > 0 && s.row.to.length > 0)
  const steps = linked.map(({ from, to }): Ended => ({ from: from === to ? null : from, to }))
  const step = ({ row, from, to }: (typeof said)[number]): Ended => {
    const fits = (s: Ended) => (row.to.length > 0 ? s.to === to : s.from === from)
    return (row.from.length > 0 && row.to.length > 0 ? { from: from === to ? null : from, to } : steps.find(fits)) ?? { from, to }
  }
  const key = (s: Ended) => `${s.from ?? ''}>${s.to ?? ''}`
  const groups = Map.groupBy(said, (s) => key(step(s)))
  const start = (s: Ended) => index.plan(s.to)?.period?.from ?? index.plan(s.from)?.period?.to ?? 9999
  return [...groups.values()]
    .map((all): [Ended, LineageTold[]] => [step(all[0] as (typeof said)[number]), all.map((a) => a.row)])
    .toSorted(([a], [b]) => start(a) - start(b))
}

/** 前の期 — where a document names no predecessor: the part of the same outer plan that ended before this one, or its only other part. */
function phaseBefore(fresh: Plan | null, index: EditionIndex): Plan | null {
  if (!fresh || fresh.parent === null) return null
  const others = index.plans.filter((p) => p.parent === fresh.parent && p !== fresh)
  if (others.length === 1 && others[0]?.period === null) return others[0]
  const start = fresh.period?.from ?? 0
  const earlier = others.filter((p) => p.period !== null && p.period.to < start)
  return earlier.toSorted((a, b) => (b.period?.to ?? 0) - (a.period?.to ?? 0))[0] ?? null
}

function headsOf({ from, to }: Ended, index: EditionIndex): [string, string] {
  const fresh = index.plan(to)
  const old = index.plan(from)?.title ?? fresh?.predecessors[0]?.title ?? phaseBefore(fresh, index)?.title ?? lineageWords.before
  return [old, fresh?.title ?? lineageWords.after]
}

/** 引継ぎの流れ図 — of all rows, or of those that one initiative stands in; `here` is then its box. */
export function lineageFlow(rows: readonly LineageTold[], index: EditionIndex, here: RecordId | null = null): LineagePhase[] {
  return stepsOf(rows, index).map(([step, own]) => {
    const flows = flowsOf(own, index, here)
    const present = new Set(flows.flatMap((f) => f.links.map((l) => l.how)))
    const labels = flows.flatMap((f) => [...f.links.map((l) => l.label), ...[...f.left, ...f.right].flatMap((b) => b.tag ?? [])])
    return { heads: headsOf(step, index), flows, hows: LINEAGE_HOWS.filter((how) => present.has(how)), labels: [...new Set(labels)] }
  })
}
