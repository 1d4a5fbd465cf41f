import type { Indicator, Series } from '../../reform/record.ts'
import { findDates } from '../../vocabulary/dated.ts'
import { figureTokens } from '../../vocabulary/figure-token.ts'
import { foldTight } from '../../vocabulary/folding.ts'
import { readQuantities } from '../../vocabulary/quantity.ts'
import { foldInPlace } from '../../vocabulary/same-length.ts'
import type { Draft } from '../draft.ts'
import type { Cell } from '../read/page.ts'

/**
 * 文中の主な数値 — only what is certain: a name, a unit and a printed date make a point of a series, and
 * «平成23年4月の職員数842名を目標» an indicator with its target. Whatever is less sure stays prose.
 */
export function readKeyFigures(draft: Draft, text: string, cells: readonly Cell[], of: Indicator['of']): void {
  for (const said of readQuantities(text)) {
    const at = said.asOf === null ? null : pointOf(said.asOf)
    const named = nameOf(text, said.label, said.start)
    if (at === null || !named || said.unit === null || said.approximate || said.comparator !== null) continue
    addPoint(draft, named, said.unit, { at, value: said.value, answer: 'number', raw: said.raw, status: null }, cells)
  }
  readTargets(draft, text, cells, of)
}

const PARTICLE = /^(?:は|が|に|で|を|も|の|と|へ)/
/** «総務部長　平成25年度の620人から…»: who speaks, not what is counted */
const SPEAKER = /(?:[部課局室所]長|市長|町長|村長|区長|議長|議員|委員|副市長|教育長|会長|事務局|氏|○)$|^[○●QＱA-Z]?\d*番/
const TOTAL = /^(?:の?(?:合計|計|総計|うち|内訳))/

/** «暮らしやすさが平成19年度には全国42位»: the subject stands before the date, «全国» says which rank. */
function nameOf(text: string, label: string, start: number): { name: string; breakdown: string | null } | null {
  const bare = label.trim()
  if (bare === '' || TOTAL.test(bare) || SPEAKER.test(bare)) return null
  if (!PARTICLE.test(bare)) return bare.length <= 30 && !/[、。]/.test(bare) ? { name: bare, breakdown: null } : null
  const from = text.slice(0, start + label.length + 40)
  const subject = /([^、。「」（）()はが\s]{2,20})[はが](?=(?:平成|令和|昭和|19|20))/.exec(from.slice(Math.max(0, start - 4)))?.[1]
  const rest = bare.replace(/^[はがにでをもとへの]+/, '')
  return subject ? { name: subject, breakdown: rest === '' ? null : rest } : null
}

function pointOf(asOf: string): string | null {
  const dated = findDates(asOf)[0]?.dated
  if (!dated) return null
  if (dated.kind === 'date' || dated.kind === 'year-end') return dated.date
  if (dated.kind === 'month') return dated.month
  return dated.kind === 'fiscal-year' && dated.to === null ? String(dated.year) : null
}

function addPoint(
  draft: Draft,
  named: { name: string; breakdown: string | null },
  unit: string,
  point: Series['points'][number],
  cells: readonly Cell[],
): void {
  const known = draft.record.series.find(
    (s) => foldTight(s.name) === foldTight(named.name) && s.unit === unit && s.breakdown === named.breakdown,
  )
  const series: Series = known ?? { ...named, unit, thresholds: {}, points: [] }
  if (!known) draft.record.series.push(series)
  if (series.points.some((p) => p.at === point.at)) return
  series.points.push(point)
  for (const cell of cells) draft.from(series, 'points', cell.at)
}

const BEFORE_GOAL = /の([^、。「」はがを\s]{2,14})[\s　]*$/

function readTargets(draft: Draft, text: string, cells: readonly Cell[], of: Indicator['of']): void {
  const plain = foldInPlace(text)
  for (const token of figureTokens(plain)) {
    if (token.unit === null || !/^を目標/.test(plain.slice(token.end))) continue
    const before = BEFORE_GOAL.exec(text.slice(0, token.start))
    const date = before ? findDates(text.slice(0, before.index)).at(-1) : undefined
    if (!before || !date?.dated || date.end !== before.index) continue
    const { dated } = date
    const asOf = dated.kind === 'date' || dated.kind === 'year-end' ? dated.date : dated.kind === 'month' ? dated.month : null
    const fiscalYear = dated.kind === 'fiscal-year' && dated.to === null ? dated.year : null
    if (asOf === null && fiscalYear === null) continue
    const indicator: Indicator = {
      id: draft.id('indicator'),
      of,
      name: before[1] as string,
      kind: null,
      unit: token.unit,
      direction: null,
      directionSource: null,
      aggregation: null,
      baseline: null,
      targets: [
        {
          fiscalYear,
          asOf,
          comparator: token.comparator ?? '=',
          value: token.value,
          answer: 'number',
          raw: text.slice(date.start, token.end),
          final: true,
        },
      ],
      actuals: [],
    }
    draft.record.indicators.push(indicator)
    for (const cell of cells) draft.from(indicator, 'targets', cell.at)
  }
}
