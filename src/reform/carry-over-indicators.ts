import type { CarryOver, CarryOverTarget } from './carry-over.ts'
import { originsOf } from './carry-over-draft.ts'
import type { Indicator, Initiative, ReformRecord, Target } from './record.ts'
import type { RecordId } from './record-id.ts'

type Making = {
  /** nodes, parts and the phase itself: old → new */
  now: ReadonlyMap<RecordId, RecordId>
  initiativeOf: (key: string) => RecordId | null
  isFirst: (it: Initiative, target: CarryOverTarget) => boolean
}

/**
 * 引き継ぐ指標 — of initiatives that go on, of their parts, of copied nodes and of the phase: name, unit, kind, direction, baseline
 * and the targets that reach beyond the old phase. The actuals stay with the old one: the series runs on along the lineage, with
 * its break, and no figure stands twice.
 */
export function indicatorsCarried(
  record: ReformRecord,
  paper: CarryOver,
  making: Making,
  newId: (kind: 'indicator') => RecordId,
): Indicator[] {
  const carried = (one: Indicator, of: Indicator['of']): Indicator => ({
    ...one,
    id: newId('indicator'),
    of,
    targets: one.targets.filter((target) => reachesBeyond(target, paper)),
    actuals: [],
  })
  return record.indicators.flatMap((one) => {
    const of = ownerNow(one, record, paper, making)
    return of === null ? [] : [carried(one, of)]
  })
}

function ownerNow({ of }: Indicator, record: ReformRecord, paper: CarryOver, making: Making): Indicator['of'] {
  if (of === null) return null
  if ('initiative' in of) {
    const it = record.initiatives.find(({ id }) => id === of.initiative)
    const target = it && paper.targets.find((one) => originsOf(paper, one.key).length > 0 && making.isFirst(it, one))
    const initiative = target ? making.initiativeOf(target.key) : null
    return initiative === null ? null : { initiative }
  }
  const now = making.now.get('part' in of ? of.part : 'node' in of ? of.node : of.plan)
  if (now === undefined) return null
  // a root that ends is the outer plan of what follows: what measures the whole stays with it
  if ('plan' in of) return record.plans.find(({ id }) => id === of.plan)?.parent === null ? null : { plan: now }
  return 'part' in of ? { part: now } : { node: now }
}

/** 最終目標, one that names no year, and those of the years that the new phase still has before it. */
const reachesBeyond = ({ final, fiscalYear }: Target, { period }: CarryOver): boolean =>
  final || fiscalYear === null || (period !== null && fiscalYear >= period.from)
