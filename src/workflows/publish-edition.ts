import type { Act } from '../reform/act.ts'
import { type Edition, type EditionDocument, editionHash, type Source } from '../reform/edition.ts'
import { withJudgements } from '../reform/judgement-evaluations.ts'
import { REPORT_LAYOUT } from '../reform/report-document.ts'
import type { Store } from '../store/database.ts'
import { documentsOf, documentTexts } from '../store/document.ts'
import { latestEdition, nextEditionNumber, saveEdition } from '../store/edition.ts'
import type { Reader, Tx } from '../store/handles.ts'
import { municipalities } from '../store/municipality.ts'
import type { PlanFamilyId } from '../store/plan-family.ts'
import { loadRecord } from '../store/record.ts'
import { roundsOf } from '../store/round.ts'
import { publishAccepted } from '../store/round-item.ts'
import { sectionsOf } from '../store/section.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { checksOf } from './check-stored.ts'
import { decidedChanges } from './decided-changes.ts'
import { publishedBeside } from './published-beside.ts'

export type CannotPublish = { kind: 'no-such-plan' } | { kind: 'nothing-new'; number: number }

/**
 * 公表する — freezes the record of a plan as its next edition, with the changes of plan that were decided. Refused where it would
 * say exactly what the last one says. The accepted reports of the edition's fiscal year are published with it.
 */
export async function publishEdition(
  store: Store,
  family: PlanFamilyId,
  act: Act,
  asked: { fiscalYear?: number | null } = {},
): Promise<Result<Edition, CannotPublish>> {
  return store.writing(act, async (tx): Promise<Result<Edition, CannotPublish>> => {
    const db: Reader = tx
    const record = await loadRecord(db, family)
    const root = record?.plans.find((plan) => plan.parent === null)
    if (!record || !root) return no({ kind: 'no-such-plan' })
    const last = await latestEdition(db, family)
    const { sources, ...said } = record
    const fiscalYear = asked.fiscalYear === undefined ? record.fiscalYear : asked.fiscalYear
    const changes = await decidedChanges(db, family)
    const beside = await publishedBeside(db, family)
    const edition: Omit<Edition, 'hash'> = {
      format: 'kaikaku-edition/1',
      number: await nextEditionNumber(db, family),
      publishedAt: act.at.toISOString(),
      municipality: { code: act.municipality, name: await nameOf(tx) },
      plan: root.id,
      fiscalYear,
      // what was judged here stands beside what documents brought, for everyone who reads evaluations
      record: beside.judging ? withJudgements(said, beside.judging) : said,
      checks: checksOf(record),
      sources,
      documents: await documentsIn(db, family, sources),
      sections: await sectionsOf(db),
      corrections: [],
      ...(changes.length > 0 ? { changes } : {}),
      ...beside,
    }
    if (last && contentHash(last) === contentHash(edition)) return no({ kind: 'nothing-new', number: last.number })
    const frozen = { ...edition, hash: editionHash(edition) }
    await saveEdition(tx, family, frozen)
    if (fiscalYear !== null)
      for (const round of await roundsOf(db))
        if (round.family === family && round.fiscalYear === fiscalYear) await publishAccepted(tx, round.id)
    return ok(frozen)
  })
}

const contentHash = (edition: Omit<Edition, 'hash'>): string => editionHash({ ...edition, number: 0, publishedAt: '' })

async function nameOf(tx: Tx): Promise<string> {
  const known = await municipalities(tx)
  return known.find((m) => m.code === tx.municipality)?.name ?? tx.municipality
}

/** Every imported document; of the accepted reports those that still say a value: one that was reopened and mended is not told again. */
async function documentsIn(db: Reader, family: PlanFamilyId, sources: readonly Source[]): Promise<EditionDocument[]> {
  const said = new Set(sources.map(({ document }) => document))
  const texts = await documentTexts(db, family)
  return (await documentsOf(db, family))
    .filter(({ sha256, layouts }) => said.has(sha256) || !layouts.includes(REPORT_LAYOUT))
    .map(({ readAt, checks: _, ...document }) => ({ ...document, readAt: readAt.toISOString(), lines: texts.get(document.sha256) ?? [] }))
}
