import type { WriteSheet } from 'hucre'
import type { Effect, ReformRecord } from '../reform/record.ts'
import { isMoney, moneyUnit, yearShort, yenIn } from '../report/figures.ts'
import { type Content, label, plain, title, value, Worksheet } from './worksheet.ts'

type EffectTable = { estimate: string | null; unit: string | null; ofInitiatives: boolean; effects: Effect[] }

/** 効果額の表 — a sheet for each estimate, of pillars or of initiatives, over fiscal years; totals as printed. Nothing is summed here. */
export function effectSheets(record: ReformRecord): WriteSheet[] {
  const tables = new Map<string, EffectTable>()
  for (const effect of record.effects) {
    const isYen = effect.amountYen !== null || isMoney(effect.unit)
    const ofInitiatives = effect.of !== null && 'initiative' in effect.of
    const key = JSON.stringify([effect.estimate, isYen ? '円' : effect.unit, ofInitiatives])
    const table = tables.get(key) ?? {
      estimate: effect.estimate,
      unit: isYen ? moneyUnit(effect.unit) : effect.unit,
      ofInitiatives,
      effects: [],
    }
    tables.set(key, table)
    table.effects.push(effect)
  }
  return [...tables.values()].map((table, n) => effectSheet(record, table, tables.size > 1 ? `効果額 ${n + 1}` : '効果額'))
}

function effectSheet(record: ReformRecord, { estimate, unit, ofInitiatives, effects }: EffectTable, name: string): WriteSheet {
  const years = [...new Set(effects.map((e) => e.fiscalYear))].toSorted((a, b) => (a ?? 9999) - (b ?? 9999))
  const totals = record.effectTotals.filter(
    (t) => t.estimate === estimate && effects.some((e) => e.scope === t.scope && e.amountYen !== null),
  )
  const hasSide = effects.some((e) => e.side !== null)
  const hasTotal = totals.some((t) => t.amountYen !== null)
  const hasDifference = totals.some((t) => t.differenceYen !== null)
  const widths = [36, ...(hasSide ? [10] : []), ...years.map(() => 16), ...(hasTotal ? [16] : []), ...(hasDifference ? [18] : [])]
  const sheet = new Worksheet(name, widths)
  sheet.row(title(`${estimate ?? ''}${estimate ? 'の' : ''}改革改善効果額`, widths.length))
  sheet.row(plain(`（単位：${unit ?? '－'}）`, widths.length))
  sheet.row(
    label(ofInitiatives ? '取組名' : '基本方針', 1, 2),
    ...(hasSide ? [label('区分', 1, 2)] : []),
    label('改革改善効果額', years.length),
    ...(hasTotal ? [label('合計', 1, 2)] : []),
    ...(hasDifference ? [label('計画策定時との比較', 1, 2)] : []),
  )
  const headerRow = sheet.length
  sheet.row(...years.map((year) => label(yearHeading(year, effects))))

  const rows = new Map(effects.map((e) => [JSON.stringify([e.scope, e.side]), { scope: e.scope, side: e.side }]))
  for (const { scope, side } of rows.values()) {
    const total = totals.find((t) => t.scope === scope)
    const cell = (year: number | null): Content =>
      amountOf(
        effects.find((e) => e.scope === scope && e.side === side && e.fiscalYear === year),
        unit,
      )
    sheet.row(
      value(scope),
      ...(hasSide ? [value(side)] : []),
      ...years.map((year) => value(cell(year))),
      ...(hasTotal ? [value(yen(total?.amountYen ?? null, unit))] : []),
      ...(hasDifference ? [value(yen(total?.differenceYen ?? null, unit))] : []),
    )
  }
  return sheet.done({ orientation: 'landscape', headerRow })
}

/** «令和6年度（見込み）» where all amounts of the year have one status. */
function yearHeading(year: number | null, effects: readonly Effect[]): string {
  const said = new Set(effects.filter((e) => e.fiscalYear === year).map((e) => e.status))
  const [status] = said
  return `${year === null ? '年度なし' : yearShort(year)}${said.size === 1 && status ? `（${status}）` : ''}`
}

const yen = (amount: number | null, unit: string | null): Content => (amount === null ? null : { number: yenIn(amount, unit) })

function amountOf(effect: Effect | undefined, unit: string | null): Content {
  if (!effect) return null
  if (effect.amountYen !== null) return yen(effect.amountYen, unit)
  return effect.quantity === null ? effect.raw : { number: effect.quantity }
}
