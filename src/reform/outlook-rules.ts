import type { Day } from '../vocabulary/calendar-day.ts'
import { fold, foldTight } from '../vocabulary/folding.ts'
import { MONEY_UNITS } from '../vocabulary/units.ts'
import type { FiscalOutlook, OutlookLine } from './fiscal-outlook.ts'

/** 見通しの中身 — an outlook without its number. */
export type OutlookSaid = Omit<FiscalOutlook, 'id'>

/**
 * 見通しの誤り — why an outlook is not kept: its years do not fit, a line stands twice, another edition has its title and day.
 */
export type OutlookFault =
  | { kind: 'title-missing' }
  | { kind: 'title-too-long'; most: number }
  | { kind: 'day-missing' }
  | { kind: 'period-missing' }
  | { kind: 'period-backwards'; from: number; to: number }
  | { kind: 'period-too-long'; years: number; most: number }
  | { kind: 'no-lines' }
  | { kind: 'years-gap'; years: number[]; missing: number[] }
  | { kind: 'years-twice'; year: number }
  | { kind: 'period-not-of-columns'; period: { from: number; to: number }; years: number[] }
  | { kind: 'line-years'; line: string; at: string | null; years: number; expected: number }
  | { kind: 'line-twice'; line: string }
  | { kind: 'line-nameless'; place: number }
  | { kind: 'kind-missing'; line: string }
  | { kind: 'unit-missing'; line: string }
  | { kind: 'part-of-nothing'; line: string }
  | { kind: 'threshold-unclear'; line: string; text: string }
  | { kind: 'balance-twice'; lines: string[] }
  | { kind: 'too-many-lines'; lines: number; most: number }
  | { kind: 'not-in-yen'; line: string; text: string; unit: string }

/** Three to five years are usual; a plan of ten is still an outlook, one of fifty is a slip of the pen. */
export const MOST_OUTLOOK_YEARS = 10
/** An outlook has some thirty lines; a grid of two hundred can still be looked through before it is kept. */
export const MOST_OUTLOOK_LINES = 200
export const LONGEST_OUTLOOK_TITLE = 200

/** 見通しの年度 — both ends of the period included. */
export const yearsOfOutlook = ({ period }: Pick<FiscalOutlook, 'period'>): number[] =>
  Array.from({ length: Math.max(0, period.to - period.from + 1) }, (_, nth) => period.from + nth)

/** «1 市税», «(2) 地方交付税», «ア 人件費»: numbers move when a line is put in between; «1号基金» is a name. */
const ENUMERATED = /^[(]?(?:\d{1,2}|[ア-ン]|[IVX]{1,4})(?:[).:、]|\s)\s*(?=\S)/
/** «歳入合計（A）», «収支（A－B）»: the letters of a sum are no part of its name. */
const LETTERED = /\s*[(][A-Z](?:\s*[-+−]\s*[A-Z])*[)]$/

/** 行の識別子 — from kind and names: «expenditure/人件費/うち退職手当»; the same line of next year's edition has the same. */
export const lineIdOf = (kind: OutlookLine['kind'], name: string, under: OutlookLine | null): string =>
  `${under ? under.id : kind}/${foldTight(fold(name).trim().replace(ENUMERATED, '').replace(LETTERED, '')).replaceAll('/', '・')}`

/** 見通しの誤りを探す — empty: it may be kept. */
export function outlookFaults(said: OutlookSaid): OutlookFault[] {
  const { title, madeOn, lines, period } = said
  const faults: OutlookFault[] = []
  if (title.trim() === '') faults.push({ kind: 'title-missing' })
  if (title.length > LONGEST_OUTLOOK_TITLE) faults.push({ kind: 'title-too-long', most: LONGEST_OUTLOOK_TITLE })
  if ((madeOn as string) === '') faults.push({ kind: 'day-missing' })
  if (period.to < period.from) faults.push({ kind: 'period-backwards', ...period })
  const years = yearsOfOutlook(said)
  if (years.length > MOST_OUTLOOK_YEARS) faults.push({ kind: 'period-too-long', years: years.length, most: MOST_OUTLOOK_YEARS })
  if (lines.length === 0) faults.push({ kind: 'no-lines' })
  if (lines.length > MOST_OUTLOOK_LINES) return [...faults, { kind: 'too-many-lines', lines: lines.length, most: MOST_OUTLOOK_LINES }]
  return [...faults, ...lineFaults(lines, years), ...lines.flatMap(yenFaults)]
}

function lineFaults(lines: readonly OutlookLine[], years: readonly number[]): OutlookFault[] {
  const faults: OutlookFault[] = []
  const seen = new Set<string>()
  lines.forEach((line, place) => {
    if (line.name.trim() === '') faults.push({ kind: 'line-nameless', place: place + 1 })
    else if (seen.has(line.id)) faults.push({ kind: 'line-twice', line: line.name })
    seen.add(line.id)
    const said = line.values.map(({ fiscalYear }) => fiscalYear)
    if (said.length !== years.length || said.some((year, nth) => year !== years[nth]))
      faults.push({
        kind: 'line-years',
        line: line.name,
        at: line.values[0]?.at ?? null,
        years: said.length,
        expected: years.length,
      })
  })
  const balances = lines.filter((line) => line.kind === 'balance' && line.total)
  if (balances.length > 1) faults.push({ kind: 'balance-twice', lines: balances.map(({ name }) => name) })
  return faults
}

/** A figure in a unit of money that is no whole number of yen, or too large to be exact: it would be missing from every sum. */
const yenFaults = ({ name, unit, values }: OutlookLine): OutlookFault[] =>
  unit in MONEY_UNITS
    ? values
        .filter(({ answer, amountYen }) => answer === 'number' && amountYen === null)
        .map(({ raw }) => ({ kind: 'not-in-yen', line: name, text: raw, unit }))
    : []

/** 同じ版か — title and day are what an edition of the outlook is known by. */
export const isSameEdition = (a: { title: string; madeOn: Day }, b: { title: string; madeOn: Day }): boolean =>
  foldTight(a.title) === foldTight(b.title) && a.madeOn === b.madeOn
