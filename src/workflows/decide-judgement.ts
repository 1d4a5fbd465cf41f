import { randomUUID } from 'node:crypto'
import { type JudgedBy, judgementFor, proposalFor, ruleOf } from '../evaluate/judging-facts.ts'
import { indicatorsOf } from '../evaluate/looking.ts'
import type { Act } from '../reform/act.ts'
import type { Judgement, JudgementRule } from '../reform/judgement.ts'
import { isTouched, judgementBasis, type ShownJudgement } from '../reform/judgement-basis.ts'
import type { CannotJudge, RefusedJudgement, RowProblem } from '../reform/judging-refusals.ts'
import { mayJudge, sectionsOfInitiative } from '../reform/judging-rights.ts'
import type { PlanFamilyId, RecordId } from '../reform/record-id.ts'
import type { Standing } from '../reform/rights.ts'
import type { Scale } from '../reform/scale.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import type { Store } from '../store/database.ts'
import type { Tx } from '../store/handles.ts'
import { judgementsOf, removeJudgements, saveJudgements } from '../store/judgement.ts'
import { loadJudged } from '../store/record-excerpt.ts'
import { rulesOf, scalesOf } from '../store/scale.ts'
import { dayInJapan } from '../vocabulary/calendar-day.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { afterJudgements } from './after-judgement.ts'
import { standingOf } from './standing.ts'

/** 一件の決定 — `basis` is what the form showed (null: whatever is there now); a blank word takes a judgement back. */
export type JudgementSaid = { initiative: RecordId; indicator: RecordId | null; word: string; reason: string; basis: string | null }
export type JudgementsSaid = JudgedBy & { rows: readonly JudgementSaid[] }

/** What the act knows while it decides row by row. */
type Desk = JudgedBy & {
  tx: Tx
  family: PlanFamilyId
  standing: Standing
  record: StoredRecord
  scales: readonly Scale[]
  of: Scale
  rule: JudgementRule | null
  judgements: readonly Judgement[]
}
type Decided = { before: Judgement | null; after: Judgement | null }

/** 評価を決定する — one initiative. */
export const decideJudgement = (
  store: Store,
  family: PlanFamilyId,
  { row, ...by }: JudgedBy & { row: JudgementSaid },
  act: Act,
): Promise<Result<Judgement[], CannotJudge>> => decideJudgements(store, family, { ...by, rows: [row] }, act)

/**
 * まとめて評価を決定する — all rows of a form into which something was typed, or none of them: a form that comes back says which
 * rows were refused, and why. The proposal is kept as it was at this moment, beside the decision.
 */
export async function decideJudgements(
  store: Store,
  family: PlanFamilyId,
  { rows, ...by }: JudgementsSaid,
  act: Act,
): Promise<Result<Judgement[], CannotJudge>> {
  return store.writing(act, async (tx): Promise<Result<Judgement[], CannotJudge>> => {
    const desk = await deskOf(tx, family, by)
    if (!desk.ok) return desk
    const decided: Decided[] = []
    const refused: RefusedJudgement[] = []
    for (const row of rows) {
      if (row.basis !== null && !isTouched(row.basis, row.word, row.reason)) continue
      const one = decideRow(desk.value, row)
      if (one.ok) decided.push(one.value)
      else refused.push({ ...row, title: titleOf(desk.value, row.initiative), problem: one.problem })
    }
    if (refused.length > 0) return no({ kind: 'rows-refused', rows: refused })
    const saved = decided.flatMap(({ after }) => after ?? [])
    const gone = decided.flatMap(({ before, after }) => (after ? [] : (before ?? [])))
    await saveJudgements(tx, family, saved)
    await removeJudgements(
      tx,
      family,
      gone.map(({ id }) => id),
    )
    const { scales, record } = desk.value
    const changed = new Set([...saved, ...gone].map(({ id }) => id))
    const judgements = [...desk.value.judgements.filter(({ id }) => !changed.has(id)), ...saved]
    await afterJudgements(tx, family, [...saved, ...gone], { scales, judgements, initiatives: record.initiatives })
    return ok(saved)
  })
}

async function deskOf(tx: Tx, family: PlanFamilyId, by: JudgedBy): Promise<Result<Desk, CannotJudge>> {
  const record = await loadJudged(tx, family)
  if (!record) return no({ kind: 'no-such-plan' })
  const scales = await scalesOf(tx, family)
  const of = scales.find(({ id }) => id === by.scale)
  if (!of) return no({ kind: 'no-such-scale' })
  return ok({
    ...by,
    tx,
    family,
    standing: await standingOf(tx),
    record,
    scales,
    of,
    rule: ruleOf(await rulesOf(tx, family), by.scale),
    judgements: await judgementsOf(tx, family),
  })
}

const titleOf = ({ record }: Desk, id: RecordId): string => {
  const it = record.initiatives.find((one) => one.id === id)
  return it ? [it.number, it.title].filter(Boolean).join(' ') : id
}

function decideRow(desk: Desk, said: JudgementSaid): Result<Decided, RowProblem> {
  const { record, of, rule, fiscalYear, stage } = desk
  const initiative = record.initiatives.find(({ id }) => id === said.initiative)
  if (!initiative) return no({ kind: 'no-such-thing' })
  const known = said.indicator === null || indicatorsOf(record, initiative).some(({ id }) => id === said.indicator)
  if (!known) return no({ kind: 'no-such-thing' })
  if (!mayJudge(desk.standing, stage, sectionsOfInitiative(initiative))) return no({ kind: 'not-yours' })
  const before = judgementFor(desk.judgements, desk, said)
  const proposal = proposalFor(record, rule, of, { initiative, indicator: said.indicator, fiscalYear })
  const now: ShownJudgement = { judgement: before, proposal }
  if (said.basis !== null && said.basis !== judgementBasis(now)) return no({ kind: 'changed-meanwhile', now })
  const reason = said.reason.trim() === '' ? null : said.reason.trim()
  if (said.word === '') return ok({ before, after: null })
  if (!of.grades.some(({ word }) => word === said.word)) return no({ kind: 'not-a-word', word: said.word })
  if (proposal?.word && proposal.word !== said.word && reason === null) return no({ kind: 'reason-missing', proposed: proposal.word })
  const { act } = desk.tx
  const key = { initiative: said.initiative, indicator: said.indicator, fiscalYear, stage, scale: of.id }
  const after: Judgement = {
    id: before?.id ?? randomUUID(),
    ...key,
    proposal,
    word: said.word,
    reason,
    by: act.by,
    on: dayInJapan(act.at),
  }
  return ok({ before, after })
}
