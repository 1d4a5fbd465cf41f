import type { Edition } from '../reform/edition.ts'
import { withJudgements } from '../reform/judgement-evaluations.ts'
import { NO_JUDGING } from '../reform/judging.ts'
import { publishedJudging } from '../reform/published-judging.ts'
import type { PlanFamilyId } from '../reform/record-id.ts'
import { type EditionIndex, indexOf } from '../report/edition-index.ts'
import type { Reader } from '../store/handles.ts'
import { judgementsOf } from '../store/judgement.ts'
import { loadRecord } from '../store/record.ts'
import { scalesOf } from '../store/scale.ts'
import { sectionsOf } from '../store/section.ts'

/**
 * 今の計画の索引 — the plan as it stands, in the shape of an edition that nobody published: what an edition would show, for a page of
 * the staff, looked at on a day. It has no number and no hash, and is never kept. The year is the last one that anybody reported or judged.
 */
export async function standingIndex(db: Reader, family: PlanFamilyId, at: Date): Promise<EditionIndex | null> {
  const record = await loadRecord(db, family)
  const root = record?.plans.find((plan) => plan.parent === null)
  if (!record || !root) return null
  const { sources, ...said } = record
  const judging = publishedJudging({ ...NO_JUDGING, scales: await scalesOf(db, family), judgements: await judgementsOf(db, family) })
  const years = [
    ...record.initiatives.flatMap((it) => it.reports.map((r) => r.fiscalYear ?? 0)),
    ...judging.judgements.map((j) => j.fiscalYear),
    record.fiscalYear ?? 0,
  ]
  const last = Math.max(0, ...years)
  const standing: Edition = {
    format: 'kaikaku-edition/1',
    number: 0,
    publishedAt: at.toISOString(),
    hash: '',
    municipality: { code: db.municipality, name: '' },
    plan: root.id,
    fiscalYear: last > 0 ? last : null,
    record: withJudgements(said, judging),
    checks: [],
    sources,
    documents: [],
    sections: await sectionsOf(db),
    corrections: [],
    judging,
  }
  return indexOf(standing)
}
