import { sql } from 'kysely'
import type { BudgetReflection } from '../reform/budget-reflection.ts'
import type { Judgement } from '../reform/judgement.ts'
import type { PlanFamilyId } from '../reform/record-id.ts'
import type { Scale } from '../reform/scale.ts'
import type { Reader } from './handles.ts'

/** 予算反映のもと — of one plan: its scales of decisions, what was judged, and what was recorded of it. */
export type ReflectionFacts = {
  family: PlanFamilyId
  title: string
  scales: Scale[]
  judgements: Omit<Judgement, 'by' | 'proposal'>[]
  reflections: BudgetReflection[]
}

/** 全計画の予算反映のもと — of every plan that has a scale of decisions, in one question: the first page of the office asks it. */
export async function reflectionFactsOf(db: Reader): Promise<ReflectionFacts[]> {
  const { rows } = await sql<ReflectionFacts>`
    select s.family,
      coalesce((select p.title from plan p where p.municipality = s.municipality and p.family = s.family and p.parent is null limit 1), s.family) as title,
      json_agg(json_build_object('id', s.id, 'name', s.name, 'kind', s.kind, 'grades', s.grades) order by s.position, s.id) as scales,
      (select coalesce(json_agg(json_build_object('id', j.id, 'initiative', j.initiative, 'indicator', j.indicator,
          'fiscalYear', j.fiscal_year, 'stage', j.stage, 'scale', j.scale, 'word', j.word, 'reason', j.reason, 'on', j."on") order by j.id), '[]')
        from judgement j where j.municipality = s.municipality and j.family = s.family and j.indicator is null) as judgements,
      (select coalesce(json_agg(json_build_object('initiative', b.initiative, 'fiscalYear', b.fiscal_year, 'word', b.word,
          'reflected', b.reflected, 'none', b.none)), '[]')
        from budget_reflection b where b.municipality = s.municipality and b.family = s.family) as reflections
    from scale s where s.municipality = ${db.municipality} and s.kind = 'decision'
    group by s.municipality, s.family order by s.family`.execute(db)
  return rows
}
