import type { Check, Figure, Indicator, Initiative, Places, ReformRecord, Report, Verdict } from '../reform/record.ts'
import { readDated } from '../vocabulary/dated.ts'
import type { Decimal } from '../vocabulary/decimal.ts'
import { type Quantity, readQuantities } from '../vocabulary/quantity.ts'

/** 検算の対象 — a record, where its values stood, and what of its document was not read. */
export type Looking = {
  record: ReformRecord
  unread: readonly Unread[]
  placesOf(...pointers: string[]): string[]
  /** whether the value itself, or anything in it, was read in a document */
  isPrinted(pointer: string): boolean
}
export type Unread = { at: string; text: string }
/** 検算の一種 — one kind of check over a whole record. */
export type CheckKind = (looking: Looking) => Check[]

/** Places of a pointer: its own and those below it; where nothing is known of it, those of what it stands in. */
export function lookingAt(record: ReformRecord & { unread?: Unread[] }, at: Places): Looking {
  const known = new Map<string, Set<string>>()
  for (const [pointer, places] of Object.entries(at))
    for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
      const above = pointer.slice(0, end)
      const set = known.get(above) ?? new Set<string>()
      known.set(above, set)
      for (const place of places) set.add(place)
    }
  const of = (pointer: string): string[] => {
    if (pointer === '') return []
    const own = at[pointer] ?? [...(known.get(pointer) ?? [])]
    return own.length > 0 ? own : of(pointer.slice(0, pointer.lastIndexOf('/')))
  }
  return {
    record,
    unread: record.unread ?? [],
    placesOf: (...pointers) => [...new Set(pointers.flatMap(of))],
    isPrinted: (pointer) => (known.get(pointer)?.size ?? 0) > 0,
  }
}

export const checked = (kind: string, verdict: Verdict, said: Omit<Check, 'kind' | 'verdict'>): Check => ({ kind, verdict, ...said })

/** 報告の数値とその出所 — a figure with its report, and the pointer that leads to its place. */
export type FigureSeen = { initiative: Initiative; report: Report; figure: Figure; pointer: string }

export function figuresOf(record: ReformRecord): { initiative: Initiative; report: Report; figures: FigureSeen[] }[] {
  return record.initiatives.flatMap((initiative, i) =>
    initiative.reports.map((report, r) => ({
      initiative,
      report,
      figures: report.figures.map((figure, f) => ({ initiative, report, figure, pointer: `/initiatives/${i}/reports/${r}/figures/${f}` })),
    })),
  )
}

/** What the printed words of a figure say beyond the record: date, arrow pair, kind of change. */
export function wordsOf(figure: Figure): Quantity | null {
  const known = read.get(figure)
  if (known !== undefined) return known
  const words = readQuantities(figure.raw).find((q) => q.value === figure.value) ?? null
  read.set(figure, words)
  return words
}
/** Several checks ask for the words of one figure; records are not changed while they are checked. */
const read = new WeakMap<Figure, Quantity | null>()

/** 取組の指標 — of the initiative itself or of one of its parts. */
export function indicatorsOf(record: ReformRecord, initiative: Initiative): Indicator[] {
  const parts = new Set<string>(initiative.parts.map((p) => p.id))
  return record.indicators.filter(
    ({ of }) => of !== null && (('initiative' in of && of.initiative === initiative.id) || ('part' in of && parts.has(of.part))),
  )
}

/** The fiscal year that «2021年度末», «2022-03-31» or «2021» falls in. */
export function fiscalYearOf(asOf: string | null): number | null {
  if (asOf === null) return null
  const iso = /^(\d{4})-(\d{2})(?:-\d{2})?$/.exec(asOf)
  if (iso) return Number(iso[2]) <= 3 ? Number(iso[1]) - 1 : Number(iso[1])
  return readDated(asOf)?.year ?? null
}

/** 前年度の値 — of an indicator: the actual of the year before, otherwise the baseline if it is of that year. */
export function valueBefore(indicator: Indicator, year: number | null): Decimal | null {
  if (year === null) return null
  const actual = indicator.actuals.findLast((a) => a.fiscalYear === year - 1)
  if (actual?.value) return actual.value
  return fiscalYearOf(indicator.baseline?.asOf ?? null) === year - 1 ? (indicator.baseline?.value ?? null) : null
}

/** 数字の桁区切り — for messages: «1234.5» → «1,234.5», negatives with ▲ */
export function shown(value: Decimal | number, unit: string | null = null): string {
  const [whole = '', fraction] = String(value).split('.')
  const digits = whole.replace('-', '').replace(/\B(?=(\d{3})+$)/g, ',')
  return `${whole.startsWith('-') ? '▲' : ''}${digits}${fraction === undefined ? '' : `.${fraction}`}${unit ?? ''}`
}
