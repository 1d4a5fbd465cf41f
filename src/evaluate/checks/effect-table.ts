import type { Check } from '../../reform/record.ts'
import { type Decimal, decimalOf, minus, sumOf, times } from '../../vocabulary/decimal.ts'
import { foldTight } from '../../vocabulary/folding.ts'
import { isTotalScope } from '../effect-totals.ts'
import { type CheckKind, checked, type Looking } from '../looking.ts'
import { sumAgreement } from '../tolerance.ts'
import { type EffectRow, type EffectTable, type EffectValue, effectTablesOf, printedIn } from './effect-rows.ts'

/** 効果額の表 — row totals, column totals, and the difference to the earlier estimate. */
export const effectTables: CheckKind = (looking) => {
  const tables = effectTablesOf(looking.record)
  return tables.flatMap((table, i) => [
    ...doubted(rowTotals(looking, table), false),
    ...doubted(columnTotals(looking, table), table.rows.filter((r) => isTotalScope(r.scope)).length > 1),
    ...differences(looking, table, tables.slice(0, i)),
  ])
}

/**
 * Where no sum of three or more agrees, a row or a column has not been read, or the total covers something else; where
 * subtotals stand between the rows, most sums have to agree before one that does not is called wrong.
 */
function doubted(checks: Check[], nested: boolean): Check[] {
  const fails = checks.filter((c) => c.verdict === 'fails').length
  const holds = checks.filter((c) => c.verdict === 'holds').length
  if (nested ? holds >= 2 * fails : checks.length < 3 || fails < checks.length) return checks
  const hint = '合わない合計が多いため、読み取れていない欄があるか、合計の範囲が異なると見られます。'
  return checks.map((c) =>
    c.verdict !== 'fails' ? c : { ...c, verdict: 'cannot-tell', message: c.message.replace('各欄か合計を確かめてください。', hint) },
  )
}

type Sum = { kind: string; name: string; stated: EffectValue; terms: readonly EffectValue[]; doubt: string | null }

function rowTotals(looking: Looking, table: EffectTable): Check[] {
  return table.rows.flatMap((row) => {
    const terms = table.years.flatMap((year) => row.cells.get(year) ?? [])
    const doubt = row.missing ? '空欄があるため、誤りとは言えません。' : null
    return row.total && terms.length >= 2
      ? [sumCheck(looking, table, { kind: 'row-total', name: `${row.scope}の合計`, stated: row.total, terms, doubt })]
      : []
  })
}

const GRAND = /^(?:総?合計|総計|計|効果額(?:合計|計)|全体)(?:額)?$/

/** The rows that a total row adds up: all others for 「合計」, those since the total before it for 「歳入計」 and 「小計」. */
function columnTotals(looking: Looking, table: EffectTable): Check[] {
  const totals = table.rows.filter((r) => isTotalScope(r.scope))
  const grand = totals.filter((r) => GRAND.test(foldTight(r.scope)))
  return totals.flatMap((total) => {
    const isGrand = GRAND.test(foldTight(total.scope))
    if (isGrand && grand.length > 1) return []
    const rows = isGrand ? table.rows.filter((r) => !isTotalScope(r.scope)) : rowsAbove(table, total)
    return rows.length < 2 ? [] : columnsOf(looking, table, total, rows)
  })
}

function rowsAbove({ rows }: EffectTable, total: EffectRow): EffectRow[] {
  const end = rows.indexOf(total)
  const start = rows.slice(0, end).findLastIndex((r) => isTotalScope(r.scope))
  return rows.slice(start + 1, end)
}

function columnsOf(looking: Looking, table: EffectTable, total: EffectRow, rows: readonly EffectRow[]): Check[] {
  const checkOf = (name: string, stated: EffectValue | null, terms: EffectValue[]): Check[] => {
    const doubt = terms.length < rows.length ? '空欄があるため、誤りとは言えません。' : null
    return stated && terms.length >= 2 ? [sumCheck(looking, table, { kind: 'column-total', name, stated, terms, doubt })] : []
  }
  const columns = table.years.flatMap((year) =>
    checkOf(
      `${year}年度の${total.scope}`,
      total.cells.get(year) ?? null,
      rows.flatMap((r) => r.cells.get(year) ?? []),
    ),
  )
  return [
    ...columns,
    ...checkOf(
      `合計欄の${total.scope}`,
      total.total,
      rows.flatMap((r) => r.total ?? []),
    ),
  ]
}

const stepIn = (table: EffectTable): Decimal | 'exact' => (table.step === '1' ? 'exact' : table.step)
const whereOf = ({ estimate, status }: EffectTable): string => {
  const said = [estimate, status].filter((s) => s !== null).join('・')
  return said === '' ? '' : `（${said}）`
}

function sumCheck(looking: Looking, table: EffectTable, { kind, name, stated, terms, doubt }: Sum): Check {
  const values = terms.map((t) => t.value)
  const agreement = sumAgreement(stated.value, values, stepIn(table))
  const sum = printedIn(table, sumOf(values))
  const said = {
    stated: printedIn(table, stated.value),
    computed: sum,
    at: looking.placesOf(stated.pointer, ...terms.map((t) => t.pointer)),
  }
  const rounding = agreement === 'rounded' ? `（${terms.length}項の四捨五入の差の範囲）` : ''
  if (agreement !== 'differs')
    return checked(kind, 'holds', { ...said, message: `効果額${whereOf(table)}「${name}」は各欄の和と一致します${rounding}。` })
  const message = `効果額${whereOf(table)}「${name}」は${said.stated}と書かれていますが、各欄の和は${sum}です。`
  return doubt === null
    ? checked(kind, 'fails', { ...said, message: `${message}各欄か合計を確かめてください。` })
    : checked(kind, 'cannot-tell', { ...said, message: message + doubt })
}

/** 「計画策定時との比較」 — the total now minus the total of the same row in the estimate before. */
function differences(looking: Looking, table: EffectTable, earlier: readonly EffectTable[]): Check[] {
  return table.rows.flatMap((row) => {
    if (row.differenceYen === null || !row.total) return []
    const before = earlier.flatMap((t) => t.rows.find((r) => foldTight(r.scope) === foldTight(row.scope))?.total ?? [])
    const [then, ...others] = before
    return then
      ? [differenceCheck(looking, table, { row, now: row.total, then, stated: decimalOf(row.differenceYen), sure: others.length === 0 })]
      : []
  })
}

type Difference = { row: EffectRow; now: EffectValue; then: EffectValue; stated: Decimal; sure: boolean }

function differenceCheck(looking: Looking, table: EffectTable, { row, now, then, stated, sure }: Difference): Check {
  const name = `${row.scope}の前の見積との差`
  const printed = (yen: Decimal) => printedIn(table, yen)
  const at = looking.placesOf(now.pointer, then.pointer)
  if (!sure)
    return checked('difference', 'cannot-tell', {
      stated: printed(stated),
      computed: null,
      message: `効果額「${name}」は、どの見積と比べたかが分かりません。`,
      at,
    })
  const computed = minus(now.value, then.value)
  const agreement = sumAgreement(stated, [now.value, times(then.value, '-1' as Decimal)], stepIn(table))
  const said = { stated: printed(stated), computed: printed(computed), at }
  const sum = `${printed(now.value)}－${printed(then.value)}＝${said.computed}`
  return agreement === 'differs'
    ? checked('difference', 'fails', {
        ...said,
        message: `効果額「${name}」は${said.stated}と書かれていますが、計算すると${said.computed}です（${sum}）。差か合計を確かめてください。`,
      })
    : checked('difference', 'holds', { ...said, message: `効果額「${name}」は計算と一致します（${sum}）。` })
}
