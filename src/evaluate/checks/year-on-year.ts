import type { Check } from '../../reform/record.ts'
import { absolute, compare, type Decimal, minus } from '../../vocabulary/decimal.ts'
import type { Quantity } from '../../vocabulary/quantity.ts'
import { similarity } from '../../vocabulary/similarity.ts'
import { sameUnit } from '../../vocabulary/units.ts'
import { type CheckKind, checked, type FigureSeen, figuresOf, indicatorsOf, type Looking, shown, valueBefore, wordsOf } from '../looking.ts'
import { passageOf } from '../said-in.ts'
import { coarsest, isCounted, sumAgreement } from '../tolerance.ts'
import { OTHER_TIME } from '../wording-of-doubt.ts'

/** 前年度比 — «42,182件 <前年度比：16,011件増>» against the value of the year before, printed beside it or known as the baseline. */
export const yearOnYear: CheckKind = (looking) =>
  figuresOf(looking.record).flatMap(({ figures }) => figures.flatMap((seen) => changeCheck(looking, seen) ?? []))

/** Where the earlier value comes from; only one printed in the same words makes a difference wrong beyond doubt. */
type Before = { value: Decimal; from: 'same words' | 'indicator' | 'likeness'; name: string; pointers: string[] }

function changeCheck(looking: Looking, seen: FigureSeen): Check | null {
  const { value, change } = seen.figure
  const words = wordsOf(seen.figure)
  if (!value || !change || !words?.change || words.change.kind === 'ratio') return null
  if (!sameUnit(words.change.unit, seen.figure.unit) && !(words.change.kind === 'point' && seen.figure.unit === '%')) return null
  // 「10名の減員」 says a change and no state: there is nothing to subtract it from.
  if (compare(absolute(value), absolute(change)) === 0 && words.from === null && words.previous === null) return null
  const befores = earlierValues(looking, seen, words)
  const computed = minus(value, change)
  const exact = isCounted(seen.figure.unit, [value, change])
  const agrees = (before: Before) =>
    sumAgreement(before.value, [value, minus('0' as Decimal, change)], exact ? 'exact' : coarsest([value, change, before.value])) !==
    'differs'
  const fitting = befores.find(agrees)
  const { unit } = seen.figure
  const sum = `${shown(value)}${change.startsWith('-') ? '＋' : '－'}${shown(absolute(change))}＝${shown(computed, unit === '%' ? '%' : unit)}`
  const said = (before: Before) => ({
    stated: seen.figure.raw,
    computed: shown(minus(value, before.value)),
    at: looking.placesOf(seen.pointer, ...before.pointers),
  })
  if (fitting)
    return checked('year-on-year', 'holds', {
      ...said(fitting),
      message: `「${seen.figure.label}」の増減は${fitting.name}と合います（${sum}）。`,
    })
  const [before] = befores.filter((b) => b.from !== 'likeness')
  if (!before) return null
  const message = `「${seen.figure.label}」の増減から逆算した前の値は${shown(computed)}ですが（${sum}）、${before.name}は${shown(before.value)}です。`
  if (before.from === 'same words' && isPlainlySaid(seen))
    return checked('year-on-year', 'fails', { ...said(before), message: `${message}値か増減を確かめてください。` })
  return checked('year-on-year', 'cannot-tell', {
    ...said(before),
    message: `${message}比べる時点や対象が異なるかもしれないため、誤りとは言えません。`,
  })
}

/** No word in the sentence that the change is to another time, or that a value was put right afterwards. */
function isPlainlySaid(seen: FigureSeen): boolean {
  const passage = passageOf(seen.report, [seen])
  return passage !== null && !OTHER_TIME.test(passage.text)
}

function earlierValues(looking: Looking, { initiative, report, figure }: FigureSeen, words: Quantity): Before[] {
  const found: Before[] = []
  const beside = words.from ?? words.previous?.value ?? figure.previous ?? null
  // «50人（30人）» may be the year before, but also the places or the women among them, unless it says so.
  const says = words.from !== null || /前年|前回|前期|昨年|※/.test(`${figure.raw}${figure.group ?? ''}`.replace(/前年度?比|前年度?差/g, ''))
  if (beside !== null) found.push({ value: beside, from: says ? 'same words' : 'indicator', name: '並べて書かれた値', pointers: [] })
  for (const indicator of indicatorsOf(looking.record, initiative)) {
    const value = valueBefore(indicator, report.fiscalYear)
    const linked = indicator.id === figure.indicator
    if (value === null || !(linked || (sameUnit(indicator.unit, figure.unit) && similarity(indicator.name, figure.label) > 0.5))) continue
    const pointer = `/indicators/${looking.record.indicators.indexOf(indicator)}/baseline`
    found.push({ value, from: linked ? 'indicator' : 'likeness', name: `指標「${indicator.name}」の前年度の値`, pointers: [pointer] })
  }
  return found
}
