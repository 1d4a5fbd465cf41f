import { sql } from 'kysely'
import type { EvaluationStage } from '../reform/judgement.ts'
import type { PlanFamilyId } from '../reform/record-id.ts'
import type { Reader } from './handles.ts'

/** 評価を待つ取組 — accepted in the newest round of its plan, and judged by no scale at this stage yet. */
export type ToBeJudged = {
  family: PlanFamilyId
  plan: string
  fiscalYear: number
  initiative: string
  section: string | null
  stage: EvaluationStage
}

/** One question for all plans: only plans that have a scale are asked about. */
export async function toBeJudged(db: Reader, stages: readonly EvaluationStage[]): Promise<ToBeJudged[]> {
  if (stages.length === 0) return []
  const { rows } = await sql<ToBeJudged>`
    select r.family, p.title as plan, r.fiscal_year as "fiscalYear", i.initiative, i.section, s.stage
    from round_item i
      join round r on r.municipality = i.municipality and r.id = i.round
      join plan p on p.municipality = r.municipality and p.family = r.family and p.parent is null
      cross join unnest(array[${sql.join(stages)}]::text[]) as s(stage)
    where i.municipality = ${db.municipality} and i.state in ('accepted', 'published')
      and r.fiscal_year = (select max(o.fiscal_year) from round o where o.municipality = r.municipality and o.family = r.family
        and exists (select 1 from round_item d where d.municipality = o.municipality and d.round = o.id and d.state in ('accepted', 'published')))
      and exists (select 1 from scale c where c.municipality = r.municipality and c.family = r.family)
      and not exists (select 1 from judgement j where j.municipality = r.municipality and j.family = r.family
        and j.initiative = i.initiative and j.fiscal_year = r.fiscal_year and j.stage = s.stage)
    order by r.family, s.stage, i.position`.execute(db)
  return rows
}
