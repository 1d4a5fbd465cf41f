import { foldTight } from '../../vocabulary/folding.ts'
import { isTotalScope } from '../../vocabulary/total-scope.ts'
import type { EffectRow, EffectTable } from './effect-rows.ts'

/** 合計の読み方 — the rows that a total may add up, and those it may take off: nothing printed says which. */
export type TotalReading = { name: string; natural: boolean; plus: EffectRow[]; minus: EffectRow[] }

const GRAND = /^(?:総?合計|総計|計|効果額(?:合計|計)|全体)(?:額)?$/
export const isGrand = ({ scope }: EffectRow): boolean => GRAND.test(foldTight(scope))
export const totalsIn = ({ rows }: EffectTable): EffectRow[] => rows.filter((r) => isTotalScope(r.scope) && !r.aside && !r.state)

/** The likeliest first: all other rows for 「合計」, those since the total before it for 「歳入計」 and 「小計」. */
export function readingsOf(table: EffectTable, total: EffectRow): TotalReading[] {
  const { rows } = table
  const at = rows.indexOf(total)
  const items = rows.filter((r) => !isTotalScope(r.scope) && !r.aside && !r.state && r.unit === total.unit)
  const among = (from: number, to: number): EffectRow[] => items.filter((r) => rows.indexOf(r) >= from && rows.indexOf(r) < to)
  const last = rows.slice(0, at).findLastIndex((r) => isTotalScope(r.scope))
  const next = rows.findIndex((r, i) => i > at && isTotalScope(r.scope))
  const totals = totalsIn(table).filter((r) => r !== total && r.unit === total.unit && rows.indexOf(r) < at)
  const subtotals = totals.filter((r) => !isGrand(r))
  const above = among(last + 1, at)
  const starts = rows.flatMap((r, i) => (i < last && isTotalScope(r.scope) ? [i + 1] : []))
  const natural = (name: string, plus: EffectRow[]): TotalReading => ({ name, natural: true, plus, minus: [] })
  const unusual = (name: string, plus: EffectRow[], minus: EffectRow[] = []): TotalReading => ({ name, natural: false, plus, minus })
  const [all, since] = [natural('all', items), natural('above', above)]
  const readings: TotalReading[] = [
    ...(isGrand(total) ? [all, since] : [since, all]),
    natural('totals', subtotals),
    unusual('below', among(at + 1, next < 0 ? rows.length : next)),
    unusual('before', among(0, at)),
    ...starts.map((start, i) => unusual(`before ${i}`, among(start, at))),
    unusual(
      'pillars',
      items.filter((r) => /^(?:\d+|[IVX]+|柱|第\d+)[\s.、]/.test(r.scope.normalize('NFKC'))),
    ),
    unusual('net', above.slice(0, 1), above.slice(1)),
    unusual('net turned', above.slice(1), above.slice(0, 1)),
    unusual('balance', subtotals.slice(0, 1), subtotals.slice(1)),
  ]
  return readings.filter(({ plus, minus }) => plus.length + minus.length >= 2)
}
