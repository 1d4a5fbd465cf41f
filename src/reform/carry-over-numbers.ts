import type { CarryOver, CarryOverTarget } from './carry-over.ts'
import type { Initiative, ReformRecord } from './record.ts'
import type { RecordId } from './record-id.ts'

const NUMBER = /^(.*?)(\d+)(\D*)$/s
type Pattern = { before: string; after: string; width: number }

/**
 * 番号を振り直す — as the old phase was numbered: 「1-2-3」 counts within its theme, 「1」～「57」 through the plan. A place whose old
 * initiatives have no number, or numbers of several kinds, gets none: nobody would know what they mean.
 */
export function numberedTargets(record: ReformRecord, { rows, targets }: CarryOver): CarryOverTarget[] {
  const known = new Map(record.initiatives.map((it) => [it.id, it]))
  const old = rows.flatMap(({ initiative }) => known.get(initiative) ?? [])
  const whole = patternOf(old)
  const places = new Map<RecordId | null, Pattern | null>()
  for (const under of new Set(targets.map((target) => target.under)))
    places.set(under, whole ?? patternOf(old.filter(({ node }) => node === under)))
  const counts = new Map<string, number>()
  return inTreeOrder(record, targets).map((target) => {
    const pattern = places.get(target.under) ?? null
    if (pattern === null) return { ...target, number: null }
    const key = `${pattern.before}\n${pattern.after}`
    const nth = (counts.get(key) ?? 0) + 1
    counts.set(key, nth)
    return { ...target, number: `${pattern.before}${String(nth).padStart(pattern.width, '0')}${pattern.after}` }
  })
}

/** What the numbers have in common; null where they are not counted, or by more than one way. */
function patternOf(initiatives: readonly Initiative[]): Pattern | null {
  const read = initiatives.map(({ number }) => NUMBER.exec(number ?? ''))
  const [first] = read
  if (!first || read.some((one) => one === null || one[1] !== first[1] || one[3] !== first[3])) return null
  const isPadded = read.every((one) => (one?.[2] ?? '').length === (first[2] ?? '').length) && (first[2] ?? '').startsWith('0')
  return { before: first[1] ?? '', after: first[3] ?? '', width: isPadded ? (first[2] ?? '').length : 1 }
}

/** 計画の並び — pillars and themes as in the tree, and in each the targets in their own order. */
export function inTreeOrder(record: Pick<ReformRecord, 'nodes'>, targets: readonly CarryOverTarget[]): CarryOverTarget[] {
  const place = new Map(nodesInOrder(record).map((id, nth) => [id as string, nth]))
  const placeOf = ({ under }: CarryOverTarget): number => (under === null ? -1 : (place.get(under) ?? place.size))
  return targets.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** Every node, each before those below it. */
export function nodesInOrder({ nodes }: Pick<ReformRecord, 'nodes'>): RecordId[] {
  const ids = new Set(nodes.map(({ id }) => id))
  const below = Map.groupBy(nodes, ({ parent }) => (parent !== null && ids.has(parent) ? parent : null))
  const seen = new Set<RecordId>()
  const walk = (parent: RecordId | null): void => {
    for (const { id } of below.get(parent) ?? []) {
      if (seen.has(id)) continue
      seen.add(id)
      walk(id)
    }
  }
  walk(null)
  // what stands under itself is reached from nowhere
  return [...seen, ...nodes.map(({ id }) => id).filter((id) => !seen.has(id))]
}
