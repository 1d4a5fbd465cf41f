import type { Check } from '../../reform/record.ts'
import { findDates } from '../../vocabulary/dated.ts'
import { absolute, compare, type Decimal, minus } from '../../vocabulary/decimal.ts'
import { similarity } from '../../vocabulary/similarity.ts'
import { sameUnit } from '../../vocabulary/units.ts'
import { type CheckKind, checked, type FigureSeen, figuresOf, type Looking, shown, wordsOf } from '../looking.ts'
import { passageOf } from '../said-in.ts'
import { agreementOf, isCounted } from '../tolerance.ts'
import { OTHER_TIME } from '../wording-of-doubt.ts'

/** 差 — «10名の減員» against two dated values of the same unit: R4.4.1 941名, R5.4.1 931名. */
export const differences: CheckKind = (looking) => [
  ...figuresOf(looking.record).flatMap(({ figures }) =>
    figures.filter(isChangeAlone).flatMap((seen) => pairCheck(looking, seen, figures) ?? []),
  ),
  ...seriesChecks(looking),
]

/** A figure that is a change itself, and no state with a change beside it. */
const isChangeAlone = ({ figure }: FigureSeen): boolean =>
  figure.value !== null &&
  figure.change != null &&
  compare(absolute(figure.value), absolute(figure.change)) === 0 &&
  wordsOf(figure)?.from == null

type DatedValue = { seen: FigureSeen; value: Decimal; day: string; name: string }

function datedValue(seen: FigureSeen): DatedValue | null {
  const asOf = wordsOf(seen.figure)?.asOf ?? null
  const dated = asOf === null ? null : (findDates(asOf)[0]?.dated ?? null)
  if (!dated || seen.figure.value === null || seen.figure.change != null) return null
  const day =
    dated.kind === 'date' || dated.kind === 'year-end'
      ? dated.date
      : dated.kind === 'month'
        ? dated.month
        : dated.kind === 'fiscal-year'
          ? `${dated.year}`
          : null
  return day === null ? null : { seen, value: seen.figure.value, day, name: seen.figure.label }
}

function pairCheck(looking: Looking, change: FigureSeen, figures: readonly FigureSeen[]): Check | null {
  const dated = figures
    .filter((s) => sameUnit(s.figure.unit, change.figure.unit))
    .map(datedValue)
    .filter((d) => d !== null)
  const changes = figures.filter((s) => isChangeAlone(s) && sameUnit(s.figure.unit, change.figure.unit))
  const [a, b, ...more] = dated
  if (!a || !b || more.length > 0 || changes.length !== 1 || a.day === b.day || a.name !== b.name) return null
  const [earlier, later] = a.day < b.day ? [a, b] : [b, a]
  // An unlabelled pair right behind the sentence continues it; another name may be another set of people.
  const follows = figures.indexOf(a.seen) === figures.indexOf(change) + 1
  const named =
    (a.name === '' && follows && /合計|全体|全職員|総数|総職員|職員数/.test(change.figure.label)) || a.name === change.figure.label
  const passage = passageOf(change.report, [change])
  const sure = named && passage !== null && !OTHER_TIME.test(passage.text)
  return verdictOf(looking, change, { earlier, later }, sure)
}

type DatedPair = { earlier: { value: Decimal; day: string; seen?: FigureSeen }; later: { value: Decimal; day: string; seen?: FigureSeen } }

function verdictOf(looking: Looking, change: FigureSeen, { earlier, later }: DatedPair, sure: boolean): Check {
  const stated = change.figure.change as Decimal
  const computed = minus(later.value, earlier.value)
  const exact = isCounted(change.figure.unit, [stated, earlier.value, later.value])
  const agrees = exact ? compare(stated, computed) === 0 : agreementOf(stated, computed) !== 'differs'
  const unit = change.figure.unit
  const sum = `${shown(later.value)}－${shown(earlier.value)}＝${shown(computed, unit)}`
  const pointers = [change.pointer, ...[earlier.seen, later.seen].flatMap((s) => s?.pointer ?? [])]
  const said = { stated: change.figure.raw, computed: shown(computed, unit), at: looking.placesOf(...pointers) }
  const name = change.figure.label === '' ? change.figure.raw : change.figure.label
  if (agrees)
    return checked('difference', 'holds', {
      ...said,
      message: `「${name}」の増減${shown(stated, unit)}は、時点ごとの値の差と一致します（${sum}）。`,
    })
  const message = `「${name}」の増減は${shown(stated, unit)}と書かれていますが、時点ごとの値の差は${shown(computed, unit)}です（${sum}）。`
  return sure
    ? checked('difference', 'fails', { ...said, message: `${message}増減か値を確かめてください。` })
    : checked('difference', 'cannot-tell', { ...said, message: `${message}対象が異なるかもしれないため、誤りとは言えません。` })
}

/** A series of the record may hold the dated values that a sentence speaks of; only agreement is told. */
function seriesChecks(looking: Looking): Check[] {
  return figuresOf(looking.record).flatMap(({ figures }) =>
    figures.filter(isChangeAlone).flatMap((change) =>
      looking.record.series.flatMap((series) => {
        const [earlier, later] = series.points.filter((p) => p.value !== null).slice(-2)
        if (
          !earlier?.value ||
          !later?.value ||
          !sameUnit(series.unit, change.figure.unit) ||
          similarity(series.name, change.figure.label) < 0.5
        )
          return []
        const pair = { earlier: { value: earlier.value, day: earlier.at }, later: { value: later.value, day: later.at } }
        const check = verdictOf(looking, change, pair, false)
        return check.verdict === 'holds' ? [check] : []
      }),
    ),
  )
}
