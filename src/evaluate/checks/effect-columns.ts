import type { Check } from '../../reform/record.ts'
import { foldTight } from '../../vocabulary/folding.ts'
import type { Looking } from '../looking.ts'
import type { NoteSays } from '../wording-of-doubt.ts'
import { isGrand, readingsOf, type TotalReading, totalsIn } from './effect-readings.ts'
import type { EffectRow, EffectTable, EffectValue } from './effect-rows.ts'
import { BLANK, checkOf, confirms, type Judged, judged, negated, PARTIAL, settled, UNREAD } from './effect-sums.ts'
import { hasUnreadRow } from './effect-unread.ts'

type Columns = { total: EffectRow; reading: TotalReading; all: Judged[]; whole: Judged | null }

/** Of the rows that a total may add up, those with which it agrees most often. */
export function columnTotals(looking: Looking, table: EffectTable, tables: readonly EffectTable[], notes: NoteSays): Check[] {
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
    return settled(c.all, { more, whole: c.whole, natural: table.isMadeForSums && c.reading.natural }).map((j) =>
      checkOf(looking, table, j),
    )
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
    return [
      judged(
        table,
        { kind: 'column-total', name, row: total, stated, terms, doubt: why, isBalance: reading.minus.length > 0 },
        notes.rounded,
      ),
    ]
  }
  const years = table.years.flatMap((year) =>
    sumOf(`${table.columnName(year)}の${total.scope}`, total.cells.get(year) ?? null, (r) => r.cells.get(year) ?? null),
  )
  const whole = sumOf(`合計欄の${total.scope}`, total.total, (r) => r.total)
  return { total, reading, all: [...years, ...whole], whole: years.length > 0 ? (whole[0] ?? null) : null }
}
