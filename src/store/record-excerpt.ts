import { type RawBuilder, sql } from 'kysely'
import type { Indicator, Initiative } from '../reform/record.ts'
import type { RecordId } from '../reform/record-id.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import { assemble } from './assemble.ts'
import type { Reader } from './handles.ts'
import { SHAPES } from './nouns/record.ts'
import { headOf, type PlanFamilyId } from './plan-family.ts'
import { rowsOf, type Table } from './rows.ts'

/*
 * 計画の抜粋 — what a page needs and no more: the whole record of 300 initiatives takes ten times as long. An excerpt is read and
 * never saved: saving it would remove everything that it leaves out.
 */
const tablesOf = (...names: string[]): Table[] => SHAPES.map((shape) => shape.table).filter(({ name }) => names.includes(name))
const FRAME = ['plan', 'plan_predecessor', 'plan_node']
const OUTLINE = tablesOf(...FRAME, 'initiative', 'initiative_section')
const NAMES = [...OUTLINE, ...tablesOf('indicator')]

/** 計画の骨組み — for lists: what stands where and who answers for it, without texts, figures and sources of the initiatives. */
export type PlanOutline = Pick<StoredRecord, 'plans' | 'nodes'> & {
  initiatives: Pick<Initiative, 'id' | 'plan' | 'node' | 'number' | 'title' | 'sections'>[]
}
export async function loadOutline(db: Reader, family: PlanFamilyId): Promise<PlanOutline | null> {
  const { plans, nodes, initiatives } = assemble(await rowsOf(db, family, OUTLINE)).lists
  return plans.length === 0 ? null : { plans, nodes, initiatives }
}

/** The outline with what its indicators are called. */
export type PlanNames = PlanOutline & { indicators: Pick<Indicator, 'id' | 'name'>[] }
export async function loadNames(db: Reader, family: PlanFamilyId): Promise<PlanNames | null> {
  const { plans, nodes, initiatives, indicators } = assemble(await rowsOf(db, family, NAMES)).lists
  return plans.length === 0 ? null : { plans, nodes, initiatives, indicators }
}

const JUDGED = [
  ...OUTLINE,
  ...tablesOf('part', 'part_section', 'indicator', 'indicator_target', 'indicator_actual', 'evaluation', 'report', 'figure'),
]

/**
 * 評価に要るもの — all initiatives with their indicators and what was judged of them, and the reports that tell a share (its arithmetic
 * is checked); without texts, the other reports and sources; never saved.
 */
export async function loadJudged(db: Reader, family: PlanFamilyId): Promise<StoredRecord | null> {
  const head = await headOf(db, family)
  if (!head) return null
  const told = sql`(select initiative, report from figure where municipality = ${db.municipality} and family = ${family} and unit = '%')`
  const withShares: Record<string, RawBuilder<unknown>> = {
    report: sql`(initiative, nth) in ${told}`,
    figure: sql`(initiative, report) in ${told}`,
  }
  const rows = await rowsOf(db, family, JUDGED, ({ name }) => withShares[name] ?? sql`true`)
  return { ...head, ...assemble(rows).lists, sources: [] }
}

const FIGURES = [...NAMES, ...tablesOf('part', 'report', 'evaluation', 'cost', 'indicator_target', 'indicator_actual')]

/** The outline with what is judged of its initiatives: figures, costs, reports, printed judgements; without schedules and sources. */
export type PlanFigures = Pick<StoredRecord, 'plans' | 'nodes' | 'initiatives' | 'indicators'>
export async function loadFigures(db: Reader, family: PlanFamilyId): Promise<PlanFigures | null> {
  const { plans, nodes, initiatives, indicators } = assemble(await rowsOf(db, family, FIGURES)).lists
  return plans.length === 0 ? null : { plans, nodes, initiatives, indicators }
}

const WHOLE = tablesOf(
  ...[...FRAME, 'initiative', 'initiative_section', 'mark', 'publication', 'part', 'part_section', 'activity', 'schedule_cell'],
  ...['report', 'evaluation', 'cost', 'indicator', 'indicator_target', 'indicator_actual', 'effect'],
)

/** 一つの取組の抜粋 — the plans with their tree, and of the initiatives this one alone; null where there is no such family. */
export async function loadExcerpt(db: Reader, family: PlanFamilyId, initiative: RecordId | null): Promise<StoredRecord | null> {
  const head = await headOf(db, family)
  if (!head) return null
  if (initiative === null) return { ...head, ...assemble(await rowsOf(db, family, tablesOf(...FRAME))).lists, sources: [] }
  const owned = await ownedBy(db, family, initiative)
  const rows = await rowsOf(db, family, WHOLE, (table) => narrowed(table, initiative, owned))
  return { ...head, ...assemble(rows).lists, sources: [] }
}

type Owned = { parts: string[]; indicators: string[] }

// The ids are asked first: as subqueries inside of eighteen others they were planned row by row, and took seconds.
async function ownedBy(db: Reader, family: PlanFamilyId, id: RecordId): Promise<Owned> {
  const own = sql`municipality = ${db.municipality} and family = ${family}`
  const parts = await sql<{ id: string }>`select id from part where ${own} and initiative = ${id}`.execute(db)
  const ids = parts.rows.map((row) => row.id)
  const indicators = await sql<{ id: string }>`select id from indicator
    where ${own} and (of_initiative = ${id} or of_part ${within(ids)})`.execute(db)
  return { parts: ids, indicators: indicators.rows.map((row) => row.id) }
}

const within = (ids: readonly string[]): RawBuilder<unknown> => sql`= any(${sql.val(ids)}::text[])`

function narrowed(table: Table, id: RecordId, { parts, indicators }: Owned): RawBuilder<unknown> {
  const columns = new Set([...table.key, ...table.values].map(({ name }) => name))
  if (FRAME.includes(table.name)) return sql`true`
  if (table.name === 'initiative') return sql`id = ${id}`
  if (table.name === 'indicator') return sql`id ${within(indicators)}`
  if (table.name === 'effect') return sql`of_initiative = ${id}`
  if (columns.has('indicator')) return sql`indicator ${within(indicators)}`
  return columns.has('part') ? sql`part ${within(parts)}` : sql`initiative = ${id}`
}

const AMOUNTS = [...OUTLINE, ...tablesOf('effect')]
/** 効果額の抜粋 — the outline with every effect amount: enough for its totals and for reconciling it with an outlook. */
export async function loadEffects(db: Reader, family: PlanFamilyId): Promise<StoredRecord | null> {
  const head = await headOf(db, family)
  if (!head) return null
  return { ...head, ...assemble(await rowsOf(db, family, AMOUNTS)).lists, sources: [] }
}
