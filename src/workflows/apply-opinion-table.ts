import { randomUUID } from 'node:crypto'
import type { Act } from '../reform/act.ts'
import type { Opinion } from '../reform/opinion.ts'
import { isNewOpinion, type OpinionRowTold, opinionRowsTold } from '../reform/opinion-rows.ts'
import { basisOf } from '../reform/plan-edit.ts'
import type { PlanFamilyId } from '../reform/record-id.ts'
import { may } from '../reform/rights.ts'
import { type NoOpinionTable, readPastedOpinions } from '../report/opinion-table.ts'
import type { Store } from '../store/database.ts'
import { opinionsOf, saveOpinion } from '../store/opinion.ts'
import { loadOutline, type PlanOutline } from '../store/record-excerpt.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { standingOf } from './standing.ts'

/** 意見の表の確かめ — what each row would do; `basis` is the hash of just this answer. */
export type OpinionPreview = { told: OpinionRowTold[]; unknown: string[]; basis: string }

export function previewOpinions(
  { initiatives }: Pick<PlanOutline, 'initiatives'>,
  opinions: readonly Opinion[],
  text: string,
): Result<OpinionPreview, NoOpinionTable> {
  const read = readPastedOpinions(text)
  if ('kind' in read) return no(read)
  const told = opinionRowsTold(read.rows, { initiatives, opinions })
  return ok({ told, unknown: read.unknown, basis: basisOf({ told, unknown: read.unknown }) })
}

export type OpinionTableSaid = { text: string; basis: string; withoutUnknown: boolean; withoutUnclear: boolean }
export type CannotApplyOpinions =
  | NoOpinionTable
  | { kind: 'not-allowed' }
  | { kind: 'not-found' }
  | { kind: 'changed-meanwhile' }
  | { kind: 'consent-missing' }
  | { kind: 'nothing-to-do' }

/** 意見の表を反映する — as a whole, and only where it still does what was shown. */
export async function applyOpinionTable(
  store: Store,
  family: PlanFamilyId,
  said: OpinionTableSaid,
  act: Act,
): Promise<Result<number, CannotApplyOpinions>> {
  return store.writing({ ...act, why: '意見の表の貼付け' }, async (tx): Promise<Result<number, CannotApplyOpinions>> => {
    if (!may(await standingOf(tx), 'evaluation.manage')) return no({ kind: 'not-allowed' })
    const outline = await loadOutline(tx, family)
    if (!outline) return no({ kind: 'not-found' })
    const preview = previewOpinions(outline, await opinionsOf(tx, family), said.text)
    if (!preview.ok) return preview
    const { told, unknown, basis } = preview.value
    if (basis !== said.basis) return no({ kind: 'changed-meanwhile' })
    const unclear = told.some(({ verdict }) => verdict === 'unclear')
    if ((unknown.length > 0 && !said.withoutUnknown) || (unclear && !said.withoutUnclear)) return no({ kind: 'consent-missing' })
    const written = told.flatMap((row) => ('opinion' in row ? [row.opinion] : []))
    if (written.length === 0) return no({ kind: 'nothing-to-do' })
    const ids = new Map(written.filter(({ id }) => isNewOpinion(id)).map(({ id }) => [id, randomUUID() as string]))
    for (const opinion of written) await saveOpinion(tx, family, { ...opinion, id: ids.get(opinion.id) ?? opinion.id })
    return ok(written.length)
  })
}
