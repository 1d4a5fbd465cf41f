import type { Edition } from '../reform/edition.ts'
import { withJudgements } from '../reform/judgement-evaluations.ts'
import type { PlanFamilyId } from '../reform/record-id.ts'
import { type ComparedSide, editionSide, todaySide } from '../report/comparison-side.ts'
import type { Store } from '../store/database.ts'
import { type EditionHead, editionByHash, editionsOf } from '../store/edition.ts'
import type { Reader } from '../store/handles.ts'
import { loadRecord } from '../store/record.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import { decidedChanges } from './decided-changes.ts'
import { publishedBeside } from './published-beside.ts'

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
    const published = async (which: string): Promise<ComparedSide | null> => {
      const edition = await editionNumbered(db, heads, Number(which))
      return edition && editionSide(edition)
    }
    // what an edition would hold beside the record belongs to today's side too: else every judgement would seem to be gone
    const today = async (beside: ComparedSide | null): Promise<ComparedSide> => {
      const { judging } = await publishedBeside(db, family)
      const record = judging ? withJudgements(said, judging) : said
      // a year half reported is not set against one that was published whole
      const fiscalYear = beside?.index.year ?? said.fiscalYear
      return todaySide({ record: { ...record, fiscalYear }, changes: await decidedChanges(db, family), ...(judging ? { judging } : {}) })
    }
    const newest = heads[0] ? String(heads[0].number) : TODAY
    const [first, second] = [asked.before || newest, asked.after || TODAY]
    const [one, other] = [first === TODAY ? null : await published(first), second === TODAY ? null : await published(second)]
    const before = first === TODAY ? await today(other) : one
    const after = second === TODAY ? await today(one) : other
    return { heads, title, sides: before && after && heads.length > 0 ? { before, after } : null }
  })
}

export const TODAY = 'today'

async function editionNumbered(db: Reader, heads: readonly EditionHead[], number: number): Promise<Edition | null> {
  const head = heads.find((one) => one.number === number)
  return head ? editionByHash(db, head.hash) : null
}
