import type { BudgetReflection } from '../reform/budget-reflection.ts'
import { type Decided, decidedBy } from '../reform/decided.ts'
import type { Judgement } from '../reform/judgement.ts'
import type { RecordId } from '../reform/record-id.ts'
import { asksReflection, type DecisionKind, type Scale } from '../reform/scale.ts'

/** 予算反映の状態 — 未記録, 反映あり, 反映なし（理由あり）, 決定が変わった, 決定がない. */
export type ReflectionState = 'lacking' | 'reflected' | 'none' | 'word-changed' | 'not-asked'
export type ReflectionFound = {
  initiative: RecordId
  fiscalYear: number
  /** the decision that holds; null where the recorded one no longer asks for a reflection */
  decided: Decided | null
  reflection: BudgetReflection | null
  state: ReflectionState
}

/** 予算反映の一覧 — every decision that asks for one, and every one that was recorded for a decision that holds no longer. */
export function reflectionsFound(
  scales: readonly Scale[],
  judgements: readonly Omit<Judgement, 'by'>[],
  reflections: readonly BudgetReflection[],
): ReflectionFound[] {
  const decided = decidedBy('decision', scales, judgements)
  const asked = decided
    .filter(({ grade }) => asksReflection(grade))
    .map((one): ReflectionFound => {
      const reflection = reflections.find(isOf(one)) ?? null
      return { initiative: one.initiative, fiscalYear: one.fiscalYear, decided: one, reflection, state: stateOf(one, reflection) }
    })
  const left = reflections
    .filter((one) => !asked.some(isOf(one)))
    .map((reflection): ReflectionFound => {
      const holds = decided.find(isOf(reflection)) ?? null
      return { initiative: reflection.initiative, fiscalYear: reflection.fiscalYear, decided: holds, reflection, state: 'not-asked' }
    })
  return [...asked, ...left]
}

const isOf =
  ({ initiative, fiscalYear }: { initiative: RecordId; fiscalYear: number }) =>
  (one: { initiative: RecordId; fiscalYear: number }): boolean =>
    one.initiative === initiative && one.fiscalYear === fiscalYear

function stateOf({ grade }: Decided, reflection: BudgetReflection | null): ReflectionState {
  if (reflection === null || (reflection.reflected === null && reflection.none === null)) return 'lacking'
  if (reflection.word !== grade.word) return 'word-changed'
  return reflection.reflected ? 'reflected' : 'none'
}

/** 予算反映の合計 — of one budget year and one decision; ▲ is a cut. */
export type ReflectionSum = { budgetYear: number; decision: DecisionKind; amountYen: number; count: number }

/** Only what stands on a decision that holds is counted; each reflection in exactly one sum. */
export function reflectionSums(found: readonly ReflectionFound[]): ReflectionSum[] {
  const sums = new Map<string, ReflectionSum>()
  for (const { state, decided, reflection } of found) {
    const decision = decided?.grade.decision
    if (state !== 'reflected' || !decision || !reflection?.reflected) continue
    const { budgetYear, amountYen } = reflection.reflected
    const key = JSON.stringify([budgetYear, decision])
    const before = sums.get(key) ?? { budgetYear, decision, amountYen: 0, count: 0 }
    sums.set(key, { ...before, amountYen: before.amountYen + amountYen, count: before.count + 1 })
  }
  return [...sums.values()].toSorted((a, b) => a.budgetYear - b.budgetYear)
}
