import type { OwnFormMap } from '../reform/own-form.ts'
import type { ReportContent } from '../reform/report-content.ts'
import type { RoundId, RoundItem, RoundItemId } from '../reform/round.ts'
import type { Reader, Tx } from './handles.ts'
import { storableJson } from './storable.ts'

/** 様式の発行 — one of our own, or the city's own workbook, which `document` names: with the values of today, or empty. */
export type FormIssue = { variant: 'sheets' | 'list' } | { variant: 'own' | 'own-empty'; document: string }
/** What left: the item, what its form said, and for an own form which cell is which field. */
export type IssuedContent = { item: RoundItem; content: ReportContent; cells: OwnFormMap | null }
/** 発行の控え — the serial number of an item, what it said each time its form was issued, and when that was last. */
export type IssuedItem = {
  serial: number
  item: RoundItemId
  round: RoundId
  bases: { version: number; content: ReportContent }[]
  lastIssuedAt: Date
}
/** the log gets a row for each in the same statement: more of them would keep everybody waiting */
const ROWS_AT_ONCE = 50

/** 帳票番号を付けて配付を控える — an item keeps its serial number; answers with the serial of each item. */
export async function issueForms(tx: Tx, forms: readonly IssuedContent[], issue: FormIssue): Promise<Map<RoundItemId, number>> {
  const serials = await numbered(
    tx,
    forms.map(({ item }) => item),
  )
  for (let from = 0; from < forms.length; from += ROWS_AT_ONCE)
    await tx
      .insertInto('form_issue')
      .values(
        forms.slice(from, from + ROWS_AT_ONCE).map(({ item, content, cells }) => ({
          municipality: tx.municipality,
          serial: serials.get(item.id) as number,
          version: item.version,
          variant: issue.variant,
          document: 'document' in issue ? issue.document : '',
          content: storableJson(content),
          cells: cells === null ? null : storableJson(cells),
          issued_at: tx.act.at,
          issued_by: tx.act.by,
        })),
      )
      // issued again as it was: the first record says it all
      .onConflict((conflict) => conflict.columns(['municipality', 'serial', 'version', 'variant', 'document']).doNothing())
      .execute()
  return serials
}

async function numbered(tx: Tx, items: readonly RoundItem[]): Promise<Map<RoundItemId, number>> {
  if (items.length === 0) return new Map()
  const known = await tx
    .selectFrom('issued_form')
    .select(['item', 'serial'])
    .where('municipality', '=', tx.municipality)
    .where(
      'item',
      'in',
      items.map(({ id }) => id as string),
    )
    .execute()
  const serials = new Map(known.map(({ item, serial }) => [item as RoundItemId, serial]))
  const last = await tx
    .selectFrom('issued_form')
    .select(({ fn }) => fn.max('serial').as('last'))
    .where('municipality', '=', tx.municipality)
    .executeTakeFirst()
  const fresh = items.filter(({ id }) => !serials.has(id))
  for (const [nth, { id }] of fresh.entries()) serials.set(id, Number(last?.last ?? 0) + nth + 1)
  for (let from = 0; from < fresh.length; from += ROWS_AT_ONCE)
    await tx
      .insertInto('issued_form')
      .values(
        fresh.slice(from, from + ROWS_AT_ONCE).map(({ id, round }) => ({
          municipality: tx.municipality,
          serial: serials.get(id) as number,
          item: id as string,
          round: round as string,
        })),
      )
      .execute()
  return serials
}

/** The forms of a round, or those of some serial numbers of whatever round. */
export async function issuedForms(db: Reader, of: { round: RoundId } | { serials: readonly number[] }): Promise<IssuedItem[]> {
  if ('serials' in of && of.serials.length === 0) return []
  const rows = await db
    .selectFrom('issued_form')
    .innerJoin('form_issue', (join) =>
      join.onRef('form_issue.municipality', '=', 'issued_form.municipality').onRef('form_issue.serial', '=', 'issued_form.serial'),
    )
    .select(['issued_form.serial', 'item', 'round', 'version', 'content', 'issued_at'])
    .where('issued_form.municipality', '=', db.municipality)
    .$if('round' in of, (query) => query.where('round', '=', (of as { round: RoundId }).round))
    .$if('serials' in of, (query) => query.where('issued_form.serial', 'in', (of as { serials: number[] }).serials))
    .orderBy('issued_form.serial')
    .orderBy('version')
    .execute()
  return [...Map.groupBy(rows, ({ serial }) => serial)].map(([serial, issues]) => ({
    serial,
    item: issues[0]?.item as RoundItemId,
    round: issues[0]?.round as RoundId,
    bases: issues.map(({ version, content }) => ({ version, content: content as ReportContent })),
    lastIssuedAt: issues.reduce((last, { issued_at }) => (issued_at > last ? issued_at : last), new Date(0)),
  }))
}

/** The cell maps with which the own forms of an item left, the youngest first. */
export async function ownFormMaps(db: Reader, item: RoundItemId): Promise<OwnFormMap[]> {
  const rows = await db
    .selectFrom('issued_form')
    .innerJoin('form_issue', (join) =>
      join.onRef('form_issue.municipality', '=', 'issued_form.municipality').onRef('form_issue.serial', '=', 'issued_form.serial'),
    )
    .select(['document', 'cells'])
    .where('issued_form.municipality', '=', db.municipality)
    .where('item', '=', item)
    .where('cells', 'is not', null)
    .orderBy('issued_at', 'desc')
    .execute()
  return [...new Map(rows.toReversed().map(({ document, cells }) => [document, cells as OwnFormMap])).values()].toReversed()
}

/** The cell maps with which the own forms of a round left last, of each document and item. */
export async function ownFormsIssued(db: Reader, round: RoundId): Promise<{ document: string; item: RoundItemId; map: OwnFormMap }[]> {
  const rows = await db
    .selectFrom('issued_form')
    .innerJoin('form_issue', (join) =>
      join.onRef('form_issue.municipality', '=', 'issued_form.municipality').onRef('form_issue.serial', '=', 'issued_form.serial'),
    )
    .select(['document', 'item', 'cells'])
    .distinctOn(['document', 'item'])
    .where('issued_form.municipality', '=', db.municipality)
    .where('round', '=', round)
    .where('cells', 'is not', null)
    .orderBy('document')
    .orderBy('item')
    .orderBy('issued_at', 'desc')
    .execute()
  return rows.map(({ document, item, cells }) => ({ document, item: item as RoundItemId, map: cells as OwnFormMap }))
}
