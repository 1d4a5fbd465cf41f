import type { PlanFamilyId } from '../../../reform/record-id.ts'
import type { JudgingFacts } from '../../../report/judging-board.ts'
import { judgementsOf } from '../../../store/judgement.ts'
import { loadJudged } from '../../../store/record-excerpt.ts'
import { rulesOf, scalesOf } from '../../../store/scale.ts'
import type { Staff } from '../staff.ts'

/** What every page of the evaluation is drawn from; null where there is no such plan. */
export const factsOf = (staff: Staff, family: PlanFamilyId): Promise<JudgingFacts | null> =>
  staff.store.reading(staff.code, async (db) => {
    const record = await loadJudged(db, family)
    if (!record) return null
    return { record, scales: await scalesOf(db, family), rules: await rulesOf(db, family), judgements: await judgementsOf(db, family) }
  })
