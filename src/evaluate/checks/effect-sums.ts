import type { Check } from '../../reform/record.ts'
import { absolute, compare, type Decimal, minus, sumOf, times } from '../../vocabulary/decimal.ts'
import { checked, type Looking, shown } from '../looking.ts'
import { coarsest, isCounted, isNear, mayBeCutOff, sumAgreement } from '../tolerance.ts'
import { type EffectRow, type EffectTable, type EffectValue, printedIn } from './effect-rows.ts'

/** 合計一つ — a printed total with its terms; `doubt`: why a difference would say nothing. */
export type Sum = {
  kind: string
  name: string
  row: EffectRow
  stated: EffectValue
  terms: readonly EffectValue[]
  doubt: string | null
  isBalance?: boolean
}
export type Judged = { sum: Sum; verdict: 'holds' | 'rounded' | 'cut off' | 'differs'; off: Decimal }

export const BLANK = '空欄があるため、誤りとは言えません。'
export const UNREAD = '読み取れていない数値が表にあるため、誤りとは言えません。'
export const PARTIAL = '一部の取組だけの表と書かれているため、誤りとは言えません。'
const UNSURE = '合わない合計が多いため、読み取れていない欄があるか、合計の範囲が異なると見られます。'
const UNLISTED = '差がどの欄でもそろっているため、書かれていない行か列が合計に含まれると見られます。'
const CUT_OFF = '端数を切り捨てた額の和なら、この差はありえます。'

export const negated = ({ value, pointer }: EffectValue): EffectValue => ({ value: times(value, '-1' as Decimal), pointer })
/** Yen as they were printed; people and cases exactly; hours and other measures by their last digit. */
function stepIn({ step }: EffectTable, unit: string, values: readonly Decimal[]): Decimal | 'exact' {
  if (unit === '円') return step === '1' ? 'exact' : step
  return isCounted(unit, values) ? 'exact' : coarsest(values)
}

/** `noted`: the document says that its amounts are not exact, so that what cutting off explains holds. */
export function judged(table: EffectTable, sum: Sum, noted: boolean): Judged {
  const terms = sum.terms.map((t) => t.value)
  const step = stepIn(table, sum.row.unit, [sum.stated.value, ...terms])
  const agreement = sumAgreement(sum.stated.value, terms, step)
  const off = minus(sum.stated.value, sumOf(terms))
  if (agreement !== 'differs') return { sum, verdict: agreement === 'equal' ? 'holds' : 'rounded', off }
  if (!mayBeCutOff(sum.stated.value, terms, step)) return { sum, verdict: 'differs', off }
  return noted ? { sum, verdict: 'cut off', off } : { sum: { ...sum, doubt: sum.doubt ?? CUT_OFF }, verdict: 'differs', off }
}

const isZero = (value: Decimal): boolean => compare(value, '0' as Decimal) === 0
/** A sum that agrees, is no sum of nothing, and is not so small that rounding lets any sum agree. */
export const confirms = ({ verdict, sum, off }: Judged): boolean =>
  sum.terms.some((t) => !isZero(t.value)) &&
  (verdict === 'holds' || (verdict !== 'differs' && compare(times(absolute(off), '50' as Decimal), absolute(sum.stated.value)) <= 0))

type Confirmation = { more?: number; whole?: Judged | null; natural?: boolean }
/**
 * 確からしさ — sums of one kind in one table: those that agree confirm that all terms were read. `more`: agreeing sums of the
 * same kind elsewhere. `natural`: the terms are those that anybody would add up; others have to agree twice as often. `whole`: the sum that runs across all others; where it is off by as much as they are together, every
 * one of them includes something that is not printed.
 */
export function settled(all: readonly Judged[], { more = 0, whole = null, natural = true }: Confirmation = {}): Judged[] {
  const off = all.filter((j) => j.verdict === 'differs')
  const agreeing = all.filter(confirms).length + more
  const others = off.filter((j) => j !== whole)
  const unlisted =
    whole !== null && whole.verdict === 'differs' && others.length > 0 && compare(whole.off, sumOf(others.map((j) => j.off))) === 0
  const lone = all.length === 1 && more === 0
  return all.map((j) => {
    if (j.verdict !== 'differs' || j.sum.doubt !== null) return j
    // A lone total above its rows may include some that the table leaves out; one a little below them cannot.
    const slip = compare(j.off, '0' as Decimal) < 0 && isNear(j.sum.stated.value, sumOf(j.sum.terms.map((t) => t.value)))
    const sure = lone ? slip && natural : agreeing > 0 && agreeing >= off.length * (natural ? 1 : 2)
    const doubt = unlisted ? UNLISTED : sure ? null : UNSURE
    return { ...j, sum: { ...j.sum, doubt } }
  })
}

const whereOf = ({ estimate, status }: EffectTable): string => {
  const said = [estimate, status].filter((s) => s !== null).join('・')
  return said === '' ? '' : `（${said}）`
}

export function checkOf(looking: Looking, table: EffectTable, { sum, verdict }: Judged): Check {
  const { kind, name, stated, terms, doubt, row, isBalance = false } = sum
  const way = isBalance ? '差引' : '和'
  const printed = (value: Decimal): string => (row.unit === '円' ? printedIn(table, value) : shown(value, row.unit))
  const computed = printed(sumOf(terms.map((t) => t.value)))
  const said = { stated: printed(stated.value), computed, at: looking.placesOf(stated.pointer, ...terms.map((t) => t.pointer)) }
  const within = {
    holds: '',
    rounded: `（${terms.length}項の四捨五入の差の範囲）`,
    'cut off': `（${terms.length}項の端数切捨ての差の範囲）`,
  }
  if (verdict !== 'differs')
    return checked(kind, 'holds', {
      ...said,
      message: `${table.subject}${whereOf(table)}「${name}」は各欄の${way}と一致します${within[verdict]}。`,
    })
  const message = `${table.subject}${whereOf(table)}「${name}」は${said.stated}と書かれていますが、各欄の${way}は${computed}です。`
  return checked(kind, doubt === null ? 'fails' : 'cannot-tell', {
    ...said,
    message: message + (doubt ?? '各欄か合計を確かめてください。'),
  })
}
