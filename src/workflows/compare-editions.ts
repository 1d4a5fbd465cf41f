import type { Edition } from '../reform/edition.ts'
import type { PlanFamilyId } from '../reform/record-id.ts'
import { type ComparedSide, editionSide, todaySide } from '../report/comparison-side.ts'
import type { Store } from '../store/database.ts'
import { type EditionHead, editionByHash, editionsOf } from '../store/edition.ts'
import type { Reader } from '../store/handles.ts'
import { loadRecord } from '../store/record.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import { decidedChanges } from './decided-changes.ts'

/** 比べる二つ — the editions there are, and the two that are compared: null where none of them can be. */
export type Compared = { heads: EditionHead[]; title: string; sides: { before: ComparedSide; after: ComparedSide } | null }

/** «3», «today», or blank: the newest edition beside today's record. */
export type ComparisonAsked = { before: string; after: string }

/** 版を比べる — any two editions of a plan, or one and the record as it stands; null where there is no such plan. */
export async function compareEditions(
  store: Store,
  municipality: MunicipalityCode,
  family: PlanFamilyId,
  asked: ComparisonAsked,
): Promise<Compared | null> {
  return store.reading(municipality, async (db) => {
    const record = await loadRecord(db, family)
    if (!record) return null
    const heads = await editionsOf(db, family)
    const title = record.plans.find(({ parent }) => parent === null)?.title ?? ''
    const { sources: _, ...said } = record
    const sideOf = async (which: string): Promise<ComparedSide | null> => {
      if (which === TODAY) return todaySide({ record: said, changes: await decidedChanges(db, family) })
      const edition = await editionNumbered(db, heads, Number(which))
      return edition && editionSide(edition)
    }
    const newest = heads[0] ? String(heads[0].number) : TODAY
    const before = await sideOf(asked.before || newest)
    const after = await sideOf(asked.after || TODAY)
    return { heads, title, sides: before && after && heads.length > 0 ? { before, after } : null }
  })
}

export const TODAY = 'today'

async function editionNumbered(db: Reader, heads: readonly EditionHead[], number: number): Promise<Edition | null> {
  const head = heads.find((one) => one.number === number)
  return head ? editionByHash(db, head.hash) : null
}
