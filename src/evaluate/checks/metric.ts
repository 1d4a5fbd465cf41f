import type { Check, Figure, Indicator } from '../../reform/record.ts'
import { findDates } from '../../vocabulary/dated.ts'
import { figureTokens } from '../../vocabulary/figure-token.ts'
import { foldTight } from '../../vocabulary/folding.ts'
import { foldInPlace } from '../../vocabulary/same-length.ts'
import { similarity } from '../../vocabulary/similarity.ts'
import { sameUnit } from '../../vocabulary/units.ts'
import { type CheckKind, checked, type FigureSeen, figuresOf, indicatorsOf, type Looking } from '../looking.ts'

/** 目標と実績の指標 — a report with figures, none of which is on the metric of the target. */
export const sameMetric: CheckKind = (looking) =>
  figuresOf(looking.record).flatMap(({ initiative, report, figures }) => {
    const others = figures.filter(({ figure }) => figure.indicator === null && figure.value !== null)
    if (report.fiscalYear === null || others.length === 0) return []
    const reported = initiative.reports.filter((r) => r.fiscalYear === report.fiscalYear)
    // Several reports of a year share the initiative's indicators: the first of them tells once.
    if (reported[0] !== report) return []
    const unanswered = indicatorsOf(looking.record, initiative).filter(
      (i) => isUnanswered(i, report.fiscalYear as number) && !reported.some((r) => r.figures.some((f) => f.indicator === i.id)),
    )
    return unanswered
      .filter((indicator) => !others.some((o) => isAlike(indicator, o.figure)))
      .map((indicator) => metricRemark(looking, indicator, others))
  })

const isUnanswered = (indicator: Indicator, year: number): boolean =>
  indicator.targets.some((t) => t.value !== null) && !indicator.actuals.some((a) => a.fiscalYear === year && a.answer !== 'blank')

/** 「研修回数」 and 「技術職員向け研修回数」: another spelling of the same thing is no other metric. */
const isAlike = (indicator: Indicator, figure: Figure): boolean =>
  sameUnit(indicator.unit?.replace(/\/.*/, '') ?? null, figure.unit?.replace(/\/.*/, '') ?? null) &&
  (foldTight(figure.label).includes(foldTight(indicator.name)) || similarity(figure.label, indicator.name) >= 0.4)

function metricRemark(looking: Looking, indicator: Indicator, others: readonly FigureSeen[]): Check {
  const raws = others.map((o) => o.figure.raw)
  const told = raws.slice(0, 3).join('」「')
  return checked('same-metric', 'remark', {
    stated: indicator.name,
    computed: null,
    message: `目標の指標「${indicator.name}」の実績が報告にありません。報告の数値は「${told}」${raws.length > 3 ? 'など' : ''}です。目標と実績の指標がそろっているか確かめてください。`,
    at: looking.placesOf(`/indicators/${looking.record.indicators.indexOf(indicator)}`, ...others.slice(0, 3).map((o) => o.pointer)),
  })
}

/** 単位の変化 — baseline, targets and actuals of one indicator printed in different units. */
export const unitChanges: CheckKind = (looking) =>
  looking.record.indicators.flatMap((indicator, i) => {
    const printed = [indicator.baseline?.raw ?? null, ...indicator.targets.map((t) => t.raw), ...indicator.actuals.map((a) => a.raw)]
    const units = printed.flatMap((raw) => (raw === null ? [] : (unitIn(raw) ?? [])))
    const [first] = units
    const other = units.find((u) => first !== undefined && !sameUnit(u, first))
    if (first === undefined || other === undefined) return []
    const message = `指標「${indicator.name}」の単位が「${first}」と「${other}」で異なります。同じものを測っているか確かめてください。`
    return [checked('unit-change', 'remark', { stated: other, computed: first, message, at: looking.placesOf(`/indicators/${i}`) })]
  })

/** The unit of a value printed alone or at the end of its item; prose with several figures tells nothing. */
function unitIn(raw: string): string | null {
  const plain = foldInPlace(raw)
  const tokens = figureTokens(plain).filter((t) => t.unit !== null)
  const dates = findDates(plain)
  return tokens.length === 1 && dates.length <= 1 ? (tokens[0]?.unit ?? null) : null
}
