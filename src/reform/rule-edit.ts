import { compare, type Decimal, dividedBy, toDecimal } from '../vocabulary/decimal.ts'
import { parseFiscalYear } from '../vocabulary/fiscal-year.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { chosen, type EditFault } from './edit-rows.ts'
import type { Band, JudgementRule, RuleId, RuleMethod } from './judgement.ts'
import type { RecordId } from './record-id.ts'
import type { Scale } from './scale.ts'

export const RULE_METHODS: readonly RuleMethod[] = ['achievement-rate', 'progress-to-target', 'expected-share', 'against-baseline']

/** 判定基準の様式に書かれたこと — shares in per cent; a row for each word of the scale, in its order. */
export type RuleSaid = {
  name: string
  scale: string
  method: string
  bands: { word?: string; from?: string; rest?: string }[]
  shares: { fiscalYear?: string; share?: string; off?: string }[]
  exempt: { indicator?: string; reason?: string; off?: string }[]
}
export type CannotEditRule =
  | { kind: 'edit-faults'; faults: EditFault[] }
  | { kind: 'not-found' }
  | { kind: 'no-such-scale' }
  | { kind: 'scale-has-rule'; scale: string; rule: string }

type Known = { scales: readonly Scale[]; rules: readonly JudgementRule[]; indicators: ReadonlySet<RecordId> }

/** 「80」「80％」「▲10」 → 0.8, -0.1; null where it is no number. */
export function shareIn(text: string): Decimal | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,%]/g, '')
    .replace(/^[▲△−-]/, '-')
  const value = toDecimal(plain)
  if (value === null) return null
  const share = dividedBy(value, '100' as Decimal)
  return (share.includes('.') ? share.replace(/0+$/, '').replace(/\.$/, '') : share) as Decimal
}

/**
 * 判定基準を書く — refused: no name; a second rule for a scale; a bound that is no number or not below the one before; no word below
 * them that takes the rest; an expected share that is not above 0 and up to 100 %, or none of them where the method needs them.
 */
export function withRule(known: Known, id: RuleId, said: RuleSaid): Result<JudgementRule, CannotEditRule> {
  const scale = known.scales.find((one) => one.id === said.scale)
  if (!scale) return no({ kind: 'no-such-scale' })
  const other = known.rules.find((rule) => rule.scale === scale.id && rule.id !== id)
  if (other) return no({ kind: 'scale-has-rule', scale: scale.name, rule: other.name })
  const faults: EditFault[] = []
  if (said.name.trim() === '') faults.push({ field: 'name', kind: 'missing' })
  const method = chosen(said.method, RULE_METHODS)
  if (method === null) faults.push({ field: 'method', kind: 'not-a-choice' })
  const bands = bandsIn(scale, said, faults)
  const shares = method === 'expected-share' ? sharesIn(said, faults) : []
  const exempt = exemptIn(known, said, faults)
  if (faults.length > 0 || method === null) return no({ kind: 'edit-faults', faults })
  return ok({ id, name: said.name.trim(), scale: scale.id, method, bands, shares, exempt })
}

/** The words with a lower bound, from above, and the one below them that takes the rest. Other words are never proposed. */
function bandsIn({ grades }: Scale, { bands }: RuleSaid, faults: EditFault[]): Band[] {
  const made: Band[] = []
  let rest: { word: string; place: number } | null = null
  let last = -1
  grades.forEach(({ word }, place) => {
    const nth = bands.findIndex((row) => row.word === word)
    const { from = '', rest: takesRest } = bands[nth] ?? {}
    const field = `bands.${nth}.${takesRest ? 'rest' : 'from'}`
    if (takesRest && (rest !== null || from.trim() !== '')) faults.push({ field, kind: 'either-or' })
    else if (takesRest) rest = { word, place }
    else if (from.trim() !== '') {
      const bound = shareIn(from)
      const above = made.at(-1)?.from ?? null
      if (bound === null) faults.push({ field, kind: 'not-a-number' })
      else if (above !== null && compare(bound, above) >= 0) faults.push({ field, kind: 'not-lower' })
      else made.push({ word, from: bound })
      last = place
    }
  })
  const taking = rest as { word: string; place: number } | null
  if (last === -1) faults.push({ field: 'bands.0.from', kind: 'missing' })
  else if (taking === null || taking.place < last) faults.push({ field: `bands.${Math.max(0, bands.length - 1)}.rest`, kind: 'no-rest' })
  else made.push({ word: taking.word, from: null })
  return made
}

function sharesIn({ shares }: RuleSaid, faults: EditFault[]): JudgementRule['shares'] {
  const made: JudgementRule['shares'] = []
  shares.forEach(({ fiscalYear = '', share = '', off }, nth) => {
    // a year is offered for every year of the plan; one without a share is not expected to be judged
    if (off || share.trim() === '') return
    const year = parseFiscalYear(fiscalYear)
    const value = shareIn(share)
    if (!year.ok) faults.push({ field: `shares.${nth}.fiscalYear`, kind: 'not-a-year' })
    else if (made.some((one) => one.fiscalYear === year.value)) faults.push({ field: `shares.${nth}.fiscalYear`, kind: 'twice' })
    if (value === null) faults.push({ field: `shares.${nth}.share`, kind: 'not-a-number' })
    else if (compare(value, '0' as Decimal) <= 0 || compare(value, '1' as Decimal) > 0)
      faults.push({ field: `shares.${nth}.share`, kind: 'not-a-share' })
    else if (year.ok) made.push({ fiscalYear: year.value, share: value })
  })
  if (made.length === 0 && faults.length === 0) faults.push({ field: 'shares.0.share', kind: 'missing' })
  return made.toSorted((a, b) => a.fiscalYear - b.fiscalYear)
}

function exemptIn({ indicators }: Known, { exempt }: RuleSaid, faults: EditFault[]): JudgementRule['exempt'] {
  const made: JudgementRule['exempt'] = []
  exempt.forEach(({ indicator = '', reason = '', off }, nth) => {
    if (off || (indicator === '' && reason.trim() === '')) return
    const id = indicator as RecordId
    if (!indicators.has(id)) faults.push({ field: `exempt.${nth}.indicator`, kind: 'not-a-choice' })
    else if (made.some((one) => one.indicator === id)) faults.push({ field: `exempt.${nth}.indicator`, kind: 'twice' })
    if (reason.trim() === '') faults.push({ field: `exempt.${nth}.reason`, kind: 'missing' })
    made.push({ indicator: id, reason: reason.trim() })
  })
  return made
}
