import type { Check } from '../../reform/record.ts'
import { type Decimal, decimalOf, minus, times } from '../../vocabulary/decimal.ts'
import { foldTight } from '../../vocabulary/folding.ts'
import { isTotalScope } from '../effect-totals.ts'
import { type CheckKind, checked, type Looking } from '../looking.ts'
import { sumAgreement } from '../tolerance.ts'
import type { NoteSays } from '../wording-of-doubt.ts'
import { isGrand, readingsOf, type TotalReading, totalsIn } from './effect-readings.ts'
import { type EffectRow, type EffectTable, type EffectValue, effectTablesOf, printedIn } from './effect-rows.ts'
import { BLANK, checkOf, confirms, type Judged, judged, negated, PARTIAL, settled, UNREAD } from './effect-sums.ts'
import { hasUnreadBeside, hasUnreadRow, notesOf } from './effect-unread.ts'

/** 効果額の表 — row totals, column totals, and the difference to the earlier estimate. */
export const effectTables: CheckKind = (looking) => {
  const tables = effectTablesOf(looking.record)
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

type Columns = { total: EffectRow; reading: TotalReading; all: Judged[]; whole: Judged | null }

/** Of the rows that a total may add up, those with which it agrees most often. */
function columnTotals(looking: Looking, table: EffectTable, tables: readonly EffectTable[], notes: NoteSays): Check[] {
  const siblings = tables.filter((t) => t !== table && t.estimate === table.estimate)
  const doubt = notes.incomplete ? PARTIAL : hasUnreadRow(looking, table) ? UNREAD : null
  const columns = totalsIn(table).flatMap((total): (Columns & { more: number })[] => {
    const found = readingsOf(table, total).map((reading) => {
      const more = siblings.flatMap((t) => twinOf(t, total, reading, notes)).filter(confirms).length
      return { ...columnsOf(table, total, reading, notes, doubt), more }
    })
    const [first, ...others] = found.filter(({ all }) => all.length > 0)
    if (!first) return []
    const count = (c: typeof first): number => c.all.filter(confirms).length * 100 + c.more
    return [others.reduce((best, c) => (count(c) > count(best) ? c : best), first)]
  })
  const single = columns.filter(({ total, all }) => totalsIn(table).filter(isGrand).length < 2 || !isGrand(total) || all.some(confirms))
  return single.flatMap((c) => {
    const alike = single.filter((o) => o !== c && !isGrand(o.total) && !isGrand(c.total) && o.reading.name === c.reading.name)
    const more = c.more + alike.flatMap((o) => o.all).filter(confirms).length
    return settled(c.all, { more, whole: c.whole, natural: c.reading.natural }).map((j) => checkOf(looking, table, j))
  })
}

/** The same total read the same way in the table of 見込額 beside that of 実績額. */
function twinOf(table: EffectTable, total: EffectRow, reading: TotalReading, notes: NoteSays): Judged[] {
  const twin = totalsIn(table).find((r) => foldTight(r.scope) === foldTight(total.scope))
  const same = twin && readingsOf(table, twin).find((r) => r.name === reading.name)
  return twin && same ? columnsOf(table, twin, same, notes, null).all : []
}

function columnsOf(table: EffectTable, total: EffectRow, reading: TotalReading, notes: NoteSays, doubt: string | null): Columns {
  const rows = reading.plus.length + reading.minus.length
  const sumOf = (name: string, stated: EffectValue | null, cellOf: (r: EffectRow) => EffectValue | null): Judged[] => {
    const terms = [...reading.plus.flatMap((r) => cellOf(r) ?? []), ...reading.minus.flatMap((r) => cellOf(r) ?? []).map(negated)]
    if (!stated || terms.length < 2) return []
    const why = terms.length < rows ? BLANK : doubt
    return [judged(table, { kind: 'column-total', name, row: total, stated, terms, doubt: why }, notes.rounded)]
  }
  const years = table.years.flatMap((year) =>
    sumOf(`${year}年度の${total.scope}`, total.cells.get(year) ?? null, (r) => r.cells.get(year) ?? null),
  )
  const whole = sumOf(`合計欄の${total.scope}`, total.total, (r) => r.total)
  return { total, reading, all: [...years, ...whole], whole: years.length > 0 ? (whole[0] ?? null) : null }
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
