import { type Day, parseDay } from '../vocabulary/calendar-day.ts'
import { compare, type Decimal, dividedBy, isPositive, toDecimal } from '../vocabulary/decimal.ts'
import { parseFiscalYear } from '../vocabulary/fiscal-year.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { readYen } from '../vocabulary/yen.ts'
import type { BudgetReflection } from './budget-reflection.ts'
import { chosen, type EditFault, LONGEST_FIELD } from './edit-rows.ts'
import { EVALUATION_STAGES } from './judgement.ts'
import type { Opinion } from './opinion.ts'
import type { RecordId } from './record-id.ts'
import type { RetirementRule } from './retirement.ts'
import type { ScaleId } from './scale.ts'

/** What was typed, by the name of its field. */
export type TypedTexts = Readonly<Record<string, string | undefined>>

/** Reads one form and gathers what is wrong with it, field by field. */
class Reading {
  readonly faults: EditFault[] = []
  private readonly typed: TypedTexts
  constructor(typed: TypedTexts) {
    this.typed = typed
  }
  text(field: string, required = false): string {
    const text = (this.typed[field] ?? '').trim()
    if (text.length > LONGEST_FIELD) this.fault(field, 'too-long')
    if (required && text === '') this.fault(field, 'missing')
    return text
  }
  year(field: string): number {
    const text = this.text(field, true)
    const year = parseFiscalYear(text)
    if (text !== '' && !year.ok) this.fault(field, 'not-a-year')
    return year.ok ? year.value : 0
  }
  day(field: string): Day | null {
    const text = this.text(field)
    if (text === '') return null
    const day = parseDay(text)
    if (!day.ok) this.fault(field, 'not-a-day')
    return day.ok ? day.value : null
  }
  yen(field: string): number | null {
    const text = this.text(field)
    if (text === '') return null
    const yen = readYen(text, '円')
    if (yen === null) this.fault(field, 'not-an-amount')
    return yen
  }
  fault(field: string, kind: EditFault['kind']): void {
    if (!this.faults.some((one) => one.field === field)) this.faults.push({ field, kind })
  }
  done<T>(value: T): Result<T, EditFault[]> {
    return this.faults.length > 0 ? no(this.faults) : ok(value)
  }
}

/** 意見の内容 — a blank text is an opinion that is asked for; a day belongs to one that was said. */
export type OpinionSaid = Omit<Opinion, 'id' | 'response'>
export function readOpinion(typed: TypedTexts, initiatives: ReadonlySet<string>): Result<OpinionSaid, EditFault[]> {
  const read = new Reading(typed)
  const initiative = read.text('initiative')
  if (initiative !== '' && !initiatives.has(initiative)) read.fault('initiative', 'not-a-choice')
  const fiscalYear = read.year('year')
  const stage = chosen(typed.stage, EVALUATION_STAGES)
  if (stage === null) read.fault('stage', 'not-a-choice')
  const from = read.text('from', true)
  const saidOn = read.day('saidOn')
  const text = read.text('text', saidOn !== null)
  return read.done({
    initiative: initiative === '' ? null : (initiative as RecordId),
    fiscalYear,
    stage: stage ?? 'external',
    from,
    text,
    saidOn,
  })
}

export type ResponseSaid = { section: string | null; text: string; on: Day | null }
/** 対応 — recorded on a day, or kept as a draft, which has none. */
export function readResponse(typed: TypedTexts, final: boolean, today: Day): Result<ResponseSaid, EditFault[]> {
  const read = new Reading(typed)
  const section = read.text('section')
  const text = read.text('text', final)
  const on = read.day('on')
  return read.done({ section: section === '' ? null : section, text, on: final ? (on ?? today) : null })
}

export type ImprovementTyped = { cause: string; action: string; due: Day | null; text: string }
export function readImprovement(typed: TypedTexts): Result<ImprovementTyped, EditFault[]> {
  const read = new Reading(typed)
  return read.done({ cause: read.text('cause'), action: read.text('action'), due: read.day('due'), text: read.text('text') })
}

export type ReflectionSaid = Pick<BudgetReflection, 'reflected' | 'none'>
/** 予算反映 — an amount with its budget year, or none and why; never both, never neither. */
export function readReflection(typed: TypedTexts): Result<ReflectionSaid, EditFault[]> {
  const read = new Reading(typed)
  const none = read.text('none')
  const note = read.text('note')
  const amount = read.text('amount')
  if (none !== '' && (amount !== '' || note !== '')) read.fault('none', 'either-or')
  if (none !== '') return read.done({ reflected: null, none })
  if (amount === '') read.fault('amount', 'missing')
  const amountYen = read.yen('amount') ?? 0
  return read.done({ reflected: { budgetYear: read.year('budgetYear'), amountYen, note: note === '' ? null : note }, none: null })
}

export const RULE_KINDS = [
  'targets-missed',
  'rate-below',
  'same-word',
  'not-reported',
  'cost-without-result',
  'final-target-met',
] as const satisfies readonly RetirementRule['kind'][]
export type CriterionSaid = { name: string; rule: RetirementRule }

/** 廃止の基準 — only the fields that its kind needs are read; `words` are «尺度の識別子 評語» as the form offers them. */
export function readCriterion(typed: TypedTexts, words: ReadonlySet<string>): Result<CriterionSaid, EditFault[]> {
  const read = new Reading(typed)
  const name = read.text('name', true)
  const kind = chosen(typed.kind, RULE_KINDS)
  if (kind === null) read.fault('kind', 'not-a-choice')
  const rule = ruleOf(kind ?? 'final-target-met', read, words)
  return read.done({ name, rule })
}

function ruleOf(kind: RetirementRule['kind'], read: Reading, words: ReadonlySet<string>): RetirementRule {
  switch (kind) {
    case 'targets-missed':
    case 'not-reported':
      return { kind, years: yearsIn(read) }
    case 'rate-below':
      return { kind, share: shareIn(read), years: yearsIn(read) }
    case 'same-word': {
      const said = read.text('word', true)
      if (!words.has(said)) read.fault('word', 'not-a-choice')
      const [scale = '', ...word] = said.split(' ')
      return { kind, scale: scale as ScaleId, word: word.join(' '), years: yearsIn(read) }
    }
    case 'cost-without-result': {
      if (read.text('amount') === '') read.fault('amount', 'missing')
      const amountYen = read.yen('amount') ?? 0
      if (amountYen < 0) read.fault('amount', 'not-an-amount')
      return { kind, amountYen }
    }
    case 'final-target-met':
      return { kind }
  }
}

function yearsIn(read: Reading): number {
  const plain = read.text('years').normalize('NFKC').replace(/年$/, '')
  const years = /^\d{1,2}$/.test(plain) ? Number(plain) : 0
  if (years < 1 || years > 30) read.fault('years', 'not-a-count')
  return years
}

/** Typed in per cent, kept as a share. */
function shareIn(read: Reading): Decimal {
  const value = toDecimal(read.text('share').normalize('NFKC').replace(/%$/, ''))
  if (value === null || !isPositive(value) || compare(value, '100' as Decimal) > 0) {
    read.fault('share', 'not-a-share')
    return '1' as Decimal
  }
  return dividedBy(value, '100' as Decimal)
}
