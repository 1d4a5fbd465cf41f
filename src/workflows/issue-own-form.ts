import { bundleOf } from '../forms/bundle.ts'
import { fillOwnForm } from '../forms/own-form.ts'
import { ownFormMap } from '../forms/own-form-map.ts'
import type { Act } from '../reform/act.ts'
import { isAsked } from '../reform/asked-forms.ts'
import type { CannotPatch, OwnFormMap } from '../reform/own-form.ts'
import { EMPTY_CONTENT } from '../reform/report-content.ts'
import { may } from '../reform/rights.ts'
import type { Round, RoundId, RoundItem } from '../reform/round.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import type { Unreadable } from '../reform/unreadable.ts'
import type { Store } from '../store/database.ts'
import { documentBySha, documentBytes } from '../store/document.ts'
import type { Reader } from '../store/handles.ts'
import { loadRecord } from '../store/record.ts'
import { roundById } from '../store/round.ts'
import { itemsOf } from '../store/round-item.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { type FileMade, fileName, issuedIn, XLSX, ZIP } from './issue-forms.ts'
import { standingIn, standingOf } from './standing.ts'

/** `fill`: the cells hold the report as it is now, or nothing. */
export type OwnFormSaid = { round: RoundId; document: string; fill: 'empty' | 'filled' }
export type CannotIssueOwn =
  | { kind: 'no-such-round' }
  | { kind: 'no-such-document' }
  | { kind: 'no-cells' }
  /** every report that stands in the workbook has been accepted */
  | { kind: 'all-accepted' }
  | { kind: 'not-allowed' }
  | { kind: 'cannot-patch'; problem: CannotPatch | Unreadable }

type Material = { round: Round; name: string; bytes: Uint8Array; record: StoredRecord; items: RoundItem[] }

/**
 * 市の様式に書き込む — a workbook that was imported is given back with this year's values in the same cells and everything else as
 * it was: one file for each report that stands in it, several of them in a zip.
 */
export async function issueOwnForm(store: Store, said: OwnFormSaid, act: Act): Promise<Result<FileMade, CannotIssueOwn>> {
  const found = await store.reading(act.municipality, (db) => materialOf(db, said, act))
  if (!found.ok) return found
  const { round, bytes, record } = found.value
  const maps: { item: RoundItem; map: OwnFormMap }[] = []
  for (const item of found.value.items) {
    const map = await ownFormMap(bytes, { record, document: said.document, item, fiscalYear: round.fiscalYear })
    if (!map.ok) return no({ kind: 'cannot-patch', problem: map.problem })
    if (map.value.cells.length > 0) maps.push({ item, map: map.value })
  }
  if (maps.length === 0) return no({ kind: 'no-cells' })
  const variant = said.fill === 'empty' ? 'own-empty' : 'own'
  const forms = maps.map(({ item, map }) => ({ item, content: said.fill === 'empty' ? EMPTY_CONTENT : item.content, cells: map }))
  const issued = await store.writing(act, async (tx) => {
    const standing = await standingOf(tx)
    if (!forms.every(({ item }) => may(standing, 'form.take', item.section))) return no({ kind: 'not-allowed' } as const)
    return ok(await issuedIn(tx, round, forms, { variant, document: said.document }))
  })
  if (!issued.ok) return issued
  const books: { name: string; bytes: Uint8Array }[] = []
  for (const [nth, { item, number }] of issued.value.entries()) {
    const ids = { municipality: act.municipality as string, round: round.id, item: item.id, number, version: item.version }
    const content = said.fill === 'empty' ? null : item.content
    const filled = await fillOwnForm(bytes, (maps[nth] as (typeof maps)[number]).map, content, ids)
    if (!filled.ok) return no({ kind: 'cannot-patch', problem: filled.problem })
    books.push({
      name: fileName(item.section ?? '', [item.sheet.number, item.sheet.title].filter(Boolean).join(' '), number),
      bytes: filled.value,
    })
  }
  return ok(fileOf(books, found.value))
}

async function materialOf(db: Reader, { round: id, document }: OwnFormSaid, act: Act): Promise<Result<Material, CannotIssueOwn>> {
  const round = await roundById(db, id)
  if (!round) return no({ kind: 'no-such-round' })
  const known = await documentBySha(db, document)
  const bytes = await documentBytes(db, document)
  const record = await loadRecord(db, round.family)
  if (!known || !bytes || !record || known.kind !== 'xlsx') return no({ kind: 'no-such-document' })
  const standing = await standingIn(db, act.by, act.at)
  const said = new Set(
    record.sources
      .filter((source) => source.document === document)
      .flatMap(({ pointer }) => {
        const [, nth] = /^\/initiatives\/(\d+)\/reports\//.exec(pointer) ?? []
        return nth === undefined ? [] : (record.initiatives[Number(nth)]?.id ?? [])
      }),
  )
  const told = (await itemsOf(db, round.id)).filter((item) => said.has(item.initiative))
  const items = told.filter(isAsked)
  if (told.length > 0 && items.length === 0) return no({ kind: 'all-accepted' })
  const own = items.filter((item) => may(standing, 'form.take', item.section))
  if (items.length > 0 && own.length === 0) return no({ kind: 'not-allowed' })
  return own.length === 0 ? no({ kind: 'no-cells' }) : ok({ round, name: known.name, bytes, record, items: own })
}

function fileOf(books: readonly { name: string; bytes: Uint8Array }[], { round, name }: Material): FileMade {
  const [only] = books
  const title = name.replace(/\.[^.]*$/, '')
  if (books.length === 1 && only) return { name: fileName(round.title, title, '市の様式'), type: XLSX, bytes: only.bytes }
  return { name: fileName(round.title, title, `市の様式${books.length}件`, 'zip'), type: ZIP, bytes: bundleOf(books) }
}
