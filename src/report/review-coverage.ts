import { type LineageStep, lineageSteps, notCarriedOn, reached } from '../reform/lineage-paths.ts'
import type { Initiative, PlanNode, ReformRecord, Review, ReviewItem, ReviewLink } from '../reform/record.ts'
import type { RecordId } from '../reform/record-id.ts'
import { foldTight } from '../vocabulary/folding.ts'
import { numbered } from './initiative-sheet.ts'
import { type LinkSide, NO_PILLAR } from './wording-renewal.ts'

/** 取組との結び付き — `initiatives` those of today that the link means: after a carry-over what the named one has become. */
export type LinkTold = {
  side: LinkSide
  title: string
  sections: string[]
  aggregates: string[]
  note: string | null
  initiatives: { id: string; title: string }[]
}
/** 次に取り組むこと — `short` stands at the head of its column in the matrix. */
export type TryTold = { place: number; short: string; text: string; links: LinkTold[]; other: string[] }
export type CoverageRow = { id: string; title: string; marks: (LinkSide | null)[]; count: number }

/** 対応の表 — which initiative answers which try; whatever is answered by nothing, and answers nothing. */
export type ReviewCoverage = {
  tries: TryTold[]
  pillars: { id: string | null; title: string; rows: CoverageRow[] }[]
  /** no link at all */
  triesWithout: TryTold[]
  /** linked only by names that no initiative of the plan has */
  triesUnmatched: TryTold[]
  initiativesWithout: CoverageRow[]
  /** null where the reviewer has linked no problem: then nothing is said about them */
  problemsWithout: { short: string; text: string }[] | null
  /** links whose name no initiative of the plan has */
  unmatched: { short: string; title: string; side: LinkSide }[]
  counts: { tries: number; answered: number; initiatives: number; covered: number }
}

type Known = { byId: Map<RecordId, Initiative>; byTitle: Map<string, Initiative[]>; gone: Set<RecordId>; steps: LineageStep[] }

export function reviewCoverage(record: ReformRecord, review: Review): ReviewCoverage {
  const known: Known = {
    byId: new Map(record.initiatives.map((it) => [it.id, it])),
    byTitle: Map.groupBy(record.initiatives, ({ title }) => foldTight(title)),
    gone: notCarriedOn(record),
    steps: lineageSteps(record),
  }
  const told = review.items.map((item, place) => ({ item, told: tryTold(item, place, known) }))
  const tries = told.filter(({ item }) => item.kind === 'try').map((one) => one.told)
  const pillars = pillarsOf(record, known, tries)
  const rows = pillars.flatMap((pillar) => pillar.rows)
  const triesWithout = tries.filter(({ links }) => links.length === 0)
  const triesUnmatched = tries.filter(({ links }) => links.length > 0 && links.every(({ initiatives }) => initiatives.length === 0))
  const problems = told.filter(({ item }) => item.kind === 'problem').map((one) => one.told)
  const areLinked = problems.some(({ links }) => links.length > 0)
  const initiativesWithout = rows.filter(({ count }) => count === 0)
  return {
    tries,
    pillars,
    triesWithout,
    triesUnmatched,
    initiativesWithout,
    problemsWithout: areLinked ? problems.filter(({ links }) => links.length === 0).map(({ short, text }) => ({ short, text })) : null,
    unmatched: tries.flatMap(({ short, links }) =>
      links.filter(({ initiatives }) => initiatives.length === 0).map(({ title, side }) => ({ short, title, side })),
    ),
    counts: {
      tries: tries.length,
      answered: tries.length - triesWithout.length,
      initiatives: rows.length,
      covered: rows.length - initiativesWithout.length,
    },
  }
}

const SHORT = 4

function tryTold(item: ReviewItem, place: number, known: Known): TryTold {
  const short = item.number !== null && item.number.length <= SHORT ? item.number : `(${place + 1})`
  const side = (which: LinkSide): LinkTold[] => item[which].map((link) => linkTold(link, which, known))
  return { place, short, text: item.text, links: [...side('new'), ...side('existing')], other: item.other }
}

function linkTold(link: ReviewLink, side: LinkSide, known: Known): LinkTold {
  const { title, sections, aggregates, note } = link
  return { side, title, sections, aggregates, note, initiatives: meant(link, known).map((it) => ({ id: it.id, title: numbered(it) })) }
}

/** The initiative that is named, or, where it was carried into others, those; a name without an id is the one initiative that is called so. */
function meant({ title, initiative }: ReviewLink, known: Known): Initiative[] {
  const same = known.byTitle.get(foldTight(title)) ?? []
  const it = initiative === null ? (same.length === 1 ? same[0] : undefined) : known.byId.get(initiative)
  if (!it) return []
  if (!known.gone.has(it.id)) return [it]
  const now = reached(known.steps, it.id, 'after').filter(({ id }) => !known.gone.has(id))
  const successors = now.flatMap(({ id }) => known.byId.get(id) ?? [])
  return successors.length > 0 ? successors : [it]
}

function pillarsOf(record: ReformRecord, known: Known, tries: readonly TryTold[]): ReviewCoverage['pillars'] {
  const nodes = new Map(record.nodes.map((node) => [node.id, node]))
  const pillarOf = ({ node }: Initiative): PlanNode | null => {
    let at = node === null ? undefined : nodes.get(node)
    for (let steps = 0; at && at.parent !== null && steps < nodes.size; steps += 1) {
      const above = nodes.get(at.parent)
      if (!above) break
      at = above
    }
    return at ?? null
  }
  const linked = new Set(tries.flatMap(({ links }) => links.flatMap(({ initiatives }) => initiatives.map(({ id }) => id))))
  // one that has ended is asked for no try, but where a try names it, it is shown
  const shown = record.initiatives.filter(({ id }) => !known.gone.has(id) || linked.has(id))
  const groups = Map.groupBy(shown, (it) => pillarOf(it))
  return [...groups].map(([pillar, all]) => ({
    id: pillar?.id ?? null,
    title: pillar ? numbered(pillar) : NO_PILLAR,
    rows: all.map((it) => rowOf(it, tries)),
  }))
}

function rowOf(it: Initiative, tries: readonly TryTold[]): CoverageRow {
  const marks = tries.map(({ links }) => links.find(({ initiatives }) => initiatives.some(({ id }) => id === it.id))?.side ?? null)
  return { id: it.id, title: numbered(it), marks, count: marks.filter((mark) => mark !== null).length }
}

/** 総括の題 — «KPT（前期アクションプラン）». */
export const reviewTitle = (record: Pick<ReformRecord, 'plans'>, review: Review): string => {
  const plan = record.plans.find(({ id }) => id === review.plan)
  return plan ? `${review.method}（${plan.title}）` : review.method
}
