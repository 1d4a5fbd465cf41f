import type { Check } from '../../reform/record.ts'
import { compare, type Decimal, minus, sumOf } from '../../vocabulary/decimal.ts'
import { foldTight } from '../../vocabulary/folding.ts'
import { sameUnit } from '../../vocabulary/units.ts'
import { type CheckKind, checked, type FigureSeen, figuresOf, type Looking, shown } from '../looking.ts'
import { depthsIn, othersIn, passageOf } from '../said-in.ts'
import { coarsest, isCounted, isNear, mayBeCutOff, sumAgreement } from '../tolerance.ts'
import { MOVES, NOT_ALL } from '../wording-of-doubt.ts'

const TOTAL = /^(?:総?合計|計|総計|総数|全体)(?:数|額)?$/
/** A part of a part, or a list that says it is not complete: nothing may be added up. */
const PARTIAL = /うち|内数|再掲|など|ほか|主な|延べ/

type Seen = FigureSeen & { value: Decimal }
const withValue = (seen: FigureSeen): Seen[] => (seen.figure.value === null ? [] : [{ ...seen, value: seen.figure.value }])

/** 合計 — figures of one list against the 合計 printed in it, or against the figure that stands over the list. */
export const sums: CheckKind = (looking) =>
  figuresOf(looking.record).flatMap(({ figures }) => {
    const seen = figures.flatMap(withValue)
    const groups = [...new Set(seen.map((s) => s.figure.group ?? null).filter((g) => g !== null))]
    return groups.flatMap((group) => groupCheck(looking, group, seen))
  })

function groupCheck(looking: Looking, group: string, seen: readonly Seen[]): Check[] {
  const members = seen.filter((s) => s.figure.group === group)
  const totals = members.filter((s) => TOTAL.test(foldTight(s.figure.label)))
  const over = seen.filter((s) => s.figure.group == null && foldTight(s.figure.label) === foldTight(group))
  const [total, ...others] = totals.length > 0 ? totals : over
  const parts = members.filter((s) => s !== total)
  if (!total || others.length > 0 || parts.length < 2) return []
  if (!parts.every((p) => sameUnit(p.figure.unit, total.figure.unit) || p.figure.unit === null)) return []
  if (total.figure.unit === '%' || members.some((s) => PARTIAL.test(s.figure.raw))) return []
  const sum = sumOf(parts.map((p) => p.value))
  // A figure over a list is no sum printed as one: far from it, the list says something else.
  if (totals.length === 0 && !isNear(total.value, sum)) return []
  const inOrder = seen.filter((s) => s === total || members.includes(s))
  return [sumCheck(looking, total, parts, isAllSaid(total, inOrder))]
}

/** 「…31人の合計95人」: a sum printed behind its terms says that they are all of them. */
const endsTheList = (total: Seen, members: readonly Seen[]): boolean => members.at(-1) === total

/**
 * Whether the sentence leaves no doubt that these are all the terms: no other number stands among them, no word says that
 * the list is partial or counts twice, and nothing comes and goes in it.
 */
function isAllSaid(total: Seen, members: readonly Seen[]): boolean {
  const passage = passageOf(total.report, members)
  if (passage === null || NOT_ALL.test(passage.text)) return false
  if (new Set(depthsIn(passage).filter((_, i) => members[i] !== total)).size > 1) return false
  const closed = endsTheList(total, members)
  const before = passage.spans.at(-1)?.end ?? 0
  if (othersIn(passage).some((token) => !closed || token.start < before)) return false
  return total.figure.change == null && !members.some((m) => m.figure.change != null || MOVES.test(m.figure.label))
}

/** Subtotals stand in the list, terms that are the sum of terms beside them; without them the total is right. */
function isNested(total: Decimal, terms: readonly Decimal[]): boolean {
  const subtotals = terms.filter((term, i) =>
    [terms.slice(i + 1), terms.slice(0, i).toReversed()].some((beside) =>
      beside.some((_, n) => n > 0 && compare(sumOf(beside.slice(0, n + 1)), term) === 0),
    ),
  )
  return subtotals.length > 0 && compare(minus(sumOf(terms), sumOf(subtotals)), total) === 0
}

function sumCheck(looking: Looking, total: Seen, parts: readonly Seen[], allSaid: boolean): Check {
  const terms = parts.map((p) => p.value)
  const sum = sumOf(terms)
  const counted = isCounted(total.figure.unit, [total.value, ...terms])
  const step = counted ? 'exact' : coarsest([total.value, ...terms])
  const agreement = sumAgreement(total.value, terms, step)
  const { unit } = total.figure
  const name =
    total.figure.group && TOTAL.test(foldTight(total.figure.label)) ? `${total.figure.group}の${total.figure.label}` : total.figure.label
  const sumText = `${terms.map((t) => shown(t)).join('＋')}＝${shown(sum)}`
  const said = { stated: total.figure.raw, computed: shown(sum, unit), at: looking.placesOf(total.pointer, ...parts.map((p) => p.pointer)) }
  if (agreement !== 'differs')
    return checked('sum', 'holds', {
      ...said,
      message: `「${name}」は内訳の和と一致します（${sumText}${agreement === 'rounded' ? '。四捨五入の差の範囲' : ''}）。`,
    })
  const sure = allSaid && !isNested(total.value, terms) && !mayBeCutOff(total.value, terms, step) && isSlip(total.value, terms)
  const message = `「${name}」は${shown(total.value, unit)}と書かれていますが、内訳の和は${shown(sum, unit)}です（${sumText}）。`
  if (sure) return checked('sum', 'fails', { ...said, message: `${message}内訳か合計を確かめてください。` })
  const hint =
    compare(sum, total.value) < 0 ? '内訳がすべて書かれているか分からないため、誤りとは言えません。' : '内訳に重なりがあるかもしれません。'
  return checked('sum', 'cannot-tell', { ...said, message: message + hint })
}

/** A total far above its terms has others that were not written; one far below counts each of them once. */
const isSlip = (total: Decimal, terms: readonly Decimal[]): boolean =>
  isNear(total, sumOf(terms)) || (compare(total, sumOf(terms)) < 0 && terms.every((term) => compare(term, total) < 0))
