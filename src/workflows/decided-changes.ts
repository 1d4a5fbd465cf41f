import type { EditionChange } from '../reform/edition.ts'
import type { Reader } from '../store/handles.ts'
import { planChangesOf } from '../store/plan-change.ts'
import type { PlanFamilyId } from '../store/plan-family.ts'

/** 決定した見直し — proposed and declined changes are nobody's business outside. */
export async function decidedChanges(db: Reader, family: PlanFamilyId): Promise<EditionChange[]> {
  const all = await planChangesOf(db, family)
  return all
    .filter(({ state }) => state === 'decided')
    .toSorted((a, b) => (a.decidedOn ?? '').localeCompare(b.decidedOn ?? ''))
    .map(({ initiative, kind, of, before, after, reason, decidedOn, decisionReason }) => ({
      initiative,
      kind,
      of,
      before,
      after,
      reason,
      decidedOn,
      decisionReason,
    }))
}
