import { type LineageStep, lineageSteps, reached } from '../reform/lineage-paths.ts'
import type { Actual, Indicator, Initiative, ReformRecord } from '../reform/record.ts'
import type { RecordId } from '../reform/record-id.ts'
import { type Decimal, sumOf } from '../vocabulary/decimal.ts'
import { foldTight } from '../vocabulary/folding.ts'
import { breakText, type NotSummed, notJoinedText, type WhyNotJoined } from './wording-through.ts'

/** 継ぎ目 — where one initiative became another: the figures before and after it need not mean the same. */
export type SeriesBreak = { year: number | null; text: string; reason: string | null }
/** 系列の一区間 — the indicator of one initiative before, at or after the one that is asked about. */
export type Stretch = {
  initiative: RecordId
  title: string
  indicator: RecordId
  place: 'before' | 'own' | 'after'
  actuals: readonly Actual[]
}
export type NotJoined = { title: string; why: WhyNotJoined; text: string }
export type Summed = { points: { year: number; value: Decimal }[]; of: string[] }

/** 系譜を通した系列 — an indicator through merges, splits and new plans, with a mark at each break. */
export type ThroughSeries = {
  own: Indicator
  stretches: Stretch[]
  breaks: SeriesBreak[]
  /** several origins of one merge, added year by year where all of them report; null where they may not be added */
  summed: Summed | null
  notSummed: NotSummed | null
  notJoined: NotJoined[]
}

type Known = {
  record: ReformRecord
  initiatives: Map<RecordId, Initiative>
  steps: LineageStep[]
  owners: Map<RecordId, Initiative>
  indicators: Map<RecordId, Indicator[]>
}
/** 系列の索引 — made once for a record, since every indicator of it is asked. */
export type SeriesIndex = Known

export function seriesIndex(record: ReformRecord): SeriesIndex {
  const byPart = new Map(record.initiatives.flatMap((it) => it.parts.map((part) => [part.id, it.id] as const)))
  const ownerOf = ({ of }: Indicator): RecordId | null =>
    of && 'initiative' in of ? of.initiative : of && 'part' in of ? (byPart.get(of.part) ?? null) : null
  const indicators = new Map<RecordId, Indicator[]>()
  const owners = new Map<RecordId, Initiative>()
  const initiatives = new Map(record.initiatives.map((it) => [it.id, it]))
  for (const one of record.indicators) {
    const owner = ownerOf(one)
    const it = owner === null ? undefined : initiatives.get(owner)
    if (!it) continue
    owners.set(one.id, it)
    indicators.set(it.id, [...(indicators.get(it.id) ?? []), one])
  }
  return { record, initiatives, steps: lineageSteps(record), owners, indicators }
}

const made = new WeakMap<ReformRecord, SeriesIndex>()
/** The index of a record that no longer changes: an edition's. */
export function seriesIndexOf(record: ReformRecord): SeriesIndex {
  const known = made.get(record) ?? seriesIndex(record)
  made.set(record, known)
  return known
}

const sameName = (a: Indicator, b: Indicator): boolean => foldTight(a.name) === foldTight(b.name)
const sameUnit = (a: Indicator, b: Indicator): boolean => foldTight(a.unit ?? '') === foldTight(b.unit ?? '')

/** null where the indicator has no relatives that measure anything: most have none, and nothing is then said about it. */
export function throughSeries(own: Indicator, known: SeriesIndex): ThroughSeries | null {
  const it = known.owners.get(own.id)
  if (!it || known.steps.length === 0) return null
  const before = related(own, it, known, 'before')
  const after = related(own, it, known, 'after', new Set(before.all))
  if (before.all.length + after.all.length === 0) return null
  // a relative that measures nothing adds nothing: the figures would only be repeated
  if ([before, after].every((one) => one.stretches.length + one.notJoined.length === 0)) return null
  const stretches = [...before.stretches.toReversed(), stretchOf(own, it, 'own'), ...after.stretches]
  const origins = before.stretches.length > 1 ? before.stretches : []
  const kind = origins.length > 0 ? summable(own, origins, known) : null
  return {
    own,
    stretches,
    breaks: [...before.breaks, ...after.breaks].toSorted((a, b) => (a.year ?? 9999) - (b.year ?? 9999)),
    summed: kind === 'count' ? summed(origins) : null,
    notSummed: kind === 'count' ? null : kind,
    notJoined: [...before.notJoined, ...after.notJoined],
  }
}

const stretchOf = (one: Indicator, it: Initiative, place: Stretch['place']): Stretch => ({
  initiative: it.id,
  title: it.title,
  indicator: one.id,
  place,
  actuals: one.actuals,
})

type Related = { all: RecordId[]; stretches: Stretch[]; breaks: SeriesBreak[]; notJoined: NotJoined[] }

function related(
  own: Indicator,
  it: Initiative,
  known: Known,
  place: 'before' | 'after',
  without: ReadonlySet<RecordId> = new Set(),
): Related {
  const ways = reached(known.steps, it.id, place).filter(({ id }) => !without.has(id))
  const said: Related = { all: ways.map(({ id }) => id), stretches: [], breaks: [], notJoined: [] }
  const marked = new Set<LineageStep>()
  for (const { id, step } of ways) {
    const other = known.initiatives.get(id)
    if (!other) continue
    const theirs = known.indicators.get(id) ?? []
    const named = theirs.filter((one) => sameName(one, own))
    const found = named.find((one) => sameUnit(one, own))
    if (found) {
      said.stretches.push(stretchOf(found, other, place))
      if (!marked.has(step)) said.breaks.push(breakAt(step, place === 'before' ? found : own, known))
      marked.add(step)
    } else if (named[0])
      said.notJoined.push({
        title: other.title,
        why: 'other-unit',
        text: notJoinedText('other-unit', other.title, own.unit, named[0].unit),
      })
    else if (theirs.length > 0)
      said.notJoined.push({
        title: other.title,
        why: 'no-such-indicator',
        text: notJoinedText('no-such-indicator', other.title, own.unit, null),
      })
  }
  return said
}

const years = (actuals: readonly Actual[]): number[] =>
  actuals.flatMap(({ fiscalYear, value }) => (fiscalYear === null || value === null ? [] : [fiscalYear]))

/** The first year of the new plan, where the two stand in different plans; otherwise the year after the last that the old one reports. */
function breakAt({ lineage, from, to }: LineageStep, earlier: Indicator, { record, initiatives }: Known): SeriesBreak {
  const planOf = (id: RecordId | undefined): RecordId | null => (id === undefined ? null : (initiatives.get(id)?.plan ?? null))
  const old = planOf(from[0])
  const next = planOf(to[0])
  const begins = next === old ? null : (record.plans.find(({ id }) => id === next)?.period?.from ?? null)
  const last = Math.max(...years(earlier.actuals))
  const ends = lineage.to.map(({ title }) => title)
  return {
    year: begins ?? (Number.isFinite(last) ? last + 1 : null),
    text: breakText(
      lineage.kind,
      lineage.from.map(({ title }) => title),
      ends,
    ),
    reason: lineage.reason,
  }
}

/** A share, a mean or a grade of two is not their sum; a unit that nobody named says nothing of what is counted. */
const RATIO = /[%％‰割倍位点度℃]|ポイント|当たり|当り|あたり|\/[人件回戸]|／[人件回戸]|per/
const RATIO_NAME = /[率比]$|[率比][（(]|割合|比率|平均|当たり|あたり|満足度|指数/

function summable(own: Indicator, origins: readonly Stretch[], known: Known): 'count' | NotSummed {
  const all = [own, ...origins.map(({ indicator }) => known.record.indicators.find(({ id }) => id === indicator) as Indicator)]
  const isRatio = ({ name, unit, actuals }: Indicator): boolean =>
    RATIO.test((unit ?? '').normalize('NFKC')) || RATIO_NAME.test(name) || actuals.some(({ denominator }) => denominator !== null)
  if (all.some(isRatio)) return 'ratio'
  const saysHow = all.every(({ aggregation }) => aggregation !== null && aggregation === own.aggregation)
  return own.unit !== null && saysHow ? 'count' : 'not-said'
}

/** Only the years in which every origin reports a number: a sum with one of them missing would show a fall that never was. */
function summed(origins: readonly Stretch[]): Summed {
  const at = ({ actuals }: Stretch, year: number): Decimal | null =>
    actuals.find(({ fiscalYear, value }) => fiscalYear === year && value !== null)?.value ?? null
  const all = [...new Set(origins.flatMap(({ actuals }) => years(actuals)))].toSorted((a, b) => a - b)
  const points = all.flatMap((year) => {
    const values = origins.map((origin) => at(origin, year))
    return values.every((value) => value !== null) ? [{ year, value: sumOf(values as Decimal[]) }] : []
  })
  return { points, of: origins.map(({ title }) => title) }
}

/** 引き継がれた指標 — of an initiative that has none of that name itself: the indicators of those it came from. */
export function inheritedIndicators(initiative: RecordId, known: SeriesIndex): { indicator: Indicator; from: Initiative }[] {
  const own = known.indicators.get(initiative) ?? []
  return reached(known.steps, initiative, 'before').flatMap(({ id }) =>
    (known.indicators.get(id) ?? [])
      .filter((one) => !own.some((mine) => sameName(mine, one)))
      .map((indicator) => ({ indicator, from: known.owners.get(indicator.id) as Initiative })),
  )
}
