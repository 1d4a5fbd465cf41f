import type { Check, Places, ReformRecord, Verdict } from '../reform/record.ts'
import { declaredCounts } from './checks/declared-count.ts'
import { differences } from './checks/difference.ts'
import { effectTables } from './checks/effect-table.ts'
import { sameMetric, unitChanges } from './checks/metric.ts'
import { duplicates, numbering } from './checks/naming.ts'
import { owners } from './checks/owner.ts'
import { percentPoints } from './checks/percent-point.ts'
import { deadlines, directions } from './checks/progress-of-plan.ts'
import { ratios } from './checks/ratio.ts'
import { reachable } from './checks/reachable.ts'
import { sameTexts } from './checks/same-text.ts'
import { seriesTables } from './checks/series-table.ts'
import { sums } from './checks/sum.ts'
import { yearOnYear } from './checks/year-on-year.ts'
import { type CheckKind, lookingAt, type Unread } from './looking.ts'

const KINDS: readonly CheckKind[] = [
  effectTables,
  seriesTables,
  sums,
  ratios,
  differences,
  yearOnYear,
  percentPoints,
  declaredCounts,
  sameMetric,
  unitChanges,
  directions,
  reachable,
  deadlines,
  owners,
  duplicates,
  numbering,
  sameTexts,
]
const ORDER: readonly Verdict[] = ['fails', 'cannot-tell', 'holds', 'remark']

/**
 * 検算 — what is wrong first, then what nobody can tell, what holds, and what is worth a look. `fails` is arithmetic only,
 * and only where the reading leaves no doubt.
 */
export function checkRecord(record: ReformRecord & { unread?: Unread[] }, at: Places): Check[] {
  const looking = lookingAt(record, at)
  const all = KINDS.flatMap((kind) => kind(looking))
  return ORDER.flatMap((verdict) => all.filter((check) => check.verdict === verdict))
}
