import { plansWithin, runningIn } from '../reform/round-items.ts'
import type { EditionIndex } from './edition-index.ts'
import type { InitiativeList, InitiativeRow } from './initiative-list.ts'

/** その年度の取組 — `later`: of a phase that begins after the year; `earlier`: those that went over into a phase that has begun. */
export type RowsOfYear = { rows: InitiativeRow[]; later: number; earlier: number }

/**
 * Two phases of a plan stand in one record, and one thing would be counted twice: the year reported on decides which of them is
 * counted. What was ended without a successor is still counted, as 終了.
 */
export function rowsOfYear({ edition, root, year, initiative }: EditionIndex, list: InitiativeList): RowsOfYear {
  const { record } = edition
  const { ended, begun } = runningIn(record, plansWithin(record, root.id), year)
  const planOf = (id: string) => initiative(id as never)?.plan ?? root.id
  const wentOver = new Set(
    record.lineage.flatMap((line) =>
      line.from.flatMap(({ initiative: old }) =>
        old !== null && line.to.some((t) => t.initiative !== null && initiative(t.initiative) && planOf(t.initiative) !== planOf(old))
          ? [old as string]
          : [],
      ),
    ),
  )
  const told = list.rows.map((row) => {
    const it = initiative(row.id as never)
    if (it && !begun(it)) return 'later'
    return it && wentOver.has(row.id) && ended(it) ? 'earlier' : 'now'
  })
  return {
    rows: list.rows.filter((_, i) => told[i] === 'now'),
    later: told.filter((t) => t === 'later').length,
    earlier: told.filter((t) => t === 'earlier').length,
  }
}
