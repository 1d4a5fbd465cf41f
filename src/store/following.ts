import { sql } from 'kysely'
import type { ImprovementState } from '../reform/improvement.ts'
import type { PlanFamilyId } from '../reform/record-id.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import type { Reader } from './handles.ts'

/** 進行中の改善計画 — of every plan, with the name of its initiative; one whose initiative is gone is left to the list of its plan. */
export type OpenImprovement = {
  family: PlanFamilyId
  id: string
  title: string
  section: string | null
  state: ImprovementState
  due: Day | null
}
type OpenRow = {
  family: string
  id: string
  number: string | null
  title: string
  section: string | null
  state: string
  due: string | null
}
export async function openImprovements(db: Reader): Promise<OpenImprovement[]> {
  const found = await sql<OpenRow>`
    select m.family, m.id, i.number, i.title, m.section, m.state, m.due
    from improvement m join initiative i on i.municipality = m.municipality and i.family = m.family and i.id = m.initiative
    where m.municipality = ${db.municipality} and m.state <> 'closed' order by m.due, m.id`.execute(db)
  return found.rows.map(({ family, id, number, title, section, state, due }) => ({
    family: family as PlanFamilyId,
    id,
    title: [number, title].filter(Boolean).join(' '),
    section,
    state: state as ImprovementState,
    due: due as Day | null,
  }))
}

/** 対応を待つ意見 — of every plan, with the sections of its initiative (none: of the plan as a whole). */
export type WaitingOpinion = { family: PlanFamilyId; id: string; title: string | null; from: string; sections: string[] }
export async function waitingOpinions(db: Reader): Promise<WaitingOpinion[]> {
  const found = await sql<{
    family: string
    id: string
    from: string
    number: string | null
    title: string | null
    sections: string[] | null
  }>`
    select o.family, o.id, o."from", i.number, i.title,
      (select array_agg(s.name order by s.position) from initiative_section s
        where s.municipality = o.municipality and s.family = o.family and s.initiative = o.initiative) as sections
    from opinion o left join initiative i on i.municipality = o.municipality and i.family = o.family and i.id = o.initiative
    where o.municipality = ${db.municipality} and o.text <> '' and (o.response is null or o.response ->> 'on' is null)
    order by o.said_on, o.id`.execute(db)
  return found.rows.map(({ family, id, from, number, title, sections }) => ({
    family: family as PlanFamilyId,
    id,
    title: title === null ? null : [number, title].filter(Boolean).join(' '),
    from,
    sections: sections ?? [],
  }))
}
