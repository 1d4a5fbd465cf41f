import type { Indicator, Initiative, ReformRecord, Target } from '../reform/record.ts'
import type { RecordId } from '../reform/record-id.ts'
import { dateText, numberText, yearText } from './figures.ts'
import { numbered } from './initiative-sheet.ts'
import { withUnit } from './told.ts'

/** 指標の現在と目標 — 「現在 → 中間 → 最終」: what is said of each, and when. */
export type IndicatorPair = {
  id: string
  name: string
  /** the initiative whose it is; null for an indicator of the pillar itself */
  of: { id: string; title: string } | null
  now: Point | null
  interim: Point | null
  final: Point | null
}
type Point = { value: string; when: string | null }

/** The indicators of a pillar, of what stands below it, and of its initiatives, in the order of the record. */
export function pairsOf(
  record: ReformRecord,
  pillar: RecordId | null,
  initiatives: readonly Initiative[],
  year: number | null,
): IndicatorPair[] {
  const owners = new Map<string, Initiative>(
    initiatives.flatMap((it) => [[it.id, it] as const, ...it.parts.map((part) => [part.id, it] as const)]),
  )
  const nodes = nodesBelow(record, pillar)
  return record.indicators.flatMap((indicator): IndicatorPair[] => {
    const { of } = indicator
    const owner = of === null ? null : (Object.values(of)[0] as RecordId)
    const it = owner === null ? undefined : owners.get(owner)
    const whole = pillar === null ? of === null || 'plan' in of : of !== null && 'node' in of && nodes.has(of.node)
    return it || whole ? [pairOf(indicator, it ?? null, year)] : []
  })
}

function nodesBelow({ nodes }: ReformRecord, pillar: RecordId | null): ReadonlySet<RecordId> {
  const below = new Set(pillar === null ? [] : [pillar])
  // a parent may stand behind its child in the list, so the walk is repeated until nothing is added
  for (let size = 0; size !== below.size; ) {
    size = below.size
    for (const { id, parent } of nodes) if (parent !== null && below.has(parent)) below.add(id)
  }
  return below
}

const whenOf = ({ fiscalYear, asOf }: { fiscalYear?: number | null; asOf: string | null }): string | null =>
  fiscalYear ? yearText(fiscalYear) : asOf ? dateText(asOf) : null

function pairOf(indicator: Indicator, it: Initiative | null, year: number | null): IndicatorPair {
  const { baseline, targets, unit } = indicator
  const final = targets.findLast((target) => target.final) ?? targets.at(-1) ?? null
  const between = targets.filter((target) => target !== final)
  const due = between.find(({ fiscalYear }) => fiscalYear !== null && year !== null && fiscalYear >= year)
  const interim = due ?? between.at(-1) ?? null
  return {
    id: indicator.id,
    name: indicator.name,
    of: it && { id: it.id, title: numbered(it) },
    now: baseline && baseline.answer !== 'blank' ? pointOf(baseline, unit) : null,
    interim: interim && pointOf(interim, unit),
    final: final && pointOf(final, unit),
  }
}

/** A bare number gets its unit; 「5年後までに 50%」 stands as it is printed. */
function pointOf(said: Target | NonNullable<Indicator['baseline']>, unit: string | null): Point {
  const plain = said.raw.normalize('NFKC').replace(/[\s,]/g, '')
  const isBare = said.value !== null && /^[-▲△]?[\d.]+$/.test(plain)
  return { value: isBare && said.value ? withUnit(numberText(said.value), unit) : said.raw, when: whenOf(said) }
}
