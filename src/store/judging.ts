import type { Judging } from '../reform/judging.ts'
import type { PlanFamilyId } from '../reform/record-id.ts'
import type { Reader } from './handles.ts'
import { improvementsOf, reflectionsOf } from './improvement.ts'
import { judgementsOf } from './judgement.ts'
import { opinionsOf } from './opinion.ts'
import { criteriaOf, rulesOf, scalesOf } from './scale.ts'

/** 評価の一式 — seven statements, for a page that shows all of it and for the edition. */
export async function loadJudging(db: Reader, family: PlanFamilyId): Promise<Judging> {
  return {
    scales: await scalesOf(db, family),
    rules: await rulesOf(db, family),
    criteria: await criteriaOf(db, family),
    judgements: await judgementsOf(db, family),
    opinions: await opinionsOf(db, family),
    improvements: await improvementsOf(db, family),
    reflections: await reflectionsOf(db, family),
  }
}
