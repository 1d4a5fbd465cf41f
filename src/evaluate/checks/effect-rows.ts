import type { Effect, ReformRecord } from '../../reform/record.ts'
import { type Decimal, decimalOf, printedPlaces, times } from '../../vocabulary/decimal.ts'
import { foldTight } from '../../vocabulary/folding.ts'
import { MONEY_UNITS } from '../../vocabulary/units.ts'
import { estimatesOf } from '../effect-terms.ts'
import { type Looking, shown } from '../looking.ts'

/** A value of an effect table: yen where it is money, otherwise the quantity as printed. */
export type EffectValue = { value: Decimal; pointer: string }
export type EffectRow = {
  scope: string
  cells: Map<number, EffectValue>
  /** a year in which nothing is printed; 「－」 is printed and says that there is nothing */
  missing: boolean
  /** 千円 and 万円 are one unit here, 時間 and 人 are others */
  unit: string
  /** うち・再掲・外数 — printed between the rows, but no term of what they add up to */
  aside: boolean
  /** 累計・残高・率 — a state of each year, which no sum makes */
  state: boolean
  total: EffectValue | null
  differenceYen: number | null
}
/** 効果額の表 — the amounts of one estimate, as rows over fiscal years. `step`: what they are printed in, in yen. */
export type EffectTable = {
  /** what the messages call it, and each of its columns */
  subject: string
  /** 効果額 are listed to be added up; other figures may stand beside each other for many reasons */
  isMadeForSums: boolean
  columnName(year: number): string
  estimate: string | null
  status: Effect['status']
  unit: string | null
  step: Decimal
  years: number[]
  rows: EffectRow[]
}

type Seen = { effect: Effect; pointer: string }

/** Two amounts for one row and year are told apart by their status (見込額 and 実績額); otherwise nothing can be added up safely. */
export function effectTablesOf({ record, isPrinted }: Pick<Looking, 'record' | 'isPrinted'>): EffectTable[] {
  const seen = record.effects.map((effect, i) => ({ effect, pointer: `/effects/${i}` })).filter(({ effect }) => effect.fiscalYear !== null)
  return estimatesOf(record).flatMap((estimate) => {
    const own = printedRows(
      seen.filter(({ effect }) => effect.estimate === estimate),
      isPrinted,
    )
    if (!hasTwins(own)) return [tableOf(record, own, estimate, true)]
    const statuses = [...new Set(own.map(({ effect }) => effect.status))]
    const parts = statuses.map((status) => own.filter(({ effect }) => effect.status === status))
    // A printed total does not say which of the two it adds up.
    return parts.some(hasTwins) ? [] : parts.map((part) => tableOf(record, part, estimate, false))
  })
}

/** Rows that an officer added beside a printed table are no terms of its printed totals; a row of which one cell was mended is. */
function printedRows(seen: readonly Seen[], isPrinted: Looking['isPrinted']): Seen[] {
  const printed = new Set(seen.filter(({ pointer }) => isPrinted(pointer)).map(({ effect }) => sameRow(effect)))
  return printed.size === 0 ? [...seen] : seen.filter(({ effect }) => printed.has(sameRow(effect)))
}
const sameRow = ({ scope, of, side, basis, unit }: Effect): string => JSON.stringify([foldTight(scope), of, side, basis, unit])

/** 「小計」 is printed once under each pillar: a row is its words and what it is of. */
const rowKey = ({ scope, of }: Effect): string => `${foldTight(scope)} ${of === null ? '' : Object.values(of).join()}`

function hasTwins(seen: readonly Seen[]): boolean {
  const cells = seen.map(({ effect }) => `${rowKey(effect)} ${effect.fiscalYear}`)
  return new Set(cells).size < cells.length || new Set(seen.map(({ effect }) => effect.basis)).size > 1
}

function tableOf(record: ReformRecord, seen: readonly Seen[], estimate: string | null, totals: boolean): EffectTable {
  const years = [...new Set(seen.map(({ effect }) => effect.fiscalYear as number))].toSorted((a, b) => a - b)
  const byRow = Map.groupBy(seen, ({ effect }) => rowKey(effect))
  const rows = [...byRow.values()].map((own): EffectRow => {
    const { scope } = (own[0] as Seen).effect
    // A printed total names its row by the words alone.
    const alone = [...byRow.values()].filter(([first]) => first?.effect.scope === scope).length === 1
    const printed = totals && alone ? totalOf(record, estimate, scope) : { total: null, differenceYen: null }
    return {
      ...rowOf(own, years.length),
      ...printed,
      ...kindOf(own),
      scope: nameOf(record, (own[0] as Seen).effect, alone),
    }
  })
  const unit = seen.find(({ effect }) => effect.unit !== null)?.effect.unit ?? null
  const statuses = new Set(seen.map(({ effect }) => effect.status))
  const status = totals || statuses.size !== 1 ? null : (seen[0]?.effect.status ?? null)
  const step = stepOf(seen.map(({ effect }) => effect))
  return { subject: '効果額', isMadeForSums: true, columnName: (year) => `${year}年度`, estimate, status, unit, step, years, rows }
}

function nameOf(record: ReformRecord, { scope, of }: Effect, alone: boolean): string {
  const node = of && 'node' in of ? record.nodes.find((n) => n.id === of.node) : undefined
  return alone || !node ? scope : `${node.title} ${scope}`
}

const ASIDE =
  /^[(（※・\-ー*]*(?:うち|内[数訳書]|再掲|外[数書]|参考|別掲)|[(（](?:再掲|うち[^)）]*|内数|内書|外数|外書|参考|別掲)[^)）]*[)）]$|増減(?:数|額)?$|前年度?(?:比|差|との差)/
const STATE = /累計|累積|残高|平均|割合|率$|(?:前年度?|対前年)比/

function kindOf(seen: readonly Seen[]): Pick<EffectRow, 'unit' | 'aside' | 'state'> {
  const isMoney = seen.some(({ effect }) => effect.amountYen !== null || MONEY_UNITS[effect.unit?.normalize('NFKC') ?? ''] !== undefined)
  const unit = isMoney ? '円' : (seen.find(({ effect }) => effect.unit !== null)?.effect.unit ?? '')
  return { unit, ...roleOf((seen[0] as Seen).effect.scope) }
}

/** What the words of a row say of its place in a sum. */
export function roleOf(scope: string): Pick<EffectRow, 'aside' | 'state'> {
  const name = foldTight(scope)
  return { aside: ASIDE.test(name), state: STATE.test(name) }
}

function rowOf(seen: readonly Seen[], years: number): Pick<EffectRow, 'cells' | 'missing'> {
  const cells = new Map<number, EffectValue>()
  for (const { effect, pointer } of seen) {
    const value = effect.amountYen === null ? effect.quantity : decimalOf(effect.amountYen)
    if (value !== null || NOTHING.test(effect.raw)) cells.set(effect.fiscalYear as number, { value: value ?? ('0' as Decimal), pointer })
  }
  return { cells, missing: cells.size < years }
}

const NOTHING = /^[-－―—‐–ー]$/

function totalOf(record: ReformRecord, estimate: string | null, scope: string): Pick<EffectRow, 'total' | 'differenceYen'> {
  const at = record.effectTotals.findIndex((t) => t.estimate === estimate && t.scope === scope)
  const printed = record.effectTotals[at]
  const total = printed?.amountYen == null ? null : { value: decimalOf(printed.amountYen), pointer: `/effectTotals/${at}` }
  return { total, differenceYen: printed?.differenceYen ?? null }
}

/** The step amounts are printed in, in yen: 1000 for «1,234» 千円, 100000 for «1.5» 百万円. */
function stepOf(effects: readonly Effect[]): Decimal {
  const steps = effects.map((e) => {
    if (e.amountYen === null) return 1
    const power = MONEY_UNITS[e.unit?.normalize('NFKC') ?? '円'] ?? 0
    return 10 ** Math.max(0, power - (e.quantity ? printedPlaces(e.quantity) : 0))
  })
  return decimalOf(Math.max(1, ...steps))
}

/** In the unit of the table, as the reader sees it there. */
export function printedIn({ unit }: EffectTable, yen: Decimal): string {
  const power = unit === null ? undefined : MONEY_UNITS[unit.normalize('NFKC')]
  if (power === undefined || power === 0) return shown(yen, unit)
  return shown(times(yen, `0.${'0'.repeat(power - 1)}1` as Decimal), unit)
}
