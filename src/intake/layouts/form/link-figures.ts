import type { Figure, Indicator, Initiative, Report } from '../../../reform/record.ts'
import { sameUnit } from '../../../vocabulary/units.ts'
import { inUnit } from '../../../vocabulary/yen.ts'
import { sameMetric } from '../same-metric.ts'
import type { Form } from './state.ts'

/** 実績と指標を結ぶ — a figure of a report that names an indicator of its own initiative is that indicator's actual of the year. */
export function linkFigures(form: Form): void {
  const { draft } = form
  for (const initiative of draft.record.initiatives) {
    const indicators = draft.record.indicators.filter((i) => belongs(i, initiative))
    for (const report of initiative.reports) for (const figure of report.figures) link(figure, report, indicators, initiative, form)
  }
}

const belongs = (indicator: Indicator, initiative: Initiative): boolean =>
  indicator.of !== null &&
  (('initiative' in indicator.of && indicator.of.initiative === initiative.id) ||
    ('part' in indicator.of && initiative.parts.some((p) => indicator.of && 'part' in indicator.of && p.id === indicator.of.part)))

function link(figure: Figure, report: Report, indicators: readonly Indicator[], initiative: Initiative, { draft, dated }: Form): void {
  if ((dated.get(figure) ?? report.fiscalYear) !== report.fiscalYear) return
  if (figure.indicator !== null || figure.value === null || figure.label === '') return
  const answered = report.parts.length > 0 ? initiative.parts.filter((p) => report.parts.includes(p.id)) : initiative.parts
  const near = indicators.filter((i) => i.of && (!('part' in i.of) || answered.some((p) => i.of && 'part' in i.of && p.id === i.of.part)))
  const named = near.filter((i) => matches(i, figure))
  const [indicator] = named
  if (!indicator || named.length > 1) return
  figure.indicator = indicator.id
  if (report.fiscalYear === null || indicator.actuals.some((a) => a.fiscalYear === report.fiscalYear)) return
  const { raw, numerator = null, denominator = null } = figure
  const value = inUnit(figure.value, figure.unit, indicator.unit)
  const actual = {
    fiscalYear: report.fiscalYear,
    asOf: null,
    value,
    answer: 'number' as const,
    raw,
    numerator,
    denominator,
    status: '実績' as const,
  }
  indicator.actuals.push(actual)
  draft.from(actual, 'value', draft.placesOf(figure, 'raw'))
}

/** By the indicator's name, or by the words its baseline is printed with. */
function matches(indicator: Indicator, figure: Figure): boolean {
  const ofMoney = [indicator.unit, figure.unit].every((unit) => unit?.endsWith('円'))
  if (!ofMoney && !sameUnit(bare(indicator.unit), bare(figure.unit))) return false
  const words = indicator.baseline?.raw.replace(/[\d０-９][\d０-９,，.．]*.*$/s, '').trim() ?? ''
  // «回/年» on both sides is more than «回»: then a short name is enough
  const ending = indicator.unit?.includes('/') && indicator.unit === figure.unit ? 4 : undefined
  return sameMetric(indicator.name, figure.label, ending) || (words !== '' && sameMetric(words, figure.label))
}

const bare = (unit: string | null): string | null => unit?.split('/')[0] ?? null
