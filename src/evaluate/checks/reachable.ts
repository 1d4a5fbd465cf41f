import type { Activity, Check, Indicator, Initiative } from '../../reform/record.ts'
import { compare, type Decimal, dividedBy, isPositive, minus, plus, rounded, sumOf, times } from '../../vocabulary/decimal.ts'
import { readQuantities } from '../../vocabulary/quantity.ts'
import { sameUnit } from '../../vocabulary/units.ts'
import { directionOf } from '../direction.ts'
import { type CheckKind, checked, indicatorsOf, type Looking, shown } from '../looking.ts'

/** 計画で目標に届くか — the steps printed in the schedule, and the targets year by year. Always a remark: it rests on a reading. */
export const reachable: CheckKind = (looking) => [
  ...looking.record.initiatives.flatMap((initiative, i) => stepsCheck(looking, initiative, i)),
  ...looking.record.indicators.flatMap((indicator, i) => yearlyCheck(looking, indicator, i)),
]

type Steps = { unit: string; sum: Decimal; count: number }

/** 「L=8.95km」 in one year after another: what an activity adds up to. Rows of one initiative repeat the same steps. */
function stepsOf(initiative: Initiative): Steps[] {
  const ofActivity = (activity: Activity): Steps[] => {
    const said = activity.schedule.flatMap((cell) =>
      readQuantities(cell.text).filter((q) => q.unit !== null && q.comparator === null && /[a-z㎡㎥㎞]/i.test(q.unit)),
    )
    const units = [...new Set(said.map((q) => q.unit as string))]
    return units.map((unit) => {
      const own = said.filter((q) => q.unit === unit).map((q) => q.value)
      return { unit, sum: sumOf(own), count: own.length }
    })
  }
  const all = initiative.parts
    .flatMap((p) => p.activities)
    .flatMap(ofActivity)
    .filter((s) => s.count > 1)
  const largest = new Map<string, Steps>()
  for (const steps of all) if (compare(steps.sum, largest.get(steps.unit)?.sum ?? ('0' as Decimal)) > 0) largest.set(steps.unit, steps)
  return [...largest.values()]
}

function stepsCheck(looking: Looking, initiative: Initiative, i: number): Check[] {
  const indicators = indicatorsOf(looking.record, initiative)
  return stepsOf(initiative).flatMap((steps) => {
    const base = indicators.find((ind) => sameUnit(ind.unit, steps.unit) && ind.baseline?.value)
    const from = base?.baseline?.value
    if (!base || !from) return []
    const reached = plus(from, steps.sum)
    const sum = `現況${shown(from, steps.unit)}＋計画${shown(steps.sum, steps.unit)}＝${shown(reached, steps.unit)}`
    const own = base.targets.findLast((t) => t.value !== null)?.value
    const at = looking.placesOf(`/initiatives/${i}/parts`, `/indicators/${looking.record.indicators.indexOf(base)}`)
    if (own)
      return compare(reached, own) < 0 && isPositive(minus(own, from))
        ? [stepsRemark(initiative, sum, shown(own, steps.unit), shown(reached, steps.unit), at)]
        : []
    return shareCheck(looking, { initiative, indicators, from, reached, sum, at })
  })
}

type ShareGoal = { initiative: Initiative; indicators: Indicator[]; from: Decimal; reached: Decimal; sum: string; at: string[] }

/** The length has no target of its own, but stands beside a share: 10.4km are 25%, so 100% are 41.6km. */
function shareCheck(looking: Looking, { initiative, indicators, from, reached, sum, at }: ShareGoal): Check[] {
  const shares = indicators.filter(
    (ind) => ind.unit === '%' && ind.baseline?.value && isPositive(ind.baseline.value) && ind.targets.some((t) => t.value !== null),
  )
  const [share] = shares
  const target = share?.targets.findLast((t) => t.value !== null)?.value
  if (!share?.baseline?.value || !target || shares.length !== 1) return []
  const whole = dividedBy(times(from, '100' as Decimal), share.baseline.value)
  const computed = rounded(dividedBy(times(reached, '100' as Decimal), whole), 1)
  if (compare(computed, target) >= 0) return []
  const places = [...at, ...looking.placesOf(`/indicators/${looking.record.indicators.indexOf(share)}`)]
  return [
    stepsRemark(initiative, `${sum}、現況${shown(share.baseline.value)}%からの換算`, `${shown(target)}%`, `${shown(computed)}%`, [
      ...new Set(places),
    ]),
  ]
}

function stepsRemark(initiative: Initiative, sum: string, stated: string, computed: string, at: string[]): Check {
  const message = `「${initiative.title}」は、行動計画の数量をすべて足しても${computed}で、目標${stated}に届きません（${sum}）。計画の数量か目標を確かめてください。`
  return checked('reachable', 'remark', { stated, computed, message, at })
}

/** Yearly targets that go past the final one, or away from it. */
function yearlyCheck(looking: Looking, indicator: Indicator, i: number): Check[] {
  const yearly = indicator.targets
    .filter((t) => t.fiscalYear !== null && t.value !== null)
    .toSorted((a, b) => (a.fiscalYear ?? 0) - (b.fiscalYear ?? 0))
  const final = yearly.at(-1)
  const direction = directionOf(indicator, final ?? null)?.direction
  if (!final?.value || yearly.length < 2 || direction === undefined || direction === 'maintain' || indicator.aggregation === 'annual')
    return []
  const beyond = yearly.slice(0, -1).find((t) => {
    const order = compare(t.value as Decimal, final.value as Decimal)
    return direction === 'increase' ? order > 0 : order < 0
  })
  if (!beyond) return []
  const message = `指標「${indicator.name}」は、${beyond.fiscalYear}年度の目標${beyond.raw}が${final.fiscalYear}年度の目標${final.raw}より先に進んでいます。年度ごとの目標を確かめてください。`
  return [
    checked('reachable', 'remark', { stated: beyond.raw, computed: final.raw, message, at: looking.placesOf(`/indicators/${i}/targets`) }),
  ]
}
