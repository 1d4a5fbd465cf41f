import type { EvaluationStage, Judgement } from './judgement.ts'
import type { RecordId } from './record-id.ts'
import type { Grade, Scale, ScaleKind } from './scale.ts'

/** 決まった評語 — what holds for one initiative and year by the scales of one kind. */
export type Decided = { initiative: RecordId; fiscalYear: number; judgement: Omit<Judgement, 'by'>; scale: Scale; grade: Grade }

// The headquarters decide over the departments and these over the sections. An external committee advises: its word holds only
// where nobody inside has judged.
export const STAGE_WEIGHT: Record<EvaluationStage, number> = { external: 0, section: 1, department: 2, headquarters: 3 }

/**
 * 決まった評語の一覧 — one for each initiative and year, of the stage that weighs most; of two of one stage the later. A word that
 * its scale no longer has decides nothing.
 */
export function decidedBy(kind: ScaleKind, scales: readonly Scale[], judgements: readonly Omit<Judgement, 'by'>[]): Decided[] {
  const known = new Map(scales.filter((scale) => scale.kind === kind).map((scale) => [scale.id, scale]))
  const found = new Map<string, Decided>()
  for (const judgement of judgements) {
    const { initiative, fiscalYear, indicator } = judgement
    const scale = indicator === null ? known.get(judgement.scale) : undefined
    const grade = scale?.grades.find(({ word }) => word === judgement.word)
    if (!scale || !grade) continue
    const key = JSON.stringify([initiative, fiscalYear])
    const before = found.get(key)
    if (!before || outweighs(judgement, before.judgement)) found.set(key, { initiative, fiscalYear, judgement, scale, grade })
  }
  return [...found.values()]
}

const outweighs = (one: Omit<Judgement, 'by'>, other: Omit<Judgement, 'by'>): boolean =>
  STAGE_WEIGHT[one.stage] === STAGE_WEIGHT[other.stage] ? one.on >= other.on : STAGE_WEIGHT[one.stage] > STAGE_WEIGHT[other.stage]
