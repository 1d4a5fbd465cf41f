import type { Act } from '../reform/act.ts'
import type { JudgementRule, RuleId } from '../reform/judgement.ts'
import type { Judging } from '../reform/judging.ts'
import { basisOf } from '../reform/plan-edit.ts'
import type { PlanFamilyId } from '../reform/record-id.ts'
import { may } from '../reform/rights.ts'
import { type CannotEditRule, type RuleSaid, withRule } from '../reform/rule-edit.ts'
import type { Scale, ScaleId } from '../reform/scale.ts'
import { type CannotEditScale, type ScaleSaid, withoutScale, withScale } from '../reform/scale-edit.ts'
import type { Store } from '../store/database.ts'
import type { Reader, Tx } from '../store/handles.ts'
import { judgementsOf } from '../store/judgement.ts'
import { loadNames } from '../store/record-excerpt.ts'
import { criteriaOf, removeOfJudging, rulesOf, saveRule, saveScale, scalesOf } from '../store/scale.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { standingOf } from './standing.ts'

type Meanwhile<T> = { kind: 'not-allowed' } | { kind: 'changed-meanwhile'; now: T | null }
export type ScaleProblem = CannotEditScale | Meanwhile<Scale>
export type RuleProblem = CannotEditRule | Meanwhile<JudgementRule>

/** What decides whether a scale may change. */
export type Ruling = Pick<Judging, 'scales' | 'rules' | 'criteria' | 'judgements'>
export const loadRuling = async (db: Reader, family: PlanFamilyId): Promise<Ruling> => ({
  scales: await scalesOf(db, family),
  rules: await rulesOf(db, family),
  criteria: await criteriaOf(db, family),
  judgements: await judgementsOf(db, family),
})

/** The place of a thing that is there already; behind all others where it is new. */
const placeOf = (all: readonly { id: string }[], id: string): number => {
  const place = all.findIndex((one) => one.id === id)
  return place === -1 ? all.length : place
}

const mayManage = async (tx: Tx): Promise<boolean> => may(await standingOf(tx), 'evaluation.manage')

/** `basis` null: the form was drawn for something new. */
const isStale = (basis: string | null, now: unknown): boolean => (basis === null ? now !== null : now === null || basis !== basisOf(now))

/** 評価尺度を保存する */
export async function saveScaleEdit(
  store: Store,
  family: PlanFamilyId,
  { id, said, basis }: { id: ScaleId; said: ScaleSaid; basis: string | null },
  act: Act,
): Promise<Result<Scale, ScaleProblem>> {
  return store.writing(act, async (tx): Promise<Result<Scale, ScaleProblem>> => {
    if (!(await mayManage(tx))) return no({ kind: 'not-allowed' })
    const known = await loadRuling(tx, family)
    const now = known.scales.find((scale) => scale.id === id) ?? null
    if (isStale(basis, now)) return no({ kind: 'changed-meanwhile', now })
    const made = withScale(known, id, said)
    if (made.ok) await saveScale(tx, family, made.value, placeOf(known.scales, id))
    return made
  })
}

/** 評価尺度を消す — refused while anything uses it. */
export async function removeScale(
  store: Store,
  family: PlanFamilyId,
  { id, basis }: { id: ScaleId; basis: string },
  act: Act,
): Promise<Result<Scale, ScaleProblem>> {
  return store.writing(act, async (tx): Promise<Result<Scale, ScaleProblem>> => {
    if (!(await mayManage(tx))) return no({ kind: 'not-allowed' })
    const known = await loadRuling(tx, family)
    const gone = withoutScale(known, id)
    if (!gone.ok) return gone
    if (isStale(basis, gone.value)) return no({ kind: 'changed-meanwhile', now: gone.value })
    await removeOfJudging(tx, family, 'scale', id)
    return gone
  })
}

/** 判定基準を保存する */
export async function saveRuleEdit(
  store: Store,
  family: PlanFamilyId,
  { id, said, basis }: { id: RuleId; said: RuleSaid; basis: string | null },
  act: Act,
): Promise<Result<JudgementRule, RuleProblem>> {
  return store.writing(act, async (tx): Promise<Result<JudgementRule, RuleProblem>> => {
    if (!(await mayManage(tx))) return no({ kind: 'not-allowed' })
    const [scales, rules, names] = [await scalesOf(tx, family), await rulesOf(tx, family), await loadNames(tx, family)]
    const now = rules.find((rule) => rule.id === id) ?? null
    if (isStale(basis, now)) return no({ kind: 'changed-meanwhile', now })
    const indicators = new Set(names?.indicators.map((indicator) => indicator.id))
    const made = withRule({ scales, rules, indicators }, id, said)
    if (made.ok) await saveRule(tx, family, made.value, placeOf(rules, id))
    return made
  })
}

/** 判定基準を消す — what it proposed stays beside the judgements. */
export async function removeRule(
  store: Store,
  family: PlanFamilyId,
  { id, basis }: { id: RuleId; basis: string },
  act: Act,
): Promise<Result<JudgementRule, RuleProblem>> {
  return store.writing(act, async (tx): Promise<Result<JudgementRule, RuleProblem>> => {
    if (!(await mayManage(tx))) return no({ kind: 'not-allowed' })
    const now = (await rulesOf(tx, family)).find((rule) => rule.id === id)
    if (!now) return no({ kind: 'not-found' })
    if (isStale(basis, now)) return no({ kind: 'changed-meanwhile', now })
    await removeOfJudging(tx, family, 'judgement_rule', id)
    return ok(now)
  })
}
