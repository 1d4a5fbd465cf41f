import type { WriteSheet } from 'hucre'
import type { Effect, EffectTotal, ReformRecord } from '../reform/record.ts'
import { isMoney, moneyUnit, yearShort, yenIn } from '../report/figures.ts'
import { compare } from '../vocabulary/decimal.ts'
import { periodText, planTitle } from './workbook-record.ts'
import { type Content, label, plain, title, value, Worksheet } from './worksheet.ts'

/** A row as it was printed: «小計» may come twice in one table, and is another row each time. */
type EffectRow = { scope: string; side: Effect['side']; basis: Effect['basis']; effects: Effect[]; total: EffectTotal | null }
type EffectTable = { estimate: string | null; unit: string | null; ofInitiatives: boolean; rows: EffectRow[] }
/** One column of amounts: a fiscal year in one status. */
type Column = { year: number | null; status: Effect['status'] }

/** 効果額の表 — a sheet for each estimate and unit, of pillars or of initiatives, over fiscal years; totals as printed. Nothing is summed here. */
export function effectSheets(record: ReformRecord): WriteSheet[] {
  const tables = tablesOf(record)
  const named = (ofInitiatives: boolean): EffectTable[] => tables.filter((table) => table.ofInitiatives === ofInitiatives)
  return tables.map((table) => {
    const kind = table.ofInitiatives ? '取組別効果額' : '効果額'
    const alike = named(table.ofInitiatives)
    return effectSheet(record, table, alike.length > 1 ? `${kind} ${alike.indexOf(table) + 1}` : kind)
  })
}

function tablesOf({ effects, effectTotals }: ReformRecord): EffectTable[] {
  const tables = new Map<string, EffectTable>()
  const left = [...effectTotals]
  for (const effect of effects) {
    const unit = effect.amountYen !== null || isMoney(effect.unit) ? moneyUnit(effect.unit) : effect.unit
    const key = (ofInitiatives: boolean): string => JSON.stringify([effect.estimate, unit, ofInitiatives])
    // a sum stands below the initiatives it is the sum of
    const ofInitiatives = (effect.of !== null && 'initiative' in effect.of) || (isSum(effect.scope) && tables.has(key(true)))
    const table = tables.get(key(ofInitiatives)) ?? { estimate: effect.estimate, unit, ofInitiatives, rows: [] }
    tables.set(key(ofInitiatives), table)
    rowFor(table, effect, left).effects.push(effect)
  }
  return [...tables.values()]
}

const isSum = (scope: string): boolean =>
  /^[（(【]?(歳入|歳出|収入|支出|全体)?[小合総累中]?(計|合計額)[）)】]?$/.test(scope.replace(/\s/g, ''))

/** The last row of that name, as long as it has room for this year and status. */
function rowFor(table: EffectTable, effect: Effect, totals: EffectTotal[]): EffectRow {
  const { scope, side, basis, estimate } = effect
  const last = table.rows.findLast((row) => row.scope === scope && row.side === side && row.basis === basis)
  const at = totals.findIndex((total) => total.estimate === estimate && total.scope === scope)
  const hasRoom = last && !last.effects.some((e) => e.fiscalYear === effect.fiscalYear && e.status === effect.status)
  // 計画 and 実績 of one row with a total each are two rows, as they were printed
  const isAnother = at >= 0 && last?.total != null && last.effects.every(({ status }) => status !== effect.status)
  if (last && hasRoom && !isAnother) return last
  const row = { scope, side, basis, effects: [], total: at < 0 ? null : (totals.splice(at, 1)[0] ?? null) }
  table.rows.push(row)
  return row
}

function effectSheet(record: ReformRecord, { estimate, unit, ofInitiatives, rows }: EffectTable, name: string): WriteSheet {
  const years = columnsOf(rows)
  const has = {
    side: rows.some((row) => row.side !== null),
    basis: rows.some((row) => row.basis !== null),
    total: rows.some(({ total }) => total !== null && total.amountYen !== null),
    difference: rows.some(({ total }) => total !== null && total.differenceYen !== null),
  }
  // a table of two columns would be a form to whoever reads it: label and value
  const hasNote = !Object.values(has).some((said) => said)
  const before = [...(has.side ? [10] : []), ...(has.basis ? [10] : [])]
  const after = [...(has.total ? [16] : []), ...(has.difference ? [18] : []), ...(hasNote ? [12] : [])]
  const widths = [36, ...before, ...years.map(() => 18), ...after]
  const sheet = new Worksheet(name, widths)
  if (record.initiatives.length === 0) sheet.row(plain(`${planTitle(record)}${periodText(record)}`, widths.length))
  sheet.row(title(`${estimate ?? ''}${estimate ? 'の' : ''}改革改善効果額`, widths.length))
  sheet.row(plain(`（単位：${unit ?? '－'}）`, widths.length))
  sheet.row(
    label(ofInitiatives ? '取組名' : '基本方針', 1, 2),
    ...(has.side ? [label('区分', 1, 2)] : []),
    ...(has.basis ? [label('種別', 1, 2)] : []),
    label('改革改善効果額', years.length),
    ...(has.total ? [label('合計', 1, 2)] : []),
    ...(has.difference ? [label('計画策定時との比較', 1, 2)] : []),
    ...(hasNote ? [label('備考', 1, 2)] : []),
  )
  const headerRow = sheet.length
  sheet.row(...years.map((column) => label(columnHeading(column))))
  for (const { scope, side, basis, effects, total } of rows)
    sheet.row(
      value(scope),
      ...(has.side ? [value(side)] : []),
      ...(has.basis ? [value(basis)] : []),
      ...years.map((column) => value(amountOf(effects.find(isIn(column)), unit))),
      ...(has.total ? [value(yen(total?.amountYen ?? null, unit))] : []),
      ...(has.difference ? [value(yen(total?.differenceYen ?? null, unit))] : []),
      ...(hasNote ? [value(null)] : []),
    )
  return sheet.done({ orientation: 'landscape', headerRow })
}

const STATUSES = [null, '計画', '見込み', '実績'] as const

function columnsOf(rows: readonly EffectRow[]): Column[] {
  const effects = rows.flatMap((row) => row.effects)
  const years = [...new Set(effects.map((effect) => effect.fiscalYear))].toSorted((a, b) => (a ?? 9999) - (b ?? 9999))
  const columns = years.flatMap((year) => STATUSES.map((status) => ({ year, status })))
  return columns.filter((column) => effects.some(isIn(column)))
}

const isIn =
  ({ year, status }: Column) =>
  (effect: Effect): boolean =>
    effect.fiscalYear === year && effect.status === status

/** «令和6年度（見込み）»; an amount without a year stands under its status alone. */
const columnHeading = ({ year, status }: Column): string =>
  year === null ? `${status ?? ''}額` : `${yearShort(year)}${status ? `（${status}）` : ''}`

const yen = (amount: number | null, unit: string | null): Content => (amount === null ? null : { number: yenIn(amount, unit) })

function amountOf(effect: Effect | undefined, unit: string | null): Content {
  if (!effect) return null
  const { amountYen, quantity, raw } = effect
  if (amountYen === null) return quantity === null ? raw : { number: quantity }
  // 3.0 百万円 keeps its printed digits
  return quantity !== null && compare(quantity, yenIn(amountYen, unit)) === 0 ? { number: quantity } : yen(amountYen, unit)
}
