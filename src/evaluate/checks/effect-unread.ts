import type { ReformRecord } from '../../reform/record.ts'
import { foldTight } from '../../vocabulary/folding.ts'
import type { Looking } from '../looking.ts'
import { notesSay } from '../wording-of-doubt.ts'
import type { EffectRow, EffectTable } from './effect-rows.ts'

/** «line 12 cell 3» and «様式2!F14» as the page and the row of the page. */
function rowAt(at: string): { page: string; row: number } | null {
  const said = /^(.*?\bline )(\d+)/.exec(at) ?? /^(.*!)[A-Z]+(\d+)$/.exec(at)
  return said ? { page: said[1] as string, row: Number(said[2]) } : null
}

/** A number that was not read; a percentage or a year in brackets is no term of a sum. */
const isNumber = (text: string): boolean =>
  /^[▲△\-−(（約]*\d[\d,.]*/.test(text.normalize('NFKC').trim()) && !/[%年月日第]/.test(text.normalize('NFKC'))

const placesIn = (looking: Looking, row: EffectRow) => {
  const pointers = [...row.cells.values(), ...(row.total ? [row.total] : [])].map((v) => v.pointer)
  return looking.placesOf(...pointers).flatMap((at) => rowAt(at) ?? [])
}

/** A number in the row itself that belongs to no year: amounts of earlier years, a target. */
export function hasUnreadBeside(looking: Looking, row: EffectRow): boolean {
  const own = placesIn(looking, row)
  return looking.unread.some((u) => {
    const at = rowAt(u.at)
    return at !== null && isNumber(u.text) && own.some((o) => o.page === at.page && o.row === at.row)
  })
}

/** A row of the table of which no amount was read, or only its total. */
export function hasUnreadRow(looking: Looking, table: EffectTable): boolean {
  const { record } = looking
  const known = new Set(record.effects.map((e) => foldTight(e.scope)))
  if (record.effectTotals.some((t) => t.estimate === table.estimate && t.amountYen !== null && !known.has(foldTight(t.scope)))) return true
  const rows = table.rows.flatMap((row) => placesIn(looking, row))
  return looking.unread.some((u) => {
    const at = rowAt(u.at)
    const same = at === null ? [] : rows.filter((r) => r.page === at.page).map((r) => r.row)
    if (at === null || same.length === 0 || !isNumber(u.text) || same.includes(at.row)) return false
    return Math.min(...same) < at.row && at.row < Math.max(...same)
  })
}

/** What the document notes beside its tables: what was not read, and the words over and under them. */
export function notesOf({ record, unread }: { record: ReformRecord; unread: Looking['unread'] }) {
  const titles = record.plans.map((p) => p.title)
  const around = [...record.chapters, ...record.nodes].flatMap((c) => ('heading' in c ? [c.heading, c.text] : [c.title, c.text ?? '']))
  const noted = around.flatMap((text) => text.split(/[。\n]/)).filter((s) => /合計|総額|総計|端数|四捨五入|切り?捨/.test(s))
  return notesSay([...titles, ...unread.map((u) => u.text), ...noted])
}
