import { randomUUID } from 'node:crypto'
import type { Judgement } from '../reform/judgement.ts'
import { leadSection } from '../reform/lead-section.ts'
import { type Evaluated, improvementsAfter } from '../reform/opened-improvements.ts'
import type { Initiative } from '../reform/record.ts'
import type { PlanFamilyId } from '../reform/record-id.ts'
import type { Scale } from '../reform/scale.ts'
import type { Tx } from '../store/handles.ts'
import { improvementsOf, removeImprovement, saveImprovement } from '../store/improvement.ts'
import { judgementsOf } from '../store/judgement.ts'
import { loadOutline } from '../store/record-excerpt.ts'
import { scalesOf } from '../store/scale.ts'

/** What the act that decided has read already. */
type Known = { scales: readonly Scale[]; judgements: readonly Judgement[]; initiatives: readonly Pick<Initiative, 'id' | 'sections'>[] }

/**
 * 評価が決まった後 — inside the act that decided, changed or took back these judgements: 「改善」 opens a plan for the lead section,
 * and a plan in which nothing was written goes when the decision does.
 */
export async function afterJudgements(tx: Tx, family: PlanFamilyId, judgements: readonly Evaluated[], at?: Known): Promise<void> {
  if (judgements.length === 0) return
  const known = {
    scales: at?.scales ?? (await scalesOf(tx, family)),
    judgements: at?.judgements ?? (await judgementsOf(tx, family)),
    improvements: await improvementsOf(tx, family),
  }
  const all = at?.initiatives ?? (await loadOutline(tx, family))?.initiatives
  const initiatives = new Map(all?.map((it) => [it.id, it]))
  const { save, remove } = improvementsAfter(judgements, known, {
    leadOf: (id) => leadSection(initiatives.get(id)?.sections ?? []),
    freshId: () => randomUUID(),
  })
  for (const one of save) await saveImprovement(tx, family, one)
  for (const { id } of remove) await removeImprovement(tx, family, id)
}
