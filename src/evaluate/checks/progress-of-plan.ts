import type { Check, Indicator } from '../../reform/record.ts'
import { compare } from '../../vocabulary/decimal.ts'
import { achievement } from '../achievement.ts'
import { directionOf, isBetter } from '../direction.ts'
import { targetIn } from '../indicator-year.ts'
import { type CheckKind, checked, type Looking, shown } from '../looking.ts'

/** 改善の方向 — an actual that is worse than the baseline, and a stated direction that its own target contradicts. */
export const directions: CheckKind = (looking) =>
  looking.record.indicators.flatMap((indicator, i) => [...worse(looking, indicator, i), ...contradicted(looking, indicator, i)])

function worse(looking: Looking, indicator: Indicator, i: number): Check[] {
  const from = indicator.baseline?.value ?? null
  const latest = indicator.actuals
    .filter((a) => a.value !== null)
    .toSorted((a, b) => (a.fiscalYear ?? 0) - (b.fiscalYear ?? 0))
    .at(-1)
  const year = latest?.fiscalYear ?? looking.record.fiscalYear
  if (from === null || !latest?.value || year === null) return []
  const found = directionOf(indicator, targetIn(indicator, year))
  if (!found || isBetter(from, latest.value, found.direction) !== false) return []
  const guess = found.source === 'guessed' ? '（改善の方向は推定）' : ''
  const unit = indicator.unit
  const message = `指標「${indicator.name}」の実績${shown(latest.value, unit)}は、現況値${shown(from, unit)}より目標から遠ざかっています${guess}。`
  const at = looking.placesOf(`/indicators/${i}/baseline`, `/indicators/${i}/actuals/${indicator.actuals.indexOf(latest)}`)
  return [checked('direction', 'remark', { stated: shown(latest.value, unit), computed: null, message, at })]
}

function contradicted(looking: Looking, indicator: Indicator, i: number): Check[] {
  const from = indicator.baseline?.value ?? null
  const final = indicator.targets.findLast((t) => t.value !== null && !t.maintain)
  if (indicator.directionSource !== 'stated' || from === null || !final?.value) return []
  const order = compare(final.value, from)
  if (!((indicator.direction === 'increase' && order < 0) || (indicator.direction === 'decrease' && order > 0))) return []
  const way = indicator.direction === 'increase' ? '増やす' : '減らす'
  const message = `指標「${indicator.name}」は${way}指標とされていますが、目標${shown(final.value, indicator.unit)}は現況値${shown(from, indicator.unit)}と逆の向きです。`
  return [
    checked('direction', 'remark', {
      stated: shown(final.value, indicator.unit),
      computed: null,
      message,
      at: looking.placesOf(`/indicators/${i}`),
    }),
  ]
}

/** 期限 — a target whose year has been reported on or has passed, and that is not met. */
export const deadlines: CheckKind = (looking) => {
  const { fiscalYear } = looking.record
  if (fiscalYear === null) return []
  return looking.record.indicators.flatMap((indicator, i) => {
    const passed = indicator.targets.findLast((t) => t.fiscalYear !== null && t.fiscalYear <= fiscalYear && t.value !== null)
    const open = indicator.targets.some((t) => t.fiscalYear !== null && t.fiscalYear > fiscalYear)
    if (!passed?.value || passed.fiscalYear === null || open) return []
    const latest = indicator.actuals.filter((a) => a.value !== null && a.fiscalYear !== null && a.fiscalYear <= fiscalYear).at(-1)
    if (!latest?.fiscalYear) return []
    const reached = achievement(indicator, latest.fiscalYear)
    if (reached.met !== false) return []
    const guess = reached.directionSource === 'guessed' ? '（改善の方向は推定）' : ''
    const message = `指標「${indicator.name}」は期限の${passed.fiscalYear}年度に目標${passed.raw}を満たしていません（実績${latest.raw}）${guess}。目標か期限の見直しを確かめてください。`
    return [checked('deadline', 'remark', { stated: passed.raw, computed: latest.raw, message, at: looking.placesOf(`/indicators/${i}`) })]
  })
}
