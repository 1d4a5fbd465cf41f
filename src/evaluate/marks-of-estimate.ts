import { keyParts, type Marking } from '../reform/effect-mark.ts'
import type { ReformRecord } from '../reform/record.ts'
import { estimatesOf, isOnlyResults } from './effect-terms.ts'

const estimateOfMark = ({ effect }: Marking): string | null => keyParts(effect)[0]

/**
 * その見積時点の判定 — marks against one outlook may be of several estimates. A mark of an estimate that the plan no longer has
 * belongs to none: it is told with every one, among those whose amount is gone.
 */
export function isMarkOf(record: ReformRecord, estimate: string | null): (mark: Marking) => boolean {
  const known = estimatesOf(record)
  return (mark) => estimateOfMark(mark) === estimate || !known.includes(estimateOfMark(mark))
}

/** 突き合わせる見積時点 — the latest estimate that was marked against the outlook; before the first mark, the latest that is no mere report of results. */
export function estimateFor(record: ReformRecord, marks: readonly Marking[]): string | null {
  const all = estimatesOf(record)
  const marked = all.findLast((estimate) => marks.some((mark) => estimateOfMark(mark) === estimate))
  if (marked !== undefined) return marked
  return all.findLast((estimate) => !isOnlyResults(record, estimate)) ?? all.at(-1) ?? null
}
