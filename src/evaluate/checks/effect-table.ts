import type { Check, Effect, ReformRecord } from '../../reform/record.ts'
import { type Decimal, decimalOf, minus, printedPlaces, sumOf, times } from '../../vocabulary/decimal.ts'
import { foldTight } from '../../vocabulary/folding.ts'
import { MONEY_UNITS } from '../../vocabulary/units.ts'
import { estimatesOf, isTotalScope } from '../effect-totals.ts'
import { type CheckKind, checked, type Looking, shown } from '../looking.ts'
import { type Agreement, sumAgreement } from '../tolerance.ts'

/** A value of an effect table: yen where it is money, otherwise the quantity as printed. */
type Value = { value: Decimal; pointer: string; raw: string }
type Row = { scope: string; cells: Map<number, Value>; missing: boolean; total: Value | null; differenceYen: number | null }
type Table = { estimate: string | null; unit: string | null; step: Decimal; years: number[]; rows: Row[] }

/** 効果額の表 — row totals, column totals, and the difference to the earlier estimate. */
export const effectTables: CheckKind = (looking) => {
  const tables = estimatesOf(looking.record).flatMap((estimate) => tableOf(looking.record, estimate) ?? [])
  return tables.flatMap((table, i) => [
    ...rowTotals(looking, table),
    ...columnTotals(looking, table),
    ...differences(looking, table, tables.slice(0, i)),
  ])
}

/** Null where two amounts stand for one cell (単年度 and 継続, two tables of one estimate): nothing can be added up safely. */
function tableOf(record: ReformRecord, estimate: string | null): Table | null {
  const effects = record.effects
    .map((effect, i) => ({ effect, pointer: `/effects/${i}` }))
    .filter(({ effect }) => effect.estimate === estimate && effect.fiscalYear !== null)
  const years = [...new Set(effects.map(({ effect }) => effect.fiscalYear as number))].toSorted((a, b) => a - b)
  const cells = effects.map(({ effect }) => `${foldTight(effect.scope)} ${effect.fiscalYear}`)
  if (new Set(cells).size < cells.length || new Set(effects.map(({ effect }) => effect.basis)).size > 1) return null
  const scopes = [...new Set(effects.map(({ effect }) => effect.scope))]
  const rows = scopes.map((scope) =>
    rowOf(
      record,
      estimate,
      scope,
      years,
      effects.filter(({ effect }) => effect.scope === scope),
    ),
  )
  const unit = effects.find(({ effect }) => effect.unit !== null)?.effect.unit ?? null
  return { estimate, unit, step: stepOf(effects.map(({ effect }) => effect)), years, rows }
}

function rowOf(
  record: ReformRecord,
  estimate: string | null,
  scope: string,
  years: number[],
  effects: { effect: Effect; pointer: string }[],
): Row {
  const cells = new Map<number, Value>()
  for (const { effect, pointer } of effects) {
    const value = effect.amountYen === null ? effect.quantity : decimalOf(effect.amountYen)
    if (value !== null) cells.set(effect.fiscalYear as number, { value, pointer, raw: effect.raw })
  }
  const at = record.effectTotals.findIndex((t) => t.estimate === estimate && t.scope === scope)
  const printed = record.effectTotals[at]
  const total =
    printed?.amountYen == null ? null : { value: decimalOf(printed.amountYen), pointer: `/effectTotals/${at}`, raw: printed.raw }
  return { scope, cells, missing: cells.size < years.length, total, differenceYen: printed?.differenceYen ?? null }
}

/** The step amounts are printed in, in yen: 1000 for «1,234» 千円, 100000 for «1.5» 百万円. */
function stepOf(effects: readonly Effect[]): Decimal {
  const steps = effects.map((e) => {
    const power = MONEY_UNITS[e.unit?.normalize('NFKC') ?? '円'] ?? 0
    return 10 ** Math.max(0, power - (e.quantity ? printedPlaces(e.quantity) : 0))
  })
  return decimalOf(Math.max(1, ...steps))
}

function rowTotals(looking: Looking, table: Table): Check[] {
  return table.rows.flatMap((row) => {
    const terms = table.years.flatMap((year) => row.cells.get(year) ?? [])
    return row.total && terms.length >= 2
      ? [totalCheck(looking, table, 'row-total', `${row.scope}の合計`, row.total, terms, row.missing)]
      : []
  })
}

function columnTotals(looking: Looking, table: Table): Check[] {
  const [sum, ...more] = table.rows.filter((r) => isTotalScope(r.scope) && !/小計/.test(r.scope))
  const rows = table.rows.filter((r) => !isTotalScope(r.scope))
  if (!sum || more.length > 0 || rows.length < 2) return []
  const nested = table.rows.some((r) => /小計/.test(r.scope))
  const columns = table.years.flatMap((year) => {
    const stated = sum.cells.get(year)
    const terms = rows.flatMap((r) => r.cells.get(year) ?? [])
    return stated && terms.length >= 2
      ? [totalCheck(looking, table, 'column-total', `${year}年度の${sum.scope}`, stated, terms, nested || terms.length < rows.length)]
      : []
  })
  const terms = rows.flatMap((r) => r.total ?? [])
  const overall =
    sum.total && terms.length >= 2
      ? [totalCheck(looking, table, 'column-total', `合計欄の${sum.scope}`, sum.total, terms, nested || terms.length < rows.length)]
      : []
  return [...columns, ...overall]
}

function totalCheck(
  looking: Looking,
  table: Table,
  kind: string,
  name: string,
  stated: Value,
  terms: readonly Value[],
  incomplete: boolean,
): Check {
  const values = terms.map((t) => t.value)
  const agreement: Agreement = sumAgreement(stated.value, values, table.step === '1' ? 'exact' : table.step)
  const sum = printed(sumOf(values), table)
  const where = table.estimate === null ? '' : `（${table.estimate}）`
  const said = { stated: printed(stated.value, table), computed: sum, at: looking.placesOf(stated.pointer, ...terms.map((t) => t.pointer)) }
  if (agreement !== 'differs')
    return checked(kind, 'holds', {
      ...said,
      message: `効果額${where}「${name}」は各欄の和と一致します${agreement === 'rounded' ? `（${terms.length}項の四捨五入の差の範囲）` : ''}。`,
    })
  const message = `効果額${where}「${name}」は${said.stated}と書かれていますが、各欄の和は${sum}です。`
  return incomplete
    ? checked(kind, 'cannot-tell', { ...said, message: `${message}空欄か小計があるため、誤りとは言えません。` })
    : checked(kind, 'fails', { ...said, message: `${message}各欄か合計を確かめてください。` })
}

/** 「計画策定時との比較」 — the total now minus the total of the same row in the estimate before. */
function differences(looking: Looking, table: Table, earlier: readonly Table[]): Check[] {
  return table.rows.flatMap((row) => {
    if (row.differenceYen === null || !row.total) return []
    const before = earlier
      .map((t) => t.rows.find((r) => foldTight(r.scope) === foldTight(row.scope))?.total ?? null)
      .filter((t) => t !== null)
    const stated = decimalOf(row.differenceYen)
    const now = row.total
    const name = `${row.scope}の前の見積との差`
    if (before.length !== 1) {
      if (before.length === 0) return []
      return [
        checked('difference', 'cannot-tell', {
          stated: printed(stated, table),
          computed: null,
          message: `効果額「${name}」は、どの見積と比べたかが分かりません。`,
          at: looking.placesOf(now.pointer),
        }),
      ]
    }
    const [then] = before as [Value]
    const computed = minus(now.value, then.value)
    const agreement = sumAgreement(stated, [now.value, times(then.value, '-1' as Decimal)], table.step === '1' ? 'exact' : table.step)
    const said = { stated: printed(stated, table), computed: printed(computed, table), at: looking.placesOf(now.pointer, then.pointer) }
    const sum = `${printed(now.value, table)}－${printed(then.value, table)}＝${said.computed}`
    return agreement === 'differs'
      ? [
          checked('difference', 'fails', {
            ...said,
            message: `効果額「${name}」は${said.stated}と書かれていますが、計算すると${said.computed}です（${sum}）。差か合計を確かめてください。`,
          }),
        ]
      : [checked('difference', 'holds', { ...said, message: `効果額「${name}」は計算と一致します（${sum}）。` })]
  })
}

/** In the unit of the table, as the reader sees it there. */
function printed(yen: Decimal, { unit }: Table): string {
  const power = unit === null ? undefined : MONEY_UNITS[unit.normalize('NFKC')]
  if (power === undefined || power === 0) return shown(yen, unit)
  return shown(times(yen, `0.${'0'.repeat(power - 1)}1` as Decimal), unit)
}
