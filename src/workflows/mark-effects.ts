import { isInPeriod, isTakeable, type MarkProposal } from '../evaluate/propose-marks.ts'
import { type ReconciledAmount, rowKeyOf } from '../evaluate/reconcile.ts'
import type { Act } from '../reform/act.ts'
import type { EffectClass, EffectFund, EffectKey, EffectMark, MarkClass } from '../reform/effect-mark.ts'
import type { OutlookId } from '../reform/fiscal-outlook.ts'
import type { PlanFamilyId } from '../reform/record-id.ts'
import { may } from '../reform/rights.ts'
import type { Store } from '../store/database.ts'
import { removeMarks, saveMarks } from '../store/fiscal-outlook.ts'
import type { Tx } from '../store/handles.ts'
import { dayInJapan } from '../vocabulary/calendar-day.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { type EstimateAsked, loadReconciling, markBasis, type Reconciling } from './reconciling.ts'
import { standingOf } from './standing.ts'

/** どの突き合わせか */
export type ReconcilingAt = { family: PlanFamilyId; outlook: OutlookId; estimate: EstimateAsked }
/** 一つの額の判定; `unmarked` takes a mark away. */
export type MarkSaid = { effect: EffectKey; mark: EffectClass; line: string | null; fund: EffectFund | null; note: string | null }

/** 判定の誤り — of one amount. */
export type MarkFault = {
  effect: EffectKey
  scope: string
  fiscalYear: number
  kind: 'line-missing' | 'line-unknown' | 'fund-missing' | 'out-of-period' | 'in-period'
}
export type CannotMark =
  | { kind: 'not-allowed' }
  | { kind: 'not-found' }
  | { kind: 'nothing-to-do' }
  | { kind: 'mark-faults'; faults: MarkFault[] }
  | { kind: 'changed-meanwhile'; now: Reconciling }

/** 判定する — amounts of one form. Nothing is written where another person marked one of them since, or an amount changed. */
export const markEffects = (
  store: Store,
  at: ReconcilingAt,
  { marks, basis }: { marks: readonly MarkSaid[]; basis: string },
  act: Act,
): Promise<Result<number, CannotMark>> =>
  inReconciling(store, at, act, (now) => {
    const byKey = new Map(now.found.amounts.map((amount) => [amount.key, amount]))
    const amounts = marks.map(({ effect }) => byKey.get(effect))
    if (amounts.some((amount) => amount === undefined)) return no({ kind: 'changed-meanwhile', now })
    const known = amounts as ReconciledAmount[]
    if (markBasis(now, known) !== basis) return no({ kind: 'changed-meanwhile', now })
    const faults = marks.flatMap((mark, nth) => faultsOf(mark, known[nth] as ReconciledAmount, now))
    if (faults.length > 0) return no({ kind: 'mark-faults', faults })
    return ok(marks.map((said, nth) => ({ said, amount: known[nth] as ReconciledAmount })))
  })

function faultsOf({ mark, line, fund }: MarkSaid, { key, term, fiscalYear }: ReconciledAmount, { outlook }: Reconciling): MarkFault[] {
  const fault = (kind: MarkFault['kind']): MarkFault[] => [{ effect: key, scope: term.scope, fiscalYear, kind }]
  const inPeriod = isInPeriod(fiscalYear, outlook)
  if (mark === 'unmarked') return []
  if (mark === 'outside-period') return inPeriod ? fault('in-period') : []
  if (!inPeriod) return fault('out-of-period')
  const unknown = line === null ? 'line-missing' : outlook.lines.some(({ id }) => id === line) ? null : 'line-unknown'
  return [...(mark === 'in-outlook' && unknown ? fault(unknown) : []), ...(fund === null ? fault('fund-missing') : [])]
}

/** まとめて判定するもの — every year of one row, or whatever is 未判定 still. */
export type Together = { row: string } | 'rest'
export const togetherOf = ({ found }: Reconciling, which: Together): ReconciledAmount[] =>
  found.amounts.filter((amount) => (which === 'rest' ? amount.class === 'unmarked' : rowKeyOf(amount) === which.row))

/** まとめて判定する — years outside the outlook's period become 期間外, whatever is said of the others. */
export const markTogether = (
  store: Store,
  at: ReconcilingAt,
  { which, said, basis }: { which: Together; said: Omit<MarkSaid, 'effect'>; basis: string },
  act: Act,
): Promise<Result<number, CannotMark>> =>
  inReconciling(store, at, act, (now) => {
    const amounts = togetherOf(now, which)
    if (amounts.length === 0) return no({ kind: 'nothing-to-do' })
    if (markBasis(now, amounts) !== basis) return no({ kind: 'changed-meanwhile', now })
    const decided = amounts.map((amount) => ({ amount, said: { ...inItsYear(said, amount, now), effect: amount.key } }))
    const faults = decided.flatMap((one) => faultsOf(one.said, one.amount, now))
    return faults.length > 0 ? no({ kind: 'mark-faults', faults }) : ok(decided)
  })

const inItsYear = (said: Omit<MarkSaid, 'effect'>, { fiscalYear }: ReconciledAmount, { outlook }: Reconciling): Omit<MarkSaid, 'effect'> =>
  said.mark === 'unmarked' || isInPeriod(fiscalYear, outlook) ? said : { mark: 'outside-period', line: null, fund: null, note: said.note }

/** 案をまとめて採る — all proposals of a class that can be taken as they stand, if they are still those that were shown. */
export const acceptProposals = (
  store: Store,
  at: ReconcilingAt,
  { mark, basis }: { mark: MarkClass; basis: string },
  act: Act,
): Promise<Result<number, CannotMark>> =>
  inReconciling(store, at, act, (now) => {
    const proposals = takeable(now, mark)
    if (proposals.length === 0) return no({ kind: 'nothing-to-do' })
    if (proposalBasis(now, mark) !== basis) return no({ kind: 'changed-meanwhile', now })
    return ok(
      proposals.map(({ amount, line, fund }) => ({
        amount,
        said: { effect: amount.key, mark, line: mark === 'in-outlook' ? (line?.id ?? null) : null, fund, note: null },
      })),
    )
  })

const takeable = ({ proposals }: Reconciling, mark: MarkClass): MarkProposal[] =>
  proposals.filter((one) => one.mark === mark && isTakeable(one))
/** What was proposed is part of what was agreed to, beside the amounts themselves. */
export const proposalBasis = (now: Reconciling, mark: MarkClass): string =>
  markBasis(
    now,
    takeable(now, mark).map(({ amount, line, fund }) => ({ ...amount, key: `${amount.key} ${line?.id} ${fund}` as EffectKey })),
  )

/** 変わった額を確かめる — the class stays, the amount of today stands beside it from now on. */
export const confirmAmounts = (store: Store, at: ReconcilingAt, basis: string, act: Act): Promise<Result<number, CannotMark>> =>
  inReconciling(store, at, act, (now) => {
    const changed = changedAmounts(now)
    if (changed.length === 0) return no({ kind: 'nothing-to-do' })
    if (markBasis(now, changed) !== basis) return no({ kind: 'changed-meanwhile', now })
    return ok(changed.flatMap((amount) => (amount.mark ? [{ amount, said: amount.mark }] : [])))
  })

export const changedAmounts = ({ changes }: Reconciling): ReconciledAmount[] =>
  changes.toDecide.flatMap((one) => (one.kind === 'amount-changed' && one.amount.mark !== null ? [one.amount] : []))

/** 効果額のなくなった判定を取り消す */
export async function removeVanished(store: Store, at: ReconcilingAt, act: Act): Promise<Result<number, CannotMark>> {
  return store.writing(act, async (tx): Promise<Result<number, CannotMark>> => {
    if (!may(await standingOf(tx), 'effect.mark')) return no({ kind: 'not-allowed' })
    const now = await loadReconciling(tx, at)
    if (!now) return no({ kind: 'not-found' })
    if (now.found.gone.length === 0) return no({ kind: 'nothing-to-do' })
    await removeMarks(tx, { ...at, effects: now.found.gone.map(({ effect }) => effect) })
    return ok(now.found.gone.length)
  })
}

type Decided = { said: Omit<MarkSaid, 'effect'>; amount: ReconciledAmount }

async function inReconciling(
  store: Store,
  at: ReconcilingAt,
  act: Act,
  decide: (now: Reconciling) => Result<Decided[], CannotMark>,
): Promise<Result<number, CannotMark>> {
  return store.writing(act, async (tx): Promise<Result<number, CannotMark>> => {
    if (!may(await standingOf(tx), 'effect.mark')) return no({ kind: 'not-allowed' })
    const now = await loadReconciling(tx, at)
    if (!now) return no({ kind: 'not-found' })
    const decided = decide(now)
    if (!decided.ok) return decided
    await write(tx, at, decided.value)
    return ok(decided.value.length)
  })
}

async function write(tx: Tx, { family, outlook }: ReconcilingAt, decided: readonly Decided[]): Promise<void> {
  const on = dayInJapan(tx.act.at)
  const marks = decided.flatMap(({ said: { mark, line, fund, note }, amount }): EffectMark[] =>
    mark === 'unmarked'
      ? []
      : [
          {
            ...{ outlook, family, effect: amount.key, mark, fund, note, on, by: tx.act.by, amountYen: amount.amountYen },
            line: mark === 'in-outlook' ? line : null,
          },
        ],
  )
  await saveMarks(tx, marks)
  const effects = decided.filter(({ said, amount }) => said.mark === 'unmarked' && amount.mark !== null).map(({ amount }) => amount.key)
  await removeMarks(tx, { family, outlook, effects })
}
