import { type Decided, decidedBy } from './decided.ts'
import { type Improvement, isUntouched } from './improvement.ts'
import type { Judgement } from './judgement.ts'
import type { RecordId } from './record-id.ts'
import { opensImprovement, type Scale } from './scale.ts'

export type Evaluated = Pick<Judgement, 'initiative' | 'fiscalYear'>
type Known = { scales: readonly Scale[]; judgements: readonly Judgement[]; improvements: readonly Improvement[] }
type Opening = { leadOf: (initiative: RecordId) => string | null; freshId: () => string }

const isOf =
  ({ initiative, fiscalYear }: Evaluated) =>
  (one: Evaluated): boolean =>
    one.initiative === initiative && one.fiscalYear === fiscalYear

/**
 * 改善計画を開く — 「改善」 that holds for an initiative and year has exactly one plan. When the decision goes, the plan that it
 * opened goes with it only where nothing was written; otherwise it stays, and `standsOn` says that its decision is another now.
 */
export function improvementsAfter(
  evaluated: readonly Evaluated[],
  { scales, judgements, improvements }: Known,
  { leadOf, freshId }: Opening,
): { save: Improvement[]; remove: Improvement[] } {
  const decided = decidedBy('decision', scales, judgements)
  const save: Improvement[] = []
  const remove: Improvement[] = []
  const once = evaluated.filter((one, nth) => evaluated.findIndex(isOf(one)) === nth)
  for (const one of once) {
    const holds = decided.find(isOf(one))
    const present = improvements.filter(isOf(one))
    if (holds && opensImprovement(holds.grade)) {
      if (present.length === 0) save.push(opened(holds, leadOf(one.initiative), freshId()))
    } else remove.push(...present.filter((plan) => plan.judgement !== null && isUntouched(plan)))
  }
  return { save, remove }
}

const opened = ({ initiative, fiscalYear, judgement }: Decided, section: string | null, id: string): Improvement => ({
  ...{ id, initiative, fiscalYear, judgement: judgement.id, section },
  ...{ cause: '', action: '', due: null, state: 'asked', notes: [], closedOn: null, outcome: null },
})

/** 計画の根拠 — 「改善」 as it holds now; another word that was decided since; or opened by the office. */
export type StandsOn = { on: 'decision'; word: string } | { on: 'changed'; word: string | null } | { on: 'office' }

export function standsOn(
  { initiative, fiscalYear, judgement }: Pick<Improvement, 'initiative' | 'fiscalYear' | 'judgement'>,
  decided: readonly Decided[],
): StandsOn {
  const holds = decided.find(isOf({ initiative, fiscalYear }))
  if (holds && opensImprovement(holds.grade)) return { on: 'decision', word: holds.grade.word }
  if (judgement === null) return { on: 'office' }
  return { on: 'changed', word: holds?.grade.word ?? null }
}
