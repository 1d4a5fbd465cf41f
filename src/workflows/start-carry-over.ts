import { randomUUID } from 'node:crypto'
import type { Act } from '../reform/act.ts'
import type { CarryOver, CarryOverId } from '../reform/carry-over.ts'
import { carryOverDraft, openTable } from '../reform/carry-over-draft.ts'
import { prefilled } from '../reform/carry-over-prefill.ts'
import type { PlanFamilyId, RecordId } from '../reform/record-id.ts'
import { may } from '../reform/rights.ts'
import type { CannotCarryOver } from '../report/wording-carry-over.ts'
import { carryOversOf, removeCarryOver, saveCarryOver } from '../store/carry-over.ts'
import type { Store } from '../store/database.ts'
import { loadRecord } from '../store/record.ts'
import { parseFiscalYear } from '../vocabulary/fiscal-year.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { atTheDesk, type OfPaper } from './carry-over-desk.ts'
import { standingOf } from './standing.ts'

/** 新しい期の名称と期間, as typed. */
export type PhaseSaid = { title: string; kind: string; from: string; to: string }
/** 引継ぎの始め — `phase` is the plan that ends; `prefill`: an imported 取組み整理表 fills the rows that it names. */
export type CarryOverStart = PhaseSaid & { phase: RecordId; prefill: boolean }

type Phase = Pick<CarryOver, 'title' | 'kind' | 'period'>

/** Without years nothing can be said of sections on the first day, nor of which phase a round asks: they are needed. */
function phaseSaid({ title, kind, from, to }: PhaseSaid): Result<Phase, ('title' | 'from' | 'period')[]> {
  const [first, last] = [parseFiscalYear(from), parseFiscalYear(to)]
  const period = first.ok && last.ok && first.value <= last.value ? { from: first.value, to: last.value } : null
  const missing = [...(title.trim() === '' ? (['title'] as const) : []), ...(period === null ? (['period'] as const) : [])]
  return missing.length > 0 ? no(missing) : ok({ title: title.trim(), kind: kind.trim() || null, period })
}

/** 引継ぎを始める — nothing of the plan changes. */
export async function startCarryOver(
  store: Store,
  family: PlanFamilyId,
  said: CarryOverStart,
  act: Act,
): Promise<Result<CarryOver, CannotCarryOver>> {
  return store.writing(act, async (tx): Promise<Result<CarryOver, CannotCarryOver>> => {
    if (!may(await standingOf(tx), 'plan.renew')) return no({ kind: 'not-allowed' })
    const record = await loadRecord(tx, family)
    if (!record) return no({ kind: 'not-found' })
    const old = record.plans.find(({ id }) => id === said.phase)
    const phase = phaseSaid(said)
    if (!phase.ok || !old)
      return no({ kind: 'start-faults', missing: [...(old ? [] : (['from'] as const)), ...(phase.ok ? [] : phase.problem)] })
    const begun = (await carryOversOf(tx, family)).find(({ from }) => from === old.id)
    if (begun) return no({ kind: 'begun-already', title: begun.title })
    const id = randomUUID() as CarryOverId
    const draft = carryOverDraft(record, { ...phase.value, id, from: old.id })
    if (draft.rows.length === 0) return no({ kind: 'phase-empty', title: old.title })
    const paper = said.prefill ? prefilled(record, draft, openTable(record), () => `new-${randomUUID().slice(0, 8)}`) : draft
    await saveCarryOver(tx, family, paper, 0)
    return ok({ ...paper, version: 1 })
  })
}

/** 名称と期間を直す */
export const renamePhase = (
  store: Store,
  of: OfPaper,
  { said, version }: { said: PhaseSaid; version: number },
  act: Act,
): Promise<Result<CarryOver, CannotCarryOver>> =>
  atTheDesk(store, of, act, async ({ tx, paper }): Promise<Result<CarryOver, CannotCarryOver>> => {
    if (paper.state === 'applied') return no({ kind: 'carried-already' })
    const phase = phaseSaid(said)
    if (!phase.ok) return no({ kind: 'start-faults', missing: phase.problem })
    if (paper.version !== version) return no({ kind: 'paper-changed' })
    const next = { ...paper, ...phase.value }
    return (await saveCarryOver(tx, of.family, next, paper.version)) ? ok(next) : no({ kind: 'paper-changed' })
  })

/** 引継ぎの案を捨てる — only what has made nothing, and only as it was seen: what a colleague decided meanwhile is not thrown away. */
export const discardCarryOver = (store: Store, of: OfPaper, version: number, act: Act): Promise<Result<void, CannotCarryOver>> =>
  atTheDesk(store, of, act, async ({ tx, paper }): Promise<Result<void, CannotCarryOver>> => {
    if (paper.state === 'applied') return no({ kind: 'carried-already' })
    if (paper.version !== version) return no({ kind: 'paper-changed' })
    await removeCarryOver(tx, of.id)
    return ok(undefined)
  })
