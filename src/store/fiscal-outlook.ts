import { sql } from 'kysely'
import type { EffectFund, EffectKey, EffectMark, MarkClass } from '../reform/effect-mark.ts'
import type { FiscalOutlook, OutlookId } from '../reform/fiscal-outlook.ts'
import type { PlanFamilyId } from '../reform/record-id.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import type { Reader, Tx } from './handles.ts'
import type { Schema } from './schema.ts'
import { storable, storableJson } from './storable.ts'

const toOutlook = (row: Schema['fiscal_outlook']): FiscalOutlook => ({
  id: row.id as OutlookId,
  title: row.title,
  madeOn: row.made_on as Day,
  period: { from: row.period_from, to: row.period_to },
  basis: row.basis as FiscalOutlook['basis'],
  lines: row.lines as FiscalOutlook['lines'],
  note: row.note,
  document: row.document as FiscalOutlook['document'],
})

/** 中期財政見通しの一覧 — the youngest edition first. */
export async function outlooksOf(db: Reader): Promise<FiscalOutlook[]> {
  const rows = await db
    .selectFrom('fiscal_outlook')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .orderBy('made_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toOutlook)
}

export async function outlookById(db: Reader, id: OutlookId): Promise<FiscalOutlook | null> {
  const row = await db
    .selectFrom('fiscal_outlook')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? toOutlook(row) : null
}

export async function saveOutlook(tx: Tx, outlook: FiscalOutlook): Promise<void> {
  const { id, title, madeOn, period, basis, lines, note, document } = outlook
  const said = {
    title: storable(title),
    made_on: madeOn as string,
    period_from: period.from,
    period_to: period.to,
    basis: basis as string,
    lines: storableJson(lines),
    note: note === null ? null : storable(note),
    document: document === null ? null : storableJson(document),
  }
  await tx
    .insertInto('fiscal_outlook')
    .values({ municipality: tx.municipality, id, ...said })
    .onConflict((conflict) => conflict.columns(['municipality', 'id']).doUpdateSet(said))
    .execute()
}

/** 見通しを取り消す — the database refuses it while marks lead to it. */
export async function removeOutlook(tx: Tx, id: OutlookId): Promise<void> {
  await tx.deleteFrom('fiscal_outlook').where('municipality', '=', tx.municipality).where('id', '=', id).execute()
}

/** 織込みの判定の一覧 — of one plan family, against one outlook or all of them. */
export async function marksOf(db: Reader, family: PlanFamilyId, outlook?: OutlookId): Promise<EffectMark[]> {
  const rows = await db
    .selectFrom('effect_mark')
    .selectAll()
    .where('municipality', '=', db.municipality)
    .where('family', '=', family)
    .$if(outlook !== undefined, (query) => query.where('outlook', '=', outlook as string))
    .orderBy('outlook')
    .orderBy('effect')
    .execute()
  return rows.map((row) => ({
    outlook: row.outlook as OutlookId,
    family: row.family as PlanFamilyId,
    effect: row.effect as EffectKey,
    mark: row.mark as MarkClass,
    line: row.line,
    fund: row.fund as EffectFund | null,
    amountYen: Number(row.amount_yen),
    note: row.note,
    by: row.by,
    on: row.on as Day,
  }))
}

export async function saveMarks(tx: Tx, marks: readonly EffectMark[]): Promise<void> {
  if (marks.length === 0) return
  await tx
    .insertInto('effect_mark')
    .values(
      marks.map(({ amountYen, effect, note, ...mark }) => ({
        ...mark,
        municipality: tx.municipality,
        effect: storable(effect),
        amount_yen: String(amountYen),
        note: note === null ? null : storable(note),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['municipality', 'outlook', 'family', 'effect']).doUpdateSet(({ ref }) => ({
        mark: ref('excluded.mark'),
        line: ref('excluded.line'),
        fund: ref('excluded.fund'),
        amount_yen: ref('excluded.amount_yen'),
        note: ref('excluded.note'),
        by: ref('excluded.by'),
        on: ref('excluded.on'),
      })),
    )
    .execute()
}

/** 判定を取り消す — the amounts are 未判定 again. */
export async function removeMarks(
  tx: Tx,
  { outlook, family, effects }: { outlook: OutlookId; family: PlanFamilyId; effects: readonly EffectKey[] },
): Promise<void> {
  if (effects.length === 0) return
  await tx
    .deleteFrom('effect_mark')
    .where('municipality', '=', tx.municipality)
    .where('outlook', '=', outlook)
    .where('family', '=', family)
    .where('effect', 'in', effects.map(storable))
    .execute()
}

/** 見通しへの判定の数 — of all plans. */
export async function countMarks(db: Reader, outlook: OutlookId): Promise<number> {
  const row = await db
    .selectFrom('effect_mark')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('municipality', '=', db.municipality)
    .where('outlook', '=', outlook)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** 判定の数 — by outlook and plan family. */
export async function markCounts(db: Reader): Promise<{ outlook: OutlookId; family: PlanFamilyId; count: number }[]> {
  const rows = await db
    .selectFrom('effect_mark')
    .select(({ fn }) => ['outlook', 'family', fn.countAll<string>().as('count')])
    .where('municipality', '=', db.municipality)
    .groupBy(['outlook', 'family'])
    .execute()
  return rows.map(({ outlook, family, count }) => ({ outlook: outlook as OutlookId, family: family as PlanFamilyId, count: Number(count) }))
}

/** 効果額のある計画 — by family. */
export async function familiesWithEffects(db: Reader): Promise<Set<PlanFamilyId>> {
  const rows = await sql<{
    family: string
  }>`select distinct family from effect where municipality = ${db.municipality} and amount_yen is not null`.execute(db)
  return new Set(rows.rows.map(({ family }) => family as PlanFamilyId))
}
