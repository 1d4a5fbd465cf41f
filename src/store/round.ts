import type { PlanFamilyId, RecordId } from '../reform/record-id.ts'
import type { ReportState } from '../reform/report-state.ts'
import type { ReminderDays, Round, RoundId } from '../reform/round.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import type { Reader, Tx } from './handles.ts'
import type { Schema } from './schema.ts'
import { storable, storableJson } from './storable.ts'

const toRound = (row: Schema['round']): Round => ({
  id: row.id as RoundId,
  family: row.family as PlanFamilyId,
  plan: row.plan as RecordId,
  title: row.title,
  fiscalYear: row.fiscal_year,
  opensOn: row.opens_on as Day,
  dueSection: row.due_section as Day,
  dueDepartment: row.due_department as Day | null,
  dueOffice: row.due_office as Day | null,
  graceDays: row.grace_days,
  lockOn: row.lock_on as Day | null,
  departmentApproval: row.department_approval,
  separation: row.separation,
  remind: row.remind as ReminderDays,
  contact: row.contact,
  closed: row.closed,
})

/** 照会の一覧 — the youngest first. */
export async function roundsOf(db: Reader): Promise<Round[]> {
  const rows = await db
    .selectFrom('round')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .orderBy('fiscal_year', 'desc')
    .orderBy('opens_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toRound)
}

export async function roundById(db: Reader, id: RoundId): Promise<Round | null> {
  const row = await db.selectFrom('round').selectAll().where('municipality', '=', db.municipality).where('id', '=', id).executeTakeFirst()
  return row ? toRound(row) : null
}

export async function saveRound(tx: Tx, round: Round): Promise<void> {
  const said = {
    family: round.family as string,
    plan: round.plan as string,
    title: storable(round.title),
    fiscal_year: round.fiscalYear,
    opens_on: round.opensOn as string,
    due_section: round.dueSection as string,
    due_department: round.dueDepartment as string | null,
    due_office: round.dueOffice as string | null,
    grace_days: round.graceDays,
    lock_on: round.lockOn as string | null,
    department_approval: round.departmentApproval,
    separation: round.separation,
    remind: storableJson(round.remind),
    contact: storable(round.contact),
    closed: round.closed,
  }
  await tx
    .insertInto('round')
    .values({ municipality: tx.municipality, id: round.id, ...said })
    .onConflict((conflict) => conflict.columns(['municipality', 'id']).doUpdateSet(said))
    .execute()
}

/** 照会ごとの件数 — of each state, for the list of rounds: neither a sheet nor a content is read. */
export async function itemCounts(db: Reader): Promise<Map<RoundId, { state: ReportState; count: number }[]>> {
  const rows = await db
    .selectFrom('round_item')
    .select(({ fn }) => ['round', 'state', fn.countAll().as('count')])
    .where('municipality', '=', db.municipality)
    .groupBy(['round', 'state'])
    .execute()
  const counted = rows.map(({ round, state, count }) => ({ round: round as RoundId, state: state as ReportState, count: Number(count) }))
  return Map.groupBy(counted, ({ round }) => round)
}
