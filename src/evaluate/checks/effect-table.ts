import type { Check } from '../../reform/record.ts'
import { type Decimal, decimalOf, minus, times } from '../../vocabulary/decimal.ts'
import { foldTight } from '../../vocabulary/folding.ts'
import { isTotalScope } from '../../vocabulary/total-scope.ts'
import { type CheckKind, checked, type Looking } from '../looking.ts'
import { sumAgreement } from '../tolerance.ts'
import type { NoteSays } from '../wording-of-doubt.ts'
import { columnTotals } from './effect-columns.ts'
import { isGrand } from './effect-readings.ts'
import { type EffectRow, type EffectTable, type EffectValue, effectTablesOf, printedIn } from './effect-rows.ts'
import { BLANK, checkOf, confirms, judged, settled, UNREAD } from './effect-sums.ts'
import { hasUnreadBeside, hasUnreadRow, notesOf } from './effect-unread.ts'

/** 効果額の表 — row totals, column totals, and the difference to the earlier estimate. */
export const effectTables: CheckKind = (looking) => {
  const tables = effectTablesOf(looking)
  const notes = notesOf(looking)
  return tables.flatMap((table, i) => [
    ...rowTotals(looking, table, notes),
    ...columnTotals(looking, table, tables, notes),
    ...differences(looking, table, tables.slice(0, i)),
  ])
}

function rowTotals(looking: Looking, table: EffectTable, notes: NoteSays): Check[] {
  const all = table.rows.flatMap((row) => {
    const terms = table.years.flatMap((year) => row.cells.get(year) ?? [])
    if (!row.total || terms.length < 2 || row.state) return []
    const unread = hasUnreadBeside(looking, row) || (isTotalScope(row.scope) && hasUnreadRow(looking, table))
    const doubt = row.missing ? BLANK : unread ? UNREAD : null
    return [judged(table, { kind: 'row-total', name: `${row.scope}の合計`, row, stated: row.total, terms, doubt }, notes.rounded)]
  })
  const whole = all.find((j) => isTotalScope(j.sum.row.scope) && isGrand(j.sum.row)) ?? null
  const items = all.filter((j) => j === whole || !isTotalScope(j.sum.row.scope))
  const subtotals = all.filter((j) => !items.includes(j))
  const agreeing = items.filter(confirms).length
  return [...settled(items, { whole }), ...settled(subtotals, { more: agreeing })].map((j) => checkOf(looking, table, j))
}

const stepIn = (table: EffectTable): Decimal | 'exact' => (table.step === '1' ? 'exact' : table.step)

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
  // 「計画策定時－今回」 is as good a difference as the other way round.
  const turned = sumAgreement(times(stated, '-1' as Decimal), [now.value, times(then.value, '-1' as Decimal)], stepIn(table)) !== 'differs'
  const agreement = sumAgreement(stated, [now.value, times(then.value, '-1' as Decimal)], stepIn(table))
  const said = { stated: printed(stated), computed: printed(computed), at }
  const sum = `${printed(now.value)}－${printed(then.value)}＝${said.computed}`
  if (agreement === 'differs' && turned)
    return checked('difference', 'cannot-tell', { ...said, message: `効果額「${name}」は、計算した差と符号だけが異なります（${sum}）。` })
  return agreement === 'differs'
    ? checked('difference', 'fails', {
        ...said,
        message: `効果額「${name}」は${said.stated}と書かれていますが、計算すると${said.computed}です（${sum}）。差か合計を確かめてください。`,
      })
    : checked('difference', 'holds', { ...said, message: `効果額「${name}」は計算と一致します（${sum}）。` })
}
