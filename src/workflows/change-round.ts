import { isDone } from '../evaluate/round-measures.ts'
import type { Act } from '../reform/act.ts'
import { may } from '../reform/rights.ts'
import type { Round, RoundId } from '../reform/round.ts'
import { type RoundFault, roundFaults } from '../reform/round-rules.ts'
import type { Store } from '../store/database.ts'
import type { Tx } from '../store/handles.ts'
import { roundById, roundsOf, saveRound } from '../store/round.ts'
import { itemsOf } from '../store/round-item.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import type { NotFound } from './save-report.ts'
import { standingOf } from './standing.ts'

/** What of an open round may change. How reports are approved may not: those that came in were approved by the old rule. */
export type RoundSettings = Pick<
  Round,
  'title' | 'dueSection' | 'dueDepartment' | 'dueOffice' | 'graceDays' | 'lockOn' | 'remind' | 'contact'
>

export type CannotChangeRound =
  | NotFound
  | { kind: 'not-allowed' }
  | { kind: 'why-missing' }
  | { kind: 'round-closed' }
  | { kind: 'round-open' }
  | { kind: 'nothing-changed' }
  | { kind: 'still-open'; count: number }
  | { kind: 'already-open'; title: string }
  | { kind: 'round-faults'; faults: RoundFault[] }
type Changed = Result<Round, CannotChangeRound>

/** 照会の設定を改める — with a reason, which the log keeps beside both values. */
export async function changeRound(store: Store, id: RoundId, said: RoundSettings, act: Act): Promise<Changed> {
  return changing(store, id, act, async (tx, round) => {
    if (!act.why?.trim()) return no({ kind: 'why-missing' })
    if (round.closed) return no({ kind: 'round-closed' })
    const changed: Round = { ...round, ...said, dueDepartment: round.departmentApproval ? said.dueDepartment : null }
    const faults = roundFaults(changed)
    if (faults.length > 0) return no({ kind: 'round-faults', faults })
    if (JSON.stringify(changed) === JSON.stringify(round)) return no({ kind: 'nothing-changed' })
    await saveRound(tx, changed)
    return ok(changed)
  })
}

/** 照会を締め切る — reports that are not accepted yet stay behind: that needs a reason. */
export async function closeRound(store: Store, id: RoundId, act: Act): Promise<Changed> {
  return changing(store, id, act, async (tx, round) => {
    if (round.closed) return no({ kind: 'round-closed' })
    const count = (await itemsOf(tx, id)).filter(({ state }) => !isDone(state)).length
    if (count > 0 && !act.why?.trim()) return no({ kind: 'still-open', count })
    await saveRound(tx, { ...round, closed: true })
    return ok({ ...round, closed: true })
  })
}

/** 締め切った照会を開き直す — unless another round of the plan and year has been opened since. */
export async function openAgain(store: Store, id: RoundId, act: Act): Promise<Changed> {
  return changing(store, id, act, async (tx, round) => {
    if (!round.closed) return no({ kind: 'round-open' })
    if (!act.why?.trim()) return no({ kind: 'why-missing' })
    const other = (await roundsOf(tx)).find((one) => one.plan === round.plan && one.fiscalYear === round.fiscalYear && !one.closed)
    if (other) return no({ kind: 'already-open', title: other.title })
    await saveRound(tx, { ...round, closed: false })
    return ok({ ...round, closed: false })
  })
}

function changing(store: Store, id: RoundId, act: Act, change: (tx: Tx, round: Round) => Promise<Changed>): Promise<Changed> {
  return store.writing(act, async (tx): Promise<Changed> => {
    if (!may(await standingOf(tx), 'round.manage')) return no({ kind: 'not-allowed' })
    const round = await roundById(tx, id)
    return round ? change(tx, round) : no({ kind: 'not-found', id })
  })
}
