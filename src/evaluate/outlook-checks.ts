import type { FiscalOutlook, OutlookLine } from '../reform/fiscal-outlook.ts'
import { yearsOfOutlook } from '../reform/outlook-rules.ts'
import type { Verdict } from '../reform/record.ts'
import { type Decimal, decimalOf } from '../vocabulary/decimal.ts'
import { yenOf } from '../vocabulary/yen.ts'
import { totalLine, yenOfLine } from './outlook-balance.ts'
import { isNear, mayBeCutOff, sumAgreement } from './tolerance.ts'

/** 見通しの検算 — one sum of one fiscal year: what is printed, what the lines give. */
export type OutlookCheck = {
  kind: 'total' | 'parts' | 'balance'
  line: string
  fiscalYear: number
  verdict: Extract<Verdict, 'holds' | 'fails' | 'cannot-tell'>
  statedYen: number
  computedYen: number
  how: 'equal' | 'rounded' | 'cut-off' | 'differs' | 'incomplete' | 'sign'
  at: string | null
}

/** 見通しを検算する — the sums of 歳入 and 歳出, of lines with parts, and 歳入合計 − 歳出合計 against the printed 収支. */
export function checkOutlook(outlook: Pick<FiscalOutlook, 'lines' | 'period'>): OutlookCheck[] {
  const years = yearsOfOutlook(outlook)
  const { lines } = outlook
  return years.flatMap((year) => [
    ...(['revenue', 'expenditure'] as const).flatMap((kind) => totalCheck(lines, kind, year)),
    ...lines.filter((line) => !line.total && line.kind !== 'ratio').flatMap((line) => partsCheck(lines, line, year)),
    ...lines.filter((line) => line.kind === 'balance' && line.under === null).flatMap((line) => balanceCheck(lines, line, year)),
  ])
}

const IS_OF_WHICH = /^[\s\u3000]*[（(]?うち|内数|再掲/

function totalCheck(lines: readonly OutlookLine[], kind: 'revenue' | 'expenditure', year: number): OutlookCheck[] {
  const total = totalLine(lines, kind)
  const terms = lines.filter((line) => line.kind === kind && !line.total && (line.under === null || line.under === total?.id))
  return total ? sumCheck('total', total, terms, year) : []
}

function partsCheck(lines: readonly OutlookLine[], line: OutlookLine, year: number): OutlookCheck[] {
  const parts = lines.filter(({ under, total }) => under === line.id && !total)
  return parts.length < 2 || parts.some(({ name }) => IS_OF_WHICH.test(name)) ? [] : sumCheck('parts', line, parts, year)
}

function sumCheck(kind: 'total' | 'parts', line: OutlookLine, terms: readonly OutlookLine[], year: number): OutlookCheck[] {
  const statedYen = yenOfLine(line, year)
  const amounts = terms.map((term) => yenOfLine(term, year)).filter((yen) => yen !== null)
  if (statedYen === null || amounts.length === 0) return []
  const computedYen = amounts.reduce((sum, yen) => sum + yen, 0)
  const [stated, computed] = [decimalOf(statedYen), amounts.map(decimalOf)]
  const step = stepOf(line)
  const said = { kind, line: line.name, fiscalYear: year, statedYen, computedYen, at: placeOf(line, year) }
  const agreement = sumAgreement(stated, computed, step)
  if (agreement !== 'differs') return [{ ...said, verdict: 'holds', how: agreement === 'equal' ? 'equal' : 'rounded' }]
  if (mayBeCutOff(stated, computed, step)) return [{ ...said, verdict: 'holds', how: 'cut-off' }]
  // 「うち主なもの」: a list that gives much less than its total, and has no その他, does not claim to be complete
  const complete = isNear(stated, decimalOf(computedYen)) || terms.some(({ name }) => /その他/.test(name))
  return [{ ...said, verdict: complete ? 'fails' : 'cannot-tell', how: complete ? 'differs' : 'incomplete' }]
}

function balanceCheck(lines: readonly OutlookLine[], line: OutlookLine, year: number): OutlookCheck[] {
  const [income, spending] = [yenOfLine(totalLine(lines, 'revenue'), year), yenOfLine(totalLine(lines, 'expenditure'), year)]
  const statedYen = yenOfLine(line, year)
  if (income === null || spending === null || statedYen === null) return []
  const computedYen = income - spending
  const said = { kind: 'balance' as const, line: line.name, fiscalYear: year, statedYen, computedYen, at: placeOf(line, year) }
  const agreement = sumAgreement(decimalOf(statedYen), [decimalOf(income), decimalOf(-spending)], stepOf(line))
  if (agreement !== 'differs') return [{ ...said, verdict: 'holds', how: agreement === 'equal' ? 'equal' : 'rounded' }]
  const sign = sumAgreement(decimalOf(-statedYen), [decimalOf(income), decimalOf(-spending)], stepOf(line)) !== 'differs'
  // 実質収支 and the like are no difference of the two totals; a near miss is
  if (sign) return [{ ...said, verdict: 'fails', how: 'sign' }]
  return [
    {
      ...said,
      verdict: line.total || lines.filter(({ kind }) => kind === 'balance').length === 1 ? 'fails' : 'cannot-tell',
      how: 'differs',
    },
  ]
}

/** The yen that one unit of the last printed digit stands for; «12.4 億円» is printed in tens of millions. */
function stepOf({ unit, values }: OutlookLine): Decimal | 'exact' {
  const places = Math.max(0, ...values.map(({ raw }) => raw.normalize('NFKC').split('.')[1]?.replace(/\D.*$/, '').length ?? 0))
  const yen = yenOf('1' as Decimal, unit)
  if (yen === null || yen === 1) return 'exact'
  return decimalOf(Math.max(1, yen / 10 ** places))
}

const placeOf = (line: OutlookLine, year: number): string | null => line.values.find(({ fiscalYear }) => fiscalYear === year)?.at ?? null
