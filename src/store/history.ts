import { sql } from 'kysely'
import type { ActTaken, AuditEntry } from '../reform/audit.ts'
import type { PlanFamilyId, RecordId } from '../reform/record-id.ts'
import { ENTRY, toEntry } from './audit.ts'
import type { Reader } from './handles.ts'

/** What has rows of its own under it: an indicator its targets, an item of a round its steps. */
const THINGS = ['part', 'indicator', 'effect', 'round_item', 'plan_change']
/** 取組の履歴に出す表; where its values stand in documents is told beside the values. */
const TOLD = [
  ...['initiative', 'initiative_section', 'mark', 'publication', 'part', 'part_section', 'activity', 'schedule_cell', 'report'],
  ...['evaluation', 'cost', 'indicator', 'indicator_target', 'indicator_actual', 'figure', 'effect'],
  ...['round_item', 'round_step', 'submission', 'plan_change'],
]
const columns = sql.join(ENTRY.map((name) => sql.ref(`a.${name}`)))

/** `items`: the items of rounds that the reader may see; null: all of them, also those that are gone. */
export type HistoryAsked = { family: PlanFamilyId; initiative: RecordId; items: readonly string[] | null; page: number; size: number }
export type HistoryPage = { acts: ActTaken[]; pages: number }

/** 取組の履歴 — the acts that touched an initiative or anything that stands under it, the newest first. */
export async function historyOf(db: Reader, { family, initiative, items, page, size }: HistoryAsked): Promise<HistoryPage> {
  const own = sql`a.municipality = ${db.municipality} and a."table" in (${sql.join(TOLD)})`
  // in another family the same id is another thing; an effect has only a number, which may be another initiative's later
  const meant = sql`coalesce(a.key ->> 'family', ${family}) = ${family} and (a.thing is null or a.key ? 'id' or (a."table" = 'effect' and ${initiative} = (
    select b.under from audit b where b.municipality = ${db.municipality} and b.thing = a.thing and b."table" = 'effect'
      and b.act = 'insert' and b.number <= a.number order by b.number desc limit 1)))`
  const seen =
    items === null ? sql`` : sql`and (a."table" <> 'round_item' or a.thing in (${items.length > 0 ? sql.join(items) : sql`null`}))`
  const { rows } = await sql<{ acts: string; nth: string } & Parameters<typeof toEntry>[0]>`
    with recursive things(thing) as (
      select ${initiative}::text
      union
      select a.thing from things t join audit a on a.under = t.thing
        where ${own} and a.thing is not null and a.act <> 'update' and a."table" in (${sql.join(THINGS)}) ${seen}
    ),
    mine as (
      select a.number, a.at, a.by, a.request from things t join audit a on a.thing = t.thing where ${own} and ${meant}
      union
      select a.number, a.at, a.by, a.request from things t join audit a on a.under = t.thing where ${own} and ${meant} ${seen}
    ),
    acts as (
      select at, by, request, count(*) over () as acts, row_number() over (order by max(number) desc) as nth from mine group by at, by, request
    )
    select c.acts, c.nth, ${columns} from acts c
      join mine m on m.at = c.at and m.by = c.by and m.request is not distinct from c.request
      join audit a on a.municipality = ${db.municipality} and a.number = m.number
    where c.nth > ${(page - 1) * size} and c.nth <= ${page * size}
    order by c.nth, a.number`.execute(db)
  const acts = [...Map.groupBy(rows, ({ nth }) => nth).values()].map((of) => takenOf(of.map(toEntry)))
  return { acts, pages: Math.ceil(Number(rows[0]?.acts ?? 0) / size) }
}

const takenOf = (entries: AuditEntry[]): ActTaken => {
  const { at, by, role, request, why } = entries[0] as AuditEntry
  return { at, by, role, request, why, entries }
}

/** 取込みの文書 — the documents that came in with these acts, by the moment of the act. */
export async function documentsWith(db: Reader, acts: readonly ActTaken[]): Promise<Map<number, string[]>> {
  if (acts.length === 0) return new Map()
  const rows = await db
    .selectFrom('audit')
    .select(['at', 'after'])
    .where('municipality', '=', db.municipality)
    .where('table', '=', 'document')
    .where('act', '=', 'insert')
    .where(
      'at',
      'in',
      acts.map(({ at }) => at),
    )
    .orderBy('number')
    .execute()
  const named = rows.map(({ at, after }) => ({ at: at.getTime(), name: String((after as { name?: string } | null)?.name ?? '') }))
  return new Map([...Map.groupBy(named, ({ at }) => at)].map(([at, own]) => [at, own.map(({ name }) => name)]))
}

/** What a log names by its id only, as it is called today: `section` of an item of a round. */
export type NamedThing = { kind: string; id: string; name: string; section: string | null }

/** 記録に出る番号の名 — plans, parts of the plan, indicators and items of rounds of one initiative. */
export async function namesAround(db: Reader, family: PlanFamilyId, initiative: RecordId): Promise<NamedThing[]> {
  const of = sql`municipality = ${db.municipality} and family = ${family}`
  const { rows } = await sql<NamedThing>`
    select 'initiative' as kind, id, concat_ws(' ', number, title) as name, null as section from initiative where ${of} and id = ${initiative}
    union all select 'plan', id, title, null from plan where ${of}
    union all select 'node', id, concat_ws(' ', number, title), null from plan_node where ${of}
    union all select 'part', id, coalesce(title, ''), null from part where ${of} and initiative = ${initiative}
    union all select 'indicator', id, name, null from indicator where ${of} and (of_initiative = ${initiative}
      or of_part in (select id from part where ${of} and initiative = ${initiative}))
    union all select 'item', i.id, r.title, i.section from round_item i join round r on r.municipality = i.municipality and r.id = i.round
      where i.municipality = ${db.municipality} and r.family = ${family} and i.initiative = ${initiative}`.execute(db)
  return rows
}

/** 番号の名 — of initiatives, what hangs on them, items of rounds, scales and outlooks, wherever they stand; what is gone has none. */
export async function namesOfThings(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const of = (table: string) => sql`from ${sql.table(table)} where municipality = ${db.municipality} and id in (${sql.join(ids)})`
  // what hangs on an initiative is called by it
  const ofInitiative = (table: string) => sql`select o.id, concat_ws(' ', i.number, i.title) from ${sql.table(table)} o
    join initiative i on i.municipality = o.municipality and i.family = o.family and i.id = o.initiative
    where o.municipality = ${db.municipality} and o.id in (${sql.join(ids)})`
  const { rows } = await sql<{ id: string; name: string | null }>`
    select id, concat_ws(' ', number, title) as name ${of('initiative')}
    union all select id, title ${of('part')} union all select id, name ${of('indicator')}
    union all select id, sheet ->> 'title' ${of('round_item')} union all select id, title ${of('round')}
    union all select id, name ${of('scale')} union all select id, title ${of('fiscal_outlook')}
    union all select id, title ${of('carry_over')} union all select id, title ${of('reorganisation')}
    union all ${ofInitiative('improvement')} union all ${ofInitiative('opinion')}`.execute(db)
  return new Map(rows.flatMap(({ id, name }) => (name ? [[id, name] as const] : [])))
}
